import { holdAgents } from '@/lib/clinical/hold-windows'
import { amount, choice, day, moment, text } from '../field'
import { section } from './section'

/** One line, or one drug, of systemic therapy. */
export const therapies = section({
  title: 'Lines of systemic therapy',
  repeats: 'list',
  partOf: { section: 'tumour' },
  entries: {
    one: 'Therapy',
    add: 'Add a therapy',
    empty: 'No line of therapy recorded.',
    next: 'Add each drug or line: what was given, when, and what came of it.',
    title: ['drug', 'startedOn'],
  },
  fields: {
    drug: text('Drug or scheme', { hint: 'With dose, for example cabozantinib 40 mg daily.' }),
    line: amount('Line', null, [1, 20], { step: 1 }),
    kind: choice('Kind of therapy', {
      chemotherapy: 'Chemotherapy',
      endocrine: 'Endocrine',
      targeted: 'Targeted drug',
      immunotherapy: 'Immunotherapy',
      bone: 'Bone-modifying drug',
      other: 'Other',
    }),
    given: choice('Given now', { yes: 'Yes', no: 'Ended', planned: 'Planned' }),
    startedOn: day('Started on', { future: 'allowed' }),
    endedOn: day('Ended on', { askedWhen: { field: 'given', is: ['no'] } }),
    lastDose: moment('Last dose', { askedWhen: { field: 'given', is: ['yes', 'no'] } }),
    nextDose: day('Next dose due on', { future: 'allowed', askedWhen: { field: 'given', is: ['yes', 'planned'] } }),
    response: choice('Response', {
      complete: 'Complete',
      partial: 'Partial',
      stable: 'Stable',
      progression: 'Progression',
      mixed: 'Mixed',
      early: 'Too early to say',
    }),
    holdAgent: choice('Agent with an interval around surgery', holdAgents, {
      hint: 'Shows what its label asks for.',
    }),
    remark: text('Remark', { hint: 'Toxicity, why it ended.' }),
  },
})
