import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must } from '@/db/testing-board'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { presentTestItem } from '@/db/testing-vote'
import type { HistoryRow } from '@/lib/cases/history'
import { listHistory, listHistoryInput } from '@/lib/cases/queries/list-history'
import { createMeeting } from '@/lib/meetings/commands/manage-meeting'
import type { Actor } from '@/lib/people/model'
import { declareConflict, withdrawConflict } from './commands/declare-conflict'
import { openRevote } from './commands/open-revote'
import { openRevoteInput } from './model/revote'
import { getRoom } from './queries/get-room'

const database = testDatabase()
const day = new Date().toISOString().slice(0, 10)

const actsOf = async (actor: Actor, caseId: string) =>
  must(await listHistory(actor, listHistoryInput.parse({ caseId })))
    .rows.filter((row): row is Extract<HistoryRow, { kind: 'act' }> => row.kind === 'act')
    .map(({ act, by }) => [act, by])

test('a conflict of interest is part of the story of the case, and that it was taken back', async () => {
  const board = await makeTestBoard(database.ownerUrl)
  const { itemId, meetingId, caseId } = await presentTestItem(database.ownerUrl, board)
  must(await declareConflict(board.surgeon, { itemId, kind: 'personal', words: 'The patient is my brother-in-law.' }))
  const { item } = must(await getRoom(board.surgeon, { meetingId, itemId }))
  const conflictId = item?.conflicts[0]?.conflictId ?? ''
  must(await withdrawConflict(board.surgeon, { itemId, conflictId, because: 'Another patient of that name.' }))
  const { name } = board.surgeon
  expect(await actsOf(board.observer, caseId)).toEqual(
    expect.arrayContaining([
      ['conflict.declared', name],
      ['conflict.withdrawn', name],
    ]),
  )
})

test('so is a partial re-vote', async () => {
  const board = await makeTestBoard(database.ownerUrl)
  const { caseId, conclusionId } = await signTestCase(database.ownerUrl, board, day)
  await recordTestFacts(board, caseId, [{ section: 'fitness', field: 'ecog', value: '3', base: 1 }], day)
  const plan = { boardId: board.boardId, title: 'Thursday', place: null, startsAt: new Date().toISOString() }
  const { meetingId } = must(await createMeeting(board.coordinator, plan))
  const asked = { conclusionId, meetingId, modalities: ['surgery'], because: 'ECOG fell to 3' }
  must(await openRevote(board.chair, openRevoteInput.parse(asked)))
  expect(await actsOf(board.observer, caseId)).toContainEqual(['item.revote-opened', board.chair.name])
})
