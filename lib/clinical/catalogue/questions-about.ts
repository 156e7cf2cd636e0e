import { showNumber } from '@/lib/foundation/words'
import { findOptionType } from './catalogue'
import type { OptionType, Schedule } from './option-type'
import type { Parameter, ParameterValue, Quantity } from './parameter'
import type { PlanOption } from './plan-option'

/** Something improbable: asked back before the option stands, never refused (DESIGN D9). `path` is the dotted path of the field. */
export type Question = { path: string; question: string }

const isQuantity = (value: ParameterValue | undefined): value is Quantity =>
  typeof value === 'object' && 'unit' in value

/** A number of fractions in words: `in 2 fractions`. */
export const inFractions = (fractions: number) => `in ${fractions} ${fractions === 1 ? 'fraction' : 'fractions'}`

const describeSchedule = (dose: Quantity, fractions: number): string =>
  `${showNumber(dose.value, dose.unit)} ${inFractions(fractions)}`

const describeSpan = ({ doseGy: [low, high], fractions: [few, many] }: Schedule) => {
  const doses = low === high ? showNumber(low, 'Gy') : `${low}–${showNumber(high, 'Gy')}`
  return `${doses} ${few === many ? inFractions(few) : `in ${few}–${many} fractions`}`
}

const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high

const scheduleQuestion = ({ title, schedules }: OptionType, { parameters }: PlanOption): Question[] => {
  const { dose, fractions } = parameters
  if (schedules.length === 0 || !isQuantity(dose) || typeof fractions !== 'number') return []
  if (schedules.some((listed) => within(dose.value, listed.doseGy) && within(fractions, listed.fractions))) return []
  const listed = schedules.map(describeSpan).join('; ')
  const question = `${describeSchedule(dose, fractions)} is not among the schedules listed for "${title}" (${listed}). Is it correct?`
  return [{ path: 'parameters.dose', question }]
}

const quantityQuestion = (key: string, parameter: Parameter, value: ParameterValue | undefined): Question[] => {
  if (parameter.kind !== 'quantity' || parameter.asked === undefined || !isQuantity(value)) return []
  const { above, why } = parameter.asked
  if (value.value <= above) return []
  const question = `${parameter.label}: ${showNumber(value.value, value.unit)}. ${why}. Is it correct?`
  return [{ path: `parameters.${key}`, question }]
}

/** What to ask back about an option that the schema accepts: schedules that the catalogue does not list, unusual quantities. */
export const questionsAbout = (option: PlanOption): Question[] => {
  const type = findOptionType(option.optionType)
  if (!type) return []
  const quantities = Object.entries(type.parameters).flatMap(([key, parameter]) =>
    quantityQuestion(key, parameter, option.parameters[key]),
  )
  return [...scheduleQuestion(type, option), ...quantities]
}
