import { randomUUID } from 'node:crypto'
import { call } from '@orpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PublishedReport } from '@/db/seed/published/report'
import { reports } from '@/db/seed/published/reports'
import { changesOf } from '@/db/seed/tell-case'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, type TestBoard } from '@/db/testing-board'
import type { CaseFile } from '@/lib/cases/case-file'
import { readiness } from '@/lib/cases/readiness'
import { readingsOf } from '@/lib/cases/readings'
import { findSection } from '@/lib/cases/sections/sections'
import { withClock } from '@/lib/foundation/clock'
import { router } from './router'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

/** The door as the presenter's own browser comes to it. */
const asPresenter = () => {
  const actor = { ...board.presenter, sessionId: randomUUID() }
  return { context: { actor: async () => actor, idempotencyKey: randomUUID(), address: 'published cases' } }
}

const presentedOn = '2026-11-23'
const at = <T>(day: string, work: () => Promise<T>) => withClock(() => new Date(`${day}T10:00:00Z`), work)

/** Opens, tells and hands in one report as a presenter does, and reads it back. */
async function enter({ patient, question, told }: PublishedReport): Promise<CaseFile> {
  const { boardId } = board
  const opened = { boardId, patient: { new: patient }, question }
  const { caseId } = await call(router.cases.create, opened, asPresenter())
  await call(router.cases.recordFacts, { caseId, changes: changesOf(told, presentedOn) }, asPresenter())
  await call(router.cases.handIn, { caseId }, asPresenter())
  return (await call(router.cases.get, { caseId }, asPresenter())) as CaseFile
}

type Fields = Readonly<Record<string, unknown>>

const valuesIn = (fields: CaseFile['facts'][string][string]): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]))

/** Every value of the case as it was told: items of a list in the order in which they were entered. */
function valuesOf(file: CaseFile, { told }: PublishedReport) {
  return Object.fromEntries(
    Object.entries(file.facts).map(([section, items]) => {
      const repeats = findSection(section)?.repeats
      const all = Object.entries(items).map(([item, fields]) => [item, valuesIn(fields)] as const)
      if (repeats === 'one' || (repeats === 'series' && all.length === 1)) return [section, all[0]?.[1]]
      if (repeats === 'vertebra') return [section, Object.fromEntries(all)]
      const wanted = (told as Readonly<Record<string, readonly Fields[]>>)[section] ?? []
      const place = (values: Fields) =>
        wanted.findIndex((one) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(values)))
      return [section, all.map(([, values]) => values).toSorted((a, b) => place(a) - place(b))]
    }),
  )
}

const sorted = (fields: Fields) => Object.entries(fields).toSorted(([a], [b]) => a.localeCompare(b))

const rangeOf = (reading: object): unknown =>
  'total' in reading ? [reading.total, reading.total] : 'between' in reading ? reading.between : reading

const standing = (file: CaseFile, place: string) => {
  const [section = '', ...rest] = place.split('.')
  const field = rest.at(-1) ?? ''
  const named = rest.length > 1 ? rest[0] : undefined
  const items = Object.entries(file.facts[section] ?? {})
  const lone = named !== undefined && /^\d+$/.test(named)
  return items.filter(([item, fields]) => (lone || item === (named ?? '')) && fields[field] !== undefined)
}

describe.each(reports.map((report) => [report.number, report] as const))('published case %s', (_, report) => {
  test('goes in through the operations, comes out as it was told, and leaves open what is not stated', async () => {
    const file = await at(presentedOn, () => enter(report))
    expect(file.state).toBe('handed-in')
    expect(valuesOf(file, report)).toEqual(report.told)
    const readings = readingsOf(file)
    expect({
      sins: Object.fromEntries(readings.levels.map(({ level, sins }) => [level, rangeOf(sins)])),
      tokuhashi: rangeOf(readings.tokuhashi),
      tomita: rangeOf(readings.tomita),
      bauer: rangeOf(readings.bauer),
    }).toEqual(report.reads)
    const { gaps } = readiness(file)
    for (const place of report.notStated) {
      expect([place, standing(file, place).length]).toEqual([place, 0])
      const [section = '', ...rest] = place.split('.')
      const field = rest.at(-1) ?? ''
      const isOffered = findSection(section)?.fields[field]
      if (!isOffered) throw new Error(`${place} is no field`)
    }
    expect(gaps.length).toBeGreaterThan(0)
    for (const { seenOn, findings } of report.outcome) {
      const { caseId } = file
      await at(seenOn, () => call(router.followUp.recordVisit, { caseId, seenOn, findings }, asPresenter()))
    }
  })
})
