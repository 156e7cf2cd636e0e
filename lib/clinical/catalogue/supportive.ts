import { fact } from './grade'
import { defineOptionType, type OptionDeclaration, type OptionType, specialOptions } from './option-type'
import { choice, day, quantity, severalOf, text, yesNo } from './parameter'

const christie = 'Christie MSCC policy, Greater Manchester (extract)'
const asco = 'ASCO guideline, Sanders et al. J Clin Oncol 2024, doi 10.1200/JCO.24.00542'

const row = (declared: Omit<OptionDeclaration, 'modality'>): OptionType =>
  defineOptionType({ modality: 'supportive', levels: 'none', ...declared })

const firstSeenWithin = quantity('First seen within', 'h', { min: 1, max: 720 })

const mobility = [
  row({
    id: 'physiotherapy',
    title: 'Physiotherapy',
    parameters: {
      precautions: severalOf('Precautions', { logRoll: 'log-roll', noFlexion: 'no flexion', brace: 'brace' }),
      goal: text('Goal', { inTitle: ': {}' }),
      frequency: text('Frequency'),
      firstSeenWithin,
    },
    prerequisites: { within: fact('L', 'First seen within 24 h') },
    source: christie,
    grade: 'V1',
  }),
  row({
    id: 'occupational-therapy',
    title: 'Occupational therapy',
    parameters: { equipment: text('Equipment', { inTitle: ': {}' }), homeVisit: yesNo('Home visit'), firstSeenWithin },
    prerequisites: { within: fact('L', 'First seen within 48 h') },
    source: christie,
    grade: 'V1',
  }),
  row({
    id: 'orthosis',
    title: 'Orthosis',
    levels: 'optional',
    parameters: {
      device: choice(
        'Type',
        { hardCollar: 'hard collar', cervicothoracic: 'cervicothoracic', tlso: 'TLSO', lumbar: 'lumbar' },
        { required: true, inTitle: ': {}' },
      ),
      wearTime: text('Wear time'),
      fittedOn: day('Fitting'),
      skinChecks: text('Skin checks'),
    },
    source: 'Scottish Palliative Care Guidelines, MSCC page (copy)',
    grade: 'V2',
  }),
  row({
    id: 'rehabilitation-admission',
    title: 'Rehabilitation admission',
    parameters: {
      goal: text('Goal', { inTitle: ': {}' }),
      length: quantity('Length of stay', 'd', { min: 1, max: 365 }),
      unit: text('Unit'),
    },
  }),
]

const palliativeAndMind = [
  row({
    id: 'palliative-care',
    title: 'Specialist palliative care',
    parameters: {
      setting: choice('Setting', { inpatient: 'inpatient', outpatient: 'outpatient' }, { inTitle: ', {}' }),
      issues: text('Issues'),
    },
    source: asco,
    grade: 'V1',
  }),
  row({
    id: 'psychology',
    title: 'Psychology or psycho-oncology',
    short: 'Psychology',
    parameters: { why: text('Reason', { inTitle: ': {}' }), risk: text('Risk') },
  }),
  row({
    id: 'spiritual-care',
    title: 'Spiritual care',
    parameters: { offered: yesNo('Offered'), accepted: yesNo('Accepted') },
    source: `${asco}, as a component of care`,
    grade: 'V1',
  }),
  row({
    id: 'carer-support',
    title: "Carer support, children's needs",
    short: 'Carer support',
    parameters: { needs: text('Needs', { inTitle: ': {}' }) },
    source: asco,
    grade: 'V1',
  }),
]

const bodyCare = [
  row({
    id: 'nutrition',
    title: 'Nutrition',
    parameters: { screenScore: text('Screening tool and score'), plan: text('Plan', { inTitle: ': {}' }) },
  }),
  row({
    id: 'bladder-bowel',
    title: 'Bladder and bowel programme',
    parameters: {
      residualVolume: quantity('Residual volume', 'mL', { min: 0, max: 5000 }),
      catheter: text('Catheter type'),
      catheterOn: day('Catheter placed'),
      regimen: text('Regimen', { inTitle: ': {}' }),
    },
  }),
  row({
    id: 'pressure-vte',
    title: 'Pressure-area and VTE care',
    parameters: { mattress: text('Mattress'), prophylaxis: text('Prophylaxis, drug or device', { inTitle: ': {}' }) },
  }),
]

const lifeOutside = [
  row({
    id: 'social-work',
    title: 'Social work, finance, work',
    short: 'Social work',
    parameters: { needs: text('Needs', { inTitle: ': {}' }) },
  }),
  row({
    id: 'community-team',
    title: 'Community team, hospice, place of care',
    short: 'Community care',
    parameters: { place: text('Team and place of care', { inTitle: ': {}' }) },
  }),
  row({
    id: 'patient-information',
    title: 'Information for the patient',
    parameters: {
      leaflet: text('Leaflet'),
      warningSigns: yesNo('Warning signs explained'),
      contact: text('Whom to call'),
    },
  }),
]

/** What a board can vote for under supportive care (PATHWAY 12.5). */
export const supportiveOptions: readonly OptionType[] = [
  ...mobility,
  ...palliativeAndMind,
  ...bodyCare,
  ...lifeOutside,
  ...specialOptions('supportive', { none: 'No supportive care' }),
]
