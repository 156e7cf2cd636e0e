import { defineInstrument } from '../instrument'
import { choose, count, yesNo } from '../item'

const red = { grade: 'RED' } as const
const amber = { grade: 'AMBER' } as const

/** Urgency of a referral: the highest level that any answer raises. Product logic on guideline facts; PATHWAY.md stands where it differs (REFERENCE 11.1, 11.2). */
export const triage = defineInstrument({
  id: 'triage',
  version: 1,
  form: 'highest',
  title: 'Emergency triage',
  asks: 'How urgent is this referral?',
  source: 'Product rules on facts of NICE NG234 (2023) and list N of its box for cord compression',
  status: 'V2',
  direction: 'label',
  items: {
    weakness: yesNo('New or progressive limb weakness', red),
    gait: yesNo('New or progressive difficulty in walking', red),
    sensation: yesNo('New numbness, paraesthesia or sensory loss', red),
    bladderBowel: yesNo('New bladder or bowel dysfunction', red),
    signs: yesNo('New signs of compression of cord or cauda equina', red),
    radicular: yesNo('New radicular pain', red),
    caudaEquina: yesNo(
      'Suspected cauda equina',
      red,
      'New retention, saddle sensory loss, reduced anal tone, deficit of both legs.',
    ),
    residual: choose(
      'Post-void residual',
      {
        low: [
          null,
          'Under 100 mL',
          { caveat: { id: 'ces_unlikely', text: 'A post-void residual under 100 mL makes cauda equina unlikely.' } },
        ],
        uncertain: [
          null,
          '100 to under 200 mL',
          {
            caveat: {
              id: 'repeat_residual',
              text: 'A post-void residual of 100–200 mL: repeat it and combine it with signs.',
            },
          },
        ],
        high: [null, '200 mL or more, no new symptoms'],
        'high-new': [null, '200 mL or more with new symptoms', red],
      },
      {
        help: 'Waiting for retention is too late.',
        measured: {
          unit: 'mL',
          min: 0,
          max: 3000,
          read: (millilitres) => ({ ids: residualOf(millilitres) }),
        },
      },
    ),
    deterioration: yesNo('Deterioration during radiotherapy', red),
    epidural: choose('Epidural grade', {
      low: [null, '0, 1a or 1b'],
      touched: [null, '1c', amber],
      high: [null, '2 or 3, no deficit', amber],
      'high-deficit': [null, '2 or 3 with a deficit', red],
    }),
    sins: count('SINS, highest level', {}, [
      ['stable', 0, 6, null, '0–6'],
      ['unstable', 7, 18, null, '7–18', amber],
    ]),
    pain: yesNo('Rapidly rising pain', amber),
  },
  grades: {
    GREEN: {
      label: 'Next scheduled board',
      meaning: 'MRI within 1 week where pain alone raises the suspicion (unconfirmed).',
    },
    AMBER: { label: 'Urgent', meaning: 'Board or consultant contacted within 24–72 h.' },
    RED: {
      label: 'Emergency',
      meaning:
        'The same day: MRI of the whole spine within 24 h, surgeon and radiation oncologist contacted, treatment begun within 24 h of confirmation.',
    },
  },
  caveats: [{ id: 'pathway_stands', text: 'Where the pathway rules of the board differ, those stand.' }],
  examples: [
    { name: 'Nothing at all', answers: calm({}), gives: { grade: 'GREEN' } },
    { name: 'New leg weakness, nothing else known', answers: { weakness: 'yes' }, gives: { grade: 'RED' } },
    { name: 'Epidural grade 3, no deficit', answers: calm({ epidural: 'high' }), gives: { grade: 'AMBER' } },
    { name: 'SINS 7', answers: calm({ sins: 7 }), gives: { grade: 'AMBER' } },
    { name: 'SINS 6', answers: calm({ sins: 6 }), gives: { grade: 'GREEN' } },
    {
      name: 'Residual 99 mL',
      answers: calm({ residual: { measured: 99, unit: 'mL' } }),
      gives: { grade: 'GREEN', caveat: 'ces_unlikely' },
    },
    {
      name: 'Residual 100 mL',
      answers: calm({ residual: { measured: 100, unit: 'mL' } }),
      gives: { grade: 'GREEN', caveat: 'repeat_residual' },
    },
    {
      name: 'Residual 250 mL with new saddle numbness',
      answers: { residual: { measured: 250, unit: 'mL' }, caudaEquina: 'yes' },
      gives: { grade: 'RED' },
    },
    {
      name: 'Residual 200 mL: are there new symptoms?',
      answers: calm({ residual: { measured: 200, unit: 'mL' } }),
      gives: { missing: ['residual'] },
    },
    { name: 'SINS not known', answers: calm({ sins: undefined }), gives: { missing: ['sins'] } },
  ],
})

function residualOf(millilitres: number): ('low' | 'uncertain' | 'high' | 'high-new')[] {
  if (millilitres >= 200) return ['high', 'high-new']
  return [millilitres < 100 ? 'low' : 'uncertain']
}

/** Nothing that raises the level but what an example names. */
function calm<const A extends object>(answers: A) {
  return {
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
    ...answers,
  } as const
}
