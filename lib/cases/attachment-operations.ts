import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles } from '@/lib/people/policy'
import {
  addAttachmentInput,
  attachmentSizes,
  attachmentView,
  changeAttachmentInput,
  withdrawAttachmentInput,
} from './attachments/attachment'
import { addAttachment } from './commands/attach-file'
import { changeAttachment, moveAttachment, restoreAttachment, withdrawAttachment } from './commands/change-attachment'
import { caseWriters } from './policy'
import { getAttachmentFile, listAttachments } from './queries/attachments'

const attachmentId = z.strictObject({ attachmentId: z.uuid() })

export const addAttachmentOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/attachments',
  summary: 'Attach a PNG, JPEG or PDF of at most 20 MB (multipart/form-data)',
  audience: caseWriters,
  input: addAttachmentInput,
  output: z.object({ attachmentId: z.uuid(), isNew: z.boolean() }),
  run: addAttachment,
})

export const listAttachmentsOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/attachments',
  summary: 'List the files of a case',
  audience: clinicalRoles,
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.array(attachmentView),
  run: listAttachments,
})

export const getAttachmentFileOperation = operation({
  method: 'GET',
  path: '/attachments/{attachmentId}/file',
  summary: 'An attached file: a picture drawn anew or a PDF',
  audience: clinicalRoles,
  input: attachmentId.extend({ size: z.enum(attachmentSizes).default('full') }),
  output: z.file(),
  run: getAttachmentFile,
})

export const changeAttachmentOperation = operation({
  method: 'PUT',
  path: '/attachments/{attachmentId}',
  summary: 'Change caption, level and study of a file',
  audience: caseWriters,
  input: changeAttachmentInput,
  output: z.object({ version: z.int() }),
  run: changeAttachment,
})

export const moveAttachmentOperation = operation({
  method: 'POST',
  path: '/attachments/{attachmentId}/move',
  summary: 'Move a file one place among those of its kind',
  audience: caseWriters,
  input: attachmentId.extend({ to: z.enum(['earlier', 'later']) }),
  output: z.null(),
  run: moveAttachment,
})

export const withdrawAttachmentOperation = operation({
  method: 'POST',
  path: '/attachments/{attachmentId}/withdrawal',
  summary: 'Withdraw a file with a reason',
  audience: caseWriters,
  input: withdrawAttachmentInput,
  output: z.null(),
  run: withdrawAttachment,
})

export const restoreAttachmentOperation = operation({
  method: 'POST',
  path: '/attachments/{attachmentId}/restoration',
  summary: 'Put a withdrawn file back',
  audience: caseWriters,
  input: attachmentId,
  output: z.null(),
  run: restoreAttachment,
})
