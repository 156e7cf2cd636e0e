import { randomUUID } from 'node:crypto'
import type { TestBoard } from '@/db/testing-board'
import type { CalledBoard } from '@/db/testing-call'
import { type PresentedItem, singleFraction } from '@/db/testing-vote'
import { fileOf, testPng } from '@/lib/cases/attachments/testing-files'
import { datasetAsShipped } from '@/lib/cases/minimum-dataset'
import type { Router } from './router'

export type OperationName = { [Room in keyof Router]: `${Room & string}.${keyof Router[Room] & string}` }[keyof Router]

/** What the examples speak of. */
export type Places = {
  board: TestBoard
  item: PresentedItem
  fresh: PresentedItem
  signed: PresentedItem & { conclusionId: string }
  draftCase: string
  called: CalledBoard
  taskId: string
  attachmentId: string
  dispatchId: string
  objectionId: string
  shadowVoteId: string
  conflictId: string
  dutyId: string
  protocolId: string
  /** Of the surgeon. */
  remarkId: string
}

/** The day of the run: what is signed cannot be due on a day that is past. */
export const day = new Date().toISOString().slice(0, 10)
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
export const examples: Record<OperationName, (places: Places) => unknown> = {
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
    changes: [
      { section: 'notes', field: 'free', base: 0, fact: { state: 'pending' } },
      { section: 'scores', field: 'mizumoto-1-tumour', base: 0, fact: { state: 'known', value: 'favourable' } },
    ],
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
  'cases.getPathwayTerms': ({ item }) => ({ caseId: item.caseId }),
  'cases.listStops': ({ item }) => ({ caseId: item.caseId }),
  'cases.exceptRule': ({ item }) => ({ caseId: item.caseId, ruleId: 'PW-GOC-01', says: 'S', because: 'Unconscious' }),
  'cases.acknowledgeWarning': ({ item }) => ({ caseId: item.caseId, ruleId: 'PW-IMG-08', says: 'S' }),
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
  'meetings.follow': ({ item, board }) => ({ meetings: [item.meetingId], boards: [board.boardId] }),
  'meetings.callBoard': ({ board, draftCase }) => ({
    ...{ caseId: draftCase, title: 'Emergency board', answerWithinMinutes: 60 },
    calls: [{ specialty: 'spine-surgery', ladder: [board.surgeon.userId], nextAfterMinutes: 10 }],
  }),
  'meetings.getCalls': ({ called }) => ({ meetingId: called.meetingId }),
  'meetings.answerCall': ({ called }) => ({ callId: called.oncologistsCallId, answer: 'seen' }),
  'meetings.noteEscalations': ({ called }) => ({ meetingId: called.meetingId }),
  'meetings.reply': ({ item }) => ({ meetingId: item.meetingId, reply: 'coming' }),
  'meetings.getRules': ({ board }) => ({ boardId: board.boardId }),
  'meetings.getProtocols': ({ board }) => ({ boardId: board.boardId }),
  'meetings.signProtocol': ({ board }) => ({
    ...{ boardId: board.boardId, protocolId: null, version: 0, title: 'Example', covers: 'Example cases' },
    ...{ recommendation: 'As the example says', reviewOn: '2030-01-01' },
  }),
  'meetings.withdrawProtocol': ({ board, protocolId }) => ({
    ...{ boardId: board.boardId, protocolId, version: 1, because: 'A trial' },
  }),
  'meetings.listInLane': ({ item, protocolId }) => ({
    ...{ itemId: item.itemId, protocolId, version: 1, because: 'As the example says' },
  }),
  'meetings.pullBack': ({ item }) => ({ itemId: item.itemId }),
  'meetings.getOrder': ({ item }) => ({ meetingId: item.meetingId }),
  'meetings.order': ({ item }) => ({ meetingId: item.meetingId, seen: [], order: [] }),
  'meetings.setTime': ({ item }) => ({ meetingId: item.meetingId, budgetMinutes: 60 }),
  'meetings.setRules': ({ board }) => ({ boardId: board.boardId, version: 99, quorum: [], because: 'A trial' }),
  'meetings.listDuties': ({ board }) => ({ boardId: board.boardId }),
  'meetings.enterDuty': ({ board }) => ({
    ...{ boardId: board.boardId, specialty: 'spine-surgery', userId: board.surgeon.userId, telephone: '01632 960001' },
    ...{ startsAt: '2099-01-01T08:00:00Z', endsAt: '2099-01-02T08:00:00Z' },
  }),
  'meetings.removeDuty': ({ dutyId }) => ({ dutyId }),
  'meetings.tellCalled': ({ called, board }) => ({ callId: called.callId, userId: board.surgeon.userId }),
  'deliberation.getRoom': ({ item }) => ({ meetingId: item.meetingId }),
  'deliberation.propose': ({ fresh }) => ({ itemId: fresh.itemId, plan: singleFraction }),
  'deliberation.withdraw': ({ fresh }) => ({ optionId: fresh.options.short, because: 'Not needed' }),
  'deliberation.openVote': ({ item }) => ({ itemId: item.itemId }),
  'deliberation.castBallot': ({ item }) => ({ itemId: item.itemId, answers: [] }),
  'deliberation.listPreBallots': ({ item }) => ({ meetingId: item.meetingId }),
  'deliberation.estimateSurvival': ({ item }) => ({ itemId: item.itemId, band: 'cannot-say' }),
  'deliberation.savePreBallot': ({ item }) => ({ itemId: item.itemId, answers: [] }),
  'deliberation.reveal': ({ fresh }) => ({ itemId: fresh.itemId }),
  'deliberation.endOverdue': ({ called }) => ({ itemId: called.itemId }),
  'deliberation.voteAgain': ({ fresh }) => ({ itemId: fresh.itemId }),
  'deliberation.declareConflict': ({ fresh }) => ({ itemId: fresh.itemId, kind: 'other', words: 'A neighbour' }),
  'deliberation.withdrawConflict': ({ item, conflictId }) => ({ itemId: item.itemId, conflictId, because: 'An error' }),
  'deliberation.raiseObjection': ({ fresh }) => ({ itemId: fresh.itemId, optionId: null, words: 'Unsafe' }),
  'deliberation.answerObjection': ({ objectionId }) => ({ objectionId, answer: 'Seen to' }),
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
  'practice.list': ({ board }) => ({ boardId: board.boardId }),
  'practice.get': ({ signed }) => ({ conclusionId: signed.conclusionId }),
  'practice.rate': ({ signed }) => ({
    conclusionId: signed.conclusionId,
    ratings: [{ optionId: signed.options.single, stance: 'support' }],
  }),
  'practice.getShared': ({ shadowVoteId }) => ({ shadowVoteId }),
  'practice.share': ({ shadowVoteId, board }) => ({ shadowVoteId, userId: board.coordinator.userId, shared: false }),
}
