import { amount, choice, confirmedTogether, day, moment, note, presentAbsent, several, text } from '../field'
import { section } from './section'

const ifPain = { field: 'backPain', is: ['present'] }
const exactness = {
  hour: 'To the hour',
  day: 'To the day',
  week: 'To about a week',
  vague: 'Vague',
}

/** List P of PATHWAY 0.5, with the item that the Scottish guideline adds. */
export const painFeatures = [
  'progressivePain',
  'unremittingPain',
  'mechanicalPain',
  'strainingPain',
  'nightPain',
  'tenderness',
  'claudication',
  'lyingPain',
] as const

/** Lists N and P of PATHWAY 0.5: present, absent, not assessed are three answers. */
export const symptoms = section({
  title: 'Symptoms and clocks',
  repeats: 'one',
  freshDays: 7,
  fields: {
    backPain: presentAbsent('Back pain', { neededFor: 'suspicion and stability' }),
    worstPain: amount('Worst pain in the last 24 h', '/ 10', [0, 10], { step: 1, neededFor: 'pain management' }),
    painOnset: day('Pain since', { askedWhen: ifPain }),
    weakness: presentAbsent('Limb weakness', { neededFor: 'urgency' }),
    gait: presentAbsent('Difficulty walking', { neededFor: 'urgency' }),
    sensoryLoss: presentAbsent('Numbness or sensory loss', { hint: 'Tingling too.' }),
    sphincter: presentAbsent('Bladder or bowel change', { neededFor: 'urgency' }),
    radicularPain: presentAbsent('Radicular pain'),
    cordSigns: presentAbsent('Signs of cord or cauda equina compression', { hint: 'Found on examination.' }),
    neuroOnset: moment('First neurological symptom on', {
      hint: 'As told by the patient; month or year alone is fine.',
      isClock: true,
    }),
    neuroOnsetExact: choice('How exact is that', exactness),
    deficitSpeed: choice('Deficit developed over', {
      'under-48h': 'Under 48 hours',
      '2-7d': '2 to 7 days',
      '8-14d': '8 to 14 days',
      'over-14d': 'Over 14 days',
    }),
    deficitCourse: choice('Deficit now', { better: 'Getting better', same: 'The same', worse: 'Getting worse' }),
    lastWalked: moment('Last able to walk on', { hint: 'About is fine.', isClock: true }),
    story: note('In words'),
    progressivePain: presentAbsent('Progressive pain'),
    unremittingPain: presentAbsent('Severe, unremitting pain'),
    mechanicalPain: presentAbsent('Mechanical pain', { hint: 'Worse standing, sitting or moving.' }),
    strainingPain: presentAbsent('Worse on straining', { hint: 'Cough, sneeze, stool.' }),
    nightPain: presentAbsent('Pain at night that disturbs sleep'),
    tenderness: presentAbsent('Local tenderness'),
    claudication: presentAbsent('Claudication', { hint: 'Alone it is rare.' }),
    lyingPain: presentAbsent('Worse lying down', { hint: 'Of the Scottish list.' }),
    painSites: several('Where it hurts', {
      neck: 'Neck',
      'upper-back': 'Upper back',
      'lower-back': 'Lower back',
      sacrum: 'Sacrum or buttock',
      chest: 'Around the chest',
      arm: 'Arm',
      leg: 'Leg',
    }),
    painWhere: text('Where, in words', { hint: 'For example over T7, to the left ribs.' }),
    radicularDeficit: presentAbsent('Radicular deficit'),
    radicularSide: choice('Radicular pain or deficit on', { left: 'Left', right: 'Right', both: 'Both sides' }),
    lhermitte: presentAbsent('Lhermitte sign'),
    confirmedTogether,
  },
  groups: [
    { title: 'Course in detail', fields: ['neuroOnsetExact', 'deficitCourse'], folded: true },
    {
      title: 'Pain in detail',
      fields: [...painFeatures, 'painSites', 'painWhere', 'radicularDeficit', 'radicularSide', 'lhermitte'],
      folded: true,
    },
  ],
})

const clock = (label: string, hint?: string) => moment(label, { isClock: true, ...(hint ? { hint } : {}) })

/**
 * The times of PATHWAY 0.3 that no other group holds; the board's own signature is one that the record keeps by itself. They
 * belong to this episode, and none of them is filled in from another.
 */
export const clocks = section({
  title: 'Times of this episode',
  repeats: 'one',
  partOf: { section: 'symptoms' },
  fields: {
    suspectedAt: clock('First suspected', 'By any clinician.'),
    contactedAt: clock('Coordinator contacted', 'MSCC coordinator or whoever stands for one here.'),
    confirmedAt: clock('Confirmed on imaging'),
    mriRequestedAt: clock('MRI requested'),
    mriDoneAt: clock('MRI done'),
    mriReportedAt: clock('MRI reported', 'A report by telephone counts, with the name.'),
    mriReportedBy: text('Reported by'),
    decidedAt: clock('Decision to treat'),
    decidedFor: choice('Decided for', {
      radiation: 'Radiation',
      surgery: 'Surgery',
      systemic: 'Systemic therapy',
      supportive: 'Supportive care',
    }),
    radiationStartedAt: clock('Radiation started'),
    radiationEndedAt: clock('Radiation ended'),
    operationAt: clock('Operation started'),
    admittedAt: clock('Admitted'),
    dischargedAt: clock('Discharged'),
  },
  groups: [
    {
      title: 'Imaging, treatment and stay',
      fields: [
        'mriRequestedAt',
        'mriDoneAt',
        'mriReportedAt',
        'mriReportedBy',
        'decidedAt',
        'decidedFor',
        'radiationStartedAt',
        'radiationEndedAt',
        'operationAt',
        'admittedAt',
        'dischargedAt',
      ],
      folded: true,
    },
  ],
})
