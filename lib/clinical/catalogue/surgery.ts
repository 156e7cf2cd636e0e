import { fact } from './grade'
import { defineOptionType, type OptionDeclaration, type OptionType, specialOptions } from './option-type'
import { choice, day, levelList, type Parameters, quantity, severalOf, text, yesNo } from './parameter'
import { unacceptableOutcomes } from './risks'

const german = 'Sentences of German oncology guidelines, undated'
const laufer = 'Laufer et al. J Neurosurg Spine 2013;18:207'
const embolisation = 'Front Oncol 2021;10:597476; J Korean Neurosurg Soc 2023;66:438 (abstracts)'

const operation: Parameters = {
  plannedDay: day('Planned day of the operation'),
  surgeon: text('Surgeon'),
  approach: text('Approach'),
  size: choice('Size of the operation', {
    minor: 'Minor',
    major: 'Major',
    combined: 'Major, combined approaches',
  }),
  implantMaterial: choice('Implant material', {
    titanium: 'Titanium',
    carbon: 'Carbon fibre or PEEK',
    other: 'Other',
    none: 'No implant',
  }),
  graftOrCement: text('Bone graft or cement'),
  embolisation: choice('Embolisation before surgery', { yes: 'Planned', no: 'Decided against', open: 'To be decided' }),
  neuromonitoring: yesNo('Neuromonitoring'),
  bloodLoss: quantity('Expected blood loss', 'mL', { min: 0, max: 30_000 }),
  cellSalvage: yesNo('Cell salvage'),
  tranexamicPlan: text('Tranexamic acid plan'),
  radiationFrom: day('Radiation after surgery, earliest'),
  radiationUntil: day('Radiation after surgery, latest'),
  drugHolds: text('Drugs to hold'),
  intensiveCareBed: yesNo('Intensive care bed'),
  brace: text('Brace'),
  rehabilitationTarget: text('Rehabilitation target'),
  resuscitation: text('Resuscitation status for this episode'),
  consent: yesNo('Capacity, consent and resuscitation reviewed'),
  risks: severalOf('Can bring about', unacceptableOutcomes),
}

const levelsFixed = levelList('Levels fixed', { inTitle: ', fixation {}' })

const row = (declared: Omit<OptionDeclaration, 'modality'>): OptionType =>
  defineOptionType({
    modality: 'surgery',
    levels: 'required',
    intents: 'required',
    version: 2,
    ...declared,
    // Its own parameters come first, and win where both name one.
    parameters: { ...declared.parameters, ...operation, ...declared.parameters },
  })

const decompressions = [
  row({
    id: 'decompression',
    title: 'Decompression without instrumentation',
    short: 'Decompression',
    parameters: { side: choice('Side', { left: 'Left', right: 'Right', both: 'Both sides' }) },
    prerequisites: { stable: fact('V3', 'Stable spine'), shortLife: fact('V3', 'Short life expectancy') },
    cautions: { kyphosis: fact('V2', 'Late kyphosis; stabilisation is usually added to avoid it') },
    source: german,
    grade: 'V3',
  }),
  row({
    id: 'decompression-fixation',
    title: 'Decompression with posterior instrumentation',
    short: 'Decompression',
    parameters: {
      levelsFixed: { ...levelsFixed, required: true },
      access: choice('Access', { open: 'Open', mis: 'Minimally invasive' }),
      cementedScrews: yesNo('Cement-augmented screws'),
    },
    prerequisites: { anaesthesia: fact('V3', 'Anaesthetic risk assessed'), imaging: fact('V3', 'MRI and CT') },
    cautions: { wound: fact('V3', 'Wound problems'), blood: fact('V3', 'Blood loss') },
  }),
  row({
    id: 'separation',
    title: 'Separation surgery (circumferential epidural decompression for later SBRT)',
    short: 'Separation surgery',
    parameters: {
      levelsFixed,
      targetGap: quantity('Target gap', 'mm', { min: 0, max: 50 }),
      plannedSbrt: day('Planned SBRT'),
    },
    prerequisites: { sbrt: fact('V3', 'SBRT agreed') },
    cautions: {
      noSlot: fact('V3', 'No SBRT slot'),
      results: fact(
        'V1',
        'Local progression at 1 year: 16.4 % overall, 4.1 % after high-dose and 22.6 % after low-dose hypofractionated radiation',
      ),
    },
    source: laufer,
    grade: 'V3',
  }),
  row({
    id: 'emergency-decompression',
    title: 'Emergency decompression',
    parameters: { levelsFixed, timeTarget: quantity('Time target', 'h', { min: 1, max: 168 }) },
    prerequisites: { paraplegia: fact('V2', 'Acute functional paraplegia needs emergency decompression') },
    cautions: { late: fact('V2', 'Paraplegia for more than 48 h') },
    source: german,
    grade: 'V2',
  }),
]

const reconstructions = [
  row({
    id: 'percutaneous-stabilisation',
    title: 'Percutaneous stabilisation alone',
    short: 'Percutaneous fixation',
    parameters: { cement: yesNo('Cement') },
    prerequisites: {
      unstable: fact('V3', 'SINS potentially unstable or unstable'),
      compression: fact('V3', 'No compression'),
    },
    cautions: { bone: fact('V3', 'Bone quality') },
  }),
  row({
    id: 'corpectomy',
    title: 'Corpectomy or vertebral body replacement',
    short: 'Corpectomy',
    parameters: {
      approach: choice('Approach', {
        anterior: 'Anterior',
        lateral: 'Lateral',
        posterolateral: 'Posterolateral',
        transthoracic: 'Transthoracic',
      }),
      cage: text('Cage'),
      extent: text('Extent'),
      levelsFixed,
    },
    prerequisites: { prognosis: fact('V3', 'Good prognosis') },
    cautions: { morbidity: fact('V3', 'Morbidity') },
  }),
  row({
    id: 'en-bloc',
    title: 'En bloc spondylectomy',
    parameters: { levelsFixed },
    prerequisites: {
      solitary: fact('V3', 'Solitary metastasis'),
      histology: fact('V3', 'Selected histology'),
      prognosis: fact('V3', 'Long prognosis'),
    },
    cautions: { morbidity: fact('V3', 'Major morbidity') },
  }),
  row({
    id: 'revision',
    title: 'Revision or removal of hardware',
    short: 'Revision',
    reason: 'required',
  }),
]

const furtherProcedures = [
  row({
    id: 'biopsy',
    title: 'Biopsy only',
    short: 'Biopsy',
    parameters: { route: text('Route'), guidance: text('Guidance') },
    prerequisites: { tissue: fact('V3', 'Tissue needed') },
    cautions: { haemorrhage: fact('V3', 'Haemorrhage') },
  }),
  row({
    id: 'embolisation',
    title: 'Embolisation before surgery',
    short: 'Embolisation',
    parameters: {
      feederLevels: levelList('Feeder levels'),
      completeness: choice('Aim', { complete: 'Complete', partial: 'Partial' }),
      timing: text('Interval to the operation'),
    },
    prerequisites: {
      hypervascular: fact('V1', 'Hypervascular on angiography; no gain is shown otherwise'),
      timing: fact(
        'V1',
        'Operation within 24 h after complete embolisation bled less (2023); no overall difference between 1–2 d and later',
      ),
    },
    cautions: { cordArtery: fact('V3', 'Artery that supplies the cord') },
    source: embolisation,
    grade: 'V1',
  }),
  row({
    id: 'ablative-neurosurgery',
    title: 'Cordectomy, cordotomy or dorsal root procedure',
    short: 'Neurosurgery for pain',
    parameters: {
      procedures: severalOf(
        'Procedure',
        { cordectomy: 'cordectomy', cordotomy: 'cordotomy', dorsalRoot: 'dorsal root procedure' },
        { required: true, inTitle: ': {}' },
      ),
    },
    prerequisites: { refractory: fact('V3', 'Refractory pain') },
  }),
]

const why = choice('Main reason', {
  unfit: 'Unfit for surgery',
  noBenefit: 'No benefit expected',
  patient: "The patient's wish",
  palliative: 'Palliative situation',
})

/** What a board can vote for under surgery (PATHWAY 12.2). */
export const surgeryOptions: readonly OptionType[] = [
  ...decompressions,
  ...reconstructions,
  ...furtherProcedures,
  ...specialOptions('surgery', { none: 'No surgery', parameters: { why } }),
]
