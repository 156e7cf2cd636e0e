import { read } from '../instrument'
import { katagiri } from '../instruments/katagiri'
import { katagiriLaboratory, laboratoryAnswer } from '../instruments/katagiri-laboratory'
import { nesms } from '../instruments/nesms'
import type { SumReading } from '../reading'
import { vectorsOf } from './vector'

/** A reading with the last of its remarks. */
const withRemark = (reading: SumReading) => ({ ...reading, remark: reading.caveats.at(-1)?.id })

/** REFERENCE 14: Katagiri, Katagiri labs, NESMS. */
export const laboratoryScoresVectors = [
  ...vectorsOf('Katagiri', [
    [
      'hormone-dependent breast; no visceral; labs normal; ECOG 1; no chemotherapy; single bone',
      '0, low',
      () =>
        read(katagiri, {
          primary: 'slow',
          visceral: 'none',
          laboratory: 'normal',
          ecog: 1,
          chemotherapy: 'no',
          skeletal: 'solitary',
        }),
      { kind: 'complete', total: 0, band: { id: 'low' } },
    ],
    [
      'NSCLC without target; pleural disease; platelets 80 000; ECOG 3; chemotherapy; multiple bones',
      '10, high',
      () =>
        read(katagiri, {
          primary: 'rapid',
          visceral: 'disseminated',
          laboratory: laboratoryAnswer(
            read(katagiriLaboratory, { platelets: { measured: 80000, unit: 'per microlitre' } }),
          ),
          ecog: 3,
          chemotherapy: 'yes',
          skeletal: 'multiple',
        }),
      { kind: 'complete', total: 10, band: { id: 'high' } },
    ],
    [
      'renal cell; lung nodules; CRP 1.2 mg/dL only; ECOG 2; previous chemotherapy; multiple bones',
      '6, intermediate',
      () =>
        read(katagiri, {
          primary: 'moderate',
          visceral: 'nodular',
          laboratory: laboratoryAnswer(
            read(katagiriLaboratory, {
              crp: { measured: 1.2, unit: 'mg/dL' },
              platelets: 'other',
              calcium: 'other',
              bilirubin: 'other',
              ldh: 'other',
              albumin: 'other',
            }),
          ),
          ecog: 2,
          chemotherapy: 'yes',
          skeletal: 'multiple',
        }),
      { kind: 'complete', total: 6, band: { id: 'intermediate' } },
    ],
    [
      'myeloma; none; albumin 3.5 g/dL only; ECOG 2; chemotherapy; multiple',
      '3, low',
      () =>
        read(katagiri, {
          primary: 'slow',
          visceral: 'none',
          laboratory: laboratoryAnswer(
            read(katagiriLaboratory, {
              albumin: { measured: 3.5, unit: 'g/dL' },
              platelets: 'other',
              calcium: 'other',
              bilirubin: 'other',
              crp: 'other',
              ldh: 'other',
            }),
          ),
          ecog: 2,
          chemotherapy: 'yes',
          skeletal: 'multiple',
        }),
      { kind: 'complete', total: 3, band: { id: 'low' } },
    ],
    [
      'colorectal; none; normal; ECOG 1; none; multiple',
      '4, intermediate',
      () =>
        read(katagiri, {
          primary: 'rapid',
          visceral: 'none',
          laboratory: 'normal',
          ecog: 1,
          chemotherapy: 'no',
          skeletal: 'multiple',
        }),
      { kind: 'complete', total: 4, band: { id: 'intermediate' } },
    ],
  ]),
  ...vectorsOf('Katagiri labs', [
    [
      'CRP 0.39 mg/dL, LDH 249, albumin 3.7 g/dL, platelets 100000/µL, Ca 10.29, bilirubin 1.39 mg/dL',
      'normal',
      () =>
        read(katagiriLaboratory, {
          crp: { measured: 0.39, unit: 'mg/dL' },
          ldh: { measured: 249, unit: 'IU/L' },
          albumin: { measured: 3.7, unit: 'g/dL' },
          platelets: { measured: 100000, unit: 'per microlitre' },
          calcium: { measured: 10.29, unit: 'mg/dL' },
          bilirubin: { measured: 1.39, unit: 'mg/dL' },
        }),
      { kind: 'complete', grade: 'normal' },
    ],
    [
      'CRP 0.4 mg/dL, LDH 200, albumin 4.0 g/dL, platelets 200000/µL, Ca 9, bilirubin 0.5 mg/dL',
      'abnormal',
      () =>
        read(katagiriLaboratory, {
          crp: { measured: 0.4, unit: 'mg/dL' },
          ldh: { measured: 200, unit: 'IU/L' },
          albumin: { measured: 4, unit: 'g/dL' },
          platelets: { measured: 200000, unit: 'per microlitre' },
          calcium: { measured: 9, unit: 'mg/dL' },
          bilirubin: { measured: 0.5, unit: 'mg/dL' },
        }),
      { kind: 'complete', grade: 'abnormal' },
    ],
    [
      'CRP 20 mg/dL, LDH 900, albumin 2.0 g/dL, platelets 99999/µL, Ca 9, bilirubin 0.5 mg/dL',
      'critical',
      () =>
        read(katagiriLaboratory, {
          crp: { measured: 20, unit: 'mg/dL' },
          ldh: { measured: 900, unit: 'IU/L' },
          albumin: { measured: 2, unit: 'g/dL' },
          platelets: { measured: 99999, unit: 'per microlitre' },
          calcium: { measured: 9, unit: 'mg/dL' },
          bilirubin: { measured: 0.5, unit: 'mg/dL' },
        }),
      { kind: 'complete', grade: 'critical' },
    ],
    [
      'CRP 0.1 mg/dL, LDH 200, albumin 4.0 g/dL, platelets 200000/µL, Ca 10.3, bilirubin 0.5 mg/dL',
      'critical',
      () =>
        read(katagiriLaboratory, {
          crp: { measured: 0.1, unit: 'mg/dL' },
          ldh: { measured: 200, unit: 'IU/L' },
          albumin: { measured: 4, unit: 'g/dL' },
          platelets: { measured: 200000, unit: 'per microlitre' },
          calcium: { measured: 10.3, unit: 'mg/dL' },
          bilirubin: { measured: 0.5, unit: 'mg/dL' },
        }),
      { kind: 'complete', grade: 'critical' },
    ],
  ]),
  ...vectorsOf('NESMS', [
    [
      'modified Bauer 4; ambulatory True; albumin 4.0 g/dL',
      '3',
      () => read(nesms, { bauer: 4, walking: 'intact', albumin: { measured: 4, unit: 'g/dL' } }),
      { kind: 'complete', total: 3, band: { id: 'three' } },
    ],
    [
      'modified Bauer 3; ambulatory False; albumin 3.0 g/dL',
      '2',
      () => read(nesms, { bauer: 3, walking: 'lost', albumin: { measured: 3, unit: 'g/dL' } }),
      { kind: 'complete', total: 2, band: { id: 'two' } },
    ],
    [
      'modified Bauer 2; ambulatory True; albumin 3.5 g/dL',
      '2',
      () => read(nesms, { bauer: 2, walking: 'intact', albumin: { measured: 3.5, unit: 'g/dL' } }),
      { kind: 'complete', total: 2, band: { id: 'two' } },
    ],
    [
      'modified Bauer 1; ambulatory False; albumin 3.4 g/dL',
      '0',
      () => read(nesms, { bauer: 1, walking: 'lost', albumin: { measured: 3.4, unit: 'g/dL' } }),
      { kind: 'complete', total: 0, band: { id: 'none' } },
    ],
    [
      'modified Bauer 3; ambulatory True; albumin 2.9 g/dL',
      '3',
      () => read(nesms, { bauer: 3, walking: 'intact', albumin: { measured: 2.9, unit: 'g/dL' } }),
      { kind: 'complete', total: 3, band: { id: 'three' } },
    ],
    [
      'modified Bauer 3; ambulatory True; albumin 4.1 g/dL',
      '3',
      () => read(nesms, { bauer: 3, walking: 'intact', albumin: { measured: 4.1, unit: 'g/dL' } }),
      { kind: 'complete', total: 3, band: { id: 'three' } },
    ],
    [
      'modified Bauer 4; walks with aid; albumin 3.6 g/dL',
      '3 (both readings agree)',
      () => read(nesms, { bauer: 4, walking: 'with-aid', albumin: { measured: 3.6, unit: 'g/dL' } }),
      { kind: 'complete', total: 3, band: { id: 'three' } },
    ],
    [
      'modified Bauer 2; walks with aid; albumin 4.0 g/dL',
      'possible range 1–2, reason: aid not defined',
      () => withRemark(read(nesms, { bauer: 2, walking: 'with-aid', albumin: { measured: 4, unit: 'g/dL' } })),
      { kind: 'incomplete', between: [1, 2], remark: 'aid_not_defined' },
    ],
  ]),
]
