import type { ChooseItem, Item, NumberItem } from '@/lib/clinical/item'
import { limitsIn } from '@/lib/clinical/resolve'

/** What a form can show of an answer. `several` are answers that are still possible. */
type ShownAnswer =
  | { kind: 'none' }
  | { kind: 'one'; value: string | number }
  | { kind: 'measured'; value: number; unit: string }
  | { kind: 'several'; values: readonly (string | number)[] }

const isSingle = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

/** Unpacks an answer of any of the forms that instruments take; whatever is not one of them counts as not answered. */
export const shownAnswer = (answer: unknown): ShownAnswer => {
  if (isSingle(answer)) return { kind: 'one', value: answer }
  if (typeof answer !== 'object' || answer === null) return { kind: 'none' }
  if ('value' in answer) return shownAnswer(answer.value)
  if ('measured' in answer && typeof answer.measured === 'number') {
    const unit = 'unit' in answer && typeof answer.unit === 'string' ? answer.unit : ''
    return { kind: 'measured', value: answer.measured, unit }
  }
  if ('oneOf' in answer && Array.isArray(answer.oneOf))
    return { kind: 'several', values: answer.oneOf.filter(isSingle) }
  return { kind: 'none' }
}

const pointWords = (points: number | null) => {
  if (points === null) return ''
  return points === 1 ? ', 1 point' : `, ${points} points`
}

/** What a measured value means in the words of the item, with its points: `More than 50 % collapse, 3 points`. */
export const measuredWords = (item: ChooseItem, value: number, unit: string): { words: string; ask?: string } => {
  const limits = item.measured && limitsIn(item.measured, unit)
  const read = limits && item.measured?.read(value * limits.is)
  if (read === undefined) return { words: '' }
  const cells = item.cells.filter(({ id }) => read.ids.includes(id))
  return { words: cells.map(({ label, points }) => `${label}${pointWords(points)}`).join(' or '), ask: read.ask }
}

/** What a counted value means; undefined when it lies outside every range of the item. */
export const countedWords = (item: NumberItem, value: number): string | undefined => {
  const cell = item.cells.find(({ from, to }) => value >= from && value <= to)
  return cell && `${cell.label}${pointWords(cell.points)}`
}

/** Lowest and highest value that an item takes as a typed number, in that unit; null when it takes none. */
export const numberLimits = (item: Item, unit?: string): readonly [low: number, high: number] | null => {
  if (item.kind === 'choose') {
    const limits = item.measured && limitsIn(item.measured, unit ?? item.measured.unit)
    return limits ? [limits.min, limits.max] : null
  }
  if (item.kind === 'level') return null
  return [Math.min(...item.cells.map(({ from }) => from)), Math.max(...item.cells.map(({ to }) => to))]
}

/** The answers on the cards of an item: its values, and those that the source does not place, which have no points. */
export const offeredAnswers = (item: ChooseItem): { id: string; label: string; points: number | null }[] => [
  ...item.cells,
  ...Object.entries(item.also).flatMap(([id, also]) =>
    typeof also === 'string' ? [] : [{ id, label: also.label, points: null }],
  ),
]

/** The card that shows an answer: another spelling goes to the value that it counts as. */
export const cardOf = (item: ChooseItem, answer: string): string => {
  const also = Object.hasOwn(item.also, answer) ? item.also[answer] : undefined
  return typeof also === 'string' ? also : answer
}

/** A label split for a card: the name, and after the colon the explanation. */
export const splitLabel = (label: string): { name: string; note?: string } => {
  const colon = label.indexOf(': ')
  return colon < 0 ? { name: label } : { name: label.slice(0, colon), note: label.slice(colon + 2) }
}
