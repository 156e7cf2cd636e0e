import { declaredFacts, type FactName } from '@/lib/clinical/pathway/facts'
import { amount, choice, type Field, moment, note, quantity, text, yesNo } from '../field'
import { section } from './section'

/** A question of the pathway as a field of the form: a flag is asked with yes or no, a time as a moment. */
function fieldOf(name: FactName): Field {
  const { kind, label } = declaredFacts[name]
  return kind === 'time' ? moment(label, { isClock: true }) : yesNo(label)
}

/** Questions of the pathway that no other section holds, by topic: each is a fact of the pathway under its own name. */
export const careTopics = {
  'Suspicion and coordination': [
    'cancerSuspected',
    'coordinatorTriaged',
    'transferred',
    'transferAcknowledged',
    'excludedOnPlainFilm',
    'mriOvernight',
    'boardPrompt',
  ],
  Immobilisation: [
    'instabilitySigns',
    'severePainOnMovement',
    'cervicalInstability',
    'thoracolumbarInstability',
    'collar',
    'stabilityAdviceAt',
    'immobilisationReviewedAt',
    'remobilising',
    'surgeryUnsuitable',
    'riskOfMovingShared',
  ],
  Steroid: [
    'consultantAsked',
    'gastroprotection',
    'glucoseMonitored',
    'moodAsked',
    'taperSeenAt',
    'checkpointInhibitor',
  ],
  Pain: [
    'analgesiaAt',
    'painTwice',
    'painTeamAt',
    'intractablePain',
    'specialistPainCare',
    'laxative',
    'rescueDose',
    'opioidAdvice',
    'augmentationConsidered',
  ],
  'Before treatment': ['verySensitiveTumour', 'biomarkerMissing', 'surgeryDiscussed', 'paralysedAt'],
  Radiation: [
    'radiationDecision',
    'interactionChecked',
    'worseDuringRadiation',
    'deteriorationAt',
    'rediscussedAt',
    'epiduralProgress',
  ],
  'Bone-modifying drugs and calcium': [
    'dentalCheck',
    'calciumVitaminD',
    'creatinineBeforeDose',
    'calciumRaised',
    'calciumSymptoms',
  ],
  'Nursing and rehabilitation': [
    'managementPlan',
    'nursingAnswered',
    'thrombosisAssessedAt',
    'prophylaxisChosen',
    'prophylaxisAt',
    'physiotherapyAt',
    'occupationalTherapyAt',
    'rehabilitationPhysician',
  ],
  'Palliative care, carers and life': [
    'palliativeAssessed',
    'palliativeOfferedAt',
    'unmetDistress',
    'palliativeReferral',
    'palliativeContent',
    'carer',
    'carerSupport',
    'workAsked',
    'dischargePlan',
  ],
  'After the board': [
    'answeredAt',
    'changeSinceBoard',
    'missedTwice',
    'treatedForPain',
    'responseComputed',
    'fractureChecked',
  ],
} as const satisfies Readonly<Record<string, readonly FactName[]>>

/** A fact of the pathway that is answered in this section, by the field of the same name. */
export type AskedFact = (typeof careTopics)[keyof typeof careTopics][number]
export const askedFacts: readonly AskedFact[] = Object.values(careTopics).flat()

/** What a fact of the pathway is told from here, where a plain yes, no or time would say too little. */
const told = {
  coordinatorNamed: text(declaredFacts.coordinatorNamed.label, { hint: 'Who it is.' }),
  oncologistAgrees: text(declaredFacts.oncologistAgrees.label),
  radiologistAgrees: text(declaredFacts.radiologistAgrees.label),
  surgeonAgrees: text(declaredFacts.surgeonAgrees.label),
  expectedSurvival: quantity('Expected survival', ['weeks', 'months'], 600, {
    hint: 'Judgement of the treating team. No score fills it in.',
  }),
  frailtyScreen: amount(declaredFacts.frailtyScreen.label, 'points', [0, 17], {
    step: 0.5,
    hint: 'Total of the screening, 0 to 17.',
  }),
  preoperativeRest: yesNo('Group and save, infection screen and anaesthetic risk class', {
    hint: 'The tests before surgery that the laboratory list does not hold.',
  }),
  fallback: note('If the patient declines, what follows'),
  deathPlace: choice('Place of death', {
    home: 'Home',
    hospice: 'Hospice',
    'care-home': 'Care home',
    hospital: 'Hospital',
    other: 'Elsewhere',
  }),
} as const

const alsoIn: Readonly<Partial<Record<keyof typeof careTopics, readonly (keyof typeof told)[]>>> = {
  'Suspicion and coordination': ['coordinatorNamed'],
  Pain: ['oncologistAgrees', 'radiologistAgrees', 'surgeonAgrees'],
  'Before treatment': ['expectedSurvival', 'frailtyScreen', 'preoperativeRest'],
  'After the board': ['fallback', 'deathPlace'],
}

const asked = Object.fromEntries(askedFacts.map((name) => [name, fieldOf(name)])) as Record<AskedFact, Field>

/**
 * What the rules of the pathway ask and no other section knows. The form shows what a rule asks of the case as it stands and folds the
 * rest away; nothing here counts for readiness.
 */
export const care = section({
  title: 'Care and checks',
  repeats: 'one',
  fields: { ...asked, ...told },
  groups: (Object.keys(careTopics) as (keyof typeof careTopics)[]).map((title) => ({
    title,
    fields: [...careTopics[title], ...(alsoIn[title] ?? [])],
  })),
})

export type CareField = keyof (typeof care)['fields']
