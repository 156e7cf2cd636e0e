import { modalities, urgencies } from '../catalogue/modalities'
import { holdAgents, type TimedAgent, timedAgents } from '../hold-windows'
import { primaryGroups } from '../primary-kinds'

type Flag = { readonly kind: 'flag'; readonly label: string }
type Count = { readonly kind: 'number'; readonly label: string; readonly unit: string }
type Choice<O extends string = string> = {
  readonly kind: 'choice'
  readonly label: string
  readonly options: readonly O[]
}
type List = { readonly kind: 'list'; readonly label: string }
type Time = { readonly kind: 'time'; readonly label: string }

const flag = (label: string): Flag => ({ kind: 'flag', label })
const number = (label: string, unit: string): Count => ({ kind: 'number', label, unit })
const choice = <const O extends string>(label: string, options: readonly O[]): Choice<O> => ({
  kind: 'choice',
  label,
  options,
})
const list = (label: string): List => ({ kind: 'list', label })
const time = (label: string): Time => ({ kind: 'time', label })

/** The times of an episode (PATHWAY 0.3) and further days that rules run from. */
const times = {
  suspectedAt: time('First suspected'),
  contactedAt: time('Coordinator contacted'),
  neuroOnsetAt: time('First neurological symptom'),
  neuroGainedAt: time('Neurological feature recorded after suspicion from pain'),
  lastWalkedAt: time('Last able to walk'),
  mriDoneAt: time('MRI done'),
  wholeSpineMriDoneAt: time('MRI of the whole spine done'),
  mriReportedAt: time('MRI reported'),
  planAgreedAt: time('Plan agreed'),
  confirmedAt: time('Confirmed on imaging'),
  immobilisedAt: time('Immobilised since'),
  stabilityAdviceAt: time('Expert advice on stability'),
  immobilisationReviewedAt: time('Immobilisation last reviewed'),
  steroidFirstAt: time('First dose of the steroid'),
  analgesiaAt: time('Pain assessed and analgesia given'),
  painTeamAt: time('Pain or palliative team asked'),
  decidedAt: time('Decision to treat'),
  treatedAt: time('First definitive treatment'),
  radiationStartedAt: time('Radiation started'),
  radiationEndedAt: time('Radiation ended'),
  operatedAt: time('Operation started'),
  admittedAt: time('Admitted'),
  dischargedAt: time('Discharged'),
  signedAt: time('Board decision signed'),
  answeredAt: time('Patient’s answer'),
  carriedOutAt: time('Carrying out told'),
  examinedAt: time('Neurological examination'),
  goalsAt: time('Last conversation about goals'),
  wholeSpineMriAt: time('Newest MRI of the whole spine'),
  advancedSinceAt: time('Metastases known since'),
  palliativeOfferedAt: time('Palliative care offered'),
  physiotherapyAt: time('Physiotherapy referral'),
  occupationalTherapyAt: time('Occupational therapy referral'),
  thrombosisAssessedAt: time('Risk of thrombosis and bleeding assessed'),
  prophylaxisAt: time('First dose against thrombosis'),
  deteriorationAt: time('Deterioration during or after radiation'),
  rediscussedAt: time('Surgical discussion after deterioration'),
  paralysedAt: time('Complete paralysis since'),
  plannedOperationAt: time('Planned operation'),
  plannedRadiationAt: time('Planned radiation'),
  contactWeek2At: time('Contact after 2 weeks'),
  contactWeek4At: time('Contact after 4 weeks'),
  contactWeek8At: time('Contact after 8 weeks'),
  contactWeek12At: time('Contact after 12 weeks'),
  outcomeWeek1At: time('Outcome after 1 week'),
  mriAfterSbrtAt: time('First MRI after SBRT'),
  woundSeenAt: time('Wound and neurology seen after surgery'),
  taperSeenAt: time('Steroid taper looked at'),
  denosumabDueAt: time('Next denosumab due'),
  antiAndrogenAt: time('Anti-androgen started'),
  weeklyBoardAt: time('Discussed at the weekly board'),
} as const

/** The last dose of each agent of the table of intervals around surgery. */
const lastDoses = Object.fromEntries(
  timedAgents.map((agent) => [`last-${agent}`, time(`Last dose, ${holdAgents[agent].toLowerCase()}`)]),
) as Record<`last-${TimedAgent}`, Time>

const suspicion = {
  knownCancer: flag('Past or current cancer'),
  cancerSuspected: flag('Clinical suspicion of cancer'),
  neuroFeature: flag('Neurological feature (list N)'),
  neuroDeficit: flag('Neurological deficit, not radicular pain alone'),
  painFeature: flag('Pain feature (list P)'),
  progressivePain: flag('Pain getting worse'),
  neuroItemsAnswered: flag('All neurological features answered'),
  examinationNormal: flag('Neurological examination normal'),
  instabilitySigns: flag('Neurological features that suggest instability'),
  mscc: flag('Cord or cauda equina compressed on imaging'),
  msccExcluded: flag('Cord compression excluded'),
  asymptomatic: flag('No symptom from the spine'),
  symptomatic: flag('Symptom from the spine'),
  painOnly: flag('Back pain without any neurological feature'),
  radicularPain: flag('Radicular pain'),
  radicularSide: choice('Side of radicular pain or deficit', ['left', 'right', 'both']),
  radicularDeficit: flag('Radicular deficit'),
  deficitDays: number('Deficit developed over', 'd'),
  deficitProgressive: flag('Deficit getting worse'),
  lhermitte: flag('Lhermitte sign'),
  completeParalysis: flag('Complete paralysis'),
  spinalMetastases: flag('Spinal metastases'),
  lostToWalking: flag('Not walking'),
} as const

const tumour = {
  primary: choice('Primary tumour', primaryGroups),
  smallCellOrGermCell: flag('Small-cell or germ-cell tumour'),
  lymphomaPossible: flag('Lymphoma or myeloma possible'),
  tissueRoute: flag('Way to tissue recorded'),
  castrationResistant: flag('Castration-resistant'),
  advancedCancer: flag('Advanced cancer'),
  biomarkerMissing: flag('Needed biomarker missing'),
  verySensitiveTumour: flag('Very chemo- or hormone-sensitive tumour'),
  ageYears: number('Age', 'y'),
  lifeMonths: number('Expected survival', 'months'),
  lifeWeeks: number('Expected survival in weeks', 'weeks'),
  goodPerformance: flag('Good performance status'),
  prognosis: flag('Prognosis with its method'),
  dutchPrognosis: flag('Prognosis by van der Linden, Bartels or Bollen'),
  frailtyScreen: number('G8', 'points'),
} as const

const imaging = {
  mriRecorded: flag('MRI on the case'),
  mriWholeSpine: flag('Whole spine covered'),
  mriSagittalT1: flag('Sagittal T1 or STIR'),
  mriPlainT1: flag('Sagittal T1'),
  mriSagittalT2: flag('Sagittal T2'),
  mriAxial: flag('Axial slices through each abnormality'),
  mriContraindicated: flag('MRI contraindicated'),
  excludedOnPlainFilm: flag('Excluded on plain X-ray'),
  mriOvernight: flag('MRI requested overnight'),
  ctOfLevels: flag('CT of the affected levels'),
  worseSinceMri: flag('Neurology worse since the newest MRI'),
  sins: number('Highest SINS', 'points'),
  unstable: flag('Instability'),
  cervicalInstability: flag('Cervical instability suspected'),
  thoracolumbarInstability: flag('Thoracolumbar instability suspected'),
  collapseOver50: flag('More than 50 % collapse'),
  collapse: flag('Vertebral collapse'),
  malalignment: flag('Malalignment'),
  lytic: flag('Lytic lesion'),
  epiduralProgress: flag('Local progression'),
} as const

const care = {
  coordinatorNamed: flag('Coordinator named'),
  coordinatorTriaged: flag('Coordinator’s triage'),
  rotaComplete: flag('Coordinator rota without gaps'),
  auditDone: flag('Yearly audit'),
  transferred: flag('Transferred between sites'),
  transferAcknowledged: flag('Imaging and referral sent together, receipt acknowledged'),
  immobilised: flag('Immobilised'),
  immobilisationEnded: flag('Immobilisation ended'),
  immobilisationDecision: flag('Decision on immobilisation'),
  remobilising: flag('Mobilised again step by step'),
  collar: flag('Fitted hard collar'),
  brace: flag('Brace considered, with type, wear and skin checks'),
  riskOfMovingShared: flag('Shared decision on mobilising'),
  surgeonOpinion: flag('Spine surgeon’s opinion'),
  steroid: flag('Steroid given'),
  steroidProposed: flag('Steroid proposed'),
  steroidBeforeImaging: flag('Steroid begun before imaging'),
  dexamethasoneMg: number('Dexamethasone in 24 h', 'mg'),
  prednisoneMg: number('Prednisone equivalent in 24 h', 'mg'),
  taperPlan: flag('Taper with its stop date'),
  consultantAsked: flag('Responsible consultant asked before the steroid'),
  gastroprotection: flag('Gastroprotection'),
  glucoseMonitored: flag('Glucose monitored'),
  moodAsked: flag('Mood and sleep asked'),
  checkpointInhibitor: flag('Checkpoint inhibitor given or planned'),
  worstPain: number('Worst pain in 24 h', '/ 10'),
  painTwice: flag('Worst pain 7 or more at two contacts 24 h apart'),
  painSite: flag('Site of pain'),
  painType: flag('Type of pain'),
  mechanicalPain: flag('Mechanical pain'),
  intractablePain: flag('Intractable pain'),
  morphineEquivalent: number('Oral morphine in 24 h', 'mg'),
  opioid: flag('Opioid given'),
  laxative: flag('Laxative'),
  rescueDose: flag('Rescue dose'),
  opioidAdvice: flag('Advice on sedation, driving and nausea'),
  severePainOnMovement: flag('Moderate or severe pain on movement'),
  specialistPainCare: flag('Specialist pain care considered'),
  augmentationConsidered: flag('Augmentation considered'),
  oncologistAgrees: flag('Oncologist’s agreement, by name'),
  radiologistAgrees: flag('Interventional radiologist’s agreement, by name'),
  surgeonAgrees: flag('Spinal surgeon’s agreement, by name'),
  admitted: flag('Admitted'),
  managementPlan: flag('Management plan with a key worker'),
  immobile: flag('Immobile'),
  nursingAnswered: flag('Bladder, bowel, skin, thrombosis, chest and autonomic symptoms answered'),
  unmetDistress: flag('Unaddressed distress'),
  palliativeReferral: flag('Palliative care referral'),
  palliativeAssessed: flag('Need for palliative care assessed'),
  palliativeContent: flag('Palliative assessment complete'),
  carer: flag('Carer identified'),
  carerSupport: flag('Carer support offered'),
  dischargePlan: flag('Discharge plan with warning signs'),
  workAsked: flag('Work, driving and benefits asked'),
  prophylaxisChosen: flag('Drug against thrombosis chosen'),
  rehabilitationPhysician: flag('Rehabilitation physician involved'),
} as const

const decision = {
  option: choice('Kind of treatment proposed', modalities),
  urgency: choice('Urgency', urgencies),
  technique: choice('Kind of radiation proposed', ['conventional', 'sbrt', 'other']),
  surgeryKind: choice('Kind of surgery proposed', ['major', 'combined', 'minor']),
  augmentation: flag('Augmentation proposed'),
  doseGy: number('Total dose', 'Gy'),
  fractions: number('Fractions', ''),
  radiationAim: list('Aims of the option'),
  radiationReason: choice('Reason for radiation without symptoms', [
    'trial',
    'oligometastasis',
    'impending-compression',
  ]),
  scheduleReason: flag('Reason for another schedule'),
  stabilityEvaluated: flag('Stability and surgery evaluated'),
  radiationDecision: flag('Decision on radiation after surgery'),
  radiationAfterSurgery: flag('Radiation after surgery planned'),
  woundDry: flag('Wound dry'),
  earlierRadiation: flag('Earlier radiation here or next to it'),
  earlierRadiationComplete: flag('Dose, fractions, dates and technique of earlier radiation'),
  sbrtEqd2Gy: number('Dose of the SBRT to the thecal sac, EQD2', 'Gy'),
  earlierEqd2Gy: number('Earlier dose to the thecal sac, EQD2', 'Gy'),
  earlierRadiationMonths: number('Months since earlier radiation', 'months'),
  cordDmaxGy: number('Planned maximum dose, cord', 'Gy'),
  antiEmetic: flag('Anti-emetic before the first fraction'),
  dexamethasoneCover: flag('Dexamethasone with radiation'),
  worseDuringRadiation: flag('Neurology worse during or within 2 weeks of radiation'),
  systemicDuringRadiation: flag('Systemic drug at the start of radiation'),
  interactionChecked: flag('Interaction with radiation looked up'),
  surgeryUnsuitable: flag('Surgery unsuitable'),
  surgeryDiscussed: flag('Surgery discussed'),
  theatreUrgency: flag('Theatre urgency and target time'),
  reasonForSurgery: flag('Reason for surgery at short expected survival'),
  embolisationDecision: flag('Decision on embolisation'),
  holdAgentGiven: flag('Drug with an interval around surgery'),
  holdPlan: flag('Plan to hold the drug'),
  anticoagulant: flag('Anticoagulant or drug against platelets'),
  anticoagulantPlan: flag('Plan to hold or bridge, by name'),
  implantMaterial: flag('Implant material'),
  sbrtAfterSurgery: flag('SBRT expected after surgery'),
  consent: flag('Capacity, consent and resuscitation reviewed before surgery'),
  preoperativeSet: flag('Blood tests before surgery'),
  systemicPlan: flag('Systemic plan with its owner'),
  lhrhStarting: flag('LHRH agonist about to start'),
  lhrhAlone: flag('LHRH agonist as the only new treatment'),
  zoledronate: flag('Zoledronate given or proposed'),
  denosumab: flag('Denosumab given or proposed'),
  boneAgent: flag('Bone-modifying drug given or proposed'),
  dentalCheck: flag('Dental check'),
  calciumVitaminD: flag('Calcium and vitamin D'),
  calciumRaised: flag('Calcium raised'),
  calciumSymptoms: flag('Symptoms of raised calcium'),
  adjustedCalcium: number('Adjusted calcium', 'mmol/L'),
  adjustedCalciumMg: number('Adjusted calcium, as recorded in mg/dL', 'mg/dL'),
  clearance: number('Creatinine clearance', 'mL/min'),
  creatinineBeforeDose: flag('Creatinine before each dose, infusion of 15 min or more'),
  factorsAnswered: flag('Factors of the decision answered'),
  ownerAndDate: flag('Owner, target date and fallback of each option'),
  alternatives: flag('Alternatives with their reasons'),
  trialAsked: flag('Clinical trial asked'),
  unacceptable: list('Unacceptable outcomes'),
  optionRisks: list('Risks of the option'),
  doNotAttempt: flag('Do-not-attempt order'),
  resuscitationReviewed: flag('Resuscitation order reviewed before surgery'),
  capacityDoubtful: flag('Capacity in doubt'),
  capacityAssessed: flag('Capacity assessed for this decision'),
  comfortFocused: flag('Treatment intensity: comfort'),
  notCarriedOut: flag('Recommendation not carried out'),
  reasonNotCarriedOut: flag('Reason why not carried out'),
  conversationProtected: flag('Conversation kept to the treating team'),
  died: flag('Died'),
  deathRecorded: flag('Date and place of death'),
  missedTwice: flag('Two contacts missed'),
  changeSinceBoard: flag('Change that calls for the board'),
  broughtBack: flag('Brought back to the board'),
  fractureChecked: flag('New fracture looked for'),
  responseComputed: flag('Response to treatment told'),
  treatedForPain: flag('Radiation for pain given'),
  newDeficitOrAdmission: flag('New deficit or admission since the conversation'),
  boardPrompt: flag('Discussed at once, or reason to wait for the weekly board'),
} as const

/** Everything that a rule of the pathway can ask about a case or an option, with its words. */
export const declaredFacts = {
  ...times,
  ...lastDoses,
  ...suspicion,
  ...tumour,
  ...imaging,
  ...care,
  ...decision,
} as const

export type FactName = keyof typeof declaredFacts
type OfKind<K extends string> = { [N in FactName]: (typeof declaredFacts)[N] extends { kind: K } ? N : never }[FactName]
export type FlagFact = OfKind<'flag'>
export type NumberFact = OfKind<'number'>
export type ChoiceFact = OfKind<'choice'>
export type ListFact = OfKind<'list'>
export type TimeFact = OfKind<'time'>

/** What only a proposed option says: the rules that ask it judge options, and wait for one where none is proposed. */
export const optionFacts = [
  'technique',
  'surgeryKind',
  'augmentation',
  'doseGy',
  'fractions',
  'radiationAim',
  'radiationReason',
  'scheduleReason',
  'stabilityEvaluated',
  'cordDmaxGy',
  'sbrtEqd2Gy',
  'antiEmetic',
  'dexamethasoneCover',
  'plannedOperationAt',
  'plannedRadiationAt',
  'radiationAfterSurgery',
  'sbrtAfterSurgery',
  'woundDry',
  'urgency',
  'theatreUrgency',
  'reasonForSurgery',
  'embolisationDecision',
  'holdPlan',
  'implantMaterial',
  'consent',
  'resuscitationReviewed',
  'optionRisks',
  'steroidProposed',
  'lhrhStarting',
  'lhrhAlone',
  'antiAndrogenAt',
] as const satisfies readonly FactName[]
export type OptionFact = (typeof optionFacts)[number]

/** What is true of a board as a whole, and of none of its cases: its rota and its audit of the year. */
export const boardFacts = ['rotaComplete', 'auditDone'] as const satisfies readonly FactName[]
export type BoardFact = (typeof boardFacts)[number]

const saidByOption: ReadonlySet<string> = new Set(optionFacts)
const saidOfBoard: ReadonlySet<string> = new Set(boardFacts)

export const isOptionFact = (name: FactName): name is OptionFact => saidByOption.has(name)
export const isBoardFact = (name: FactName): name is BoardFact => saidOfBoard.has(name)
