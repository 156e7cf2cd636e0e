import { showDay } from '@/lib/foundation/time'
import { listWords, showNumber } from '@/lib/foundation/words'
import { describeLevels, isVertebra } from '../spine'
import { findOptionType } from './catalogue'
import { intentTitles, urgencyFacts } from './modalities'
import type { OptionType } from './option-type'
import type { Parameter, ParameterValue } from './parameter'
import type { PlanOption } from './plan-option'
import { inFractions } from './questions-about'

/** An option in words: a line to vote on, the line below it, and everything it states, in the order of the catalogue. */
type DescribedOption = { title: string; detail: string; rows: { label: string; value: string }[] }

const isList = (value: ParameterValue): value is readonly string[] => Array.isArray(value)

const describeText = (parameter: Parameter, value: string): string => {
  if (parameter.kind === 'choice') return parameter.choices[value] ?? value
  return parameter.kind === 'day' ? showDay(value) : value
}

const describeValue = (parameter: Parameter, value: ParameterValue): string => {
  if (typeof value === 'string') return describeText(parameter, value)
  if (typeof value === 'number') return showNumber(value)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (!isList(value)) return showNumber(value.value, value.unit)
  if (parameter.kind === 'choices') return listWords(value.map((id) => parameter.choices[id] ?? id))
  return describeLevels(value.filter(isVertebra))
}

type Statement = { key: string; parameter: Parameter; value: string }

const statementsOf = (type: OptionType, { parameters }: PlanOption): Statement[] =>
  Object.entries(type.parameters).flatMap(([key, parameter]) => {
    const value = parameters[key]
    return value === undefined ? [] : [{ key, parameter, value: describeValue(parameter, value) }]
  })

/** The dose of the treatment with its fractions; none where the treatment has no dose. */
const dosesIn = (statements: readonly Statement[], { fractions }: PlanOption['parameters']): string[] =>
  statements
    .filter(({ key, parameter }) => key === 'dose' && parameter.kind === 'dose')
    .map(({ value }) => (typeof fractions === 'number' ? `${value} ${inFractions(fractions)}` : value))

const titleOf = (type: OptionType, option: PlanOption, statements: readonly Statement[]): string => {
  const doses = dosesIn(statements, option.parameters)
  const levels = describeLevels(option.levels)
  const head = [type.short, ...doses].join(' ')
  const placed = [head, levels].filter((part) => part !== '').join(doses.length === 0 ? ' ' : ', ')
  // A function keeps "$&" and the like in typed text from being read as a pattern.
  const ends = statements.map(({ parameter, value }) => (parameter.inTitle ?? '').replace('{}', () => value))
  return `${placed}${ends.join('')}`
}

const detailOf = ({ sequence, intents, urgency, reason }: PlanOption): string => {
  const aims = intents.map((intent) => intentTitles[intent].toLowerCase()).join(', ')
  const soon = urgency === null ? '' : urgencyFacts[urgency].title.toLowerCase()
  const because = reason === undefined ? '' : `reason: ${reason}`
  return [sequence ?? '', aims, soon, because].filter((part) => part !== '').join(' · ')
}

/**
 * An option in words for vote, letter and print: `SBRT 24 Gy in 2 fractions, T6–T8`, and
 * `14–21 d after surgery · local control · soon`. An id that has left the catalogue is shown as it is.
 */
export const describeOption = (option: PlanOption): DescribedOption => {
  const type = findOptionType(option.optionType)
  if (!type) return { title: option.optionType, detail: detailOf(option), rows: [] }
  const statements = statementsOf(type, option)
  return {
    title: titleOf(type, option, statements),
    detail: detailOf(option),
    rows: statements.map(({ parameter, value }) => ({ label: parameter.label, value })),
  }
}
