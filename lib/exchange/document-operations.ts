import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles, treatingRoles } from '@/lib/people/policy'
import { rewriteDocument, saveDocument, sendDocument } from './commands/edit-document'
import {
  dispatchInput,
  dispatchReceipt,
  documentInput,
  documentReceipt,
  documentView,
  rewriteDocumentInput,
  saveDocumentInput,
  sendDocumentInput,
} from './documents/document-views'
import { getDocument, getDocumentPreview, getSentDocument } from './queries/get-document'

export const getDocumentOperation = operation({
  method: 'GET',
  path: '/documents/{kind}/{subjectId}',
  summary: 'A document of a signed conclusion, or the minutes of a meeting, with its edits and what was sent of it',
  audience: clinicalRoles,
  input: documentInput,
  output: documentView,
  run: getDocument,
})

export const documentPreviewOperation = operation({
  method: 'GET',
  path: '/documents/{kind}/{subjectId}/preview.pdf',
  summary: 'The latest text of a document as a PDF, marked as not sent on every page',
  audience: clinicalRoles,
  input: documentInput,
  output: z.file(),
  run: getDocumentPreview,
})

export const saveDocumentOperation = operation({
  method: 'PUT',
  path: '/documents/{kind}/{subjectId}',
  summary: 'Save an edit of a document as its next version',
  audience: treatingRoles,
  input: saveDocumentInput,
  output: documentReceipt,
  run: saveDocument,
})

export const rewriteDocumentOperation = operation({
  method: 'POST',
  path: '/documents/{kind}/{subjectId}/rewrites',
  summary: 'Write a document anew from its signed record',
  audience: treatingRoles,
  input: rewriteDocumentInput,
  output: documentReceipt,
  run: rewriteDocument,
})

export const sendDocumentOperation = operation({
  method: 'POST',
  path: '/documents/{kind}/{subjectId}/dispatches',
  summary: 'Record that a document went out, and keep the very bytes',
  audience: treatingRoles,
  input: sendDocumentInput,
  output: dispatchReceipt,
  run: sendDocument,
})

export const sentDocumentOperation = operation({
  method: 'GET',
  path: '/dispatches/{dispatchId}/document.pdf',
  summary: 'The very document that was sent',
  audience: clinicalRoles,
  input: dispatchInput,
  output: z.file(),
  run: getSentDocument,
})
