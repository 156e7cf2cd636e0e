import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { decideChanges, type FactChange, type FactsView, pathOf } from '@/lib/cases/facts'
import type { Result } from '@/lib/foundation/result'
import { ok } from '@/lib/foundation/result'
import { createEntryStore, type EntryCalls, type EntryStore } from './entry-store'

const clock = { today: '2026-11-24', timeZone: 'Europe/London', now: '2026-11-24T14:00:00.000Z' }
const patients = ['ardenwick', 'halversgate'] as const
type Patient = (typeof patients)[number]
const fields = ['referredBy', 'hospital'] as const
const place = (field: string) => ({ section: 'referral', item: '', field })

type Receipt = { version: number; savedAt: string; facts: Record<string, number> }

/** What the server does with requests: its own decision, each key once. An answer comes, is lost, or comes late. */
function createServer() {
  const facts: Record<string, FactsView> = { ardenwick: {}, halversgate: {} }
  /** What each recorded value took the place of. */
  const replaced: { words: string; before: string }[] = []
  const answered = new Map<string, Result<Receipt>>()
  /** Everything that was ever recorded: a person who saw it may have replaced it since. */
  const recorded = new Set<unknown>()
  const late: (() => void)[] = []
  let fate: 'answers' | 'loses' | 'delays' | 'is down' = 'answers'
  let turn = 0

  const decide = (caseId: string, changes: FactChange[]): Result<Receipt> => {
    const decided = decideChanges(changes, facts[caseId] ?? {}, clock)
    if (!decided.ok) return decided
    const at = new Date(turn++).toISOString()
    for (const { section, item, field, fact, version } of decided.value) {
      recorded.add(fact.value)
      const items = { ...facts[caseId]?.[section] }
      const before = items[item]?.[field]
      if (before) replaced.push({ words: String(fact.value), before: String(before.value) })
      items[item] = { ...items[item], [field]: { ...fact, value: fact.value ?? null, version, by: 'me', at } }
      facts[caseId] = { ...facts[caseId], [section]: items }
    }
    const versions = Object.fromEntries(decided.value.map((change) => [pathOf(change), change.version]))
    return ok({ version: turn, savedAt: at, facts: versions })
  }
  const unreachable = { ok: false, refusal: { code: 'unreachable' } } as const
  const calls: EntryCalls = {
    record: async (caseId, changes, key) => {
      if (fate === 'is down') return unreachable
      const answer = answered.get(key) ?? decide(caseId, changes)
      if (answer.ok) answered.set(key, answer)
      if (fate === 'loses') return unreachable
      if (fate === 'delays') await new Promise<void>((resume) => late.push(resume))
      return answer
    },
    read: async (caseId) => (fate === 'is down' ? unreachable : ok(fileOf(caseId))),
  }
  const fileOf = (caseId: string): CaseFile =>
    ({ caseId, version: turn, facts: facts[caseId], patient: { version: 1 } }) as unknown as CaseFile
  return {
    calls,
    fileOf,
    facts,
    recorded,
    replaced,
    put: (next: typeof fate) => {
      fate = next
      if (next === 'answers') for (const resume of late.splice(0)) resume()
    },
  }
}

const settled = async () => {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve()
}

type Step =
  | { act: 'type'; tab: number; patient: Patient; field: (typeof fields)[number] }
  | { act: 'save' | 'kill' | 'mine' | 'theirs' | 'refresh'; tab: number; patient: Patient }
  | { act: 'server'; fate: 'answers' | 'loses' | 'delays' | 'is down' }

const tab = fc.constantFrom(0, 1)
const patient = fc.constantFrom(...patients)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('type' as const),
      tab,
      patient,
      field: fc.constantFrom(...fields),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'save' as const,
        'save' as const,
        'kill' as const,
        'mine' as const,
        'theirs' as const,
        'refresh' as const,
      ),
      tab,
      patient,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('server' as const),
      fate: fc.constantFrom('answers' as const, 'loses' as const, 'delays' as const, 'is down' as const),
    }),
  },
)

type Tab = { tab: number; patient: Patient }

/** Two tabs with both patients open: what they show, and what somebody does in them. */
function createTabs(server: ReturnType<typeof createServer>) {
  const open = (caseId: string) => createEntryStore(server.fileOf(caseId), { me: 'me', ...clock, calls: server.calls })
  const stores = [0, 1].map(
    () => Object.fromEntries(patients.map((one) => [one, open(one)])) as Record<Patient, EntryStore>,
  )
  const storesOf = (at: number) => stores[at] as Record<Patient, EntryStore>
  const storeOf = (of: Tab) => storesOf(of.tab)[of.patient]
  const heldIn = (of: Tab) => Object.entries(storeOf(of).read().queue.conflicts)
  const last = new Map<string, string>()
  /** What had stood in a field, or beside it in a conflict, when these words were typed into it or kept. */
  const seenBy = new Map<string, Set<string>>()
  const shownIn = new Map<string, Set<string>>()
  const look = (of: Tab): Set<string> => {
    const { file, queue } = storeOf(of).read()
    const shown = shownIn.get(`${of.tab} ${of.patient}`) ?? new Set<string>()
    for (const fact of Object.values(file.facts.referral?.[''] ?? {})) shown.add(String(fact.value))
    for (const [, { given }] of heldIn(of)) shown.add(String(queue.facts.referral?.['']?.[given.field]?.value))
    shownIn.set(`${of.tab} ${of.patient}`, shown)
    return shown
  }
  const type = (of: Tab, field: string, words: string) => {
    seenBy.set(words, new Set(look(of)))
    storeOf(of).say(place(field), { state: 'known', value: words })
    last.set(`${of.tab} ${of.patient} ${field}`, words)
  }
  const keepMine = (of: Tab) => {
    for (const [path, { given }] of heldIn(of)) {
      for (const words of look(of)) seenBy.get(String(given.fact.value))?.add(words)
      storeOf(of).keepMine(path)
    }
  }
  const takeTheirs = (of: Tab) => {
    for (const [path, { given }] of heldIn(of)) {
      const where = `${of.tab} ${of.patient} ${given.field}`
      if (last.get(where) === given.fact.value) last.delete(where)
      void storeOf(of).takeTheirs(path)
    }
  }
  /** The page dies; the vault gives its words to the next one. */
  const kill = (of: Tab) => {
    const left = storeOf(of).left()
    const next = open(of.patient)
    storesOf(of.tab)[of.patient] = next
    if (left) next.restore(left, clock.today)
  }
  const acts = {
    save: (of: Tab) => storeOf(of).flush(),
    refresh: (of: Tab) => void storeOf(of).refresh(),
    mine: keepMine,
    theirs: takeTheirs,
    kill,
  }
  return { all: () => stores.flatMap((one) => Object.values(one)), storeOf, last, seenBy, look, type, acts }
}

/** Plays the steps, then brings the server back and saves all. Gives the server, and the tabs with the last words of each. */
async function play(steps: readonly Step[]) {
  const server = createServer()
  const tabs = createTabs(server)
  for (const [index, one] of steps.entries()) {
    if (one.act === 'server') server.put(one.fate)
    else if (one.act === 'type') tabs.type(one, one.field, `${one.patient} ${one.tab} ${index}`)
    else tabs.acts[one.act](one)
    await settled()
    if (one.act !== 'server') tabs.look(one)
  }
  server.put('answers')
  for (let round = 0; round < 3; round++) {
    for (const stored of tabs.all()) stored.flush()
    await settled()
  }
  return { server, ...tabs }
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterAll(() => {
  vi.useRealTimers()
})

test('F4 two tabs, two patients, ten thousand ways: no value in the wrong case, no word lost, nothing replaced unseen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      const { server, last, storeOf, seenBy } = await play(steps)
      vi.clearAllTimers()
      for (const one of patients) {
        for (const { value } of Object.values(server.facts[one]?.referral?.[''] ?? {})) {
          expect(String(value).split(' ')[0]).toBe(one)
        }
      }
      for (const [where, words] of last) {
        const [tabOf, patientOf, field = ''] = where.split(' ')
        const { queue } = storeOf({ tab: Number(tabOf), patient: patientOf as Patient }).read()
        const held = queue.conflicts[`referral.${field}`]?.given.fact.value
        expect(held === words || server.recorded.has(words), `${words} of ${where}`).toBe(true)
      }
      for (const { words, before } of server.replaced) {
        expect(seenBy.get(words)?.has(before), `${before} under ${words}`).toBe(true)
      }
    }),
    { numRuns: 10_000 },
  )
}, 180_000)
