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
    doctorContact: text('Contact of the referring doctor', { hint: 'Telephone, e-mail.' }),
    hospitalContact: text('Contact of the hospital or practice', { hint: 'Address, telephone, e-mail.' }),
    familyDoctor: text('Family doctor', { hint: 'Name, telephone.' }),
    consent: choice(
      'Consent to the discussion',
      { given: 'Given', refused: 'Refused', 'not-required': 'Not required here' },
      { hint: 'Where the board needs it.' },
    ),
    noImagingBecause: text('No imaging study, because', {
      hint: 'For example: MRI booked for 24-Nov-2026.',
      askedElsewhere: true,
    }),
    noLesionBecause: text('No involved level, because', {
      hint: 'For example: whole spine not imaged yet.',
      askedElsewhere: true,
    }),
  },
  groups: [
    {
      title: 'Contacts and consent',
      fields: ['doctorContact', 'hospitalContact', 'familyDoctor', 'consent'],
      folded: true,
    },
  ],
})
