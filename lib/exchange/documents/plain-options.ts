import { findOptionType } from '@/lib/clinical/catalogue/catalogue'
import { type Intent, type Modality, modalityFacts, type Urgency } from '@/lib/clinical/catalogue/modalities'
import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import type { Vertebra } from '@/lib/clinical/spine'
import { describeLevels } from '@/lib/clinical/spine'
import { showLongDay } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import { blankFor, plainWordsFor } from './document'

/** What a kind of treatment is called in a letter to the patient. */
export const plainModality: Readonly<Record<Modality, string>> = {
  radiation: 'Treatment with X-rays',
  surgery: 'An operation',
  systemic: 'Medicines for the whole body',
  pain: 'Treatment of pain',
  supportive: 'Help and support',
}

const xRays = 'radiotherapy'
const precise = 'stereotactic radiotherapy'

/** Each treatment of the catalogue in plain words, our own: what is done, and nothing of what it brings. */
const plainTreatments: ReadonlyMap<string, string> = new Map([
  ...(['cebrt-single', 'cebrt-short', 'cebrt-long'] as const).map((id) => [id, xRays] as const),
  ['cebrt-postoperative', `${xRays} after an operation`],
  ['cebrt-reirradiation', `${xRays} once more at the same place`],
  ['sbrt-de-novo', precise],
  ['sbrt-postoperative', `${precise} after an operation`],
  ['sbrt-reirradiation', `${precise} once more at the same place`],
  ['particle', 'treatment with a beam of tiny particles'],
  ['radionuclide', 'a radioactive drug that goes to the bones'],
  ['intraoperative-radiation', `${xRays} during an operation`],
  ['decompression', 'an operation that gives the nerves more room'],
  ['decompression-fixation', 'an operation that gives the nerves more room, with screws and rods that hold the spine'],
  ['separation', 'an operation that makes a small gap between the tumour and the nerves'],
  ['emergency-decompression', 'an operation, soon, that gives the nerves more room'],
  ['percutaneous-stabilisation', 'screws and rods that hold the spine, put in through small cuts'],
  ['corpectomy', 'an operation that takes out a damaged bone of the spine and puts a support in its place'],
  ['en-bloc', 'an operation that takes out the bone with the tumour in one piece'],
  ['revision', 'an operation that changes or takes out screws and rods'],
  ['biopsy', 'a biopsy'],
  ['embolisation', 'embolisation'],
  ['ablative-neurosurgery', 'an operation on nerves that carry pain'],
  ['chemotherapy', 'chemotherapy'],
  ['targeted', 'targeted therapy'],
  ['immunotherapy', 'immunotherapy'],
  ['hormone', 'hormone therapy'],
  ['radioligand', 'a radioactive drug that goes to the tumour'],
  ['trial', 'a study of a new treatment'],
  ['bone-agent', 'a drug that makes bones firmer'],
  ['corticosteroid', 'a steroid'],
  ['non-opioid', 'painkillers'],
  ['opioid', 'strong painkillers'],
  ['adjuvant', 'a drug that helps the painkillers'],
  ['bone-agent-for-pain', 'a drug that makes bones firmer and can ease pain'],
  ['injection', 'an injection close to a nerve'],
  ['neuraxial-catheter', 'a thin tube that brings painkillers close to the nerves'],
  ['neurolysis', 'stopping a nerve that carries pain'],
  ['vertebroplasty', 'bone cement put in through a needle'],
  ['kyphoplasty', 'bone cement put in through a needle, with a small balloon or implant'],
  ['ablation', 'destroying the tumour with heat or cold'],
  ['cementoplasty', 'bone cement put in through a needle'],
  ['focused-ultrasound', 'heat from sound waves'],
  ['non-drug', 'ways to ease pain without drugs'],
  ['physiotherapy', 'physiotherapy'],
  ['occupational-therapy', 'help with daily tasks and aids for home'],
  ['orthosis', 'a brace'],
  ['rehabilitation-admission', 'a stay in hospital to get stronger'],
  ['palliative-care', 'palliative care'],
  ['psychology', 'talks with someone who helps with worries and low mood'],
  ['spiritual-care', 'someone to talk to about faith and meaning'],
  ['carer-support', 'help for the people who care for you'],
  ['nutrition', 'advice and help with food'],
  ['bladder-bowel', 'help with bladder and bowel'],
  ['pressure-vte', 'care for your skin and against blood clots'],
  ['social-work', 'advice on money, work and help at home'],
  ['community-team', 'a team that comes to where you live'],
  ['patient-information', 'a talk and written facts about your illness'],
])

/** What is done with a drug that the patient has now: it is named, since another one must not be stopped by mistake. */
const plainCurrent: ReadonlyMap<string, string> = new Map([
  ['continue-current', 'going on with'],
  ['hold-current', 'a break from'],
  ['stop-current', 'stopping'],
])

const agentOf = ({ parameters: { agent } }: PlanOption): string =>
  typeof agent === 'string' && agent.trim() !== '' ? agent.trim() : blankFor('which drug')

const plainAims: Readonly<Record<Intent, string>> = {
  pain: 'ease pain',
  neurology: 'protect your nerves',
  stability: 'keep your spine firm',
  'local-control': 'hold back the tumour at this place',
  tissue: 'get a small sample to look at',
  comfort: 'help you feel as well as you can',
}

const plainStart: Readonly<Record<Urgency, string | null>> = {
  emergency: 'It should start within 24 hours.',
  urgent: 'It should start within 7 days.',
  soon: 'It should start within 28 days.',
  elective: null,
}

const regions = { C: 'neck', T: 'upper or middle back', L: 'lower back', S: 'base of the spine' } as const

/** Levels with the part of the back where they are: `T6–T8 (upper or middle back)`. An empty list is an empty text. */
export function plainLevels(levels: readonly Vertebra[]): string {
  if (levels.length === 0) return ''
  const named = [...new Set(levels.map((level) => regions[level.charAt(0) as keyof typeof regions]))]
  return `${describeLevels(levels)} (${listWords(named)})`
}

/** What an option is called in plain words; `forPatient` of who proposed it comes first. A row that the list does not know keeps its own title. */
export function plainTreatment(option: PlanOption): string {
  const { optionType, forPatient } = option
  if (forPatient) return forPatient
  const type = findOptionType(optionType)
  if (type?.kind === 'supportive-only') return 'care that eases symptoms, and no other treatment of this kind'
  if (type?.kind === 'none') return `no treatment of this kind (${modalityFacts[type.modality].title.toLowerCase()})`
  const current = plainCurrent.get(optionType)
  return current ? `${current} ${agentOf(option)}` : (plainTreatments.get(optionType) ?? type?.title ?? optionType)
}

const visitsOf = ({ parameters }: PlanOption): string | null => {
  const { fractions } = parameters
  if (typeof fractions !== 'number') return null
  return fractions === 1 ? 'It is given in 1 visit.' : `It is given in ${fractions} visits.`
}

/** Of a drug that the patient has now: which one alone is meant, and when it is begun again. */
function currentDrugOf(option: PlanOption): string | null {
  if (!plainCurrent.has(option.optionType)) return null
  const { restart } = option.parameters
  const again =
    typeof restart === 'string' && restart.trim() !== '' ? ` When to start it again: ${plainWordsFor(restart)}.` : ''
  return `This is about ${agentOf(option)} alone. Do not stop any other drug unless this letter or your doctor says so.${again}`
}

/**
 * An option told to the patient: what, where, in how many visits, what for and by when. The day that was agreed counts before the urgency
 * of the proposal. No dose and no figure of survival.
 */
export function plainPlan(option: PlanOption, dueOn: string | null): string {
  const where = plainLevels(option.levels)
  const what = plainTreatment(option).replace(/[.\s]+$/u, '')
  const aims = option.intents.map((intent) => plainAims[intent])
  const agreed = dueOn === null ? null : `It is due by ${showLongDay(dueOn)}.`
  const start = agreed ?? (option.urgency === null ? null : plainStart[option.urgency])
  return [
    `We recommend: ${what}.`,
    currentDrugOf(option),
    where === '' ? null : `The place is ${where}.`,
    visitsOf(option),
    aims.length === 0 ? null : `The aim is to ${listWords(aims)}.`,
    start,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}
