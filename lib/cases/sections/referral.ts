import { choice, day, note, text, yesNo } from '../field'
import { section } from './section'

export const referral = section({
  title: 'Patient and referral',
  repeats: 'one',
  fields: {
    referredBy: text('Referring doctor', { neededFor: 'the letter after the board' }),
    hospital: text('Hospital or practice'),
    referredOn: day('Referred on'),
    informed: yesNo('Patient knows of this discussion', { neededFor: 'the conversation after the board' }),
    summary: note('Story in a few lines', { hint: 'What the board has to know before the details.' }),
    noImagingBecause: text('No imaging study, because', {
      hint: 'For example: MRI booked for 24-Nov-2026.',
      askedElsewhere: true,
    }),
    noLesionBecause: text('No involved level, because', {
      hint: 'For example: whole spine not imaged yet.',
      askedElsewhere: true,
    }),
  },
})

/** What can harm on the way to treatment; shown in the banner on every screen of the patient. */
export const safety = section({
  title: 'Safety',
  repeats: 'one',
  fields: {
    allergies: choice(
      'Allergies',
      { none: 'No known allergies', known: 'Known allergies' },
      { neededFor: 'any drug or contrast' },
    ),
    allergyList: text('Which allergies', {
      hint: 'Substance and reaction, for example penicillin, anaphylaxis.',
      askedWhen: { field: 'allergies', is: ['known'] },
      neededFor: 'any drug or contrast',
    }),
    anticoagulant: choice('Anticoagulant', { none: 'None', taken: 'Taken' }, { neededFor: 'any operation or needle' }),
    anticoagulantDrug: text('Which, and last dose', {
      hint: 'For example apixaban 5 mg, last 23-Nov-2026 20:00.',
      askedWhen: { field: 'anticoagulant', is: ['taken'] },
    }),
    mriObstacle: choice(
      'MRI obstacle',
      { none: 'None known', present: 'Present' },
      { neededFor: 'MRI and SBRT planning' },
    ),
    mriObstacleWhich: text('Which obstacle', { askedWhen: { field: 'mriObstacle', is: ['present'] } }),
    interpreter: choice('Interpreter', { no: 'Not needed', yes: 'Needed' }),
  },
})
