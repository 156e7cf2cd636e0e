import { frankel } from '@/lib/clinical/instruments/frankel'
import {
  dermatomes,
  keyMuscles,
  modes,
  motorGrades,
  motorLevels,
  sensoryGrades,
  sides,
} from '@/lib/clinical/isncsci-exam'
import { amount, choice, confirmedTogether, day, grid, moment, note, several, text, yesNo } from '../field'
import { illnessFields } from './illness'
import { section } from './section'

const grades = (cells: readonly { id: string; label: string }[]) =>
  Object.fromEntries(cells.map(({ id, label }) => [id, `${id}: ${label}`]))

const power = (limb: string) =>
  amount(`Power, ${limb}`, '/ 5', [0, 5], {
    step: 1,
    hint: 'Weakest key muscle, a whole grade 0 to 5.',
    neededFor: 'urgency and Frankel',
  })

const sideWords = { right: 'Right', left: 'Left' } as const
const modeWords = { Touch: 'light touch', Pin: 'pin prick' } as const
const bothSides = sides.map((side) => ({ id: side, label: sideWords[side] }))
const observed = { Yes: 'Yes', No: 'No', NT: 'Not testable' }
const motorLevelOptions = Object.fromEntries(motorLevels.map((level) => [level, level]))

export const neurology = section({
  title: 'Neurology',
  repeats: 'series',
  freshDays: 7,
  dayField: 'examinedOn',
  fields: {
    examinedOn: day('Examined on', { neededFor: 'knowing how old the findings are' }),
    powerRightArm: { ...power('right arm'), neededFor: undefined },
    powerLeftArm: { ...power('left arm'), neededFor: undefined },
    powerRightLeg: power('right leg'),
    powerLeftLeg: power('left leg'),
    sensation: choice('Sensation', { normal: 'Normal', reduced: 'Reduced', absent: 'Absent' }),
    sensoryLevel: choice(
      'Sensory level',
      { ...Object.fromEntries(dermatomes.map((level) => [level, level])), intact: 'Intact down to S4-5' },
      { hint: 'Lowest dermatome with normal sensation.' },
    ),
    saddle: choice('Saddle sensation', { normal: 'Normal', reduced: 'Reduced', absent: 'Absent' }),
    bladder: choice('Bladder', {
      normal: 'Normal',
      urgency: 'Urgency or hesitancy',
      retention: 'Retention',
      incontinence: 'Incontinence',
      catheter: 'Catheter',
    }),
    residual: amount('Post-void residual', 'mL', [0, 3000], { step: 1, improbableAbove: 1500 }),
    bowel: choice('Bowel', {
      normal: 'Normal',
      constipation: 'New constipation',
      incontinence: 'Incontinence',
      tone: 'Loss of anal tone',
    }),
    walking: choice(
      'Walking',
      { independent: 'Without aid', 'with-aid': 'With aid', 'non-ambulatory': 'Not walking' },
      { neededFor: 'urgency and prognosis' },
    ),
    ais: choice(
      'AIS, by the clinician',
      { A: 'A', B: 'B', C: 'C', D: 'D', E: 'E' },
      { hint: 'ASIA Impairment Scale.' },
    ),
    frankel: choice('Frankel grade', grades(frankel.items.grade.cells), { neededFor: 'the Tokuhashi score' }),
    words: note('Findings in words'),
    muscles: grid(
      'Power by key muscle',
      {
        rows: keyMuscles.map(({ level, muscle }) => ({ id: level, label: `${level}, ${muscle}` })),
        columns: bothSides,
        cell: { values: motorGrades, normal: '5' },
      },
      {
        hint: '0 to 5, N for NT not testable. * after a grade: impaired for another reason, ** and taken as normal. A grade moves on to the next cell, arrows and Shift+Tab go back, Enter goes down.',
      },
    ),
    dermatomes: grid(
      'Light touch and pin prick by dermatome',
      {
        rows: dermatomes.map((level) => ({ id: level, label: level })),
        columns: sides.flatMap((side) =>
          modes.map((mode) => ({ id: `${side}${mode}`, label: `${sideWords[side]} ${modeWords[mode]}` })),
        ),
        cell: { values: sensoryGrades, normal: '2' },
      },
      {
        hint: '0 absent, 1 altered, 2 normal, N for NT not testable, * and ** as for power. A grade moves on to the next cell, arrows and Shift+Tab go back, Enter goes down.',
      },
    ),
    vac: choice('Voluntary anal contraction', observed),
    dap: choice('Deep anal pressure felt', observed),
    nonKeyRight: choice('Lowest non-key muscle that moves, right', motorLevelOptions),
    nonKeyLeft: choice('Lowest non-key muscle that moves, left', motorLevelOptions),
    confirmedTogether,
  },
  groups: [
    { title: 'Power by key muscle', folded: true, fields: ['muscles'] },
    {
      title: 'Full ISNCSCI: sensation and anal examination',
      folded: true,
      fields: ['dermatomes', 'vac', 'dap', 'nonKeyRight', 'nonKeyLeft'],
    },
  ],
})

export const stability = section({
  title: 'Stability',
  repeats: 'one',
  freshDays: 7,
  fields: {
    immobilised: choice('Immobilised', { no: 'No', bed: 'Flat bed rest', brace: 'Brace or collar' }),
    immobilisedSince: moment('Since', { isClock: true, askedWhen: { field: 'immobilised', is: ['bed', 'brace'] } }),
    surgeonOpinion: note('Spine surgeon’s opinion on stability'),
  },
})

export const fitness = section({
  title: 'Fitness',
  repeats: 'series',
  freshDays: 7,
  dayField: 'assessedOn',
  fields: {
    assessedOn: day('Assessed on', { hint: 'How fit the patient is changes within days.' }),
    ecog: choice(
      'ECOG',
      {
        '0': '0: fully active',
        '1': '1: light work, walks',
        '2': '2: cares for self, no work',
        '3': '3: limited self-care, in bed or chair over half the day',
        '4': '4: fully disabled',
      },
      { neededFor: 'fitness for any treatment' },
    ),
    kps: amount('KPS', null, [0, 100], {
      step: 10,
      hint: 'Karnofsky, in steps of 10.',
      neededFor: 'the Tokuhashi score',
    }),
    toleratesSurgery: yesNo('Could tolerate surgery', {
      hint: 'Judgement of who examined the patient.',
      neededFor: 'NOMS',
    }),
    supportiveOnly: yesNo('Best supportive care only', { hint: 'Unfit for any active treatment.', neededFor: 'NOMS' }),
    confirmedTogether,
  },
})

export const comorbidity = section({
  title: 'Other illness and medicines',
  repeats: 'one',
  freshDays: 7,
  fields: {
    comorbidities: note('Other illness'),
    medicines: note('Medicines, with doses'),
    steroid: text('Steroid: drug, dose, since'),
    ...illnessFields,
  },
  groups: [{ title: 'Illness for Charlson and frailty', fields: Object.keys(illnessFields), folded: true }],
})

/** One follow-up visit; its day and recorder are columns of the visit. */
export const visit = section({
  title: 'Follow-up visit',
  repeats: 'list',
  outsideForm: true,
  fields: {
    pain: amount('Worst pain in the last 24 h', '/ 10', [0, 10], { step: 1 }),
    walking: choice('Walking', { independent: 'Without aid', 'with-aid': 'With aid', 'non-ambulatory': 'Not walking' }),
    ecog: choice('ECOG', { '0': '0', '1': '1', '2': '2', '3': '3', '4': '4' }),
    frankel: choice('Frankel grade', grades(frankel.items.grade.cells)),
    neurologyChange: choice('Neurology since before treatment', { better: 'Better', same: 'The same', worse: 'Worse' }),
    neurologyWords: note('Neurology in words'),
    events: several(
      'Events',
      {
        none: 'None',
        wound: 'Wound problem',
        infection: 'Infection',
        fracture: 'New fracture',
        'implant-failure': 'Implant failure',
        progression: 'Local progression',
        readmission: 'Readmission',
        reoperation: 'Reoperation',
        reirradiation: 'Reirradiation',
        thrombosis: 'Thrombosis or embolism',
        other: 'Other',
      },
      { alone: 'none' },
    ),
    eventWords: note('Events in words'),
    diedOn: day('Died on'),
  },
})
