import type { Knowledge } from '@/app/_ui/field-parts'
import { sections } from '@/lib/cases/sections/sections'
import { type Finding, type VisitField, visitFields } from '@/lib/follow-up/visit-model'
import type { BoardTime } from '@/lib/foundation/moment'
import { readDay } from '@/lib/foundation/read-day'
import type { FieldProblem } from '@/lib/foundation/result'
import type { Day } from '@/lib/foundation/time'
import { isTyped, readTyped } from '../edit/typed-value'

/** What stands in one field of the form: whether it is known, null while nobody has said, and what was typed or chosen. */
export type DraftField = { knowledge: Knowledge | null; typed: string; chosen: readonly string[] }
export type VisitDraft = Readonly<Record<VisitField, DraftField>>

const untouched: DraftField = { knowledge: null, typed: '', chosen: [] }

/** A form in which nobody has said anything. */
export const emptyDraft = (): VisitDraft =>
  Object.fromEntries(visitFields.map((field) => [field, untouched])) as Record<VisitField, DraftField>

/** A field after a change: what is typed or chosen makes it known, emptied it is unanswered again; “known” alone says nothing yet. */
export const changeField = (before: DraftField, change: Partial<DraftField>): DraftField => {
  const next = { ...before, ...change }
  if (change.knowledge && change.knowledge !== 'known') return next
  const isAnswered = next.typed.trim() !== '' || next.chosen.length > 0
  return { ...next, knowledge: isAnswered ? 'known' : null }
}

const none = 'none'

/** What is chosen after one box was ticked or cleared, in the order of the options. “None” and anything else exclude each other. */
export function tick(options: readonly string[], chosen: readonly string[], option: string, isOn: boolean): string[] {
  const kept = isOn ? chosen.filter((each) => (each === none) === (option === none)) : chosen
  return options.filter((each) => (each === option ? isOn : kept.includes(each)))
}

type Read = { finding: Finding } | { problem: string } | null

function readField(field: VisitField, { knowledge, typed, chosen }: DraftField, time: BoardTime): Read {
  if (knowledge !== null && knowledge !== 'known') return { finding: { state: knowledge } }
  const declared = sections.visit.fields[field]
  if (!isTyped(declared)) {
    if (chosen.length === 0) return null
    const value = declared.kind === 'several' ? [...chosen] : (chosen[0] ?? '')
    return { finding: { state: 'known', value, unit: null } }
  }
  const read = readTyped(declared, typed, time)
  switch (read.kind) {
    case 'empty':
      return null
    case 'asked-back':
      return { problem: 'This date can mean two days. Choose which one.' }
    case 'problem':
      return { problem: read.message }
    case 'value':
      return {
        finding: {
          state: 'known',
          value: read.value as string | number | string[],
          unit: read.unit,
        },
      }
  }
}

/** What counts as the day of a visit: a full day that is not in the future. */
export const seenRules = (today: Day) => ({ today, allowPartial: false })

/** What the form says, with the day of the visit as it was typed; null where that is no day. A field that nobody touched is left out; what cannot be read is a problem at its field. */
export function readDraft(seen: string, draft: VisitDraft, time: BoardTime) {
  const findings: Partial<Record<VisitField, Finding>> = {}
  const reading = readDay(seen, seenRules(time.today))
  const seenOn = reading.kind === 'day' ? reading.day : null
  const problems: FieldProblem[] = reading.kind === 'day' ? [] : [{ path: 'seenOn', message: reading.why }]
  for (const field of visitFields) {
    const read = readField(field, draft[field], time)
    if (read && 'problem' in read) problems.push({ path: `findings.${field}`, message: read.problem })
    else if (read) findings[field] = read.finding
  }
  return { seenOn, findings, problems }
}
