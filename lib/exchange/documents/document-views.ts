import { z } from 'zod'
import { maybeText } from '@/lib/foundation/typed-text'
import { documentKinds, documentParts, informationWishes, ways } from './document'

/** Which document: its kind, and the signed conclusion that it is written from, or the meeting for minutes. */
export const documentInput = z.strictObject({ kind: z.enum(documentKinds), subjectId: z.uuid() })
export type WhichDocument = z.infer<typeof documentInput>

export const saveDocumentInput = documentInput.extend({
  /** The version that was on the screen; 0 while nobody has edited the text that was written from the record. */
  version: z.number().int().min(0),
  parts: documentParts,
})
export type SaveDocument = z.infer<typeof saveDocumentInput>

/** Writes a document anew from its record, over the version that was on the screen. */
export const rewriteDocumentInput = documentInput.extend({ version: z.number().int().min(0) })
export type RewriteDocument = z.infer<typeof rewriteDocumentInput>

export const sendDocumentInput = documentInput.extend({
  version: z.number().int().min(0),
  recipient: maybeText('To whom it went', 300),
  way: z.enum(ways, { error: 'Choose by which way it went out.' }),
  /** Whoever sends a letter to the patient has read how much the patient wants to know. */
  wishHeeded: z.boolean().default(false),
})
export type SendDocument = z.infer<typeof sendDocumentInput>

export const dispatchInput = z.strictObject({ dispatchId: z.uuid() })
export type WhichDispatch = z.infer<typeof dispatchInput>

export const documentReceipt = z.object({ version: z.number(), at: z.string() })
export type DocumentReceipt = z.infer<typeof documentReceipt>

export const dispatchReceipt = z.object({ dispatchId: z.uuid(), sha256: z.string(), version: z.number() })
export type DispatchReceipt = z.infer<typeof dispatchReceipt>

/** A document that went out. `ofVersion` is that of the conclusion, `isOlder` when a later one took its place; both say nothing of minutes. */
export const dispatchView = z.object({
  dispatchId: z.uuid(),
  kind: z.enum(documentKinds),
  recipient: z.string(),
  way: z.enum(ways),
  sentBy: z.string(),
  sentAt: z.string(),
  sha256: z.string(),
  ofVersion: z.number().nullable(),
  isOlder: z.boolean(),
})
export type DispatchView = z.infer<typeof dispatchView>

export const documentView = z.object({
  kind: z.enum(documentKinds),
  subjectId: z.uuid(),
  boardId: z.uuid(),
  timeZone: z.string(),
  title: z.string(),
  parts: documentParts,
  /** The text as it was written from the record when the editing began. */
  generated: documentParts,
  /** True when the record would give another text now than `generated`. */
  writtenAnew: z.boolean(),
  version: z.number(),
  versions: z.array(z.object({ version: z.number(), by: z.string(), at: z.string() })),
  /** Null where a later version of the conclusion took its place by number; `intact` says that the record is what was signed. */
  record: z.object({ version: z.number().nullable(), isOlder: z.boolean(), intact: z.boolean() }),
  recipient: z.string(),
  /** How much the patient wants to know; null for any other document. */
  wish: z.enum(informationWishes).nullable(),
  dispatches: z.array(dispatchView),
  mayWrite: z.boolean(),
})
export type DocumentView = z.infer<typeof documentView>
