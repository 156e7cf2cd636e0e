import { type GradeInstrument, read } from '../instrument'
import { clavienDindo } from '../instruments/clavien-dindo'
import { ctcae } from '../instruments/ctcae'
import { fractureAfterSbrt } from '../instruments/fracture-after-sbrt'
import { genant } from '../instruments/genant'
import { analgesicChange, painResponse } from '../instruments/pain-response'
import { spino } from '../instruments/spino'
import type { GradeReading } from '../reading'
import { vectorsOf } from './vector'

/** The grades whose definition names something: a clinician grades, the engine holds the words. */
const gradesNaming = (instrument: GradeInstrument, words: string) =>
  Object.values(instrument.items).flatMap(({ cells }) =>
    cells.filter(({ label }) => label.includes(words)).map(({ id }) => id),
  )

/** The grade of a case with several events: the highest rank. */
const highestOf = (...events: readonly GradeReading[]) =>
  events.flatMap((event) => (event.kind === 'complete' ? [event] : [])).sort((a, b) => b.rank - a.rank)[0]?.grade

/** REFERENCE 14: Pain response, VCF risk, Genant, SPINO, Clavien–Dindo, CTCAE scale. */
export const resultsVectors = [
  ...vectorsOf('Pain response', [
    [
      'pain 7→0; OMED 60→60',
      'CR',
      () => read(painResponse, { before: 7, after: 0, analgesics: analgesicChange(60, 60), treated: 'yes' }),
      { kind: 'complete', findings: [{ id: 'CR' }] },
    ],
    [
      'pain 7→0; OMED 60→90',
      'IR',
      () => read(painResponse, { before: 7, after: 0, analgesics: analgesicChange(60, 90), treated: 'yes' }),
      { kind: 'complete', findings: [{ id: 'IR' }] },
    ],
    [
      'pain 6→4; OMED 30→30',
      'PR',
      () => read(painResponse, { before: 6, after: 4, analgesics: analgesicChange(30, 30), treated: 'yes' }),
      { kind: 'complete', findings: [{ id: 'PR' }] },
    ],
    [
      'pain 6→6; OMED 80→60',
      'PR',
      () => read(painResponse, { before: 6, after: 6, analgesics: analgesicChange(80, 60), treated: 'yes' }),
      { kind: 'complete', findings: [{ id: 'PR' }] },
    ],
    [
      'pain 6→5; OMED 60→60',
      'IR',
      () => read(painResponse, { before: 6, after: 5, analgesics: analgesicChange(60, 60), treated: 'yes' }),
      { kind: 'complete', findings: [{ id: 'IR' }] },
    ],
    [
      'pain 5→7; OMED 40→40',
      'PP',
      () => read(painResponse, { before: 5, after: 7, analgesics: analgesicChange(40, 40), treated: 'yes' }),
      { kind: 'complete', findings: [{ id: 'PP' }] },
    ],
    [
      'pain 5→6; OMED 40→50',
      'PP',
      () => read(painResponse, { before: 5, after: 6, analgesics: analgesicChange(40, 50), treated: 'yes' }),
      { kind: 'complete', findings: [{ id: 'PP' }] },
    ],
    [
      'pain 0→3; OMED 0→0',
      'NE',
      () => read(painResponse, { before: 0, after: 3, analgesics: analgesicChange(0, 0), treated: 'yes' }),
      { kind: 'complete', findings: [{ id: 'NE' }] },
    ],
  ]),
  ...vectorsOf('VCF risk', [
    [
      '24 Gy/1, lytic, baseline fracture, normal alignment',
      '3 risk factors',
      () =>
        read(fractureAfterSbrt, {
          dose: { measured: 24 / 1, unit: 'Gy' },
          fracture: 'yes',
          lytic: 'lytic',
          deformity: 'none',
        }),
      { kind: 'complete', total: 3 },
    ],
    [
      '27 Gy/3, blastic, no fracture',
      '0',
      () =>
        read(fractureAfterSbrt, {
          dose: { measured: 27 / 3, unit: 'Gy' },
          fracture: 'no',
          lytic: 'other',
          deformity: 'none',
        }),
      { kind: 'complete', total: 0 },
    ],
    [
      '20 Gy/1, lytic',
      '2',
      () =>
        read(fractureAfterSbrt, {
          dose: { measured: 20 / 1, unit: 'Gy' },
          fracture: 'no',
          lytic: 'lytic',
          deformity: 'none',
        }),
      { kind: 'complete', total: 2 },
    ],
    [
      '24 Gy/2, kyphosis, lytic',
      '2',
      () =>
        read(fractureAfterSbrt, {
          dose: { measured: 24 / 2, unit: 'Gy' },
          fracture: 'no',
          lytic: 'lytic',
          deformity: 'present',
        }),
      { kind: 'complete', total: 2 },
    ],
  ]),
  ...vectorsOf('Genant', [
    [
      'height loss 18 %',
      '0',
      () => read(genant, { height: { measured: 18, unit: '%' } }),
      { kind: 'complete', grade: '0' },
    ],
    [
      'height loss 22 %',
      '1',
      () => read(genant, { height: { measured: 22, unit: '%' } }),
      { kind: 'complete', grade: '1' },
    ],
    [
      'height loss 25 %',
      '2',
      () => read(genant, { height: { measured: 25, unit: '%' } }),
      { kind: 'complete', grade: '2' },
    ],
    [
      'height loss 41 %',
      '3',
      () => read(genant, { height: { measured: 41, unit: '%' } }),
      { kind: 'complete', grade: '3' },
    ],
  ]),
  ...vectorsOf('SPINO', [
    [
      'MRI stable twice, 3 and 6 months',
      'local_control',
      () => read(spino, { mri: 'done', growth: 'none', epidural: 'no', decline: 'no' }),
      { findings: [{ id: 'local_control' }] },
    ],
    [
      'new epidural tumour at treated level',
      'local_progression (epidural)',
      () => read(spino, { mri: 'done', growth: 'none', epidural: 'yes', decline: 'no' }),
      { findings: [{ id: 'local_progression' }, { id: 'epidural' }] },
    ],
    [
      'T2 change and swelling at 3 months, no clear growth',
      'equivocal, repeat in 6–8 weeks',
      () => read(spino, { mri: 'done', growth: 'unclear', epidural: 'no', decline: 'no' }),
      {
        findings: [
          { id: 'equivocal', text: 'Equivocal: repeat MRI in 6–8 weeks. Early swelling may be pseudoprogression.' },
        ],
      },
    ],
    [
      'no MRI after treatment',
      'not_evaluable',
      () => read(spino, { mri: 'none' }),
      { findings: [{ id: 'not_evaluable' }] },
    ],
  ]),
  ...vectorsOf('Clavien–Dindo', [
    ['transfusion after surgery', 'II', () => gradesNaming(clavienDindo, 'transfusion'), ['II']],
    [
      'wound revision under general anaesthesia',
      'IIIb',
      () => gradesNaming(clavienDindo, 'under general anaesthesia'),
      ['IIIb'],
    ],
    ['dialysis in intensive care', 'IVa', () => gradesNaming(clavienDindo, 'dialysis'), ['IVa']],
    [
      'CT-guided drainage, local anaesthesia',
      'IIIa',
      () => gradesNaming(clavienDindo, 'without general anaesthesia'),
      ['IIIa'],
    ],
    ['death', 'V', () => gradesNaming(clavienDindo, 'Death'), ['V']],
    [
      'pneumonia treated with antibiotics, still present at discharge',
      'IId, rank as II',
      () => [gradesNaming(clavienDindo, 'antibiotics'), read(clavienDindo, { grade: 'IId' })],
      [
        ['II'],
        {
          kind: 'complete',
          grade: 'II',
          rank: 1,
          lines: [{ finding: 'IId: Other drugs such as antibiotics, transfusion, parenteral nutrition' }],
        },
      ],
    ],
    [
      'events IId and IIIa',
      'case IIIa',
      () => highestOf(read(clavienDindo, { grade: 'IId' }), read(clavienDindo, { grade: 'IIIa' })),
      'IIIa',
    ],
  ]),
  ...vectorsOf('CTCAE scale', [
    [
      'hospitalised for pneumonia treated with IV drugs, not life-threatening',
      'grade 3',
      () => gradesNaming(ctcae, 'hospital stay'),
      ['3'],
    ],
    ['needs urgent intensive care', '4', () => gradesNaming(ctcae, 'urgent intervention'), ['4']],
    ['mild dermatitis, no treatment', '1', () => gradesNaming(ctcae, 'Mild'), ['1']],
    ['died of event', '5', () => gradesNaming(ctcae, 'Death'), ['5']],
  ]),
]
