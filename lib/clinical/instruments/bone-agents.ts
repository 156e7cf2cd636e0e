import { defineInstrument } from '../instrument'
import { choose, yesNo } from '../item'
import { laboratory } from '../laboratory-item'
import type { Finding } from '../reading'

const lines = {
  'renal-stop': ['Stop', 'Zoledronic acid: not recommended at a creatinine clearance under 30 mL/min.'],
  hypocalcaemia: ['Stop', 'Correct the hypocalcaemia before the first dose.'],
  dental: ['Open', 'Dental check before the first dose; no open invasive dental work.'],
  supplement: ['Open', 'Calcium and vitamin D, unless calcium is raised.'],
  'renal-dose': ['Remember', 'Zoledronic acid: reduced dose by the label at a creatinine clearance of 30–60 mL/min.'],
  zoledronate: ['Remember', 'Zoledronic acid: 4 mg IV every 4 weeks.'],
  denosumab: ['Remember', 'Denosumab: 120 mg SC every 4 weeks. No renal limit, but a risk of hypocalcaemia.'],
  complications: [
    'Remember',
    'Complications: osteonecrosis of the jaw, atypical femur fracture; fractures after stopping denosumab (unconfirmed).',
  ],
} as const
type LineId = keyof typeof lines

const line = (id: LineId): Finding => ({ id, group: lines[id][0], text: lines[id][1] })

/** What to check before a bone-modifying drug (REFERENCE 11.6; the renal limits as in PATHWAY PW-BMA-08 and 09, which stand). */
export const boneAgents = defineInstrument({
  id: 'bone-agents',
  version: 1,
  form: 'rule',
  title: 'Bone-modifying drugs',
  asks: 'What has to be settled before zoledronic acid or denosumab?',
  source: 'Product texts of zoledronic acid and denosumab; ASCO and ESMO summaries',
  status: 'V2',
  direction: 'label',
  groups: ['Stop', 'Open', 'Remember'],
  items: {
    drug: choose('Drug', { zoledronate: [null, 'Zoledronic acid'], denosumab: [null, 'Denosumab'] }),
    dental: yesNo('Dental check done'),
    supplement: yesNo('Calcium and vitamin D given, or not needed'),
    hypocalcaemia: yesNo('Hypocalcaemia'),
    clearance: laboratory(
      'clearance',
      {
        low: [null, 'Under 30 mL/min'],
        reduced: [null, '30–60 mL/min'],
        normal: [null, 'Over 60 mL/min'],
      },
      {
        unit: 'mL/min',
        limits: [1, 250],
        read: (value) => (value < 30 ? 'low' : value <= 60 ? 'reduced' : 'normal'),
      },
    ),
  },
  rules({ drug, dental, supplement, hypocalcaemia, clearance }) {
    const renal: readonly LineId[] =
      clearance === 'low' ? ['renal-stop'] : [clearance === 'reduced' ? 'renal-dose' : 'zoledronate']
    const raised: readonly LineId[] = [
      ...(drug === 'zoledronate' ? renal : (['denosumab'] as const)),
      ...(hypocalcaemia === 'yes' ? (['hypocalcaemia'] as const) : []),
      ...(dental === 'no' ? (['dental'] as const) : []),
      ...(supplement === 'no' ? (['supplement'] as const) : []),
      'complications',
    ]
    return raised.map(line)
  },
  caveats: [{ id: 'pathway_stands', text: 'Where the pathway rules of the board differ, those stand.' }],
  examples: [
    {
      name: 'Zoledronic acid, clearance 61 mL/min, all settled',
      answers: settled({ drug: 'zoledronate', clearance: { measured: 61, unit: 'mL/min' } }),
      gives: { findings: ['zoledronate', 'complications'] },
    },
    {
      name: 'Zoledronic acid, clearance 60 mL/min',
      answers: settled({ drug: 'zoledronate', clearance: { measured: 60, unit: 'mL/min' } }),
      gives: { findings: ['renal-dose', 'complications'] },
    },
    {
      name: 'Zoledronic acid, clearance 30 mL/min',
      answers: settled({ drug: 'zoledronate', clearance: { measured: 30, unit: 'mL/min' } }),
      gives: { findings: ['renal-dose', 'complications'] },
    },
    {
      name: 'Zoledronic acid, clearance 29 mL/min',
      answers: settled({ drug: 'zoledronate', clearance: { measured: 29, unit: 'mL/min' } }),
      gives: { findings: ['renal-stop', 'complications'] },
    },
    {
      name: 'Denosumab, hypocalcaemia, no dental check: the clearance does not matter',
      answers: settled({ drug: 'denosumab', hypocalcaemia: 'yes', dental: 'no' }),
      gives: { findings: ['hypocalcaemia', 'dental', 'denosumab', 'complications'] },
    },
    {
      name: 'Zoledronic acid, clearance not known',
      answers: settled({ drug: 'zoledronate' }),
      gives: { findings: ['complications'], missing: ['clearance'] },
    },
  ],
})

/** Everything settled but what an example names. */
function settled<const A extends object>(answers: A) {
  return { dental: 'yes', supplement: 'yes', hypocalcaemia: 'no', ...answers } as const
}
