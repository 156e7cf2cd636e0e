import * as attachments from '@/lib/cases/attachment-operations'
import * as cases from '@/lib/cases/operations'
import * as pathway from '@/lib/cases/pathway-operations'
import * as rivals from '@/lib/cases/rival-operations'
import * as conflicts from '@/lib/deliberation/conflict-operations'
import * as deliberation from '@/lib/deliberation/operations'
import * as preBallots from '@/lib/deliberation/pre-ballot-operations'
import * as signatures from '@/lib/deliberation/signature-operations'
import * as documents from '@/lib/exchange/document-operations'
import * as exchange from '@/lib/exchange/operations'
import * as followUp from '@/lib/follow-up/operations'
import * as duties from '@/lib/meetings/duty-operations'
import * as lane from '@/lib/meetings/lane-operations'
import * as meetings from '@/lib/meetings/operations'
import * as meetingRules from '@/lib/meetings/rule-operations'
import * as people from '@/lib/people/operations'
import * as practice from '@/lib/practice/operations'
import * as quality from '@/lib/quality/operations'
import { procedure, streamProcedure } from './pipeline'

/** Every operation of the house, by room. What is not here cannot be asked. */
export const router = {
  people: {
    invite: procedure(people.invitePersonOperation),
    renewLink: procedure(people.renewLinkOperation),
    changeRoles: procedure(people.changeRolesOperation),
    changeAccess: procedure(people.changeAccessOperation),
    createBoard: procedure(people.createBoardOperation),
    setPhotos: procedure(people.setPhotosOperation),
    listColleagues: procedure(people.listColleaguesOperation),
    acceptLink: procedure(people.acceptLinkOperation),
    keepSession: procedure(people.keepSessionOperation),
    prove: procedure(people.proveIdentityOperation),
    getDraftKey: procedure(people.getDraftKeyOperation),
  },
  meetings: {
    list: procedure(meetings.listMeetingsOperation),
    get: procedure(meetings.getMeetingOperation),
    create: procedure(meetings.createMeetingOperation),
    start: procedure(meetings.startMeetingOperation),
    close: procedure(meetings.closeMeetingOperation),
    addItem: procedure(meetings.addItemOperation),
    changeMinutes: procedure(meetings.changeMinutesOperation),
    moveItem: procedure(meetings.moveItemOperation),
    removeItem: procedure(meetings.removeItemOperation),
    join: procedure(meetings.joinMeetingOperation),
    recordAttendance: procedure(meetings.recordAttendanceOperation),
    present: procedure(meetings.presentItemOperation),
    setAside: procedure(meetings.setItemAsideOperation),
    follow: streamProcedure(meetings.followOperation),
    callBoard: procedure(meetings.callBoardOperation),
    getCalls: procedure(meetings.getCallsOperation),
    answerCall: procedure(meetings.answerCallOperation),
    noteEscalations: procedure(meetings.noteEscalationsOperation),
    reply: procedure(meetingRules.replyToMeetingOperation),
    getRules: procedure(meetingRules.getMeetingRulesOperation),
    getProtocols: procedure(lane.getProtocolsOperation),
    signProtocol: procedure(lane.signProtocolOperation),
    withdrawProtocol: procedure(lane.withdrawProtocolOperation),
    listInLane: procedure(lane.listInLaneOperation),
    pullBack: procedure(lane.pullBackOperation),
    getOrder: procedure(meetingRules.getOrderProposalOperation),
    order: procedure(meetingRules.orderAgendaOperation),
    setTime: procedure(meetingRules.setMeetingTimeOperation),
    setRules: procedure(meetingRules.setMeetingRulesOperation),
    listDuties: procedure(duties.listDutiesOperation),
    enterDuty: procedure(duties.enterDutyOperation),
    removeDuty: procedure(duties.removeDutyOperation),
    tellCalled: procedure(duties.tellCalledOperation),
  },
  deliberation: {
    getRoom: procedure(deliberation.getRoomOperation),
    propose: procedure(deliberation.proposeOptionOperation),
    withdraw: procedure(deliberation.withdrawOptionOperation),
    openVote: procedure(deliberation.openVoteOperation),
    castBallot: procedure(deliberation.castBallotOperation),
    listPreBallots: procedure(preBallots.listPreBallotsOperation),
    estimateSurvival: procedure(preBallots.estimateSurvivalOperation),
    savePreBallot: procedure(preBallots.savePreBallotOperation),
    reveal: procedure(deliberation.revealBallotsOperation),
    endOverdue: procedure(deliberation.endOverdueVoteOperation),
    voteAgain: procedure(deliberation.voteAgainOperation),
    declareConflict: procedure(conflicts.declareConflictOperation),
    withdrawConflict: procedure(conflicts.withdrawConflictOperation),
    raiseObjection: procedure(deliberation.raiseObjectionOperation),
    answerObjection: procedure(deliberation.answerObjectionOperation),
    callOffRound: procedure(deliberation.callOffRoundOperation),
    getConclusions: procedure(deliberation.getConclusionsOperation),
    saveConclusion: procedure(deliberation.saveConclusionOperation),
    reviseConclusion: procedure(deliberation.reviseConclusionOperation),
    signConclusion: procedure(deliberation.signConclusionOperation),
    getSignedRecord: procedure(deliberation.getSignedRecordOperation),
    listStale: procedure(deliberation.listStaleOperation),
    letStand: procedure(deliberation.letStandOperation),
    checkCode: procedure(signatures.checkCodeOperation),
    writeRemark: procedure(deliberation.writeRemarkOperation),
    withdrawRemark: procedure(deliberation.withdrawRemarkOperation),
    openRevote: procedure(deliberation.openRevoteOperation),
  },
  followUp: {
    listTasks: procedure(followUp.listTasksOperation),
    countTasks: procedure(followUp.countTasksOperation),
    closeTask: procedure(followUp.closeTaskOperation),
    reopenTask: procedure(followUp.reopenTaskOperation),
    assignTask: procedure(followUp.assignTaskOperation),
    listFollowUps: procedure(followUp.listFollowUpsOperation),
    recordVisit: procedure(followUp.recordVisitOperation),
  },
  cases: {
    create: procedure(cases.createCaseOperation),
    get: procedure(cases.getCaseOperation),
    list: procedure(cases.listCasesOperation),
    listSimilarPatients: procedure(cases.listSimilarPatientsOperation),
    recordFacts: procedure(cases.recordFactsOperation),
    listKnownBefore: procedure(cases.listKnownBeforeOperation),
    listFactHistory: procedure(cases.listFactHistoryOperation),
    listHistory: procedure(cases.listHistoryOperation),
    getAsKnown: procedure(cases.getCaseAsKnownOperation),
    countPreparation: procedure(cases.countPreparationOperation),
    changePatient: procedure(cases.changePatientOperation),
    getContact: procedure(cases.getContactOperation),
    changeQuestion: procedure(cases.changeQuestionOperation),
    handIn: procedure(cases.handInCaseOperation),
    withdraw: procedure(cases.withdrawCaseOperation),
    restore: procedure(cases.restoreCaseOperation),
    getDataset: procedure(cases.getDatasetOperation),
    setDataset: procedure(cases.setDatasetOperation),
    getPacks: procedure(pathway.getPacksOperation),
    setPacks: procedure(pathway.setPacksOperation),
    getSignOffs: procedure(pathway.getSignOffsOperation),
    signOff: procedure(pathway.signOffOperation),
    getPathwayTerms: procedure(pathway.getPathwayTermsOperation),
    listStops: procedure(pathway.listStopsOperation),
    exceptRule: procedure(pathway.exceptRuleOperation),
    acknowledgeWarning: procedure(pathway.acknowledgeWarningOperation),
    stateRival: procedure(rivals.stateRivalOperation),
    settleRivals: procedure(rivals.settleRivalsOperation),
    withdrawRival: procedure(rivals.withdrawRivalOperation),
    getReadiness: procedure(cases.getReadinessOperation),
    listReadiness: procedure(cases.listReadinessOperation),
    listOwed: procedure(cases.listOwedOperation),
    askForAnswer: procedure(cases.askForAnswerOperation),
  },
  attachments: {
    add: procedure(attachments.addAttachmentOperation),
    list: procedure(attachments.listAttachmentsOperation),
    getFile: procedure(attachments.getAttachmentFileOperation),
    change: procedure(attachments.changeAttachmentOperation),
    move: procedure(attachments.moveAttachmentOperation),
    withdraw: procedure(attachments.withdrawAttachmentOperation),
    restore: procedure(attachments.restoreAttachmentOperation),
  },
  exchange: {
    letterPdf: procedure(exchange.letterPdfOperation),
    previewImport: procedure(exchange.previewImportOperation),
    importCases: procedure(exchange.importCasesOperation),
  },
  documents: {
    get: procedure(documents.getDocumentOperation),
    preview: procedure(documents.documentPreviewOperation),
    save: procedure(documents.saveDocumentOperation),
    rewrite: procedure(documents.rewriteDocumentOperation),
    send: procedure(documents.sendDocumentOperation),
    getSent: procedure(documents.sentDocumentOperation),
  },
  quality: {
    getFigures: procedure(quality.getQualityOperation),
  },
  practice: {
    list: procedure(practice.listPastCasesOperation),
    get: procedure(practice.getPastCaseOperation),
    rate: procedure(practice.ratePastCaseOperation),
    getShared: procedure(practice.getSharedCaseOperation),
    share: procedure(practice.shareShadowVoteOperation),
  },
}

export type Router = typeof router
