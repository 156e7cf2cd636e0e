import { drugRoutes, drugUnits } from '@/lib/clinical/morphine-equivalent'
import { amount, choice, moment, note, quantity, text } from '../field'
import { section } from './section'

/**
 * Drugs one by one; the opioids among them give the oral morphine equivalent by a named table (REFERENCE 9.2). Names are written
 * freely: whether one that the table does not know is an opioid, the purpose says.
 */
export const medicines = section({
  title: 'Medicines, one by one',
  repeats: 'list',
  freshDays: 7,
  compact: true,
  entries: {
    one: 'Medicine',
    add: 'Add a medicine',
    empty: 'No medicine recorded one by one.',
    next: 'Add pain drugs and steroids first: their doses are added up and shown to the board.',
    title: ['drug', 'dose'],
  },
  fields: {
    drug: text('Drug'),
    purpose: choice('For', {
      pain: 'Pain',
      'pain-no-opioid': 'Pain, not an opioid',
      steroid: 'Steroid for the cord',
      other: 'Other',
    }),
    dose: quantity('Dose with unit', drugUnits, 100_000, { hint: 'patch: micrograms/h' }),
    route: choice('Route', drugRoutes),
    timesADay: amount('Times in 24 h', null, [0, 48], { hint: 'as needed: the average' }),
    since: moment('Taken since'),
    taper: note('Taper', { askedWhen: { field: 'purpose', is: ['steroid'] }, hint: 'Steps and stop date.' }),
  },
})
