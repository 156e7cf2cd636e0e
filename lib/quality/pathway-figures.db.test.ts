import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase } from '@/db/testing-board'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { withClock } from '@/lib/foundation/clock'
import { getQuality } from './queries/get-quality'

const database = testDatabase()
const today = '2026-11-24'
const clock = () => new Date(`${today}T15:00:00Z`)

test('the figures of the pathway count signed cases by the rules of the board’s packs, each with the cases beside it', async () => {
  const board = await makeTestBoard(database.ownerUrl)
  const weak = { section: 'symptoms', field: 'weakness', value: 'present' }
  const signWith = (...facts: Parameters<typeof recordTestFacts>[2][number][]) =>
    withClock(clock, () =>
      signTestCase(database.ownerUrl, board, today, (caseId) => recordTestFacts(board, caseId, facts, today)),
    )
  const late = await signWith(weak, { section: 'clocks', field: 'suspectedAt', value: '2026-11-20T09:00+00:00' })
  const running = await signWith(weak, { section: 'clocks', field: 'suspectedAt', value: '2026-11-24T12:00+00:00' })
  const unknown = await signWith(weak)
  const { caseId } = await placeTestCase(database.ownerUrl, board, 990)
  await withClock(clock, () => recordTestFacts(board, caseId, [weak], today))
  const { pathway } = must(await withClock(clock, () => getQuality(board.observer, { boardId: board.boardId })))
  const emergency = pathway.find(({ ruleId }) => ruleId === 'PW-IMG-01')
  expect(emergency).toMatchObject({
    ...{ id: 'M1', n: 0, of: 1, excepted: [] },
    notMet: [{ caseId: late.caseId, caseCode: late.code }],
    running: [{ caseCode: running.code }],
    unknown: [{ caseCode: unknown.code }],
  })
  expect(pathway.map(({ id }) => id)).not.toContain('M12')
  const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  const theirs = must(await getQuality(strangers.chair, { boardId: strangers.boardId }))
  expect(theirs.pathway.every(({ of, notMet, unknown: open }) => of + notMet.length + open.length === 0)).toBe(true)
})
