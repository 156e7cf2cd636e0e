import { fact } from './grade'
import { defineOptionType, type OptionDeclaration, type OptionType, schedule, specialOptions } from './option-type'
import { choice, count, day, dose, type Parameters, severalOf, text, yesNo } from './parameter'
import { unacceptableOutcomes } from './risks'

const astro = 'ASTRO guideline, Alcorn et al. Pract Radiat Oncol 2024, doi 10.1016/j.prro.2024.04.018'
const hytec = 'HyTEC, Sahgal et al. Int J Radiat Oncol Biol Phys 2021;110:124, doi 10.1016/j.ijrobp.2019.09.038'
const sc24 = 'SC.24, Sahgal et al. Lancet Oncol 2021'
const rtog0631 = 'RTOG 0631, Ryu et al. JAMA Oncol 2023;9:800'
const postOperative = 'Al-Omair et al. Neuro-Oncol 2013;15:1413; Laufer et al. J Neurosurg Spine 2013;18:207'

const delivery: Parameters = {
  plannedStart: day('Planned start'),
  target: text('Target definition'),
  cordMaxDose: dose('Planned maximum dose, cord or thecal sac'),
  cordMaxDoseOf: choice('Planned maximum dose measured in', {
    cord: 'Spinal cord',
    prv: 'Planning-risk volume of the cord',
    sac: 'Thecal sac or cauda equina',
  }),
  epiduralMargin: text('Margin on epidural disease'),
  concurrentDrugs: text('Drugs during radiation'),
  dexamethasoneCover: yesNo('Dexamethasone cover'),
  antiEmetic: yesNo('Anti-emetic'),
  consent: yesNo('Consent obtained'),
  withoutSymptoms: choice('Reason to treat without symptoms', {
    trial: 'Randomised trial against compression',
    oligometastasis: 'Part of an oligometastasis strategy',
    'impending-compression': 'Imaging shows impending compression',
  }),
  risks: severalOf('Can bring about', unacceptableOutcomes),
}

const external: Parameters = {
  dose: dose('Total dose', { required: true }),
  fractions: count('Fractions', { min: 1, max: 40 }, { required: true }),
  technique: choice('Technique', {
    '2d': '2D',
    '3d-crt': '3D-CRT',
    imrt: 'IMRT',
    vmat: 'VMAT',
    sbrt: 'SBRT',
    proton: 'Proton',
    other: 'Other',
  }),
  beam: choice('Beam', { photon: 'Photons', electron: 'Electrons', proton: 'Protons', carbon: 'Carbon ions' }),
  ...delivery,
}

const evaluated = { evaluated: fact('V1', 'Stability and surgery evaluated before radiation starts') }
const priorRecord = { priorDose: fact('V1', 'Full record of the earlier dose at these and the neighbouring levels') }
const sameField = { sameField: fact('V1', 'Earlier radiation of the same field') }

const row = (declared: Omit<OptionDeclaration, 'modality'>): OptionType =>
  defineOptionType({
    modality: 'radiation',
    levels: 'required',
    intents: 'required',
    parameters: external,
    version: 3,
    ...declared,
    prerequisites: { ...evaluated, ...declared.prerequisites },
  })

const conventional = [
  row({
    id: 'cebrt-single',
    title: 'Conventional radiation, single fraction',
    short: 'cEBRT',
    schedules: [schedule('V1', 8, 1)],
    cautions: {
      shortLife: fact('V1', 'Low benefit if death is expected within weeks'),
      retreatment: fact('V1', 'Retreatment is more likely in long survivors'),
    },
    source: astro,
    grade: 'V1',
  }),
  row({
    id: 'cebrt-short',
    title: 'Conventional radiation, short course',
    short: 'cEBRT',
    schedules: [schedule('V1', 16, 2), schedule('V1', 20, 5), schedule('V1', 24, 6)],
    cautions: { ...sameField, sixteen: fact('V1', '16 Gy in 2 fractions is listed for compression only') },
    source: astro,
    grade: 'V1',
  }),
  row({
    id: 'cebrt-long',
    title: 'Conventional radiation, long course',
    short: 'cEBRT',
    schedules: [
      schedule('V1', 30, 10),
      schedule('V1', 37.5, 15),
      schedule('V1', 40, 20),
      schedule('V1', 41.94, 18),
      schedule('V1', 25, 5),
    ],
    prerequisites: { prognosis: fact('V1', 'Prognosis recorded') },
    cautions: {
      travel: fact('V1', 'Burden of travel'),
      aboveThirty: fact(
        'V1',
        'Other than 30 Gy in 10: trial or cohort schedules, for selected patients with a good prognosis',
      ),
    },
    source: `${astro}; trial protocols PMC5715981 and PMC6884857`,
    grade: 'V1',
  }),
  row({
    id: 'cebrt-postoperative',
    title: 'Conventional radiation after surgery',
    short: 'Post-operative cEBRT',
    schedules: [schedule('V2', 20, 5), schedule('V2', 30, 10)],
    prerequisites: {
      wound: fact('V2', 'Wound dry'),
      interval: fact('V2', 'Interval between surgery and radiation agreed'),
    },
    cautions: { wound: fact('V2', 'Wound problems') },
    source: 'ASTRO 2024; ESMO, Coleman et al. Ann Oncol 2020, doi 10.1016/j.annonc.2020.07.019',
    grade: 'V2',
  }),
  row({
    id: 'cebrt-reirradiation',
    title: 'Conventional re-irradiation',
    short: 'Re-irradiation cEBRT',
    schedules: [schedule('V1', 8, 1), schedule('V1', 20, 5), schedule('V1', 24, 6), schedule('V1', 20, 8)],
    prerequisites: priorRecord,
    cautions: { cord: fact('V1', 'Cumulative dose to the cord') },
    source: astro,
    grade: 'V1',
  }),
]

const stereotactic = [
  row({
    id: 'sbrt-de-novo',
    title: 'SBRT, not irradiated before',
    short: 'SBRT',
    schedules: [
      schedule('V1', 24, 2),
      schedule('V1', [16, 18], 1),
      schedule('V3', [18, 24], 1),
      schedule('V3', 27, 3),
      schedule('V3', 30, 4),
      schedule('V3', [30, 35], 5),
    ],
    prerequisites: {
      fusion: fact('V3', 'MRI fused for planning'),
      immobilisation: fact('V3', 'Immobilisation and image guidance'),
      cord: fact('V3', 'Cord contoured, physics check planned'),
      record: fact('V3', 'SINS, epidural grade and earlier radiation recorded'),
    },
    cautions: {
      epidural: fact('V3', 'High-grade epidural disease without separation'),
      instability: fact('V3', 'Instability'),
      deficit: fact('V3', 'Neurological deficit'),
      lyingFlat: fact('V3', 'Unable to lie flat for 45–60 min'),
      extent: fact('V3', 'More than about 3 adjacent levels'),
      performance: fact('V3', 'Poor performance status'),
      trialLimits: fact(
        'V3',
        'Example of trial limits (2019): 3 metastases or fewer, life expectancy over 3 months, SINS 12 or less',
      ),
    },
    source: `${sc24}; ${rtog0631}; ESTRO guideline on spine SBRT 2024 (abstract)`,
    grade: 'V3',
  }),
  row({
    id: 'sbrt-postoperative',
    title: 'SBRT after surgery',
    short: 'Post-operative SBRT',
    schedules: [
      schedule('V3', 24, 2),
      schedule('V3', 27, 3),
      schedule('V3', 30, 4),
      schedule('V3', [30, 35], 5),
      schedule('V1', [18, 26], [1, 2]),
      schedule('V1', [18, 40], [3, 5]),
      schedule('V1', [18, 36], [5, 6]),
    ],
    prerequisites: {
      artefact: fact('V3', 'Hardware artefact handled: CT myelogram or MRI'),
      mri: fact('V3', 'MRI after surgery'),
      residual: fact('V3', 'Residual epidural grade recorded; grade 0–1 controls better'),
    },
    cautions: { wound: fact('V3', 'Wound problems'), hardware: fact('V3', 'Hardware loosening') },
    source: postOperative,
    grade: 'V3',
  }),
  row({
    id: 'sbrt-reirradiation',
    title: 'SBRT re-irradiation',
    short: 'Re-irradiation SBRT',
    schedules: [schedule('V3', 24, 2), schedule('V3', 27, 3), schedule('V3', 30, 4), schedule('V3', [25, 30], 5)],
    prerequisites: {
      ...priorRecord,
      cumulative: fact('V1', 'Thecal sac maximum, cumulative EQD2 (α/β 2) 70 Gy or less'),
      course: fact('V1', 'Thecal sac maximum, SBRT course EQD2 (α/β 2) 25 Gy or less'),
      ratio: fact('V1', 'SBRT course is half of the cumulative EQD2 or less'),
      interval: fact('V1', 'At least 5 months since the earlier course'),
    },
    cautions: { interval: fact('V1', 'Less than 5 months since the earlier course') },
    source: hytec,
    grade: 'V3',
  }),
]

const others = [
  row({
    id: 'particle',
    title: 'Proton or carbon ion radiation',
    short: 'Particle radiation',
    parameters: {
      dose: dose('Total dose', { required: true, unit: 'Gy (RBE)' }),
      fractions: count('Fractions', { min: 1, max: 40 }, { required: true }),
      beam: choice('Beam', { proton: 'Protons', carbon: 'Carbon ions' }, { required: true, inTitle: ', {}' }),
      indication: text('Reason for the indication', { required: true }),
      ...delivery,
    },
    prerequisites: { indication: fact('V3', 'Reason for the indication stated') },
    cautions: { availability: fact('V3', 'Availability') },
  }),
  row({
    id: 'radionuclide',
    title: 'Radionuclide',
    levels: 'optional',
    parameters: {
      agent: choice(
        'Agent',
        { radium223: 'radium-223', samarium: 'samarium', strontium: 'strontium' },
        { required: true, inTitle: ': {}' },
      ),
      plannedStart: day('Planned start'),
      consent: yesNo('Consent obtained'),
    },
    prerequisites: {
      marrow: fact('V2', 'Marrow reserve'),
      radium: fact(
        'V2',
        'Radium-223: castration-resistant prostate cancer, symptomatic, mostly in bone; single agent with ADT, after or with a bone-modifying agent',
      ),
    },
    cautions: { compression: fact('V2', 'Cord compression needs local treatment first') },
    source: 'ESMO, Coleman et al. Ann Oncol 2020, doi 10.1016/j.annonc.2020.07.019',
    grade: 'V2',
  }),
  row({
    id: 'intraoperative-radiation',
    title: 'Intra-operative radiation or brachytherapy',
    short: 'Intra-operative radiation',
    parameters: {
      dose: dose('Dose', { required: true }),
      device: text('Device', { required: true }),
      consent: yesNo('Consent obtained'),
    },
    prerequisites: { expertise: fact('V3', 'Expertise of the centre') },
  }),
]

/** What a board can vote for under radiation (PATHWAY 12.1). */
export const radiationOptions: readonly OptionType[] = [
  ...conventional,
  ...stereotactic,
  ...others,
  ...specialOptions('radiation', { none: 'No radiation' }),
]
