import { timedAgents } from '@/lib/clinical/hold-windows'
import {
  type BoardFact,
  declaredFacts,
  type FactName,
  isBoardFact,
  isOptionFact,
  type OptionFact,
} from '@/lib/clinical/pathway/facts'
import { type AskedFact, askedFacts } from '../sections/care'
import type { FieldId, SectionId } from '../sections/sections'

/** Where a person answers what a rule asks: a field of the entry form, or a page of it where each entry of a list has its own. */
export type AnswerPlace = { [S in SectionId]: { section: S; field: FieldId<S> | null } }[SectionId]

/** Where each fact of the pathway is told: by an answer, by an option, of the board, or by what the board and the time after it leave behind. */
export type FactPlace = AnswerPlace | 'option' | 'board' | 'course' | 'identity'

const at = <S extends SectionId>(section: S, field: FieldId<S> | null = null) => ({ section, field }) as AnswerPlace

/** A last dose: facts of one form, one for each agent. */
type LastDose = Extract<FactName, `last-${string}`>

/** Where every other fact is told. One that is new in `facts.ts` does not compile without its place here. */
const others: Readonly<Record<Exclude<FactName, AskedFact | OptionFact | BoardFact | LastDose>, FactPlace>> = {
  suspectedAt: at('clocks', 'suspectedAt'),
  contactedAt: at('clocks', 'contactedAt'),
  confirmedAt: at('clocks', 'confirmedAt'),
  mriDoneAt: at('clocks', 'mriDoneAt'),
  wholeSpineMriDoneAt: at('clocks', 'mriDoneAt'),
  mriReportedAt: at('clocks', 'mriReportedAt'),
  planAgreedAt: at('clocks', 'decidedAt'),
  decidedAt: at('clocks', 'decidedAt'),
  option: at('clocks', 'decidedFor'),
  treatedAt: at('clocks', 'radiationStartedAt'),
  radiationStartedAt: at('clocks', 'radiationStartedAt'),
  radiationEndedAt: at('clocks', 'radiationEndedAt'),
  operatedAt: at('clocks', 'operationAt'),
  admittedAt: at('clocks', 'admittedAt'),
  admitted: at('clocks', 'admittedAt'),
  dischargedAt: at('clocks', 'dischargedAt'),
  neuroOnsetAt: at('symptoms', 'neuroOnset'),
  neuroGainedAt: at('symptoms', 'neuroOnset'),
  lastWalkedAt: at('symptoms', 'lastWalked'),
  neuroFeature: at('symptoms', 'weakness'),
  neuroItemsAnswered: at('symptoms', 'weakness'),
  neuroDeficit: at('symptoms', 'weakness'),
  painFeature: at('symptoms', 'progressivePain'),
  progressivePain: at('symptoms', 'progressivePain'),
  painOnly: at('symptoms', 'backPain'),
  symptomatic: at('symptoms', 'backPain'),
  asymptomatic: at('symptoms', 'backPain'),
  radicularPain: at('symptoms', 'radicularPain'),
  radicularDeficit: at('symptoms', 'radicularDeficit'),
  radicularSide: at('symptoms', 'radicularSide'),
  deficitDays: at('symptoms', 'deficitSpeed'),
  deficitProgressive: at('symptoms', 'deficitCourse'),
  lhermitte: at('symptoms', 'lhermitte'),
  mechanicalPain: at('symptoms', 'mechanicalPain'),
  worstPain: at('symptoms', 'worstPain'),
  painSite: at('symptoms', 'painSites'),
  painType: at('symptoms', 'mechanicalPain'),
  examinedAt: at('neurology', 'examinedOn'),
  examinationNormal: at('neurology', 'sensation'),
  lostToWalking: at('neurology', 'walking'),
  completeParalysis: at('neurology', 'frankel'),
  worseSinceMri: at('neurology'),
  immobile: at('neurology', 'walking'),
  mriRecorded: at('imaging'),
  mriWholeSpine: at('imaging'),
  mriSagittalT1: at('imaging'),
  mriPlainT1: at('imaging'),
  mriSagittalT2: at('imaging'),
  mriAxial: at('imaging'),
  wholeSpineMriAt: at('imaging'),
  ctOfLevels: at('imaging'),
  mriAfterSbrtAt: at('imaging'),
  mriContraindicated: at('safety', 'mriObstacle'),
  anticoagulant: at('safety', 'anticoagulant'),
  anticoagulantPlan: at('safety', 'anticoagulantPlan'),
  mscc: at('lesions'),
  msccExcluded: at('lesions'),
  sins: at('lesions'),
  unstable: at('lesions'),
  collapse: at('lesions'),
  collapseOver50: at('lesions'),
  malalignment: at('lesions'),
  lytic: at('lesions'),
  spinalMetastases: at('lesions'),
  advancedCancer: at('lesions'),
  earlierRadiation: at('lesions'),
  earlierRadiationComplete: at('treatments'),
  earlierRadiationMonths: at('treatments'),
  irradiatedHere: at('lesions'),
  earlierEqd2Gy: at('treatments'),
  leastEarlierEqd2Gy: at('treatments'),
  earlierDoseAssumed: at('treatments'),
  immobilised: at('stability', 'immobilised'),
  immobilisedAt: at('stability', 'immobilisedSince'),
  immobilisationDecision: at('stability', 'immobilised'),
  immobilisationEnded: at('stability', 'immobilised'),
  brace: at('stability', 'immobilised'),
  surgeonOpinion: at('stability', 'surgeonOpinion'),
  knownCancer: at('tumour', 'primary'),
  primary: at('tumour', 'primary'),
  smallCellOrGermCell: at('tumour', 'primary'),
  lymphomaPossible: at('tumour', 'primary'),
  tissueRoute: at('tumour', 'tissueProven'),
  castrationResistant: at('tumour', 'hormoneDependent'),
  advancedSinceAt: at('tumour', 'metastaticSince'),
  trialAsked: at('tumour', 'trialInterest'),
  prognosis: at('tumour'),
  dutchPrognosis: at('tumour'),
  factorsAnswered: at('comorbidity', 'comorbidities'),
  goodPerformance: at('fitness', 'ecog'),
  steroid: at('medicines'),
  steroidFirstAt: at('medicines'),
  steroidBeforeImaging: at('medicines'),
  dexamethasoneMg: at('medicines'),
  prednisoneMg: at('medicines'),
  taperPlan: at('medicines'),
  opioid: at('medicines'),
  morphineEquivalent: at('medicines'),
  holdAgentGiven: at('therapies'),
  boneAgent: at('therapies'),
  zoledronate: at('therapies'),
  denosumab: at('therapies'),
  denosumabDueAt: at('therapies'),
  systemicDuringRadiation: at('therapies'),
  adjustedCalcium: at('labs'),
  adjustedCalciumMg: at('labs'),
  clearance: at('labs'),
  preoperativeSet: at('labs'),
  goalsAt: at('goals', 'spokenOn'),
  newDeficitOrAdmission: at('goals', 'spokenOn'),
  unacceptable: at('goals', 'unacceptable'),
  doNotAttempt: at('goals', 'resuscitation'),
  capacityDoubtful: at('goals', 'capacity'),
  capacityAssessed: at('goals', 'capacityOn'),
  comfortFocused: at('goals', 'intensity'),
  conversationProtected: at('goals'),
  coordinatorNamed: at('care', 'coordinatorNamed'),
  oncologistAgrees: at('care', 'oncologistAgrees'),
  radiologistAgrees: at('care', 'radiologistAgrees'),
  surgeonAgrees: at('care', 'surgeonAgrees'),
  lifeMonths: at('care', 'expectedSurvival'),
  lifeWeeks: at('care', 'expectedSurvival'),
  frailtyScreen: at('care', 'frailtyScreen'),
  ownerAndDate: at('care', 'fallback'),
  deathRecorded: at('care', 'deathPlace'),
  ageYears: 'identity',
  died: 'identity',
  contactWeek2At: 'course',
  contactWeek4At: 'course',
  contactWeek8At: 'course',
  contactWeek12At: 'course',
  outcomeWeek1At: 'course',
  outcomeWeek4At: 'course',
  outcomeWeek8At: 'course',
  outcomeWeek12At: 'course',
  woundSeenAt: 'course',
  woundWeek6At: 'course',
  signedAt: 'course',
  weeklyBoardAt: 'course',
  carriedOutAt: 'course',
  notCarriedOut: 'course',
  reasonNotCarriedOut: 'course',
  broughtBack: 'course',
  alternatives: 'course',
  systemicPlan: 'course',
}

const asked: ReadonlySet<string> = new Set(askedFacts)
const doses: ReadonlySet<string> = new Set(timedAgents.map((agent) => `last-${agent}`))

const isAskedFact = (name: FactName): name is AskedFact => asked.has(name)
const isLastDose = (name: FactName): name is LastDose => doses.has(name)

/** Where a fact of the pathway is told. */
export function placeOf(name: FactName): FactPlace {
  if (isAskedFact(name)) return at('care', name)
  if (isOptionFact(name)) return 'option'
  if (isBoardFact(name)) return 'board'
  return isLastDose(name) ? at('therapies') : others[name]
}

/** Where a person answers a fact; null for one that no answer of the entry form says. */
export function answerPlaceOf(name: FactName): AnswerPlace | null {
  const place = placeOf(name)
  return typeof place === 'string' ? null : place
}

/** Every fact of the pathway. */
export const factNames = Object.keys(declaredFacts) as FactName[]
