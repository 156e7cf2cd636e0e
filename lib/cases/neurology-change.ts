import type { PartialDay } from '@/lib/foundation/time'
import { type CaseFile, dayOfItem, examinationsOf, factOf } from './case-file'
import { isContested } from './facts'
import { type Field, showValue } from './field'
import { limbPower, limbs } from './neurology-readings'
import { type FieldId, sections } from './sections/sections'

/** `other`: two answers that differ and have no order, such as urgency and a catheter. */
export const changeKinds = ['worse', 'other', 'better', 'same'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One finding in two examinations. `before` and `now` in words, with their unit. */
export type FindingChange = {
  field: FieldId<'neurology'>
  label: string
  kind: ChangeKind
  before: string
  now: string
}

/**
 * What changed between the newest examination and the one before. Each finding that was known both times is compared; `open`
 * names those that were known once only or disputed, of which nothing is concluded.
 */
export type NeurologyChange = {
  from: PartialDay | null
  to: PartialDay | null
  changes: FindingChange[]
  open: string[]
}

type Compared = { field: FieldId<'neurology'>; label: string; worstFirst: readonly (string | number)[] }

const powers = [0, 1, 2, 3, 4, 5] as const
const sensed = ['absent', 'reduced', 'normal'] as const
const grades = ['A', 'B', 'C', 'D', 'E'] as const

/** Answers from worst to best. Of bladder and bowel only normal has a place in an order: it is better than any trouble. */
const compared: readonly Compared[] = [
  ...limbs.map(({ field, label }) => ({ field, label, worstFirst: powers })),
  { field: 'sensation', label: 'Sensation', worstFirst: sensed },
  { field: 'saddle', label: 'Saddle', worstFirst: sensed },
  { field: 'bladder', label: 'Bladder', worstFirst: ['normal'] },
  { field: 'bowel', label: 'Bowel', worstFirst: ['normal'] },
  { field: 'walking', label: 'Walking', worstFirst: ['non-ambulatory', 'with-aid', 'independent'] },
  { field: 'ais', label: 'AIS', worstFirst: grades },
  { field: 'frankel', label: 'Frankel', worstFirst: grades },
]

function kindOf(before: unknown, now: unknown, worstFirst: readonly (string | number)[]): ChangeKind {
  if (before === now) return 'same'
  const [was, is] = [before, now].map((answer) => worstFirst.indexOf(answer as string | number))
  if (was === undefined || is === undefined || was === is) return 'other'
  return is > was ? 'better' : 'worse'
}

/** A value without the explanation that follows a colon: `D`, not what D means. */
const shortWords = (field: Field, value: unknown): string => showValue(field, value).split(':', 1)[0] ?? ''

/** What is known of a finding in one examination, a dispute not; a limb's power also by its key muscles. */
function valueAt(file: CaseFile, field: FieldId<'neurology'>, item: string): unknown {
  const limb = limbs.find((one) => one.field === field)
  if (limb) return limbPower(file, limb.field, item).power ?? undefined
  const fact = factOf(file, 'neurology', field, item)
  return fact?.state === 'known' && !isContested(fact) ? fact.value : undefined
}

/** Compares the two newest examinations; null where there are fewer than two. Nothing is concluded from an unknown. */
export function neurologyChange(file: CaseFile): NeurologyChange | null {
  const [newest, earlier] = examinationsOf(file, 'neurology')
  if (newest === undefined || earlier === undefined) return null
  const fields: Readonly<Record<string, Field>> = sections.neurology.fields
  const [changes, open]: [FindingChange[], string[]] = [[], []]
  for (const { field, label, worstFirst } of compared) {
    const [before, now] = [valueAt(file, field, earlier), valueAt(file, field, newest)]
    const declared = fields[field]
    if (declared && before !== undefined && now !== undefined) {
      const words = { before: shortWords(declared, before), now: shortWords(declared, now) }
      changes.push({ field, label, kind: kindOf(before, now, worstFirst), ...words })
    } else if (before !== undefined || now !== undefined) open.push(label)
  }
  return {
    from: dayOfItem(file, 'neurology', earlier),
    to: dayOfItem(file, 'neurology', newest),
    changes,
    open,
  }
}

/** A deficit of the newest examination that an earlier state of the case did not have. `before` is null where it was not known. */
export type NewDeficit = { field: FieldId<'neurology'>; label: string; before: string | null; now: string }

/** What was last known of a finding, whichever examination says it. */
const lastKnown = (file: CaseFile, field: FieldId<'neurology'>): unknown =>
  examinationsOf(file, 'neurology')
    .map((item) => valueAt(file, field, item))
    .find((value) => value !== undefined)

/**
 * Findings that the newest examination shows worse than they were last known before, or shows abnormal where they were not known
 * before. Trouble that became another trouble, such as urgency a catheter, is one. Nothing is concluded from an unknown.
 */
export function newDeficits(before: CaseFile, after: CaseFile): NewDeficit[] {
  const [newest] = examinationsOf(after, 'neurology')
  if (newest === undefined) return []
  const fields: Readonly<Record<string, Field>> = sections.neurology.fields
  return compared.flatMap(({ field, label, worstFirst }) => {
    const [was, is] = [lastKnown(before, field), valueAt(after, field, newest)]
    const declared = fields[field]
    if (!declared || is === undefined || is === worstFirst.at(-1)) return []
    const kind = was === undefined ? 'worse' : kindOf(was, is, worstFirst)
    if (kind !== 'worse' && kind !== 'other') return []
    return [
      { field, label, before: was === undefined ? null : shortWords(declared, was), now: shortWords(declared, is) },
    ]
  })
}
