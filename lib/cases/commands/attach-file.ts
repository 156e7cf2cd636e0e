import { and, eq, isNull, max } from 'drizzle-orm'
import { asActor, readAs, type Tx } from '@/db/client'
import { attachments, storedFiles } from '@/db/schema/attachments'
import { boards } from '@/db/schema/boards'
import { cases, facts } from '@/db/schema/cases'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { type AddAttachment, type AttachmentKind, mostAttachments } from '../attachments/attachment'
import { type CheckedFile, checkFile, type KeptFile } from '../attachments/check-file'
import { maySeeCase, mayWriteCase } from '../policy'
import { findWritable } from './record-facts'

/** `isNew` is false when the very same file stood there already: then nothing was added. */
export type AttachmentReceipt = { attachmentId: string; isNew: boolean }

/**
 * Attaches a file to a case. Who may is asked before the file is unpacked, and again in the transaction that writes: unpacking
 * takes time, and nobody who types in the case waits for it. The bytes stand in the same transaction, so an attachment that is
 * acknowledged has its file. Refuses with `invalid` at `file`, `study`, with `photos-off` where the board shows no photos.
 */
export async function addAttachment(actor: Actor, input: AddAttachment): Promise<Result<AttachmentReceipt>> {
  const allowed = await mayAttach(actor, input)
  if (!allowed.ok) return allowed
  const checked = await checkFile(input.file)
  if (!checked.ok) return checked
  return asActor(actor, async (tx) => {
    const found = await findWritable(tx, actor, input.caseId)
    if (!found.ok) return found
    const { boardId } = found.value
    const taken = input.kind === 'photo' ? await takesPhotos(tx, boardId) : ok(null)
    if (!taken.ok) return taken
    return storeAttachment(tx, actor, boardId, input, checked.value)
  })
}

const mayAttach = (actor: Actor, { caseId, kind }: AddAttachment): Promise<Result<null>> =>
  readAs(actor, async (tx): Promise<Result<null>> => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, caseId))
    if (!found || !maySeeCase(actor, found)) return refuse('not-found')
    if (!mayWriteCase(actor, found)) return refuse('forbidden')
    if (found.state === 'withdrawn') return refuse('closed', 'case-withdrawn')
    return kind === 'photo' ? takesPhotos(tx, found.boardId) : ok(null)
  })

/** Photos are taken only where the board shows them. */
async function takesPhotos(tx: Tx, boardId: string): Promise<Result<null>> {
  const [board] = await tx.select({ photosShown: boards.photosShown }).from(boards).where(eq(boards.id, boardId))
  return board?.photosShown ? ok(null) : refuse('closed', 'photos-off')
}

/** A photo is a picture, and a case has one at a time; null when this file can be it, or is none. */
function photoProblem(kind: AttachmentKind, file: CheckedFile, standing: readonly { kind: AttachmentKind }[]) {
  if (kind !== 'photo') return null
  const problem = (message: string) => refuse('invalid', [{ path: 'file', message }])
  if (file.full.mediaType === 'application/pdf') return problem('A photo is a PNG or JPEG picture, not a PDF.')
  if (!standing.some((one) => one.kind === 'photo')) return null
  return problem('This case has a photo already. Withdraw it, then add the new one.')
}

const standingOf = (caseId: string, kind?: AttachmentKind) =>
  and(eq(attachments.caseId, caseId), isNull(attachments.withdrawnAt), kind && eq(attachments.kind, kind))

async function storeAttachment(
  tx: Tx,
  actor: Actor,
  boardId: string,
  input: AddAttachment,
  file: CheckedFile,
): Promise<Result<AttachmentReceipt>> {
  const { caseId, kind, study, level, caption } = input
  const astray = await studyProblem(tx, caseId, study)
  if (astray) return astray
  const standing = await tx.select().from(attachments).where(standingOf(caseId))
  const same = standing.find((one) => one.kind === kind && one.sentSha256 === file.sentSha256)
  if (same) return ok({ attachmentId: same.id, isNew: false })
  const unfit = photoProblem(kind, file, standing)
  if (unfit) return unfit
  if (standing.length >= mostAttachments) {
    const message = `This case has ${mostAttachments} files already. Withdraw one that is no longer needed.`
    return refuse('invalid', [{ path: 'file', message }])
  }
  await keepBytes(tx, boardId, file.full)
  if (file.small) await keepBytes(tx, boardId, file.small)
  const { fileName, sentSha256, width, height, pages } = file
  const [added] = await tx
    .insert(attachments)
    .values({
      ...{ boardId, caseId, kind, study, level, caption, fileName, sentSha256, width, height, pages },
      position: await nextPosition(tx, caseId, kind),
      sha256: file.full.sha256,
      smallSha256: file.small?.sha256 ?? null,
      addedBy: actor.userId,
      addedAt: now(),
    })
    .returning({ attachmentId: attachments.id })
  if (!added) throw new Error('The attachment was not stored')
  await record(tx, actor, {
    kind: 'attachment.added',
    ...{ boardId, caseId },
    aboutId: added.attachmentId,
    details: { kind, sha256: file.full.sha256 },
  })
  return ok({ ...added, isNew: true })
}

/** A study that is named is one of this very case; null when it is, or when none is named. */
export async function studyProblem(tx: Tx, caseId: string, study: string | null) {
  if (study === null) return null
  const ofStudy = and(eq(facts.caseId, caseId), eq(facts.section, 'imaging'), eq(facts.item, study))
  const [told] = await tx.select({ id: facts.id }).from(facts).where(ofStudy).limit(1)
  return told ? null : refuse('invalid', [{ path: 'study', message: 'This study is not recorded in this case.' }])
}

/** Keeps bytes once for each board and content. */
async function keepBytes(tx: Tx, boardId: string, { sha256, mediaType, content }: KeptFile): Promise<void> {
  await tx
    .insert(storedFiles)
    .values({ boardId, sha256, mediaType, byteLength: content.byteLength, content })
    .onConflictDoNothing()
}

/** After the last standing file of its kind. */
export async function nextPosition(tx: Tx, caseId: string, kind: AttachmentKind): Promise<number> {
  const [row] = await tx
    .select({ last: max(attachments.position) })
    .from(attachments)
    .where(standingOf(caseId, kind))
  return (row?.last ?? 0) + 1
}
