import { fact } from './grade'
import { boardPractice, defineOptionType, type OptionDeclaration, type OptionType, specialOptions } from './option-type'
import { choice, count, day, type Parameter, type Parameters, quantity, text, yesNo } from './parameter'

const boneAgentSources = 'Xgeva and Zometa product texts (copies); ASCO 2011 table (PMC3051857); ESMO 2020'

const boardsJudgement: Parameters = {
  radiosensitivity: text('Radiosensitivity of the primary, as the board judges it'),
  systemicSensitivity: text('Systemic sensitivity of the primary, as the board judges it'),
  judgedOn: day('Judged on'),
}

const start = day('Start')
const agent = text('Agent', { required: true, inTitle: ': {}' })
const currentAgent = text('Current therapy', { required: true, inTitle: ' {}' })

const row = (declared: Omit<OptionDeclaration, 'modality'>): OptionType =>
  defineOptionType({
    modality: 'systemic',
    levels: 'none',
    ...declared,
    parameters: { ...declared.parameters, ...boardsJudgement },
  })

const tumourDrugs = [
  row({
    id: 'chemotherapy',
    title: 'Cytotoxic chemotherapy',
    short: 'Chemotherapy',
    parameters: {
      regimen: text('Regimen', { required: true, inTitle: ': {}' }),
      line: count('Line', { min: 1, max: 20 }),
      start,
      cycleLength: quantity('Length of a cycle', 'd', { min: 1, max: 365 }),
    },
    prerequisites: { organs: fact('V3', 'Marrow, kidney and liver function') },
    cautions: { nadir: fact('V3', 'Nadir against surgery and radiation') },
  }),
  row({
    id: 'targeted',
    title: 'Targeted therapy',
    parameters: {
      agent,
      drugClass: text('Class'),
      biomarker: text('Biomarker evidence'),
      hold: text('Hold window'),
      start,
    },
    prerequisites: { hold: fact('V3', 'Hold window around surgery and radiation checked') },
  }),
  row({
    id: 'immunotherapy',
    title: 'Immunotherapy',
    parameters: { agent, biomarker: text('Biomarker'), start },
    cautions: { steroid: fact('V3', 'Steroid dose'), autoimmune: fact('V3', 'Autoimmune disease') },
  }),
  row({
    id: 'hormone',
    title: 'Hormone therapy',
    version: 2,
    parameters: {
      agent,
      kind: choice('Kind', { 'lhrh-agonist': 'LHRH agonist', other: 'Another kind' }),
      onlyNew: yesNo('The only new treatment'),
      antiAndrogenFrom: day('Anti-androgen from'),
      status: text('Castration or menopausal status'),
      start,
    },
    cautions: {
      flare: fact(
        'V1',
        'LHRH agonist with spinal metastases or cord compression: the EU text forbids it as the only treatment; flare',
      ),
    },
    source: 'Leuprorelin EU SmPC and US label (copies)',
    grade: 'V3',
  }),
  row({
    id: 'radioligand',
    title: 'Radioligand or isotope',
    parameters: { agent, start },
    prerequisites: { marrow: fact('V2', 'Marrow reserve') },
    cautions: { compression: fact('V2', 'Cord compression needs local treatment first') },
    source: 'ESMO, Coleman et al. Ann Oncol 2020, doi 10.1016/j.annonc.2020.07.019',
    grade: 'V2',
  }),
  row({
    id: 'trial',
    title: 'Clinical trial',
    parameters: { trial: text('Identifier', { required: true, inTitle: ' {}' }), start },
    prerequisites: { eligibility: fact('L', 'Eligibility checked') },
    source: boardPractice,
    grade: null,
  }),
]

/** Bone-modifying agents by name, used under systemic therapy and under pain. */
export const boneAgents: Parameter = choice(
  'Agent',
  { zoledronate: 'zoledronate', pamidronate: 'pamidronate', denosumab: 'denosumab' },
  { required: true, inTitle: ': {}' },
)

const bonesAndSteroid = [
  row({
    id: 'bone-agent',
    title: 'Bone-modifying agent',
    parameters: {
      agent: boneAgents,
      dose: quantity('Dose', 'mg', { min: 1, max: 1000 }, { inTitle: ' {}' }),
      interval: text('Interval', { inTitle: ', {}' }),
      start,
    },
    prerequisites: {
      dental: fact('V2', 'Dental check done or arranged; no open invasive dental work'),
      calcium: fact('V2', 'Calcium and vitamin D corrected and supplemented unless calcium is raised'),
      kidney: fact('V1', 'Zoledronate: creatinine before each dose; not recommended below 30 mL/min'),
    },
    cautions: {
      stopping: fact('V1', 'Denosumab: several vertebral fractures can follow stopping, rarely'),
    },
    source: boneAgentSources,
    grade: 'V2',
  }),
  row({
    id: 'corticosteroid',
    title: 'Corticosteroid',
    parameters: {
      dexamethasone: quantity(
        'Dexamethasone, daily dose',
        'mg',
        {
          min: 0.1,
          max: 200,
          asked: { above: 16, why: '96–100 mg a day was not better than 16 mg and had serious side effects' },
        },
        { inTitle: ': dexamethasone {} daily' },
      ),
      otherSteroid: text('Other steroid, with dose', { inTitle: ': {}' }),
      taper: text('Taper with stop date', { inTitle: ', {}' }),
      start,
    },
    cautions: {
      lymphoma: fact('V2', 'Histology unknown and lymphoma or myeloma possible: speak with the consultant first'),
    },
    source: 'NG234 as reported by others; Dutch guideline 2015 on dose; South West London pathway',
    grade: 'V2',
  }),
]

const currentTherapy = [
  row({
    id: 'continue-current',
    title: 'Continue current therapy',
    short: 'Continue',
    parameters: { agent: currentAgent },
    source: boardPractice,
    grade: null,
  }),
  row({
    id: 'hold-current',
    title: 'Hold current therapy',
    short: 'Hold',
    reason: 'required',
    parameters: { agent: currentAgent, restart: text('Restart when', { inTitle: ', restart {}' }) },
    source: boardPractice,
    grade: null,
  }),
  row({
    id: 'stop-current',
    title: 'Stop current therapy',
    short: 'Stop',
    reason: 'required',
    parameters: { agent: currentAgent },
    source: boardPractice,
    grade: null,
  }),
]

/** What a board can vote for under systemic therapy (PATHWAY 12.3). */
export const systemicOptions: readonly OptionType[] = [
  ...tumourDrugs,
  ...bonesAndSteroid,
  ...currentTherapy,
  ...specialOptions('systemic', { none: 'No systemic therapy' }),
]
