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
  | { act: 'save' | 'kill' | 'mine'; tab: number; patient: Patient }
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
    arbitrary: fc.record({ act: fc.constantFrom('save' as const, 'kill' as const, 'mine' as const), tab, patient }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('server' as const),
      fate: fc.constantFrom('answers' as const, 'loses' as const, 'delays' as const, 'is down' as const),
    }),
  },
)

/** Plays the steps, then brings the server back and saves all. Gives the last words of each tab, and its stores. */
async function play(steps: readonly Step[]) {
  const server = createServer()
  const open = (caseId: string) => createEntryStore(server.fileOf(caseId), { me: 'me', ...clock, calls: server.calls })
  const stores = [0, 1].map(
    () => Object.fromEntries(patients.map((one) => [one, open(one)])) as Record<Patient, EntryStore>,
  )
  const storeOf = (of: { tab: number; patient: Patient }) => (stores[of.tab] as Record<Patient, EntryStore>)[of.patient]
  const last = new Map<string, string>()
  for (const [index, one] of steps.entries()) {
    if (one.act === 'server') server.put(one.fate)
    else if (one.act === 'type') {
      const words = `${one.patient} ${one.tab} ${index}`
      storeOf(one).say(place(one.field), { state: 'known', value: words })
      last.set(`${one.tab} ${one.patient} ${one.field}`, words)
    } else if (one.act === 'save') storeOf(one).flush()
    else if (one.act === 'mine')
      for (const path of Object.keys(storeOf(one).read().queue.conflicts)) storeOf(one).keepMine(path)
    else {
      // The page dies; the vault gives its words to the next one.
      const left = storeOf(one).left()
      const next = open(one.patient)
      ;(stores[one.tab] as Record<Patient, EntryStore>)[one.patient] = next
      if (left) next.restore(left, clock.today)
    }
    await settled()
  }
  server.put('answers')
  for (let round = 0; round < 3; round++) {
    for (const stored of stores.flatMap((one) => Object.values(one))) stored.flush()
    await settled()
  }
  return { server, last, storeOf }
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterAll(() => {
  vi.useRealTimers()
})

test('F4 two tabs, two patients, ten thousand ways: no value in the wrong case, no word lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      const { server, last, storeOf } = await play(steps)
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
    }),
    { numRuns: 10_000 },
  )
}, 180_000)
