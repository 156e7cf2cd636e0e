import { fact } from './grade'
import { defineOptionType, type OptionDeclaration, type OptionType, specialOptions } from './option-type'
import { choice, day, levelList, type Parameters, quantity, severalOf, text, yesNo } from './parameter'
import { boneAgents } from './systemic'

const dutch = 'Dutch guideline on spinal metastases (IKNL) 2015, openings of the modules'

type Declared = Omit<OptionDeclaration, 'modality'>
const row = (declared: Declared): OptionType => defineOptionType({ modality: 'pain', levels: 'none', ...declared })

const session: Parameters = {
  operator: text('Operator'),
  setting: text('Setting'),
  sedation: text('Sedation'),
  antibiotics: text('Antibiotic prophylaxis'),
  plateletLimit: quantity('Platelet limit used', '× 10⁹/L', { min: 1, max: 1000 }),
  inrLimit: quantity('INR limit used', 'INR', { min: 0.1, max: 10 }),
  anticoagulantPlan: text('Anticoagulant plan'),
  benefitBy: day('Benefit expected by'),
}

const intervention = (declared: Declared): OptionType =>
  row({
    levels: 'required',
    intents: 'required',
    ...declared,
    parameters: { ...declared.parameters, ...session },
  })

const drugs = [
  row({
    id: 'non-opioid',
    title: 'Non-opioid',
    parameters: {
      drugs: severalOf('Drug', { paracetamol: 'paracetamol', nsaid: 'NSAID' }, { required: true, inTitle: ': {}' }),
      prescription: text('Drug and dose'),
    },
    cautions: {
      kidney: fact('V3', 'Renal function'),
      bleeding: fact('V3', 'Bleeding'),
      steroid: fact('V3', 'Steroid at the same time'),
    },
  }),
  row({
    id: 'opioid',
    title: 'Opioid or opioid rotation',
    short: 'Opioid',
    parameters: {
      step: choice(
        'Step',
        { weak: 'weak', strong: 'strong', rotation: 'rotation' },
        { required: true, inTitle: ' ({})' },
      ),
      drug: text('Drug', { required: true, inTitle: ': {}' }),
      morphineEquivalent: quantity(
        'Oral morphine equivalent',
        'mg OME / 24 h',
        { min: 1, max: 5000 },
        { inTitle: ', {}' },
      ),
      breakthrough: text('Breakthrough dose'),
      laxative: text('Laxative'),
    },
    cautions: { sedation: fact('V3', 'Sedation'), kidney: fact('V3', 'Renal function') },
  }),
  row({
    id: 'adjuvant',
    title: 'Adjuvant analgesic',
    short: 'Adjuvant',
    parameters: {
      drugs: severalOf(
        'Class',
        {
          gabapentinoid: 'gabapentinoid',
          antidepressant: 'antidepressant',
          steroid: 'steroid',
          ketamine: 'ketamine',
          muscleRelaxant: 'muscle relaxant',
        },
        { required: true, inTitle: ': {}' },
      ),
      prescription: text('Drug and dose'),
    },
    cautions: { interactions: fact('V3', 'Interactions') },
  }),
  row({
    id: 'bone-agent-for-pain',
    title: 'Bone-modifying agent for pain',
    short: 'For pain',
    parameters: { agent: boneAgents, interval: text('Interval', { inTitle: ', {}' }) },
    prerequisites: { dental: fact('V2', 'Dental check done or arranged; no open invasive dental work') },
    cautions: {
      primary: fact(
        'V2',
        'UK: for spinal pain in myeloma and breast cancer; in prostate cancer only when usual analgesia fails; not in others',
      ),
    },
    source: 'NG234 via GPnotebook (Sept 2023); Xgeva product text (copy)',
    grade: 'V2',
  }),
]

const needles = [
  intervention({
    id: 'injection',
    title: 'Nerve root or epidural injection',
    short: 'Injection',
    parameters: {
      site: choice('Site', { root: 'nerve root', epidural: 'epidural' }, { required: true, inTitle: ', {}' }),
      side: choice('Side', { left: 'left', right: 'right', both: 'both sides' }, { inTitle: ', {}' }),
      guidance: text('Guidance'),
      drug: text('Drug'),
    },
    cautions: {
      coagulation: fact('V3', 'Coagulation and anticoagulant hold'),
      infection: fact('V3', 'Infection'),
      tumour: fact('V3', 'Tumour in the canal'),
    },
  }),
  intervention({
    id: 'neuraxial-catheter',
    title: 'Intrathecal or epidural catheter or pump',
    short: 'Catheter',
    levels: 'optional',
    parameters: {
      route: choice('Route', { intrathecal: 'intrathecal', epidural: 'epidural' }, { required: true, inTitle: ', {}' }),
      system: choice('System', { implanted: 'implanted pump', external: 'external system' }, { inTitle: ', {}' }),
      drug: text('Drug'),
      tipLevel: levelList('Level of the tip'),
      trialDone: yesNo('Trial done'),
    },
    prerequisites: {
      survival: fact('V2', 'Expected survival over 3 months: implanted pump; under 3 months: external system (1999)'),
    },
    cautions: {
      infection: fact('V2', 'Infection'),
      metastases: fact('V2', 'Vertebral metastases alone are not a contraindication (1999)'),
    },
    source: 'Oncology 1999;13 suppl 2 (extract)',
    grade: 'V2',
  }),
  intervention({
    id: 'neurolysis',
    title: 'Cordotomy or neurolysis',
    short: 'Neurolysis',
    levels: 'optional',
    parameters: {
      procedure: choice(
        'Procedure',
        { cordotomy: 'cordotomy', neurolysis: 'neurolysis' },
        { required: true, inTitle: ': {}' },
      ),
      agent: text('Agent'),
    },
    prerequisites: { consent: fact('V3', 'Consent') },
    cautions: { irreversible: fact('V3', 'Irreversible') },
  }),
]

const cementCautions = {
  coagulopathy: fact('V2', 'Untreated coagulopathy'),
  infection: fact('V2', 'Infection or sepsis'),
  allergy: fact('V2', 'Allergy to cement'),
  posteriorWall: fact('V2', 'Breach of the posterior cortex: relative, higher risk of leakage'),
  deficit: fact('V2', 'Neurological deficit from compression'),
}
const threeSpecialties = {
  agreement: fact('V1', 'Agreement of a named oncologist, interventional radiologist and spinal surgeon'),
}

const cementAndHeat = [
  intervention({
    id: 'vertebroplasty',
    title: 'Vertebroplasty',
    parameters: {
      pedicles: choice('Access', { one: 'Through one pedicle', two: 'Through both pedicles' }),
      cementLimit: quantity('Cement limit', 'mL', { min: 0.1, max: 50 }),
    },
    prerequisites: threeSpecialties,
    cautions: {
      ...cementCautions,
      figures: fact('V1', 'Pain relief 74–100 %, complications 0–8 % (Dutch guideline)'),
    },
    source: `${dutch}; NICE IPG12 page`,
    grade: 'V2',
  }),
  intervention({
    id: 'kyphoplasty',
    title: 'Kyphoplasty or implant augmentation',
    short: 'Kyphoplasty',
    parameters: { device: text('Device') },
    prerequisites: threeSpecialties,
    cautions: { ...cementCautions, equal: fact('V1', 'No difference from vertebroplasty shown (Dutch guideline)') },
    source: `${dutch}; NICE IPG12 page`,
    grade: 'V2',
  }),
  intervention({
    id: 'ablation',
    title: 'Radiofrequency or cryo ablation',
    short: 'Ablation',
    parameters: {
      method: choice(
        'Method',
        { radiofrequency: 'radiofrequency', cryo: 'cryo' },
        { required: true, inTitle: ' ({})' },
      ),
      withCement: yesNo('With cement'),
      margin: text('Margin'),
      neuroprotection: text('Thermocouple or neuroprotection'),
    },
    cautions: {
      cord: fact('V3', 'Distance to the cord'),
      earlier: fact('V3', 'Earlier radiation'),
      loadBearing: fact('V3', 'Combined with cement if load-bearing'),
      evidence: fact('V1', 'Evidence insufficient for a recommendation (Dutch guideline 2015)'),
    },
    source: dutch,
    grade: 'V3',
  }),
  intervention({
    id: 'cementoplasty',
    title: 'Sacroplasty or cementoplasty of other bones',
    short: 'Cementoplasty',
    levels: 'optional',
    parameters: { site: text('Site', { required: true, inTitle: ': {}' }) },
  }),
  intervention({
    id: 'focused-ultrasound',
    title: 'MR-guided focused ultrasound',
    short: 'Focused ultrasound',
    levels: 'optional',
    parameters: { site: text('Site', { required: true, inTitle: ': {}' }) },
    cautions: { cord: fact('V3', 'Distance to the cord') },
  }),
]

const withoutDrugs = row({
  id: 'non-drug',
  title: 'TENS, heat, positioning, psychological methods',
  short: 'Without drugs',
  parameters: {
    methods: severalOf(
      'Method',
      { tens: 'TENS', heat: 'heat', positioning: 'positioning', psychological: 'psychological methods' },
      { required: true, inTitle: ': {}' },
    ),
  },
})

/** What a board can vote for under pain management (PATHWAY 12.4). */
export const painOptions: readonly OptionType[] = [
  ...drugs,
  ...needles,
  ...cementAndHeat,
  withoutDrugs,
  ...specialOptions('pain', { none: 'No pain treatment' }),
]
