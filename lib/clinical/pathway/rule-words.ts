import { isDay, showDay, showInstant } from '@/lib/foundation/time'
import { listWords, showNumber } from '@/lib/foundation/words'
import { modalityFacts } from '../catalogue/modalities'
import type { FactValue, Value } from './condition'
import type { Outcome } from './evaluate'
import { declaredFacts, type FactName, isBoardFact, isOptionFact } from './facts'
import type { Severity } from './rule'

export type MissingFact = Extract<Outcome, { kind: 'cannot-evaluate' }>['gaps'][number]

const whyWords: Readonly<Record<MissingFact['why'], string>> = {
  'of-option': 'said by the option that is proposed',
  'of-board': 'of the board, not of a case',
  withheld: 'kept to the treating team',
  'not-recorded': 'not recorded',
  'no-hour': 'only a day is recorded, no time',
  'no-time': 'when is not recorded',
  'sources-differ': 'sources differ',
  incomplete: 'incomplete',
  'not-exact': 'not exact enough',
  'not-known': 'recorded as not known',
  borderline: 'borderline, neither yes nor no',
  'before-start': 'recorded before the start',
}

/** What is missing for a rule, in words: `First suspected: not recorded`. */
export const gapWords = ({ fact, why }: MissingFact): string => `${declaredFacts[fact].label}: ${whyWords[why]}`

/** How strongly a rule speaks, in words for the screen. */
export const severityWords: Readonly<Record<Severity, string>> = {
  STOP: 'Stop',
  WARN: 'Warning',
  NOTE: 'Note',
  METRIC: 'For audit',
}

const isModality = (value: string): value is keyof typeof modalityFacts => Object.hasOwn(modalityFacts, value)

const units: ReadonlyMap<string, string> = new Map(
  Object.entries(declaredFacts).flatMap(([name, fact]) => (fact.kind === 'number' ? [[name, fact.unit] as const] : [])),
)

function oneWord(name: FactName, value: Value, timeZone: string): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return showNumber(value, units.get(name), { decimals: 1 })
  if (typeof value !== 'string') return listWords(value)
  if (declaredFacts[name].kind === 'time') {
    if (value === '') return 'At a time that is not recorded'
    return isDay(value) ? showDay(value) : showInstant(value, timeZone)
  }
  if (isModality(value)) return modalityFacts[value].title
  return value.charAt(0).toUpperCase() + value.slice(1)
}

/** Why a case says nothing on a fact. */
const untoldWords = (name: FactName): string => {
  if (isOptionFact(name)) return 'Said by the option that is proposed'
  return isBoardFact(name) ? 'Of the board, not of a case' : 'Kept to the treating team'
}

/** What a case says to a rule, in words with its unit; times on the clocks of the board. */
export function valueWords(name: FactName, value: FactValue | undefined, timeZone: string): string {
  if (value === undefined) return untoldWords(name)
  if (value === null) return 'Not recorded'
  if (typeof value === 'object' && 'oneOf' in value)
    return value.oneOf.map((one) => oneWord(name, one, timeZone)).join(' or ')
  if (typeof value === 'object' && 'between' in value) {
    const [low, high] = value.between
    return `Incomplete: ${low} to ${oneWord(name, high, timeZone)}, open at ${listWords(value.openAt)}`
  }
  return oneWord(name, value, timeZone)
}
