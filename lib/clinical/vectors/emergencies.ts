import { read } from '../instrument'
import { steroid } from '../instruments/steroid'
import { triage } from '../instruments/triage'
import { vectorsOf } from './vector'

/** Nothing that raises the level. */
const calm = {
  weakness: 'no',
  gait: 'no',
  sensation: 'no',
  bladderBowel: 'no',
  signs: 'no',
  radicular: 'no',
  caudaEquina: 'no',
  residual: 'low',
  deterioration: 'no',
  epidural: 'low',
  sins: 3,
  pain: 'no',
} as const

/** REFERENCE 14: Triage, Steroid checklist. */
export const emergenciesVectors = [
  ...vectorsOf('Triage', [
    [
      'PVR 80 mL, back pain',
      'GREEN/AMBER by other items; CES unlikely',
      () => [
        read(triage, { ...calm, residual: { measured: 80, unit: 'mL' } }),
        read(triage, { ...calm, residual: { measured: 80, unit: 'mL' }, pain: 'yes' }),
      ],
      [{ grade: 'GREEN', caveats: [{ id: 'pathway_stands' }, { id: 'ces_unlikely' }] }, { grade: 'AMBER' }],
    ],
    [
      'PVR 250 mL and new saddle numbness',
      'RED',
      () => read(triage, { residual: { measured: 250, unit: 'mL' }, caudaEquina: 'yes' }),
      { kind: 'complete', grade: 'RED' },
    ],
    [
      'ESCC 3, no deficit',
      'AMBER',
      () => read(triage, { ...calm, epidural: 'high' }),
      { kind: 'complete', grade: 'AMBER' },
    ],
    [
      'new leg weakness, known breast cancer',
      'RED',
      () => read(triage, { weakness: 'yes' }),
      { kind: 'complete', grade: 'RED' },
    ],
  ]),
  ...vectorsOf('Steroid checklist', [
    [
      'leg weakness, MSCC suspected',
      'offer 16 mg dexamethasone line shown',
      () => read(steroid, { compression: 'suspected', deficit: 'yes' }),
      { findings: [{ id: 'offer' }] },
    ],
    [
      'pain only, solid tumour',
      'not routine',
      () => read(steroid, { compression: 'suspected', deficit: 'no', tumour: 'solid' }),
      { findings: [{ id: 'not-routine' }] },
    ],
    [
      'lymphoma suspected, no tissue, no deficit',
      'biopsy-before-steroid alert',
      () => read(steroid, { compression: 'suspected', deficit: 'no', tumour: 'possible-lymphoma' }),
      { findings: [{ id: 'biopsy-first' }, { id: 'not-routine' }] },
    ],
    [
      'MSCC excluded',
      'stop steroid line',
      () => read(steroid, { compression: 'excluded' }),
      { findings: [{ id: 'stop' }] },
    ],
  ]),
]
