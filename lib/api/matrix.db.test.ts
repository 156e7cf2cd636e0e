import { randomUUID } from 'node:crypto'
import { call, isProcedure, ORPCError } from '@orpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { signTestCase } from '@/db/testing-signed-case'
import { openTestVote, presentTestItem, vote } from '@/db/testing-vote'
import { addAttachmentInput } from '@/lib/cases/attachments/attachment'
import { fileOf, testPng } from '@/lib/cases/attachments/testing-files'
import { addAttachment } from '@/lib/cases/commands/attach-file'
import { declareConflict } from '@/lib/deliberation/commands/declare-conflict'
import { raiseObjection } from '@/lib/deliberation/commands/raise-objection'
import { writeRemark } from '@/lib/deliberation/commands/write-remark'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { sendDocument } from '@/lib/exchange/commands/edit-document'
import { sendDocumentInput } from '@/lib/exchange/documents/document-views'
import { pdfPages } from '@/lib/exchange/testing-pdf-text'
import { listTasks } from '@/lib/follow-up/queries/list-tasks'
import { listTasksInput } from '@/lib/follow-up/worklist'
import type { Audience } from '@/lib/foundation/operation'
import { enterDuty } from '@/lib/meetings/commands/keep-duties'
import { closeMeeting } from '@/lib/meetings/commands/manage-meeting'
import { signProtocol } from '@/lib/meetings/commands/protocols'
import { enterDutyInput } from '@/lib/meetings/model/duty'
import type { Actor, Role } from '@/lib/people/model'
import { treatingRoles } from '@/lib/people/policy'
import { ratePastCase } from '@/lib/practice/commands/rate-past-case'
import { type Router, router } from './router'
import { day, examples, type OperationName, type Places } from './testing-examples'

const database = testDatabase()

const names = Object.keys(examples) as OperationName[]

function procedureOf(name: OperationName) {
  const [room, operation] = name.split('.') as [keyof Router, string]
  const found: unknown = (router[room] as Record<string, unknown>)[operation]
  if (!isProcedure(found)) throw new Error(`${name} is not in the router`)
  return found
}

type Answer = { status: number; body: string }

/** Runs an operation as the browser would, and gives its status and everything that would go over the wire. */
async function ask(name: OperationName, actor: Actor | null, places: Places): Promise<Answer> {
  const signedIn = actor && { ...actor, sessionId: randomUUID() }
  const context = { actor: async () => signedIn, idempotencyKey: randomUUID(), address: 'matrix' }
  const input: unknown = examples[name](places)
  try {
    const output: unknown = await call(procedureOf(name) as never, input as never, { context: context as never })
    return { status: 200, body: await textOf(output) }
  } catch (problem) {
    if (!(problem instanceof ORPCError)) throw problem
    return { status: problem.status, body: JSON.stringify(problem.toJSON()) }
  }
}

async function textOf(output: unknown): Promise<string> {
  if (output instanceof Blob) {
    const bytes = Buffer.from(await output.arrayBuffer())
    return output.type === 'application/pdf' ? pdfPages(bytes).join('\n') : bytes.toString('latin1')
  }
  if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output) {
    const stream = output as AsyncGenerator<unknown>
    const first = await stream.next()
    await stream.return(undefined)
    return JSON.stringify(first.value)
  }
  return JSON.stringify(output) ?? ''
}

const roleOf = (board: TestBoard): Record<Role, Actor> => ({
  presenter: board.presenter,
  'core-member': board.medicalOncologist,
  chair: board.chair,
  coordinator: board.coordinator,
  administrator: board.administrator,
  observer: board.observer,
})

/** Where the relation counts beside the role: who is let through although the thing is somebody else's. */
const ofOthers: Partial<Record<OperationName, readonly Role[]>> = {
  'meetings.recordAttendance': ['coordinator'],
  'meetings.answerCall': ['core-member'],
  'deliberation.withdraw': ['chair'],
  'deliberation.answerObjection': ['chair'],
  'deliberation.withdrawConflict': [],
  'deliberation.withdrawRemark': [],
  'followUp.closeTask': ['chair', 'coordinator'],
  'followUp.reopenTask': ['chair', 'coordinator'],
  'followUp.assignTask': ['chair', 'coordinator'],
  'documents.get': treatingRoles,
  'documents.preview': treatingRoles,
  'documents.getSent': treatingRoles,
  'practice.get': ['presenter', 'coordinator', 'observer'],
  'practice.rate': ['presenter', 'coordinator', 'observer'],
  'practice.getShared': ['observer'],
  'practice.share': ['observer'],
}

const audienceOf = (name: OperationName): Audience => {
  const { audience } = procedureOf(name)['~orpc'].meta as { audience?: Audience }
  if (!audience) throw new Error(`${name} does not say whom it is for`)
  return audience
}

async function arrange(): Promise<Places> {
  const board = await makeTestBoard(database.ownerUrl)
  const item = await openTestVote(database.ownerUrl, board)
  const fresh = await presentTestItem(database.ownerUrl, board)
  const signed = await signTestCase(database.ownerUrl, board, day)
  const draft = await placeTestCase(database.ownerUrl, board, 1, { state: 'draft', handedInAt: null })
  const tasks = must(await listTasks(board.chair, listTasksInput.parse({ boardId: board.boardId, view: 'open' })))
  const file = { caseId: item.caseId, kind: 'key-image', file: fileOf(testPng('matrix'), 'matrix.png') }
  const { attachmentId } = must(await addAttachment(board.presenter, addAttachmentInput.parse(file)))
  const called = await callTestBoard(database.ownerUrl, board)
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

const refusals = [401, 403, 404]

/** Refused for another reason than who asks: a history that was never written, a session that these actors do not have. */
const emptyFor: OperationName[] = ['cases.listFactHistory', 'people.keepSession']

describe('role x operation', () => {
  let places: Places
  let stranger: Actor
  beforeAll(async () => {
    places = await arrange()
    stranger = (await makeTestBoard(database.ownerUrl, 'Strangers')).chair
  })

  test('every operation of the router has an example', () => {
    const all = Object.entries(router).flatMap(([room, operations]) =>
      Object.keys(operations).map((one) => `${room}.${one}`),
    )
    expect([...names].sort()).toEqual(all.sort())
  })

  for (const name of names.filter((one) => !emptyFor.includes(one))) {
    test(`${name} lets through whom it says`, async () => {
      const audience = audienceOf(name)
      const expectedOf = ofOthers[name] ?? audience
      const answers = Object.entries(roleOf(places.board)).map(async ([role, actor]) => {
        const letThrough = !refusals.includes((await ask(name, actor, places)).status)
        const expected = typeof expectedOf === 'string' || expectedOf.includes(role as Role)
        return { role, letThrough, expected }
      })
      const wrong = (await Promise.all(answers)).filter(({ letThrough, expected }) => letThrough !== expected)
      expect(wrong).toEqual([])
      expect((await ask(name, null, places)).status === 401).toBe(audience !== 'anyone')
      const ofStranger = (await ask(name, stranger, places)).status
      if (Array.isArray(audience) && name !== 'people.createBoard') expect(ofStranger).toBe(404)
    })
  }
})

describe('before the reveal', () => {
  const secret = 'SEALED-REASON-7Q'

  /** One sealed vote serves all operations until one of them ends it: making one takes longer than asking everybody. */
  let places: Places | null = null
  const sealed = async (): Promise<Places> => {
    if (places) {
      const { board, item } = places
      const room = must(await getRoom(board.surgeon, { meetingId: item.meetingId, itemId: item.itemId }))
      if (room.item?.stage === 'voting' && JSON.stringify(room.item.myBallot).includes(secret)) return places
    }
    places = await arrange()
    const { board, item } = places
    must(await vote(board.surgeon, item, { single: { stance: 'oppose', reason: secret } }))
    return places
  }

  test.each(names)('%s shows no ballot to anybody but its voter', async (name) => {
    const places = await sealed()
    const { board } = places
    const others = [...Object.values(roleOf(board)), board.radiationOncologist, null]
    for (const actor of others) {
      const { body } = await ask(name, actor, places)
      expect(body).not.toContain(secret)
      expect(body).not.toContain('"stance":"oppose","reason":"SEALED')
    }
    const own = await ask(name, board.surgeon, places)
    if (name === 'deliberation.getRoom') expect(own.body).toContain(secret)
    if (name === 'exchange.letterPdf') expect(own.body).toContain('Recommendation of the board')
  })

  test('the room looks the same to the others whatever the ballot says', async () => {
    const bodies = await Promise.all(
      (['support', 'oppose'] as const).map(async (stance) => {
        const places = await arrange()
        must(
          await vote(places.board.surgeon, places.item, {
            single: { stance, reason: stance === 'oppose' ? 'x'.repeat(900) : null },
          }),
        )
        const { body } = await ask('deliberation.getRoom', places.board.chair, places)
        return body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z|2026-\d{4}|\d{4}|Ardenwick\d+/g, '·')
      }),
    )
    expect(bodies[0]).toBe(bodies[1])
  })
})
