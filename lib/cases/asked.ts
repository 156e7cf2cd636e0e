import type { FactView } from './facts'
import type { Field } from './field'
import type { FieldGroup, Section } from './sections/section'

/** What is recorded under one item of a section, by field. */
type Answers = Readonly<Record<string, FactView>> | undefined

/** Whether a field is asked, as the other answers of its item stand. Without a known answer to its condition it is not. */
export function isAsked({ askedWhen }: Field, answers: Answers): boolean {
  if (!askedWhen) return true
  const fact = answers?.[askedWhen.field]
  if (fact?.state !== 'known') return false
  const given: readonly unknown[] = Array.isArray(fact.value) ? fact.value : [fact.value]
  return given.some((one) => askedWhen.is.some((wanted) => wanted === one))
}

/** The fields of a section as the form groups them: those of no group first, under no title. */
export function groupsOf({
  fields,
  groups = [],
}: Section): (FieldGroup | (Omit<FieldGroup, 'title'> & { title: null }))[] {
  const grouped = new Set(groups.flatMap((group) => group.fields))
  const rest = Object.keys(fields).filter((field) => !grouped.has(field))
  return [...(rest.length > 0 ? [{ title: null, fields: rest }] : []), ...groups]
}
