import { amount, day, text } from '../field'
import { section } from './section'

const alive = (label: string) => amount(label, '%', [0, 100], { hint: 'Survival, not mortality.' })

/**
 * What a calculator outside of Spineboard said of the patient, as a dated record: SORG and PathFx publish no tables and belong to
 * their owners, so that neither is computed here and no request leaves the server (REFERENCE 5.13, 5.16).
 */
export const externalPrognosis = section({
  title: 'Prognosis computed elsewhere',
  repeats: 'list',
  partOf: { section: 'fitness' },
  entries: {
    one: 'Result',
    add: 'Add a result',
    empty: 'No result of a calculator recorded.',
    next: 'SORG or PathFx for example: what it said, when, and by which version.',
    title: ['tool', 'computedOn'],
  },
  dayField: 'computedOn',
  fields: {
    tool: text('Calculator', { hint: 'With its version, for example SORG-ML, web version of 2019.' }),
    computedOn: day('Computed on'),
    aliveAt30Days: alive('Alive at 30 days'),
    aliveAt90Days: alive('Alive at 90 days'),
    aliveAt1Year: alive('Alive at 1 year'),
    remark: text('Remark', { hint: 'What was entered, who computed it.' }),
  },
})
