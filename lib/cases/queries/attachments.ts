import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { asActor, readAs, type Tx } from '@/db/client'
import { attachments, storedFiles } from '@/db/schema/attachments'
import { boards } from '@/db/schema/boards'
import { cases } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import type { AttachmentSize, AttachmentView, MediaType } from '../attachments/attachment'
import { maySeeCase, maySeePhoto } from '../policy'

/** Whether a file may be looked at: a photo is kept to the treating team, and to boards that show photos. */
const isOpenTo = (actor: Actor, on: { boardId: string }) =>
  maySeePhoto(actor, on)
    ? or(ne(attachments.kind, 'photo'), eq(boards.photosShown, true))
    : ne(attachments.kind, 'photo')

/** The standing files of a case that the actor may see, each kind in its order. Refuses strangers with `not-found`. */
export const listAttachments = (actor: Actor, { caseId }: { caseId: string }): Promise<Result<AttachmentView[]>> =>
  readAs(actor, async (tx): Promise<Result<AttachmentView[]>> => {
    const [found] = await tx.select({ boardId: cases.boardId }).from(cases).where(eq(cases.id, caseId))
    if (!found || !maySeeCase(actor, found)) return refuse('not-found')
    const rows = await tx
      .select({
        attachmentId: attachments.id,
        caseId: attachments.caseId,
        kind: attachments.kind,
        study: attachments.study,
        level: attachments.level,
        caption: attachments.caption,
        mediaType: storedFiles.mediaType,
        byteLength: storedFiles.byteLength,
        width: attachments.width,
        height: attachments.height,
        pages: attachments.pages,
        fileName: attachments.fileName,
        version: attachments.version,
        addedBy: users.name,
        addedAt: attachments.addedAt,
      })
      .from(attachments)
      .innerJoin(
        storedFiles,
        and(eq(storedFiles.boardId, attachments.boardId), eq(storedFiles.sha256, attachments.sha256)),
      )
      .innerJoin(users, eq(users.id, attachments.addedBy))
      .innerJoin(boards, eq(boards.id, attachments.boardId))
      .where(and(eq(attachments.caseId, caseId), isNull(attachments.withdrawnAt), isOpenTo(actor, found)))
      .orderBy(asc(attachments.kind), asc(attachments.position), asc(attachments.addedAt))
    return ok(rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() })))
  })

const endings: Record<MediaType, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf' }

/**
 * The bytes of a standing file, named by the case code alone: names of files reach the disks of their readers. Opening it in full
 * leaves a ledger entry. A withdrawn file is refused as `not-found`, and so is the small size of a PDF.
 */
export const getAttachmentFile = (
  actor: Actor,
  { attachmentId, size }: { attachmentId: string; size: AttachmentSize },
): Promise<Result<File>> =>
  asActor(actor, async (tx) => {
    const [found] = await tx
      .select({ row: attachments, code: cases.code, photosShown: boards.photosShown })
      .from(attachments)
      .innerJoin(cases, eq(cases.id, attachments.caseId))
      .innerJoin(boards, eq(boards.id, attachments.boardId))
      .where(and(eq(attachments.id, attachmentId), isNull(attachments.withdrawnAt)))
    if (!found || !maySeeCase(actor, found.row)) return refuse('not-found')
    if (found.row.kind === 'photo' && !(found.photosShown && maySeePhoto(actor, found.row))) return refuse('not-found')
    const { boardId, caseId, kind, position, sha256, smallSha256 } = found.row
    const wanted = size === 'small' ? smallSha256 : sha256
    if (wanted === null) return refuse('not-found')
    const { mediaType, parts } = await readBytes(tx, boardId, wanted)
    if (size === 'full') {
      await record(tx, actor, { kind: 'attachment.opened', boardId, caseId, aboutId: attachmentId })
    }
    const name = `case-${found.code}-${kind}-${position}.${endings[mediaType]}`
    return ok(new File(parts, name, { type: mediaType }))
  })

/** Read in slices: the database sends bytes as text, and a whole file of it would take twice its size. */
const sliceBytes = 4_000_000

async function readBytes(tx: Tx, boardId: string, sha256: string) {
  const wanted = and(eq(storedFiles.boardId, boardId), eq(storedFiles.sha256, sha256))
  const [told] = await tx
    .select({ mediaType: storedFiles.mediaType, byteLength: storedFiles.byteLength })
    .from(storedFiles)
    .where(wanted)
  if (!told) throw new Error('The bytes of an attachment are missing')
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let at = 0; at < told.byteLength; at += sliceBytes) {
    const [slice] = await tx
      .select({ bytes: sql<Buffer>`substring(${storedFiles.content} from ${at + 1}::int for ${sliceBytes}::int)` })
      .from(storedFiles)
      .where(wanted)
    parts.push(new Uint8Array(slice?.bytes ?? []))
  }
  return { mediaType: told.mediaType, parts }
}
