import { randomUUID } from 'node:crypto'
import { makeTestBoard, must, placeTestCase } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { signTestCase } from '@/db/testing-signed-case'
import { openTestVote, presentTestItem } from '@/db/testing-vote'
import { addAttachmentInput } from '@/lib/cases/attachments/attachment'
import { fileOf, testPng } from '@/lib/cases/attachments/testing-files'
import { addAttachment } from '@/lib/cases/commands/attach-file'
import { declareConflict } from '@/lib/deliberation/commands/declare-conflict'
import { raiseObjection } from '@/lib/deliberation/commands/raise-objection'
import { writeRemark } from '@/lib/deliberation/commands/write-remark'
import { sendDocument } from '@/lib/exchange/commands/edit-document'
import { sendDocumentInput } from '@/lib/exchange/documents/document-views'
import { listTasks } from '@/lib/follow-up/queries/list-tasks'
import { listTasksInput } from '@/lib/follow-up/worklist'
import { enterDuty } from '@/lib/meetings/commands/keep-duties'
import { closeMeeting } from '@/lib/meetings/commands/manage-meeting'
import { signProtocol } from '@/lib/meetings/commands/protocols'
import { enterDutyInput } from '@/lib/meetings/model/duty'
import { ratePastCase } from '@/lib/practice/commands/rate-past-case'
import { day, type Places } from './testing-examples'

/** Makes everything that the examples speak of, on a new board. */
export async function arrangePlaces(ownerUrl: string): Promise<Places> {
  const board = await makeTestBoard(ownerUrl)
  const item = await openTestVote(ownerUrl, board)
  const fresh = await presentTestItem(ownerUrl, board)
  const signed = await signTestCase(ownerUrl, board, day)
  const draft = await placeTestCase(ownerUrl, board, 1, { state: 'draft', handedInAt: null })
  const tasks = must(await listTasks(board.chair, listTasksInput.parse({ boardId: board.boardId, view: 'open' })))
  const file = { caseId: item.caseId, kind: 'key-image', file: fileOf(testPng('matrix'), 'matrix.png') }
  const { attachmentId } = must(await addAttachment(board.presenter, addAttachmentInput.parse(file)))
  const called = await callTestBoard(ownerUrl, board)
  const plan = { kind: 'plan', subjectId: signed.conclusionId, version: 0, recipient: 'Ward 7', way: 'printed' }
  const { dispatchId } = must(await sendDocument(board.presenter, sendDocumentInput.parse(plan)))
  const taskId = tasks.rows[0]?.id ?? ''
  const words = { itemId: fresh.itemId, replyToId: null, addressedTo: null, text: 'Is T6 involved?' }
  const { remarkId } = must(await writeRemark(board.surgeon, { remarkId: randomUUID(), ...words }))
  const objection = { itemId: fresh.itemId, optionId: null, words: 'Unsafe', addressedTo: null }
  const { objectionId } = must(await raiseObjection(board.surgeon, objection))
  must(await closeMeeting(board.chair, signed))
  const ratings = Object.values(signed.options).map((optionId) => ({ optionId, stance: 'support' as const }))
  const practised = { conclusionId: signed.conclusionId, ratings, reasons: '' }
  const { shadowVoteId } = must(await ratePastCase(board.observer, practised))
  const conflict = { itemId: item.itemId, kind: 'other' as const, words: 'A neighbour' }
  const { conflictId } = must(await declareConflict(board.radiationOncologist, conflict))
  const duty = { specialty: 'spine-surgery', userId: board.surgeon.userId, telephone: '01632 960001' }
  const times = { startsAt: '2099-01-01T08:00:00Z', endsAt: '2099-01-02T08:00:00Z' }
  const entered = enterDutyInput.parse({ boardId: board.boardId, ...duty, ...times })
  const { dutyId } = must(await enterDuty(board.coordinator, entered))
  const protocol = { title: 'Example', covers: 'Example cases', recommendation: 'As it says', reviewOn: '2099-01-01' }
  const asNew = { boardId: board.boardId, protocolId: null, version: 0 }
  const { protocolId } = must(await signProtocol(board.chair, { ...asNew, ...protocol }))
  const written = { protocolId, dutyId, shadowVoteId, attachmentId, dispatchId, remarkId, objectionId, conflictId }
  return { called, board, item, fresh, signed, draftCase: draft.caseId, taskId, ...written }
}
