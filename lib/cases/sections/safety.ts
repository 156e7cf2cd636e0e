import { choice, confirmedTogether, lasting, moment, several, text } from '../field'
import { section } from './section'

const ifTaken = { field: 'anticoagulant', is: ['taken'] }
const ifObstacle = { field: 'mriObstacle', is: ['present'] }

/** What can harm on the way to treatment; shown in the banner on every screen of the patient. */
export const safety = section({
  title: 'Safety',
  repeats: 'one',
  fields: {
    allergies: choice(
      'Allergies',
      { none: 'No known allergies', known: 'Known allergies' },
      {
        lasting: true,
        hint: 'Asked for elsewhere and not here yet: “Pending”.',
        neededFor: 'any drug or contrast',
      },
    ),
    anticoagulant: choice(
      'Anticoagulant',
      { none: 'None', taken: 'Taken' },
      { hint: 'Or a drug against platelets.', neededFor: 'any operation or needle' },
    ),
    anticoagulantKinds: several(
      'Kind of drug',
      {
        vka: 'Vitamin K antagonist',
        direct: 'Direct oral anticoagulant',
        heparin: 'Heparin',
        antiplatelet: 'Against platelets',
        other: 'Other',
      },
      { askedWhen: ifTaken },
    ),
    anticoagulantDrug: text('Which, with dose', {
      hint: 'For example apixaban 5 mg twice a day.',
      askedWhen: ifTaken,
      neededFor: 'any operation or needle',
    }),
    anticoagulantLast: moment('Last dose', { askedWhen: ifTaken, neededFor: 'any operation or needle' }),
    // PATHWAY PW-SUR-08: one interval only is sourced.
    anticoagulantPlan: text('Plan to hold or bridge, and whose', {
      hint: 'Vitamin K antagonist: 5 d before elective surgery (ACCP 2012). Other drugs: ask haematology or your local policy.',
      askedWhen: ifTaken,
    }),
    mriObstacle: choice(
      'MRI obstacle',
      { none: 'None known', present: 'Present' },
      { lasting: true, hint: 'Cardiac device, implant, metal, not able to lie.', neededFor: 'MRI and SBRT planning' },
    ),
    mriObstacleKinds: several(
      'Which obstacles',
      {
        pacemaker: 'Pacemaker',
        defibrillator: 'Implanted defibrillator',
        neurostimulator: 'Neurostimulator',
        pump: 'Implanted pump',
        cochlear: 'Cochlear implant',
        clip: 'Aneurysm clip',
        splinter: 'Metal splinter',
        'spinal-implant': 'Metal implant in the spine',
        claustrophobia: 'Claustrophobia',
        lying: 'Cannot lie flat or still',
        other: 'Other',
      },
      { lasting: true, askedWhen: ifObstacle },
    ),
    mriObstacleWhich: text('Device or details', {
      lasting: true,
      hint: 'Maker and model; MR conditional or not.',
      askedWhen: ifObstacle,
    }),
    interpreter: choice('Interpreter', { no: 'Not needed', yes: 'Needed' }),
    language: text('Language', { askedWhen: { field: 'interpreter', is: ['yes'] } }),
    confirmedTogether,
  },
})

/** One substance that the patient does not tolerate. */
export const allergy = section({
  title: 'Known allergies',
  repeats: 'list',
  partOf: { section: 'safety', askedWhen: { field: 'allergies', is: ['known'] } },
  entries: {
    one: 'Allergy',
    add: 'Add an allergy',
    empty: 'No substance recorded.',
    next: 'Name each substance with its reaction: the banner shows them on every screen.',
    title: ['substance'],
  },
  fields: lasting({
    substance: text('Substance', { hint: 'For example penicillin, iodinated contrast, nickel.' }),
    reaction: text('Reaction', { hint: 'For example anaphylaxis, rash.' }),
    severity: choice('Severity', { mild: 'Mild', moderate: 'Moderate', severe: 'Severe' }),
    kind: choice('Kind of substance', {
      medicine: 'Medicine',
      contrast: 'Contrast medium',
      metal: 'Metal or implant',
      latex: 'Latex or plaster',
      other: 'Other',
    }),
  }),
})
