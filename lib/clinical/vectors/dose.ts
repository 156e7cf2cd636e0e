import { cordLimit } from '../cord-limit'
import { bed, type Course, cumulativeEqd2, eqd2, type Tissue } from '../dose'
import { totalMorphineEquivalent } from '../morphine-equivalent'
import { reIrradiation } from '../re-irradiation'
import { vectorsOf } from './vector'

/** To two decimals, as the table prints them; a half of the last figure is rounded up. */
const printed = (value: number) => (Math.round((value + 1e-9) * 100) / 100).toFixed(2)
const dose = (course: Course, tissue: Tissue) => ({
  bed: printed(bed(course, tissue)),
  eqd2: printed(eqd2(course, tissue)),
})

/** The four conditions as they are shown: doses to 1 decimal, the share to 2, whole months. */
function conditions(...given: Parameters<typeof reIrradiation>) {
  const { cumulative, sbrt, share, interval } = reIrradiation(...given)
  const shown = ({ value, verdict }: typeof cumulative, digits: number) => [value?.toFixed(digits), verdict]
  return {
    cumulative: shown(cumulative, 1),
    sbrt: shown(sbrt, 1),
    share: shown(share, 2),
    interval: shown(interval, 0),
  }
}

/** REFERENCE 14: BED/EQD2, Cord limit, Re-irradiation, MME. */
export const doseVectors = [
  ...vectorsOf('BED/EQD2', [
    [
      '10 × 3 Gy, α/β 10',
      'BED 39.00, EQD2 32.50',
      () => dose({ totalGy: 30, fractions: 10 }, 'tumour'),
      { bed: '39.00', eqd2: '32.50' },
    ],
    [
      '15 × 2.5 Gy, α/β 10',
      'BED 46.88, EQD2 39.06',
      () => dose({ totalGy: 37.5, fractions: 15 }, 'tumour'),
      { bed: '46.88', eqd2: '39.06' },
    ],
    [
      '20 × 2 Gy, α/β 10',
      'BED 48.00, EQD2 40.00',
      () => dose({ totalGy: 40, fractions: 20 }, 'tumour'),
      { bed: '48.00', eqd2: '40.00' },
    ],
    [
      '1 × 8 Gy, α/β 10',
      'BED 14.40, EQD2 12.00',
      () => dose({ totalGy: 8, fractions: 1 }, 'tumour'),
      { bed: '14.40', eqd2: '12.00' },
    ],
    [
      '2 × 12 Gy, α/β 10',
      'BED 52.80, EQD2 44.00',
      () => dose({ totalGy: 24, fractions: 2 }, 'tumour'),
      { bed: '52.80', eqd2: '44.00' },
    ],
    [
      '3 × 9 Gy, α/β 2',
      'BED 148.50, EQD2 74.25',
      () => dose({ totalGy: 27, fractions: 3 }, 'cord'),
      { bed: '148.50', eqd2: '74.25' },
    ],
    [
      '5 × 4 Gy, α/β 3',
      'BED 46.67, EQD2 28.00',
      () => dose({ totalGy: 20, fractions: 5 }, 'lateTissue'),
      { bed: '46.67', eqd2: '28.00' },
    ],
    [
      '30 × 2 Gy, α/β 10',
      'BED 72.00, EQD2 60.00',
      () => dose({ totalGy: 60, fractions: 30 }, 'tumour'),
      { bed: '72.00', eqd2: '60.00' },
    ],
    [
      '30/10 then 20/5 same site, α/β 2',
      '37.5 + 30.0 = 67.5',
      () =>
        cumulativeEqd2(
          [
            { totalGy: 30, fractions: 10 },
            { totalGy: 20, fractions: 5 },
          ],
          'cord',
        ).toFixed(1),
      '67.5',
    ],
  ]),
  ...vectorsOf('Cord limit', [
    ['1 fraction, cord Dmax 12.0', 'within', () => cordLimit(1, 12.0), 'within'],
    ['1 fraction, 13.5', 'caution', () => cordLimit(1, 13.5), 'caution'],
    ['1 fraction, 14.1', 'exceeds', () => cordLimit(1, 14.1), 'exceeds'],
    ['2 fractions, 17.0', 'within', () => cordLimit(2, 17.0), 'within'],
    ['3 fractions, 20.4', 'exceeds', () => cordLimit(3, 20.4), 'exceeds'],
    ['5 fractions, 25.3', 'within', () => cordLimit(5, 25.3), 'within'],
  ]),
  ...vectorsOf('Re-irradiation', [
    [
      'earlier 30/10 (EQD2 37.5) ended 2026-01-10; SBRT 2 fractions thecal sac Dmax 12.2 on 2026-07-20',
      'SBRT EQD2 24.7, cumulative 62.2, ratio 0.40, 6 months: all met',
      () =>
        conditions(
          { courses: [{ totalGy: 30, fractions: 10 }], ended: '2026-01-10' },
          { course: { totalGy: 12.2, fractions: 2 }, begins: '2026-07-20' },
        ),
      { sbrt: ['24.7', 'met'], cumulative: ['62.2', 'met'], share: ['0.40', 'met'], interval: ['6', 'met'] },
    ],
    [
      'earlier 20/5 (30.0); SBRT 3 fractions Dmax 15.0',
      'SBRT EQD2 26.25 >25 unmet; cumulative 56.25 met; ratio 0.467 met',
      () =>
        conditions(
          { courses: [{ totalGy: 20, fractions: 5 }], ended: '2026-01-10' },
          { course: { totalGy: 15, fractions: 3 }, begins: '2026-07-20' },
        ),
      { sbrt: ['26.3', 'unmet'], cumulative: ['56.3', 'met'], share: ['0.47', 'met'] },
    ],
    [
      'earlier 8/1 (20.0); SBRT 2 fractions Dmax 12.0',
      'SBRT 24.0 met; cumulative 44.0 met; ratio 0.545 >0.5 unmet',
      () =>
        conditions(
          { courses: [{ totalGy: 8, fractions: 1 }], ended: '2026-01-10' },
          { course: { totalGy: 12, fractions: 2 }, begins: '2026-07-20' },
        ),
      { sbrt: ['24.0', 'met'], cumulative: ['44.0', 'met'], share: ['0.55', 'unmet'] },
    ],
    [
      'end 2026-03-15, new start 2026-08-14',
      '4 months: interval unmet',
      () =>
        conditions(
          { courses: [{ totalGy: 30, fractions: 10 }], ended: '2026-03-15' },
          { course: { totalGy: 12, fractions: 2 }, begins: '2026-08-14' },
        ),
      { interval: ['4', 'unmet'] },
    ],
  ]),
  ...vectorsOf('MME', [
    [
      'hydrocodone 5 mg ×4',
      '20 MME',
      () => totalMorphineEquivalent([{ drug: 'hydrocodone', dose: 5, unit: 'mg', route: 'oral', timesADay: 4 }]),
      { mgPerDay: 20, uncounted: [] },
    ],
    [
      'oxycodone ER 10 mg ×2',
      '30 MME',
      () => totalMorphineEquivalent([{ drug: 'oxycodone', dose: 10, unit: 'mg', route: 'oral', timesADay: 2 }]),
      { mgPerDay: 30, uncounted: [] },
    ],
    [
      'fentanyl patch 75 µg/h',
      '180 MME',
      () => totalMorphineEquivalent([{ drug: 'fentanyl', dose: 75, unit: 'micrograms/h', route: 'patch' }]),
      { mgPerDay: 180, uncounted: [] },
    ],
    [
      'morphine 30 mg ×2 + oxycodone 5 mg ×3',
      '82.5 MME',
      () =>
        totalMorphineEquivalent([
          { drug: 'morphine', dose: 30, unit: 'mg', route: 'oral', timesADay: 2 },
          { drug: 'oxycodone', dose: 5, unit: 'mg', route: 'oral', timesADay: 3 },
        ]),
      { mgPerDay: 82.5, uncounted: [] },
    ],
    [
      'hydromorphone 4 mg ×4',
      '80 MME',
      () => totalMorphineEquivalent([{ drug: 'hydromorphone', dose: 4, unit: 'mg', route: 'oral', timesADay: 4 }]),
      { mgPerDay: 80, uncounted: [] },
    ],
  ]),
]
