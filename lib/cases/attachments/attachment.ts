import { z } from 'zod'
import { vertebrae } from '@/lib/clinical/spine'

/** What a file is attached for: a picture the board looks at, the referral that came, a report, or how the patient looks. */
export const attachmentKinds = ['key-image', 'referral', 'report', 'photo'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** What a file can be, told by its first bytes and never by its name. */
export const mediaTypes = ['image/png', 'image/jpeg', 'application/pdf'] as const
export type MediaType = (typeof mediaTypes)[number]

/** The largest file that is taken, in bytes. */
export const mostFileBytes = 20_000_000
/** The largest picture that is decoded, in pixels. */
export const mostPixels = 50_000_000
/** The most pages of a PDF. */
export const mostPages = 300
/** The most files that one case holds. */
export const mostAttachments = 100

const caption = z
  .string()
  .trim()
  .max(300, 'The caption can have at most 300 characters.')
  .transform((typed) => typed.normalize('NFC'))

/** What is said of a file: the study it is taken from (the id of an entry under Imaging), the level it shows, its caption. */
const said = {
  study: z.uuid().nullable(),
  level: z.enum(vertebrae, { error: 'Choose a level from C0 to S5, or none.' }).nullable(),
  caption,
}

export const addAttachmentInput = z.strictObject({
  caseId: z.uuid(),
  kind: z.enum(attachmentKinds, { error: 'Choose key image, referral, report or photo.' }),
  study: said.study.default(null),
  level: said.level.default(null),
  caption: said.caption.default(''),
  file: z.file({ error: 'Choose a file.' }).max(mostFileBytes, 'The file is larger than 20 MB.'),
})
export type AddAttachment = z.output<typeof addAttachmentInput>

export const changeAttachmentInput = z.strictObject({
  attachmentId: z.uuid(),
  version: z.int().positive(),
  ...said,
})
export type ChangeAttachment = z.output<typeof changeAttachmentInput>

export const withdrawAttachmentInput = z.strictObject({
  attachmentId: z.uuid(),
  because: z
    .string()
    .trim()
    .min(1, 'Write why the file is withdrawn.')
    .max(500, 'The reason can have at most 500 characters.'),
})

/** Two sizes of a picture: as it was taken in, and small for a strip. A PDF has only `full`. */
export const attachmentSizes = ['full', 'small'] as const
export type AttachmentSize = (typeof attachmentSizes)[number]

/** A file of a case as the screens show it. `width` and `height` in pixels of a picture, `pages` of a PDF. */
export const attachmentView = z.object({
  attachmentId: z.uuid(),
  caseId: z.uuid(),
  kind: z.enum(attachmentKinds),
  study: z.string().nullable(),
  level: z.enum(vertebrae).nullable(),
  caption: z.string(),
  mediaType: z.enum(mediaTypes),
  byteLength: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  pages: z.int().nullable(),
  fileName: z.string(),
  version: z.int(),
  addedBy: z.string(),
  addedAt: z.string(),
})
export type AttachmentView = z.infer<typeof attachmentView>

/** `2.4 MB`, `310 kB`: the size of a file in words. */
export const showBytes = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`
