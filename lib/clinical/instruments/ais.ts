import { defineInstrument } from '../instrument'
import { choose } from '../item'

/** ASIA Impairment Scale, as recorded. Deriving it from an examination is REFERENCE 3.3. */
export const ais = defineInstrument({
  id: 'ais',
  version: 1,
  form: 'grade',
  title: 'ASIA Impairment Scale',
  asks: 'Is the cord lesion complete, and how much motor function is left?',
  source: 'ASIA/ISCoS International Standards, 2019; Rupp R et al. Top Spinal Cord Inj Rehabil 2021;27(2):1–22',
  status: 'V1',
  direction: 'label',
  items: {
    grade: choose('AIS', {
      A: [null, 'Complete: nothing in the lowest sacral segments'],
      B: [null, 'Sensory incomplete: sensation, but no motor function further down'],
      C: [null, 'Motor incomplete: fewer than half of the key muscles below the level have grade 3 or more'],
      D: [null, 'Motor incomplete: at least half of the key muscles below the level have grade 3 or more'],
      E: [
        null,
        'Normal, after an earlier deficit',
        {
          caveat: {
            id: 'e_equivalent',
            text: 'E is for people with an earlier deficit. At a first normal examination read it as no deficit (E-equivalent).',
          },
        },
      ],
    }),
  },
  context: {
    source: choose('Came from', {
      derived: [null, 'Derived from the examination'],
      clinician: [null, 'Judged by the clinician'],
    }),
  },
  caveats: [{ id: 'made_for_trauma', text: 'Made for traumatic injury; used here by analogy.' }],
  examples: [
    { name: 'Most key muscles useful', answers: { grade: 'D' }, gives: { grade: 'D' } },
    {
      name: 'Normal at follow-up',
      answers: { grade: 'E', source: 'clinician' },
      gives: { grade: 'E', caveat: 'e_equivalent' },
    },
    {
      name: 'Examination leaves B or C open',
      answers: { grade: { oneOf: ['B', 'C'] } },
      gives: { missing: ['grade'] },
    },
  ],
})

export type AisGrade = (typeof ais.items.grade.cells)[number]['id']
