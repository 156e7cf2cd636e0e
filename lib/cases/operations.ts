import { z } from 'zod'
import { vertebrae } from '@/lib/clinical/spine'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles, taskCarriers, treatingRoles } from '@/lib/people/policy'
import { askForAnswer } from './commands/ask-for-answer'
import { changePatient } from './commands/change-patient'
import { countPreparation } from './commands/count-preparation'
import { changeQuestion, createCase, handInCase } from './commands/manage-case'
import { recordFactsOf } from './commands/record-facts'
import { setDataset } from './commands/set-dataset'
import { restoreCase, withdrawCase } from './commands/withdraw-case'
import { recordFactsInput } from './facts'
import { historyRow } from './history'
import { knownBefore } from './known-before'
import { setDatasetInput } from './minimum-dataset'
import {
  caseStates,
  changePatientInput,
  changeQuestionInput,
  contactView,
  createCaseInput,
  factStates,
  identifierInput,
  mostOtherIdentifiers,
  restoreCaseInput,
  sexes,
  withdrawCaseInput,
} from './model'
import { owedAnswer } from './owed-answers'
import { candidateView } from './person-likeness'
import { caseWriters } from './policy'
import { countPreparationInput } from './preparation'
import { getCaseFile, listCases } from './queries'
import { asKnownInput, getCaseAsKnown } from './queries/get-as-known'
import { getContact } from './queries/get-contact'
import { getDataset } from './queries/get-dataset'
import { getReadiness, listReadiness } from './queries/get-readiness'
import { listSimilarPatients } from './queries/list-candidates'
import { factHistoryRow, listFactHistory } from './queries/list-fact-history'
import { listHistory, listHistoryInput } from './queries/list-history'
import { listKnownBeforeOf } from './queries/list-known-before'
import { listOwed } from './queries/list-owed'
import { askForAnswerInput, caseIdsInput, datasetView, readinessView, standingReadiness } from './readiness-views'
import { rivalView, settledView, takenBackView } from './rivals'
import { sectionIds } from './sections/sections'

const person = {
  familyName: z.string(),
  givenName: z.string().nullable(),
  bornOn: z.string().nullable(),
  identifier: z.string().nullable(),
  identifierIssuer: z.string().nullable(),
}

const factView = z.object({
  state: z.enum(factStates),
  value: z.unknown(),
  unit: z.string().nullable(),
  refersOn: z.string().nullable(),
  version: z.int(),
  by: z.string(),
  at: z.string(),
  since: z.string().optional(),
  stoodSince: z.string().optional(),
  confirmedFrom: z.string().optional(),
  ofEntry: z.boolean().optional(),
  rivals: z.array(rivalView).optional(),
  settled: settledView.optional(),
  rivalTakenBack: takenBackView.optional(),
})

const caseFile = z.object({
  caseId: z.uuid(),
  boardId: z.uuid(),
  code: z.string(),
  state: z.enum(caseStates),
  version: z.int(),
  question: z.string(),
  presenter: z.string(),
  patient: z.object({
    ...person,
    patientId: z.uuid(),
    title: z.string().nullable(),
    suffix: z.string().nullable(),
    preferredName: z.string().nullable(),
    sex: z.enum(sexes),
    gender: z.string().nullable(),
    otherIdentifiers: z.array(identifierInput),
    diedOn: z.string().nullable(),
    version: z.int(),
  }),
  handedInAt: z.string().nullable(),
  changedAt: z.string(),
  timeZone: z.string(),
  facts: z.record(z.string(), z.record(z.string(), z.record(z.string(), factView))),
  photo: z.uuid().nullable().optional(),
  withheld: z.array(z.enum(sectionIds)).optional(),
})

const caseId = z.strictObject({ caseId: z.uuid() })

export const createCaseOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/cases',
  summary: 'Open a case with its question to the board',
  audience: caseWriters,
  input: createCaseInput,
  output: z.object({ caseId: z.uuid(), code: z.string() }),
  run: createCase,
})

export const getCaseOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}',
  summary: 'Read a case with every recorded fact',
  audience: clinicalRoles,
  input: caseId,
  output: caseFile,
  run: getCaseFile,
})

export const listCasesOperation = operation({
  // A name that is sought stands in the body: addresses are kept in logs and histories.
  method: 'POST',
  path: '/boards/{boardId}/cases/search',
  summary: 'List or search cases, last changed first',
  audience: clinicalRoles,
  input: z.strictObject({
    boardId: z.uuid(),
    state: z.enum(caseStates).optional(),
    search: z.string().max(120).optional(),
    after: z.string().max(1000).optional(),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        ...person,
        caseId: z.uuid(),
        code: z.string(),
        state: z.enum(caseStates),
        title: z.string().nullable(),
        foundAs: z.string().nullable(),
        question: z.string(),
        primaryTumour: z.string().nullable(),
        isPrimaryContested: z.boolean(),
        levels: z.array(z.enum(vertebrae)),
        presenter: z.string(),
        changedAt: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
  run: listCases,
})

export const listSimilarPatientsOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/patients/search',
  summary: 'Look for a person before entering them again',
  audience: clinicalRoles,
  input: z.strictObject({
    boardId: z.uuid(),
    familyName: z.string().max(200),
    givenName: z.string().max(200).optional(),
    bornOn: z.string().max(10).optional(),
    identifier: z.string().max(60).optional(),
    otherNumbers: z.array(z.string().max(60)).max(mostOtherIdentifiers).optional(),
  }),
  output: z.array(candidateView),
  run: listSimilarPatients,
})

export const recordFactsOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/facts',
  summary: 'Record clinical values: all of them or none',
  audience: caseWriters,
  input: recordFactsInput,
  output: z.object({ version: z.int(), savedAt: z.string(), facts: z.record(z.string(), z.int()) }),
  run: recordFactsOf,
})

export const listKnownBeforeOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/known-before',
  summary: 'Lasting values that earlier cases of the patient know and this one does not, to be confirmed',
  audience: clinicalRoles,
  input: caseId,
  output: z.array(knownBefore),
  run: listKnownBeforeOf,
})

export const listFactHistoryOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/facts/history',
  summary: 'Every version of one value and what other sources said of it, newest first',
  audience: clinicalRoles,
  input: z.strictObject({
    caseId: z.uuid(),
    section: z.string().max(40),
    item: z.string().max(60).default(''),
    field: z.string().max(60),
  }),
  output: z.array(factHistoryRow),
  run: listFactHistory,
})

export const listHistoryOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/history',
  summary: 'What happened in a case, latest first: values with what they replaced, and acts',
  audience: clinicalRoles,
  input: listHistoryInput,
  output: z.object({ rows: z.array(historyRow), next: z.string().nullable() }),
  run: listHistory,
})

export const getCaseAsKnownOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/as-known',
  summary: 'Read a case with its values as they were known at a moment',
  audience: clinicalRoles,
  input: asKnownInput,
  output: z.object({ at: z.string(), changedSince: z.int(), case: caseFile }),
  run: getCaseAsKnown,
})

export const countPreparationOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/preparation-times',
  summary: 'Count time that I worked on the entry of a case',
  audience: caseWriters,
  input: countPreparationInput,
  output: z.null(),
  run: countPreparation,
})

export const changePatientOperation = operation({
  method: 'PUT',
  path: '/cases/{caseId}/patient',
  summary: 'Correct the patient’s identity and contact',
  audience: caseWriters,
  input: changePatientInput,
  output: z.object({ version: z.int() }),
  run: changePatient,
})

export const getContactOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/patient/contact',
  summary: 'How the patient and the next of kin are reached, for the treating team',
  audience: treatingRoles,
  input: caseId,
  output: contactView,
  run: getContact,
})

export const changeQuestionOperation = operation({
  method: 'PUT',
  path: '/cases/{caseId}/question',
  summary: 'Reword the question to the board',
  audience: caseWriters,
  input: changeQuestionInput,
  output: z.object({ version: z.int() }),
  run: changeQuestion,
})

export const handInCaseOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/hand-in',
  summary: 'Hand the case in to the board',
  audience: caseWriters,
  input: caseId,
  output: z.null(),
  run: handInCase,
})

export const withdrawCaseOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/withdrawal',
  summary: 'Withdraw the case with a reason',
  audience: caseWriters,
  input: withdrawCaseInput,
  output: z.null(),
  run: withdrawCase,
})

export const restoreCaseOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/restoration',
  summary: 'Restore a withdrawn case with a reason',
  audience: caseWriters,
  input: restoreCaseInput,
  output: z.null(),
  run: restoreCase,
})

export const getDatasetOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/minimum-dataset',
  summary: 'Read what the board asks of a case, with every change and its reason',
  audience: clinicalRoles,
  input: z.strictObject({ boardId: z.uuid() }),
  output: datasetView,
  run: getDataset,
})

export const setDatasetOperation = operation({
  method: 'PUT',
  path: '/boards/{boardId}/minimum-dataset',
  summary: 'Set what the board asks of a case, as its next version',
  audience: ['chair'],
  input: setDatasetInput,
  output: z.object({ version: z.int() }),
  run: setDataset,
})

export const getReadinessOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/readiness',
  summary: 'How ready a case is, with every gap, who owes it and by when',
  audience: clinicalRoles,
  input: caseId,
  output: readinessView,
  run: getReadiness,
})

export const listReadinessOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/cases/readiness',
  summary: 'How ready each of these cases is',
  audience: clinicalRoles,
  input: caseIdsInput,
  output: z.array(standingReadiness),
  run: listReadiness,
})

export const askForAnswerOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/answers-owed',
  summary: 'Ask a person for an open answer by a day',
  audience: taskCarriers,
  input: askForAnswerInput,
  output: z.null(),
  run: askForAnswer,
})

export const listOwedOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/answers-owed',
  summary: 'List the answers that I owe today',
  audience: clinicalRoles,
  input: z.strictObject({ boardId: z.uuid() }),
  output: z.array(owedAnswer),
  run: listOwed,
})
