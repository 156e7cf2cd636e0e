import { isAsked } from '@/lib/cases/asked'
import { pathOf } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import { findSection } from '@/lib/cases/sections/sections'
import type { EntryState } from './entry-store'

type Where = { section: string; item: string }
type Seen = Pick<EntryState, 'file' | 'queue' | 'typed'>

const standingFact = ({ file }: Seen, { section, item }: Where, field: string) => {
  const fact = file.facts[section]?.[item]?.[field]
  return fact && fact.state !== 'withdrawn' ? fact : undefined
}

/** Whether anything stands in a field: recorded, on its way, typed, refused or in conflict. It is shown whatever else is answered. */
export function isHeld(state: Seen, where: Where, field: string): boolean {
  const path = pathOf({ ...where, field })
  const { refused, conflicts } = state.queue
  return (
    standingFact(state, where, field) !== undefined ||
    [state.typed, refused, conflicts].some((held) => Object.hasOwn(held, path))
  )
}

/** Which of these fields the form shows for an item: those that are asked as the answers stand, and those that hold something. */
export function shownFields(state: Seen, where: Where, fields: readonly string[]): string[] {
  const declared = findSection(where.section)?.fields ?? {}
  const answers = state.file.facts[where.section]?.[where.item]
  return fields.filter((name) => {
    const field = declared[name]
    if (!field || field.askedElsewhere) return false
    return isAsked(field, answers) || isHeld(state, where, name)
  })
}

/** How many of these fields have an answer, of whatever kind. */
export const answeredIn = (state: Seen, where: Where, fields: readonly string[]): number =>
  fields.filter((field) => standingFact(state, where, field) !== undefined).length

/** Why a field that still holds something is not asked any more: `“Allergies” is not “Known allergies”`; null while it is asked. */
export function notAskedBecause({ file }: Pick<Seen, 'file'>, { section, item }: Where, name: string): string | null {
  const declared = findSection(section)?.fields ?? {}
  const field = declared[name]
  if (!field?.askedWhen || isAsked(field, file.facts[section]?.[item])) return null
  const condition = declared[field.askedWhen.field]
  const options = condition?.kind === 'choice' || condition?.kind === 'several' ? condition.options : {}
  const wanted = field.askedWhen.is.map((one) => `“${options[one] ?? one}”`)
  const words = wanted.length > 3 ? 'one that asks for this' : wanted.join(' or ')
  return `“${condition?.label ?? field.askedWhen.field}” is not ${words}. Take this back if it no longer holds.`
}

/** The declaration of a field by the names of its section and itself; undefined where there is none. */
export function fieldOf(section: string, name: string): Field | undefined {
  const fields = findSection(section)?.fields ?? {}
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}
