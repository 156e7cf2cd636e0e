import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase } from '@/db/testing-board'
import { recordTestFacts } from '@/db/testing-signed-case'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { openClocksOf } from './case-clocks'
import { setPacks } from './commands/set-packs'
import { withdrawCase } from './commands/withdraw-case'
import { setPacksInput } from './pathway/board-packs'
import { readPathway } from './pathway/case-pathway'
import { noCourse } from './pathway/course'
import { getCaseFile } from './queries'
import { listOpenClocks } from './queries/list-open-clocks'
import { readingsOf } from './readings'

const database = testDatabase()

test('the open clocks of a board are listed for whoever may see its cases, due first, and end with the act', async () => {
  const board = await makeTestBoard(database.ownerUrl)
  const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  const seenBy = (actor: Actor) =>
    withClock(
      () => new Date('2026-11-24T12:00:00Z'),
      () => listOpenClocks(actor, { boardId: board.boardId }),
    )
  const weakness = { section: 'symptoms', field: 'weakness', value: 'present' }
  const suspected = (at: string) => ({ section: 'clocks', field: 'suspectedAt', value: at })
  const contacted = { section: 'clocks', field: 'contactedAt', value: '2026-11-24T09:30+00:00' }
  const later = await placeTestCase(database.ownerUrl, board, 1)
  await recordTestFacts(board, later.caseId, [weakness, suspected('2026-11-24T09:00+00:00'), contacted], '2026-11-24')
  const earlier = await placeTestCase(database.ownerUrl, board, 2)
  await recordTestFacts(board, earlier.caseId, [weakness, suspected('2026-11-24T08:00+00:00')], '2026-11-24')
  await placeTestCase(database.ownerUrl, board, 3)

  const listed = await seenBy(board.observer)
  expect(listed.map(({ caseId }) => caseId)).toEqual([earlier.caseId, later.caseId])
  const [first, second] = listed.map(({ clocks }) => clocks.map(({ id, due }) => `${id} ${due}`))
  expect(first?.[0]).toBe('PW-REC-02 2026-11-24T09:00:00.000Z')
  expect(first).toContain('PW-IMG-01 2026-11-25T08:00:00.000Z')
  expect(second?.filter((clock) => /PW-(REC|IMG)/.test(clock))).toEqual(['PW-IMG-01 2026-11-25T09:00:00.000Z'])
  for (const actor of [board.administrator, strangers.presenter]) expect(await seenBy(actor)).toEqual([])

  const scanned = { section: 'clocks', field: 'mriDoneAt', value: '2026-11-24T11:00+00:00' }
  await recordTestFacts(board, later.caseId, [scanned], '2026-11-24')
  must(await withdrawCase(board.coordinator, { caseId: earlier.caseId, reason: 'Entered twice' }))
  const [left, ...others] = await seenBy(board.presenter)
  expect(others).toEqual([])
  expect(left?.caseId).toBe(later.caseId)
  expect(left?.clocks.map(({ id }) => id)).not.toContain('PW-IMG-01')
})

test('a board with another national pack sees its clocks on Today as on the sheet', async () => {
  const board = await makeTestBoard(database.ownerUrl)
  const { caseId } = await placeTestCase(database.ownerUrl, board, 4)
  const told = [
    { section: 'symptoms', field: 'lhermitte', value: 'present' },
    { section: 'clocks', field: 'suspectedAt', value: '2026-11-24T09:00+00:00' },
  ]
  await recordTestFacts(board, caseId, told, '2026-11-24')
  const packs = ['nl', 'local'] as const
  const because = 'We work in Utrecht'
  must(await setPacks(board.chair, setPacksInput.parse({ boardId: board.boardId, version: 0, packs, because })))
  const at = '2026-11-24T12:00:00Z'
  const [listed] = await withClock(
    () => new Date(at),
    () => listOpenClocks(board.observer, { boardId: board.boardId }),
  )
  const file = must(await getCaseFile(board.observer, { caseId }))
  expect(listed?.clocks.map(({ id }) => id)).toContain('PW-NL-05')
  expect(listed?.clocks).toEqual(
    openClocksOf(
      file,
      readPathway(file, readingsOf(file), { packs, signed: [], exceptions: [], course: noCourse }, at),
    ),
  )
})
