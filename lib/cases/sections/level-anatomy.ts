import { choice, levels, note, several, text, yesNo } from '../field'
import { lesions } from './lesions'
import { section } from './section'

const ifTransitional = { field: 'numbering', is: ['transitional'] }
const ifVariant = (variant: string) => ({ field: 'variants', is: [variant] })

/** How the vertebrae of this patient are numbered: said once, by a named person, on a named study (REFERENCE 1.4 rule 9). */
export const anatomy = section({
  title: 'Numbering of the vertebrae',
  repeats: 'one',
  partOf: { section: 'lesions' },
  fields: {
    numbering: choice('Numbering', {
      usual: 'Usual: 7 cervical, 12 thoracic, 5 lumbar',
      transitional: 'Transitional anatomy',
    }),
    variants: several(
      'What is unusual',
      {
        l6: 'Six lumbar vertebrae (L6)',
        'lumbarised-s1': 'Lumbarised S1',
        'sacralised-l5': 'Sacralised L5',
        'ribs-11': 'Eleven pairs of ribs',
        'ribs-13': 'Thirteen pairs of ribs (T13)',
      },
      { askedWhen: ifTransitional },
    ),
    l6As: choice('L6 is recorded as', { L5: 'L5', S1: 'S1' }, { askedWhen: ifVariant('l6') }),
    t13As: choice('T13 is recorded as', { T12: 'T12', L1: 'L1' }, { askedWhen: ifVariant('ribs-13') }),
    countedFrom: choice(
      'Counted from',
      { c2: 'C2 downwards', ribs: 'The lowest ribs', sacrum: 'The sacrum upwards' },
      { askedWhen: ifTransitional },
    ),
    numberedBy: text('Who numbered them', { askedWhen: ifTransitional }),
    numberedOn: text('On which study', { hint: 'For example MRI 24-Nov-2026.', askedWhen: ifTransitional }),
  },
})

/** One mass over several levels. Its levels keep answers of their own; one score for the whole is a clinician's choice. */
export const masses = section({
  title: 'Masses over several levels',
  repeats: 'list',
  partOf: { section: 'lesions' },
  entries: {
    one: 'Mass',
    add: 'Add a mass over several levels',
    empty: 'No mass over several levels recorded.',
    next: 'Add one where the same tumour spans neighbouring levels.',
    title: ['levels'],
  },
  fields: {
    levels: levels('Levels of the mass', { hint: 'Neighbours, for example T6–T8.' }),
    oneScore: yesNo('One SINS for the whole mass', {
      hint: 'Takes the location that scores highest among its levels.',
    }),
    seenOn: text('Mass seen on', { hint: 'Study, sequence.' }),
    words: note('Mass in words'),
  },
})

const { pain, lesion, alignment, collapse, collapsePercent, posterolateral, escc } = lesions.fields

/** The same components rated by a second person. The first rating stays the case's until somebody chooses. */
export const secondRating = section({
  title: 'Second rating',
  repeats: 'vertebra',
  partOf: { section: 'lesions' },
  freshDays: 28,
  fields: {
    rater: text('Second rater', { hint: 'If somebody else types it in.' }),
    pain: { ...pain, neededFor: undefined },
    lesion: { ...lesion, neededFor: undefined },
    alignment: { ...alignment, neededFor: undefined },
    collapse: { ...collapse, neededFor: undefined },
    collapsePercent,
    posterolateral: { ...posterolateral, neededFor: undefined },
    escc: { ...escc, neededFor: undefined },
    counts: choice('Rating that counts', { first: 'The first', second: 'The second' }),
  },
})
