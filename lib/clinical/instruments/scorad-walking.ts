import { defineInstrument } from '../instrument'
import { ranked } from '../item'

/** Walking grade of the trial SCORAD. Hoskin 2019 (REFERENCE 3.5). */
export const scoradWalking = defineInstrument({
  id: 'scorad-walking',
  version: 1,
  form: 'grade',
  title: 'SCORAD walking grade',
  asks: 'Does the patient walk, by the definition of the trial SCORAD?',
  source: 'Hoskin 2019, JAMA (SCORAD), PMC6902166',
  status: 'V1',
  direction: 'higher-worse',
  items: {
    grade: ranked('Walking grade', [
      ['1', 'Walks without an aid, power 5 of 5'],
      ['2', 'Walks with an aid, or power 4 of 5'],
      ['3', 'Cannot walk, power not worse than 2 of 5 (unconfirmed)'],
      ['4', 'Flicker or no power (unconfirmed)'],
    ]),
  },
  bands: {
    walks: { grades: ['1', '2'], label: 'Ambulatory', meaning: 'Counts as walking in the trial.' },
    'does-not': { grades: ['3', '4'], label: 'Not ambulatory', meaning: 'Does not count as walking in the trial.' },
  },
  caveats: [
    {
      id: 'definition',
      text: 'One of several definitions of walking: store it with every follow-up and never compare rates across definitions.',
    },
  ],
  examples: [
    { name: 'Walks freely', answers: { grade: '1' }, gives: { grade: '1', band: 'walks' } },
    { name: 'Walks with a frame', answers: { grade: '2' }, gives: { grade: '2', band: 'walks' } },
    { name: 'Moves the legs, cannot walk', answers: { grade: '3' }, gives: { grade: '3', band: 'does-not' } },
    { name: 'No power', answers: { grade: '4' }, gives: { grade: '4', band: 'does-not' } },
    { name: 'Not stated', answers: {}, gives: { missing: ['grade'] } },
  ],
})
