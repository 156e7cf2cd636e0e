import { randomUUID } from 'node:crypto'
import { call, isProcedure, ORPCError } from '@orpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { type CalledBoard, callTestBoard } from '@/db/testing-call'
import { signTestCase } from '@/db/testing-signed-case'
import { openTestVote, type PresentedItem, presentTestItem, singleFraction, vote } from '@/db/testing-vote'
import { addAttachmentInput } from '@/lib/cases/attachments/attachment'
import { fileOf, testPng } from '@/lib/cases/attachments/testing-files'
import { addAttachment } from '@/lib/cases/commands/attach-file'
import { datasetAsShipped } from '@/lib/cases/minimum-dataset'
import { writeRemark } from '@/lib/deliberation/commands/write-remark'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { sendDocument } from '@/lib/exchange/commands/edit-document'
import { sendDocumentInput } from '@/lib/exchange/documents/document-views'
import { pdfPages } from '@/lib/exchange/testing-pdf-text'
import { listTasks } from '@/lib/follow-up/queries/list-tasks'
import { listTasksInput } from '@/lib/follow-up/worklist'
import type { Audience } from '@/lib/foundation/operation'
import type { Actor, Role } from '@/lib/people/model'
import { treatingRoles } from '@/lib/people/policy'
import { type Router, router } from './router'

const database = testDatabase()

type OperationName = { [Room in keyof Router]: `${Room & string}.${keyof Router[Room] & string}` }[keyof Router]

/** What the examples speak of. */
type Places = {
  board: TestBoard
  item: PresentedItem
  fresh: PresentedItem
  signed: PresentedItem & { conclusionId: string }
  draftCase: string
  called: CalledBoard
  taskId: string
  attachmentId: string
  dispatchId: string
  /** Of the surgeon. */
  remarkId: string
}

/** The day of the run: what is signed cannot be due on a day that is past. */
const day = new Date().toISOString().slice(0, 10)
const patient = {
  familyName: 'Matrix',
  givenName: null,
  title: null,
  bornOn: null,
  sex: 'not-known',
  identifier: null,
  identifierIssuer: null,
}

/**
 * An input for every operation: a new operation does not compile until it has one. It need not succeed, since what the
 * matrix asks is whom the policy lets through.
 */
const examples: Record<OperationName, (places: Places) => unknown> = {
  'people.invite': ({ board }) => ({
    boardId: board.boardId,
    name: 'N',
    email: 'new@site.example',
    roles: ['observer'],
    specialty: null,
  }),
  'people.renewLink': ({ board }) => ({ boardId: board.boardId, userId: board.surgeon.userId }),
  'people.changeRoles': ({ board }) => ({
    boardId: board.boardId,
    userId: board.surgeon.userId,
    roles: ['core-member'],
    specialty: 'spine-surgery',
  }),
  'people.changeAccess': ({ board }) => ({ boardId: board.boardId, userId: board.surgeon.userId, disabled: false }),
  'people.createBoard': () => ({ name: 'Another' }),
  'people.setPhotos': ({ board }) => ({ boardId: board.boardId, shown: true }),
  'people.listColleagues': ({ board }) => ({ boardId: board.boardId }),
  'people.acceptLink': () => ({ token: 'a token that nobody was given', password: 'a long enough password' }),
  'people.keepSession': () => ({}),
  'people.prove': () => ({ password: null }),
  'people.getDraftKey': () => ({}),
  'cases.create': ({ board }) => ({ boardId: board.boardId, patient: { new: patient }, question: 'Q' }),
  'cases.get': ({ item }) => ({ caseId: item.caseId }),
  'cases.list': ({ board }) => ({ boardId: board.boardId }),
  'cases.listSimilarPatients': ({ board }) => ({ boardId: board.boardId, familyName: 'Ardenwick' }),
  'cases.recordFacts': ({ item }) => ({
    caseId: item.caseId,
    changes: [{ section: 'notes', field: 'free', base: 0, fact: { state: 'pending' } }],
  }),
  'cases.listKnownBefore': ({ item }) => ({ caseId: item.caseId }),
  'cases.listFactHistory': ({ signed }) => ({ caseId: signed.caseId, section: 'notes', field: 'free' }),
  'cases.listHistory': ({ item }) => ({ caseId: item.caseId }),
  'cases.getAsKnown': ({ item }) => ({ caseId: item.caseId, at: '2026-11-24T14:02:00Z' }),
  'cases.countPreparation': ({ item }) => ({ caseId: item.caseId, seconds: 60 }),
  'cases.changePatient': ({ item }) => ({ caseId: item.caseId, version: 1, patient }),
  'cases.getContact': ({ item }) => ({ caseId: item.caseId }),
  'cases.changeQuestion': ({ item }) => ({
    caseId: item.caseId,
    seen: 'Operate now at T7, or irradiate first?',
    question: 'Q',
  }),
  'cases.handIn': ({ draftCase }) => ({ caseId: draftCase }),
  'cases.withdraw': ({ draftCase }) => ({ caseId: draftCase, reason: 'Entered twice' }),
  'attachments.add': ({ item }) => ({ caseId: item.caseId, kind: 'report', file: fileOf(testPng('another'), 'a.png') }),
  'attachments.list': ({ item }) => ({ caseId: item.caseId }),
  'attachments.getFile': ({ attachmentId }) => ({ attachmentId }),
  'attachments.change': ({ attachmentId }) => ({ attachmentId, version: 99, caption: 'C', level: null, study: null }),
  'attachments.move': ({ attachmentId }) => ({ attachmentId, to: 'later' }),
  'attachments.withdraw': ({ attachmentId }) => ({ attachmentId, because: 'Wrong patient' }),
  'attachments.restore': ({ attachmentId }) => ({ attachmentId }),
  'cases.restore': ({ draftCase }) => ({ caseId: draftCase, reason: 'Not the same person' }),
  'cases.getDataset': ({ board }) => ({ boardId: board.boardId }),
  'cases.setDataset': ({ board }) => ({
    boardId: board.boardId,
    version: 99,
    leadDays: 2,
    entries: [...datasetAsShipped.entries],
    because: 'A trial',
  }),
  'cases.getPacks': ({ board }) => ({ boardId: board.boardId }),
  'cases.setPacks': ({ board }) => ({ boardId: board.boardId, version: 99, packs: ['nl'], because: 'A trial' }),
  'cases.getSignOffs': ({ board }) => ({ boardId: board.boardId }),
  'cases.signOff': ({ board }) => ({
    ...{
      boardId: board.boardId,
      kind: 'instrument',
      subjectId: 'sins',
      version: 1,
      act: 'withdrawn',
      words: 'Misread',
    },
  }),
  'cases.listStops': ({ item }) => ({ caseId: item.caseId }),
  'cases.exceptRule': ({ item }) => ({ caseId: item.caseId, ruleId: 'PW-GOC-01', says: 'S', because: 'Unconscious' }),
  'cases.stateRival': ({ item }) => ({
    caseId: item.caseId,
    ...{ section: 'tumour', field: 'primary', value: 'prostate', source: 'Letter of the referring clinic' },
  }),
  'cases.settleRivals': ({ item }) => ({
    caseId: item.caseId,
    ...{ section: 'tumour', field: 'primary', rivals: [randomUUID()], counts: 'recorded', because: 'By pathology' },
  }),
  'cases.withdrawRival': ({ item }) => ({ caseId: item.caseId, rivalId: randomUUID(), because: 'A slip' }),
  'cases.getReadiness': ({ item }) => ({ caseId: item.caseId }),
  'cases.listReadiness': ({ board, item }) => ({ boardId: board.boardId, caseIds: [item.caseId] }),
  'cases.listOwed': ({ board }) => ({ boardId: board.boardId }),
  'cases.askForAnswer': ({ item, board }) => ({
    caseId: item.caseId,
    section: 'safety',
    field: 'allergies',
    ownerId: board.surgeon.userId,
    dueOn: '2099-01-01',
  }),
  'meetings.list': ({ board }) => ({ boardId: board.boardId }),
  'meetings.get': ({ item }) => ({ meetingId: item.meetingId }),
  'meetings.create': ({ board }) => ({ boardId: board.boardId, title: 'T', startsAt: '2026-11-24T13:00:00Z' }),
  'meetings.start': ({ item }) => ({ meetingId: item.meetingId }),
  'meetings.close': ({ item }) => ({ meetingId: item.meetingId }),
  'meetings.addItem': ({ item, draftCase }) => ({ meetingId: item.meetingId, caseId: draftCase, minutes: 10 }),
  'meetings.changeMinutes': ({ item }) => ({ itemId: item.itemId, minutes: 10 }),
  'meetings.moveItem': ({ item }) => ({ itemId: item.itemId, to: 'up' }),
  'meetings.removeItem': ({ item }) => ({ itemId: item.itemId }),
  'meetings.join': ({ item }) => ({ meetingId: item.meetingId, remote: false }),
  'meetings.recordAttendance': ({ item, board }) => ({
    meetingId: item.meetingId,
    userId: board.surgeon.userId,
    remote: true,
    left: false,
  }),
  'meetings.present': ({ item }) => ({ itemId: item.itemId }),
  'meetings.setAside': ({ item }) => ({ itemId: item.itemId }),
  'meetings.follow': ({ item }) => ({ meetingId: item.meetingId }),
  'meetings.callBoard': ({ board, draftCase }) => ({
    ...{ caseId: draftCase, title: 'Emergency board', answerWithinMinutes: 60 },
    calls: [{ specialty: 'spine-surgery', ladder: [board.surgeon.userId], nextAfterMinutes: 10 }],
  }),
  'meetings.getCalls': ({ called }) => ({ meetingId: called.meetingId }),
  'meetings.answerCall': ({ called }) => ({ callId: called.oncologistsCallId, answer: 'seen' }),
  'meetings.noteEscalations': ({ called }) => ({ meetingId: called.meetingId }),
  'meetings.followCalls': ({ board }) => ({ boardId: board.boardId }),
  'deliberation.getRoom': ({ item }) => ({ meetingId: item.meetingId }),
  'deliberation.propose': ({ fresh }) => ({ itemId: fresh.itemId, plan: singleFraction }),
  'deliberation.withdraw': ({ fresh }) => ({ optionId: fresh.options.short, because: 'Not needed' }),
  'deliberation.openVote': ({ item }) => ({ itemId: item.itemId }),
  'deliberation.castBallot': ({ item }) => ({ itemId: item.itemId, answers: [] }),
  'deliberation.reveal': ({ fresh }) => ({ itemId: fresh.itemId }),
  'deliberation.voteAgain': ({ fresh }) => ({ itemId: fresh.itemId }),
  'deliberation.callOffRound': ({ fresh }) => ({ itemId: fresh.itemId }),
  'deliberation.getConclusions': ({ item }) => ({ itemId: item.itemId }),
  'deliberation.saveConclusion': ({ item }) => ({
    itemId: item.itemId,
    draftVersion: 0,
    rationale: '',
    goalsConsidered: '',
    dissent: '',
    answers: {},
  }),
  'deliberation.reviseConclusion': ({ item }) => ({ itemId: item.itemId, changeReason: 'New facts' }),
  'deliberation.checkCode': () => ({ code: 'not a code' }),
  'deliberation.signConclusion': ({ signed }) => ({
    conclusionId: signed.conclusionId,
    draftVersion: 1,
    patientBirthYear: '1961',
  }),
  'deliberation.getSignedRecord': ({ signed }) => ({ conclusionId: signed.conclusionId }),
  'deliberation.listStale': ({ board }) => ({ boardId: board.boardId }),
  'deliberation.writeRemark': ({ fresh }) => ({ remarkId: randomUUID(), itemId: fresh.itemId, text: 'Which levels?' }),
  'deliberation.withdrawRemark': ({ remarkId }) => ({ remarkId, because: 'Answered meanwhile' }),
  'deliberation.openRevote': ({ signed, item }) => ({
    ...{ conclusionId: signed.conclusionId, meetingId: item.meetingId, modalities: ['surgery'], because: 'Weaker' },
  }),
  'deliberation.letStand': ({ signed }) => ({
    ...{
      conclusionId: signed.conclusionId,
      onGoals: false,
      keys: ['ecog||3'],
      because: 'Expected after the operation',
    },
  }),
  'followUp.listTasks': ({ board }) => ({ boardId: board.boardId, view: 'open' }),
  'followUp.countTasks': ({ board }) => ({ boardId: board.boardId }),
  'followUp.closeTask': ({ taskId }) => ({ taskId, version: 99, closing: 'done', on: day }),
  'followUp.reopenTask': ({ taskId }) => ({ taskId, version: 99 }),
  'followUp.assignTask': ({ taskId, board }) => ({ taskId, version: 99, ownerId: board.surgeon.userId, dueOn: day }),
  'followUp.listFollowUps': ({ board }) => ({ boardId: board.boardId }),
  'followUp.recordVisit': ({ signed }) => ({ caseId: signed.caseId, seenOn: day, findings: {} }),
  'quality.getFigures': ({ board }) => ({ boardId: board.boardId }),
  'exchange.previewImport': ({ board }) => ({ boardId: board.boardId, text: 'Family name,Question\nMatrix,Q' }),
  'exchange.importCases': ({ board }) => ({
    boardId: board.boardId,
    text: 'Family name,Question\nMatrix,Q',
    rows: [{ line: 2, patientId: null }],
  }),
  'exchange.letterPdf': ({ signed }) => ({ conclusionId: signed.conclusionId }),
  'documents.get': ({ signed }) => ({ kind: 'plan', subjectId: signed.conclusionId }),
  'documents.preview': ({ signed }) => ({ kind: 'plan', subjectId: signed.conclusionId }),
  'documents.save': ({ signed }) => ({
    kind: 'plan',
    subjectId: signed.conclusionId,
    version: 99,
    parts: [{ heading: 'H', text: 'T' }],
  }),
  'documents.rewrite': ({ signed }) => ({ kind: 'plan', subjectId: signed.conclusionId, version: 99 }),
  'documents.send': ({ signed }) => ({
    ...{ kind: 'plan', subjectId: signed.conclusionId, version: 99, recipient: 'Ward 7', way: 'printed' },
  }),
  'documents.getSent': ({ dispatchId }) => ({ dispatchId }),
}

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
  const context = { actor: async () => signedIn, idempotencyKey: null, address: 'matrix' }
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
  'deliberation.withdrawRemark': [],
  'followUp.closeTask': ['chair', 'coordinator'],
  'followUp.reopenTask': ['chair', 'coordinator'],
  'followUp.assignTask': ['chair', 'coordinator'],
  'documents.get': treatingRoles,
  'documents.preview': treatingRoles,
  'documents.getSent': treatingRoles,
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
  return { called, board, item, fresh, signed, draftCase: draft.caseId, taskId, attachmentId, dispatchId, remarkId }
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
