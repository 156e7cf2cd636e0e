import type { FactsView, FactView } from './facts'
import type { Field } from './field'
import type { FieldGroup, Section } from './sections/section'

/** What is recorded under one item of a section, by field. */
type Answers = Readonly<Record<string, FactView>> | undefined

type Condition = Field['askedWhen']

/** Without a known answer a condition is not met. */
function isMet(askedWhen: Condition, answers: Answers): boolean {
  if (!askedWhen) return true
  const fact = answers?.[askedWhen.field]
  if (fact?.state !== 'known') return false
  const given: readonly unknown[] = Array.isArray(fact.value) ? fact.value : [fact.value]
  return given.some((one) => askedWhen.is.some((wanted) => wanted === one))
}

/** Whether a field is asked, as the other answers of its item stand. */
export const isAsked = ({ askedWhen }: Field, answers: Answers): boolean => isMet(askedWhen, answers)

/** Whether a part is asked, as the answers of the section stand that it belongs to. */
export const isPartAsked = ({ partOf }: Section, facts: FactsView): boolean =>
  isMet(partOf?.askedWhen, facts[partOf?.section ?? '']?.[''])

/** The fields of a section as the form groups them: those of no group first, under no title. */
export function groupsOf({
  fields,
  groups = [],
}: Section): (FieldGroup | (Omit<FieldGroup, 'title'> & { title: null }))[] {
  const grouped = new Set(groups.flatMap((group) => group.fields))
  const rest = Object.keys(fields).filter((field) => !grouped.has(field))
  return [...(rest.length > 0 ? [{ title: null, fields: rest }] : []), ...groups]
}
