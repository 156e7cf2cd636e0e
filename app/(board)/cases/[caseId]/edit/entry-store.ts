import { api, ask, type Failure } from '@/lib/api/client'
import type { CaseFile } from '@/lib/cases/case-file'
import { confirmedField } from '@/lib/cases/contradiction-rules'
import { comparedWith } from '@/lib/cases/day-orders'
import { withEntryDays } from '@/lib/cases/entry-days'
import { type FactChange, type FactsView, pathOf } from '@/lib/cases/facts'
import type { BoardTime } from '@/lib/foundation/moment'
import type { FieldConflict } from '@/lib/foundation/result'
import type { PartialDay } from '@/lib/foundation/time'
import { asksForDay } from './finding-day'
import {
  advance,
  beginQueue,
  hasToSend,
  isHeldUnseen,
  isUnsaved,
  type LeftQueue,
  leftOf,
  localFacts,
  type Place,
  placeOf,
  type QueueEvent,
  retryAfterMs,
  type SaveQueue,
} from './save-queue'
import { timeNow } from './time-now'
import { readTyped, type TypedField } from './typed-value'

/** What a person says of a field: a value with its unit, or why there is none. `refersOn` when it is not the form's day. */
export type Said = {
  state: FactChange['fact']['state']
  value?: unknown
  unit?: string | null
  refersOn?: string | null
  /** The earlier case in which this very value stands, when it is confirmed from there. */
  confirmedFrom?: string
}

/** The day that the findings of a section are from: as typed, and as understood. */
export type FindingDay = { typed: string; day: PartialDay | null }

/** Everything the entry screens show, new on every change. */
export type EntryState = {
  /** The case as this person sees it: what is saved with what is typed. */
  file: CaseFile
  queue: SaveQueue
  /** Text as typed, by path, where it differs from a recorded value or is none. */
  typed: Readonly<Record<string, string>>
  /** Paths whose text is no value: kept here, not saved. */
  unreadable: readonly string[]
  /** The field that somebody types in right now: what cannot be read there yet is no mistake yet. */
  typing: string | null
  days: Readonly<Record<string, FindingDay>>
  /** How many answers of a page that is gone are back, and when they were typed; null when there were none. */
  restored: { answers: number; at: string } | null
}

/** What would be lost with this page. */
export type LeftEntry = Pick<EntryState, 'typed' | 'unreadable' | 'days'> & { queue: LeftQueue | null }

export type EntryStore = ReturnType<typeof createEntryStore>

const pauseMs = 1_000

/**
 * The facts as the form shows them: what is replaced by text that is no value counts as known nowhere on it. An entry does not
 * vanish from its list with its only answer.
 */
function factsShown({ queue, unreadable }: Pick<EntryState, 'queue' | 'unreadable'>): FactsView {
  const facts = { ...localFacts(queue) }
  for (const { section, item, field } of unreadable.map(placeOf)) {
    const { [field]: replaced, ...others } = facts[section]?.[item] ?? {}
    const isOnlyOne = item !== '' && Object.values(others).every(({ state }) => state === 'withdrawn')
    if (replaced && !isOnlyOne) facts[section] = { ...facts[section], [item]: others }
  }
  return facts
}

const answersIn = ({ queue, unreadable }: LeftEntry): number => {
  const { waiting = {}, batch, refused = {}, conflicts = {} } = queue ?? {}
  return new Set([waiting, batch?.given ?? {}, refused, conflicts].flatMap(Object.keys).concat(unreadable)).size
}

/** How a store reaches the server: the operations of the case, with refusals as values. */
export type EntryCalls = {
  record: (caseId: string, changes: FactChange[], idempotencyKey: string) => ReturnType<typeof recordNow>
  read: (caseId: string) => ReturnType<typeof readNow>
}
const recordNow = (caseId: string, changes: FactChange[], idempotencyKey: string) =>
  ask(api.cases.recordFacts({ caseId, changes }, { context: { idempotencyKey } }))
const readNow = (caseId: string) => ask(api.cases.get({ caseId }))

type Opening = Pick<BoardTime, 'today' | 'timeZone'> & { me: string; calls?: EntryCalls }

/** Holds one case while it is entered and saves it by itself. Lives outside React, so that leaving a screen loses nothing. */
export function createEntryStore(
  opened: CaseFile,
  { me, calls = { record: recordNow, read: readNow }, ...clock }: Opening,
) {
  const { caseId } = opened
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let saved = opened
  let state: EntryState = {
    file: opened,
    queue: beginQueue(me, opened.facts, opened.version),
    typed: {},
    unreadable: [],
    typing: null,
    days: {},
    restored: null,
  }

  const put = (changes: Partial<EntryState>) => {
    const next = { ...state, ...changes }
    const file = { ...saved, version: next.queue.version, facts: factsShown(next) }
    state = { ...next, file: withEntryDays(file) }
    for (const listener of listeners) listener()
  }
  const happen = (event: QueueEvent) => put({ queue: advance(state.queue, event) })
  const plan = (waitMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), waitMs)
  }

  /** A confirmation has no field to choose in: theirs stands, and what it does not cover is asked again. */
  function letConfirmationsBe(conflicts: readonly FieldConflict[]) {
    const confirmed = conflicts.filter(({ path }) => placeOf(path).field === confirmedField)
    for (const { path } of confirmed) happen({ kind: 'theirs-taken', path })
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (state.typing !== null) put({ typing: null })
    if (state.queue.isSending || !hasToSend(state.queue)) return
    happen({ kind: 'sent', key: crypto.randomUUID() })
    const { batch } = state.queue
    if (!batch) return
    const result = await calls.record(caseId, [...batch.changes], batch.key)
    if (result.ok) {
      const unread = isHeldUnseen(state.queue, result.value) ? await refresh() : null
      if (unread) happen({ kind: 'failed', failure: unread })
      else {
        happen({ kind: 'saved', receipt: result.value })
        forgetTyped(batch.changes)
      }
    } else if (result.refusal.code === 'invalid') happen({ kind: 'invalid', problems: result.refusal.fields })
    else if (result.refusal.code === 'stale') {
      await refresh()
      happen({ kind: 'stale', conflicts: result.refusal.fields })
      letConfirmationsBe(result.refusal.fields)
    } else happen({ kind: 'failed', failure: result.refusal })
    planNext()
  }

  function planNext() {
    if (!hasToSend(state.queue)) return
    const waitMs = retryAfterMs(state.queue)
    if (waitMs !== null) plan(Math.max(waitMs, pauseMs))
  }

  /** Saved text shows as it was understood, unless it was typed on meanwhile. */
  function forgetTyped(changes: readonly FactChange[]) {
    const done = changes.map(pathOf).filter((path) => !state.queue.waiting[path] && !state.unreadable.includes(path))
    put({ typed: Object.fromEntries(Object.entries(state.typed).filter(([path]) => !done.includes(path))) })
  }

  /** Reads the case anew; says why where that failed. */
  async function refresh(): Promise<Failure | null> {
    const result = await calls.read(caseId)
    if (result.ok) adopt(result.value)
    return result.ok ? null : result.refusal
  }

  /** Takes over what the server says now; what was typed stays on top. An older copy, as the browser keeps of pages left, counts for nothing. */
  function adopt(file: CaseFile) {
    if (file.version < state.queue.version) return
    const patient = file.patient.version < saved.patient.version ? saved.patient : file.patient
    saved = { ...file, patient }
    happen({ kind: 'refreshed', facts: file.facts, version: file.version })
  }

  function say(place: Place, { state: said, value, unit = null, ...more }: Said) {
    const path = pathOf(place)
    const formDay = asksForDay(place.section) ? (state.days[place.section]?.day ?? null) : null
    const refersOn = more.refersOn === undefined ? formDay : more.refersOn
    const { confirmedFrom } = more
    const origin = confirmedFrom === undefined ? {} : { confirmedFrom }
    const fact = { state: said, ...(said === 'known' ? { value } : {}), unit, refersOn, ...origin }
    const { [path]: _, ...typed } = state.typed
    put({
      queue: advance(state.queue, { kind: 'given', given: { ...place, fact, at: new Date().toISOString() } }),
      unreadable: state.unreadable.filter((one) => one !== path),
      typed,
    })
    askAgain(place)
    if (!state.queue.trouble) plan(pauseMs)
  }

  /** A day that was refused for the one beside it is sent again once that one changes: it may be right now. */
  function askAgain(place: Place) {
    for (const field of comparedWith(place)) {
      const held = state.queue.refused[pathOf({ ...place, field })]
      if (held) happen({ kind: 'given', given: held.given })
    }
  }

  /** Nothing recorded yet: the text just goes. Recorded already: emptying it takes it back, the history keeps it. */
  function clear(place: Place) {
    const path = pathOf(place)
    const recorded = state.queue.facts[place.section]?.[place.item]?.[place.field]
    const isOnItsWay = state.queue.batch?.given[path] !== undefined
    if ((recorded && recorded.state !== 'withdrawn') || isOnItsWay) say(place, { state: 'withdrawn' })
    else {
      put({ queue: advance(state.queue, { kind: 'dropped', place }) })
      askAgain(place)
    }
  }

  function type(place: Place, field: TypedField, text: string) {
    const path = pathOf(place)
    const reading = readTyped(field, text, { ...timeNow(clock), bornOn: saved.patient.bornOn })
    if (reading.kind === 'value') {
      say(place, { state: 'known', value: reading.value, unit: reading.unit })
    } else if (reading.kind === 'empty') clear(place)
    else happen({ kind: 'dropped', place })
    const others = state.unreadable.filter((one) => one !== path)
    const isUnreadable = reading.kind === 'problem' || reading.kind === 'asked-back'
    put({
      typed: { ...state.typed, [path]: text },
      unreadable: isUnreadable ? [...others, path] : others,
      typing: path,
    })
    if (!state.queue.trouble) plan(pauseMs)
  }

  /** Keeps words that are no value of the field as it is asked now, over an answer that somebody has just given: that one still goes. */
  function hold(place: Place, text: string) {
    const path = pathOf(place)
    put({ typed: { ...state.typed, [path]: text }, unreadable: [...new Set([...state.unreadable, path])] })
  }

  const hasUnsaved = (): boolean => isUnsaved(state.queue) || state.unreadable.length > 0

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (): EntryState => state,
    hasUnsaved,
    /** What is not with the server yet; null when everything is. */
    left: (): LeftEntry | null => {
      const { queue, typed, unreadable, days } = state
      return hasUnsaved() ? { queue: leftOf(queue), typed, unreadable, days } : null
    },
    /** Takes over what a page that is gone had not saved, and saves it. What was typed here meanwhile stays. */
    restore: (left: LeftEntry, at: string) => {
      const { queue, typed, unreadable, days } = left
      if (queue) happen({ kind: 'restored', left: queue })
      const others = unreadable.filter((path) => state.typed[path] === undefined)
      put({
        typed: { ...typed, ...state.typed },
        unreadable: [...new Set([...others, ...state.unreadable])],
        days: { ...days, ...state.days },
        restored: { answers: answersIn(left) + (state.restored?.answers ?? 0), at },
      })
      void flush()
    },
    say,
    type,
    hold,
    setDay: (section: string, day: FindingDay) => put({ days: { ...state.days, [section]: day } }),
    /** Saves now: when a field is left, a screen is left, or somebody presses “Try again”. */
    flush: () => void flush(),
    /** Saves now; resolves once nothing is on its way any more, or what is cannot get through. */
    settle: (): Promise<void> =>
      new Promise((done) => {
        const look = () => {
          if (state.queue.isSending || (hasToSend(state.queue) && !state.queue.trouble)) return
          listeners.delete(look)
          done()
        }
        listeners.add(look)
        void flush()
        look()
      }),
    flushUnlessInTrouble: () => {
      if (!state.queue.trouble) void flush()
    },
    keepMine: (path: string) => {
      happen({ kind: 'mine-kept', path })
      void flush()
    },
    takeTheirs: async (path: string) => {
      await refresh()
      const { [path]: _, ...typed } = state.typed
      put({ typed, queue: advance(state.queue, { kind: 'theirs-taken', path }) })
    },
    refresh,
    adopt,
    /** Patient, question and state have operations of their own; this shows their result. */
    patch: (changes: Partial<Pick<CaseFile, 'patient' | 'question' | 'state' | 'handedInAt' | 'version'>>) => {
      saved = { ...saved, ...changes }
      put({ queue: { ...state.queue, version: changes.version ?? state.queue.version } })
    },
  }
}
