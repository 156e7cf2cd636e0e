import { read } from '../instrument'
import { type EpiduralFindings, escc, esccScale, gradesFitting } from '../instruments/escc'
import { sins } from '../instruments/sins'
import { highestGrade, highestTotal } from '../worst-level'
import { vectorsOf } from './vector'

const t5 = read(sins, {
  location: 'T5',
  pain: 'occasional',
  lesion: 'mixed',
  alignment: 'normal',
  collapse: 'involved',
  posterolateral: 'unilateral',
})
const t12 = read(sins, {
  location: 'T12',
  pain: 'mechanical',
  lesion: 'lytic',
  alignment: 'deformity',
  collapse: 'gt50',
  posterolateral: 'none',
})

/** The grade that the description of the slice leaves. */
const described = (findings: EpiduralFindings) => read(escc, { grade: { oneOf: gradesFitting(findings) } })

/** REFERENCE 14: SINS, ESCC. */
export const sinsVectors = [
  ...vectorsOf('SINS', [
    [
      'L3; pain mechanical; mixed; alignment normal; collapse none; posterolateral none',
      '6, stable',
      () =>
        read(sins, {
          location: 'L3',
          pain: 'mechanical',
          lesion: 'mixed',
          alignment: 'normal',
          collapse: 'none',
          posterolateral: 'none',
        }),
      { kind: 'complete', total: 6, band: { label: 'Stable' } },
    ],
    [
      'L3; pain mechanical; lytic; alignment normal; collapse none; posterolateral none',
      '7, potentially unstable',
      () =>
        read(sins, {
          location: 'L3',
          pain: 'mechanical',
          lesion: 'lytic',
          alignment: 'normal',
          collapse: 'none',
          posterolateral: 'none',
        }),
      { kind: 'complete', total: 7, band: { label: 'Potentially unstable' } },
    ],
    [
      'T12; pain mechanical; lytic; alignment deformity; collapse lt50; posterolateral none',
      '12, potentially unstable',
      () =>
        read(sins, {
          location: 'T12',
          pain: 'mechanical',
          lesion: 'lytic',
          alignment: 'deformity',
          collapse: 'lt50',
          posterolateral: 'none',
        }),
      { kind: 'complete', total: 12, band: { label: 'Potentially unstable' } },
    ],
    [
      'T12; pain mechanical; lytic; alignment deformity; collapse gt50; posterolateral none',
      '13, unstable',
      () =>
        read(sins, {
          location: 'T12',
          pain: 'mechanical',
          lesion: 'lytic',
          alignment: 'deformity',
          collapse: 'gt50',
          posterolateral: 'none',
        }),
      { kind: 'complete', total: 13, band: { label: 'Unstable' } },
    ],
    [
      'C7; pain mechanical; lytic; alignment subluxation; collapse gt50; posterolateral bilateral',
      '18, unstable',
      () =>
        read(sins, {
          location: 'C7',
          pain: 'mechanical',
          lesion: 'lytic',
          alignment: 'subluxation',
          collapse: 'gt50',
          posterolateral: 'bilateral',
        }),
      { kind: 'complete', total: 18, band: { label: 'Unstable' } },
    ],
    [
      'S3; pain none; blastic; alignment normal; collapse none; posterolateral none',
      '0, stable',
      () =>
        read(sins, {
          location: 'S3',
          pain: 'none',
          lesion: 'blastic',
          alignment: 'normal',
          collapse: 'none',
          posterolateral: 'none',
        }),
      { kind: 'complete', total: 0, band: { label: 'Stable' } },
    ],
    [
      'T5; pain occasional; mixed; alignment normal; collapse none_gt50_involved; posterolateral unilateral',
      '5, stable',
      () =>
        read(sins, {
          location: 'T5',
          pain: 'occasional',
          lesion: 'mixed',
          alignment: 'normal',
          collapse: 'involved',
          posterolateral: 'unilateral',
        }),
      { kind: 'complete', total: 5, band: { label: 'Stable' } },
    ],
    [
      'case with T5 total 5 and T12 total 13',
      'case SINS 13 (T12), levels 5 and 13 listed, never 18',
      () =>
        highestTotal([
          { level: 'T5', reading: t5 },
          { level: 'T12', reading: t12 },
        ]),
      { kind: 'complete', total: 13, at: ['T12'] },
    ],
    [
      'L5 lytic, pain missing, normal, none, none',
      'incomplete; possible 5–8',
      () =>
        read(sins, { location: 'L5', lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'none' }),
      { kind: 'incomplete', between: [5, 8] },
    ],
  ]),
  ...vectorsOf('ESCC', [
    [
      'tumour in body only, epidural fat free',
      '0, low',
      () => described({ epidural: 'none' }),
      { kind: 'complete', grade: '0', band: { id: 'low' } },
    ],
    [
      'epidural tumour, sac round',
      '1a, low',
      () => described({ epidural: 'present', sac: 'round' }),
      { kind: 'complete', grade: '1a', band: { id: 'low' } },
    ],
    [
      'sac indented, CSF between tumour and cord on that side',
      '1b, low',
      () => described({ sac: 'indented', cord: 'clear' }),
      { kind: 'complete', grade: '1b', band: { id: 'low' } },
    ],
    [
      'sac indented, tumour touches cord, cord shape normal',
      '1c, low',
      () => described({ sac: 'indented', cord: 'touched' }),
      { kind: 'complete', grade: '1c', band: { id: 'low' } },
    ],
    [
      'cord flattened, CSF seen on opposite side',
      '2, high',
      () => described({ cord: 'compressed', csf: 'seen' }),
      { kind: 'complete', grade: '2', band: { id: 'high' } },
    ],
    [
      'cord flattened, no CSF seen',
      '3, high',
      () => described({ cord: 'compressed', csf: 'not-seen' }),
      { kind: 'complete', grade: '3', band: { id: 'high' } },
    ],
    [
      'sites T4 1c and T9 2',
      'case grade 2 (T9)',
      () =>
        highestGrade(
          [
            { level: 'T4', reading: read(escc, { grade: '1c' }) },
            { level: 'T9', reading: read(escc, { grade: '2' }) },
          ],
          esccScale,
        ),
      { kind: 'known', grade: '2', at: ['T9'] },
    ],
  ]),
]
