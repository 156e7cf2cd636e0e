import { addDays, type Day, dayAt, daysBetween, daysMeantBy } from '@/lib/foundation/time'
import { type CaseFile, factOf, newestOf } from './case-file'
import { byDayAndEntry } from './entry-days'
import { type DatasetEntry, entryKey, type GapOwner, type MinimumDataset, whyNeededBy } from './minimum-dataset'
import { hasNeuroFeature } from './neuro-features'
import { type Gap, readiness } from './readiness'
import type { Section } from './sections/section'
import { type FieldId, type SectionId, sections } from './sections/sections'
import { newestWholeSpineMri } from './study-protocol'

/** `ready`: nothing is open. `conditional`: it can be discussed with its gaps in view. `blocked`: a required answer is open. */
export const readinessStates = ['ready', 'conditional', 'blocked'] as const
export type ReadinessState = (typeof readinessStates)[number]

/** A person of the board was asked for an answer by a day. Of several for one place the latest counts. */
export type GapRequest = {
  section: string
  item: string
  field: string
  ownerId: string
  owner: string
  dueOn: Day
  askedBy: string
  askedAt: string
}

/** What readiness depends on beside the case: the board's dataset, who was asked for what, the day the board meets on it. */
export type ReadinessTerms = {
  dataset: MinimumDataset
  requests: readonly GapRequest[]
  meetsOn: Day | null
  /** The day the case was put on the agenda of that meeting: nothing was owed for it before. */
  listedOn: Day | null
}

export const gapKinds = ['missing', 'pending', 'old', 'contested'] as const
export type GapKind = (typeof gapKinds)[number]

/** A gap as the board treats it. */
export type OpenGap = Gap & {
  need: 'required' | 'conditional'
  /**
   * `missing` nobody has answered, `pending` an answer is under way, `old` the answer is past its limit, `contested` sources
   * differ and nobody has settled which value counts.
   */
  kind: GapKind
  /** The values that sources state, in words; empty unless contested. */
  words: string[]
  age: { days: number; limit: number } | null
  owedBy: GapOwner
  request: GapRequest | null
  /**
   * When the answer is owed: the day that was named, else the meeting's day less the board's lead, but not before the case was
   * put on its agenda; null without a meeting.
   */
  until: Day | null
  /** The case is blocked as long as this is open. */
  blocks: boolean
}

export type ReadinessView = { state: ReadinessState; known: number; needed: number; gaps: OpenGap[] }

type Limited = { label: string; days: number; limit: number; at: string }

/**
 * How much of the board's minimum dataset a case has on a day, and what each gap means. Old and contested answers count as known,
 * and as a gap of their own: neither blocks a case, since the board can discuss it with both values in view.
 */
export function readinessState(file: CaseFile, terms: ReadinessTerms, today: Day): ReadinessView {
  const { dataset } = terms
  const { known, needed, gaps, contested } = readiness(file, whyNeededBy(dataset))
  const entries = new Map(dataset.entries.map((entry) => [entryKey(entry), entry]))
  const open = gaps.flatMap((gap): OpenGap[] => {
    const entry = entries.get(entryKey(gap))
    return entry
      ? [
          opened(
            gap,
            entry,
            { kind: gap.pending ? 'pending' : 'missing', answeredAt: answeredAt(file, gap) },
            terms,
            today,
          ),
        ]
      : []
  })
  const differing = contested.flatMap(({ words, ...asked }): OpenGap[] => {
    const entry = entries.get(entryKey(asked))
    const gap = { ...asked, pending: false }
    return entry
      ? [{ ...opened(gap, entry, { kind: 'contested', answeredAt: answeredAt(file, gap) }, terms, today), words }]
      : []
  })
  const all = [...open, ...differing, ...oldGaps(file, terms, today)].sort(byWeight)
  const state = all.length === 0 ? 'ready' : all.some(({ blocks }) => blocks) ? 'blocked' : 'conditional'
  return { state, known, needed, gaps: all }
}

const weightOf = ({ blocks, need, kind }: OpenGap): number =>
  blocks ? 0 : need === 'required' ? 1 : kind === 'contested' ? 2 : kind === 'old' ? 3 : 4

const byWeight = (one: OpenGap, other: OpenGap): number => weightOf(one) - weightOf(other)

function owedByMeeting({ dataset, meetsOn, listedOn }: ReadinessTerms): Day | null {
  if (meetsOn === null) return null
  const led = addDays(meetsOn, -dataset.leadDays)
  return listedOn !== null && listedOn > led ? listedOn : led
}

/** When a value was recorded at the place of a gap; null while none is known there. */
function answeredAt(file: CaseFile, { section, item, field }: Gap): string | null {
  const id = section as SectionId
  const fact = factOf(file, id, field as FieldId<SectionId>, item === newestOf(file, id) ? undefined : item)
  return fact?.state === 'known' ? fact.at : null
}

/** How a gap stands. A request from before `answeredAt` was met: what is open now is not what was asked for then. */
type Standing = { kind: GapKind; answeredAt: string | null; age?: OpenGap['age'] }

function opened(
  gap: Gap,
  entry: DatasetEntry,
  { kind, answeredAt, age = null }: Standing,
  terms: ReadinessTerms,
  today: Day,
): OpenGap {
  const { requests, meetsOn } = terms
  const request = requests.find(
    (one) =>
      one.section === gap.section &&
      one.item === gap.item &&
      one.field === gap.field &&
      (answeredAt === null || one.askedAt >= answeredAt),
  )
  const isPromised = request !== undefined && request.dueOn >= today && (meetsOn === null || request.dueOn <= meetsOn)
  const isAnswered = kind === 'old' || kind === 'contested'
  const need = isAnswered || entry.need !== 'required' ? 'conditional' : 'required'
  return {
    ...{ ...gap, need, kind, age, words: [], owedBy: entry.owedBy, request: request ?? null },
    until: request?.dueOn ?? owedByMeeting(terms),
    blocks: need === 'required' && !isPromised,
  }
}

/** One gap for each section whose needed answers are past their limits: they come from one examination and are owed together. */
function oldGaps(file: CaseFile, terms: ReadinessTerms, today: Day): OpenGap[] {
  const urgent = hasNeuroFeature(file)
  const asked = terms.dataset.entries.filter(({ need }) => need !== 'off')
  const ids = [...new Set(asked.map(({ section }) => section))].filter((id) => Object.hasOwn(sections, id))
  return (ids as SectionId[]).flatMap((section): OpenGap[] => {
    const entries = asked.filter((entry) => entry.section === section)
    const past = entries.flatMap((entry) => pastLimit(file, section, entry, urgent, today))
    const worst = past.reduce<Limited | undefined>(
      (found, one) => (found && found.days - found.limit >= one.days - one.limit ? found : one),
      undefined,
    )
    const [entry] = entries
    if (!worst || !entry) return []
    const gap: Gap = {
      ...{ section, item: '', field: '', pending: false },
      label: past.length === 1 ? worst.label : `${sections[section].title}: ${past.length} answers`,
      neededFor: 'a decision on what is true now',
    }
    const age = { days: worst.days, limit: worst.limit }
    const earliest = past.map(({ at }) => at).sort()[0] ?? null
    return [opened(gap, entry, { kind: 'old', answeredAt: earliest, age }, terms, today)]
  })
}

/** The answer of an entry when it is past its limit. Flag only: it still counts as known (REFERENCE 0.2.6). */
function pastLimit(file: CaseFile, section: SectionId, entry: DatasetEntry, urgent: boolean, today: Day): Limited[] {
  const limit = (urgent ? entry.freshDaysWithDeficit : null) ?? entry.freshDays
  if (limit === null) return []
  const newest = section === 'imaging' && entry.field === '' ? newestStudy(file) : newestDay(file, section, entry)
  if (newest === null) return []
  const days = daysBetween(newest.day, today)
  return days > limit ? [{ label: newest.label, days, limit, at: newest.at }] : []
}

const newestStudy = (file: CaseFile) => {
  const newest = newestWholeSpineMri(file)
  return newest && { ...newest, label: 'Newest whole-spine MRI' }
}

/**
 * The day that a known answer refers to: the newest over the entries of its section, over levels the oldest. One without a day is
 * no newer than its entry, and counts from then; null when nothing is known.
 */
function newestDay(file: CaseFile, section: SectionId, { field }: DatasetEntry) {
  const { fields: declared, repeats, dayField }: Section = sections[section]
  const found = Object.hasOwn(declared, field) ? declared[field] : undefined
  if (!found) return null
  const days = Object.values(file.facts[section] ?? {}).flatMap((fields) => {
    const fact = Object.hasOwn(fields, field) ? fields[field] : undefined
    if (fact?.state !== 'known') return []
    const on = field === dayField ? String(fact.value) : fact.refersOn
    return [{ day: on ? daysMeantBy(on).last : dayAt(fact.at, file.timeZone), at: fact.at }]
  })
  const counted = days.sort(byDayAndEntry).at(repeats === 'vertebra' ? 0 : -1)
  return counted === undefined ? null : { ...counted, label: found.label }
}
