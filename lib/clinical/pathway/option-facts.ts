import { findOptionType } from '../catalogue/catalogue'
import type { OptionType } from '../catalogue/option-type'
import type { ParameterValue, Quantity } from '../catalogue/parameter'
import type { PlanOption } from '../catalogue/plan-option'
import { eqd2 } from '../dose'
import type { PathwayFacts } from './condition'
import type { FactName } from './facts'
import { inputsOf, type PathwayRule } from './rule'

type Stated = Pick<PlanOption, 'optionType' | 'parameters' | 'prerequisitesChecked' | 'intents' | 'urgency' | 'reason'>

const isQuantity = (value: ParameterValue | undefined): value is Quantity =>
  typeof value === 'object' && 'unit' in value

/** What an option states under a key, as one of the kinds of the catalogue; null where it states nothing of that kind. */
function reader({ parameters, prerequisitesChecked }: Stated) {
  const value = (key: string): ParameterValue | undefined =>
    Object.hasOwn(parameters, key) ? parameters[key] : undefined
  const words = (key: string): string | null => {
    const stated = value(key)
    return typeof stated === 'string' ? stated : null
  }
  return {
    words,
    isStated: (key: string): true | null => (value(key) === undefined ? null : true),
    /** Yes or no; an option that says neither has no record of it. */
    isYes: (key: string): boolean => value(key) === true,
    isTicked: (key: string): boolean => prerequisitesChecked.includes(key),
    count: (key: string): number | null => {
      const stated = value(key)
      return typeof stated === 'number' ? stated : null
    },
    amount: (key: string, unit: string): number | null => {
      const stated = value(key)
      return isQuantity(stated) && stated.unit === unit ? stated.value : null
    },
    list: (key: string): readonly string[] | null => {
      const stated = value(key)
      return Array.isArray(stated) ? stated : null
    },
  }
}

const techniqueOf = (id: string): string =>
  id.startsWith('sbrt') ? 'sbrt' : id.startsWith('cebrt') ? 'conventional' : 'other'

/** The maximum dose to the thecal sac of an SBRT as EQD2, by its fractions; null where either is not stated, or it was not measured there. */
function sacEqd2(option: Stated): number | null {
  const { amount, count, words } = reader(option)
  if (words('cordMaxDoseOf') !== 'sac') return null
  const [totalGy, fractions] = [amount('cordMaxDose', 'Gy'), count('fractions')]
  return totalGy && fractions ? eqd2({ totalGy, fractions }, 'cord') : null
}

function radiationFacts({ id }: OptionType, option: Stated): PathwayFacts {
  const { amount, count, isTicked, isYes, list, words } = reader(option)
  const isAfterSurgery = id.endsWith('-postoperative')
  return {
    technique: techniqueOf(id),
    doseGy: amount('dose', 'Gy'),
    fractions: count('fractions'),
    radiationAim: option.intents,
    radiationReason: words('withoutSymptoms'),
    scheduleReason: option.reason !== undefined,
    stabilityEvaluated: isTicked('evaluated'),
    cordDmaxGy: amount('cordMaxDose', 'Gy'),
    sbrtEqd2Gy: sacEqd2(option),
    antiEmetic: isYes('antiEmetic'),
    dexamethasoneCover: isYes('dexamethasoneCover'),
    plannedRadiationAt: words('plannedStart'),
    radiationAfterSurgery: isAfterSurgery,
    woundDry: isAfterSurgery && isTicked('wound') ? true : null,
    optionRisks: list('risks'),
  }
}

function surgeryFacts({ id }: OptionType, option: Stated): PathwayFacts {
  const { isStated, isYes, list, words } = reader(option)
  const embolisation = words('embolisation')
  return {
    surgeryKind: words('size'),
    plannedOperationAt: words('plannedDay'),
    plannedRadiationAt: words('radiationFrom'),
    radiationAfterSurgery: isStated('radiationFrom'),
    sbrtAfterSurgery: id === 'separation' ? true : isStated('plannedSbrt'),
    theatreUrgency: option.urgency !== null,
    reasonForSurgery: option.reason !== undefined,
    embolisationDecision: id === 'embolisation' || embolisation === 'yes' || embolisation === 'no',
    holdPlan: isStated('drugHolds') === true,
    implantMaterial: isStated('implantMaterial'),
    consent: isYes('consent'),
    resuscitationReviewed: isStated('resuscitation') === true,
    optionRisks: list('risks'),
  }
}

/** What a bone-modifying agent states, under systemic therapy or for pain. A record that its row has no place for is left to the case. */
function boneAgentFacts({ prerequisites }: OptionType, option: Stated): PathwayFacts {
  const { isTicked, words } = reader(option)
  const ticks = { dentalCheck: 'dental', calciumVitaminD: 'calcium', creatinineBeforeDose: 'kidney' } as const
  const placed = Object.entries(ticks).filter(([, key]) => Object.hasOwn(prerequisites, key))
  return {
    boneAgent: true,
    zoledronate: words('agent') === 'zoledronate',
    denosumab: words('agent') === 'denosumab',
    ...Object.fromEntries(placed.map(([name, key]) => [name, isTicked(key)])),
  }
}

const augmentations: readonly string[] = ['vertebroplasty', 'kyphoplasty']

/** Whether an option type of the catalogue fills a vertebra with cement against pain. */
export const isAugmentation = (optionType: string): boolean => augmentations.includes(optionType)

function furtherFacts(type: OptionType, option: Stated): PathwayFacts {
  const { amount, isStated, words, isYes } = reader(option)
  switch (type.id) {
    case 'bone-agent':
    case 'bone-agent-for-pain':
      return boneAgentFacts(type, option)
    case 'corticosteroid':
      return {
        steroidProposed: true,
        dexamethasoneMg: amount('dexamethasone', 'mg'),
        taperPlan: isStated('taper') === true,
      }
    case 'hormone': {
      const kind = words('kind')
      return {
        lhrhStarting: kind === null ? null : kind === 'lhrh-agonist',
        lhrhAlone: isStated('onlyNew') && isYes('onlyNew'),
        antiAndrogenAt: words('antiAndrogenFrom'),
      }
    }
    default:
      return isAugmentation(type.id) ? { augmentation: true } : {}
  }
}

/**
 * What a proposed option says to the pathway: its kind, its parameters and its ticks as facts that stand over those of the case.
 * A record that the option has a place for and does not state is not there; any other thing unstated is unknown. Null for an option that treats
 * nothing (none, deferred, supportive care only) or has left the catalogue: no rule judges it.
 */
export function factsOfOption(option: Stated): PathwayFacts | null {
  const type = findOptionType(option.optionType)
  if (type?.kind !== 'treatment') return null
  const { modality } = type
  const ownFacts =
    modality === 'radiation'
      ? radiationFacts(type, option)
      : modality === 'surgery'
        ? surgeryFacts(type, option)
        : furtherFacts(type, option)
  return { option: modality, urgency: option.urgency, ...ownFacts }
}

/** Records before a bone-modifying drug that the case may hold as well: a tick of the option and an answer in the case are one record. */
const heldByEither: readonly FactName[] = ['dentalCheck', 'calciumVitaminD', 'creatinineBeforeDose']

/** What an option says laid over what its case says: it stands in the place of the case, but for a record that either of them holds. */
export function overCase(ofCase: PathwayFacts, own: PathwayFacts): PathwayFacts {
  const held = heldByEither.filter((name) => own[name] === false && ofCase[name] === true)
  return { ...ofCase, ...own, ...Object.fromEntries(held.map((name) => [name, true])) }
}

/** The kind of treatment and how soon: what every option says, and a case says of the treatment that was decided on. */
const saidByAll: readonly FactName[] = ['option', 'urgency']

/** Whether a rule looks at something that the option says. */
export const judges = (rule: PathwayRule, own: PathwayFacts): boolean =>
  inputsOf(rule).some((name) => own[name] !== undefined)

/** The facts of a case without what an option would say in their place: what the rules said before anybody proposed it. */
export function withoutOption(facts: PathwayFacts, own: PathwayFacts): PathwayFacts {
  const taken = new Set<string>([...saidByAll, ...Object.keys(own)])
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !taken.has(name)))
}
