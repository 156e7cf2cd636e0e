import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { dispatches, documentVersions } from '@/db/schema/documents'
import { now } from '@/lib/foundation/clock'
import { type FieldConflict, type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { type DocumentKind, type DocumentPart, openPlaces } from '../documents/document'
import type {
  DispatchReceipt,
  DocumentReceipt,
  RewriteDocument,
  SaveDocument,
  SendDocument,
  WhichDocument,
} from '../documents/document-views'
import { wishWarnings } from '../documents/information-wish'
import { mayWriteDocument } from '../policy'
import { isSameText, printDocument, readStored, type StoredDocument } from '../queries/get-document'
import { type DocumentSubject, type WrittenDocument, writeDocument } from '../queries/write-document'

/** One writer of a document at a time: versions follow each other without a gap. */
const holdDocument = (tx: Tx, kind: DocumentKind, { conclusionId, meetingId }: DocumentSubject) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`document ${kind} ${conclusionId ?? meetingId}`}, 0))`)

/** Each part that two texts have differently; a part that only one of them has counts as empty in the other. */
function conflictsOf(
  mine: readonly DocumentPart[],
  { versions: [latest], parts: theirs }: StoredDocument,
): FieldConflict[] {
  if (!latest || !theirs) return []
  const { version, by, at } = latest
  const textIn = (parts: readonly DocumentPart[], heading: string) =>
    parts.find((part) => part.heading === heading)?.text ?? ''
  const headings = [...new Set([...mine, ...theirs].map(({ heading }) => heading))]
  return headings
    .map((path) => ({ path, yours: textIn(mine, path), theirs: textIn(theirs, path), version, by, at }))
    .filter((one) => one.yours !== one.theirs)
}

type NewVersion = { kind: DocumentKind; subject: DocumentSubject; version: number }

async function addVersion(
  tx: Tx,
  actor: Actor,
  { kind, subject, version }: NewVersion,
  text: { parts: DocumentPart[]; generated: DocumentPart[] | null },
): Promise<DocumentReceipt> {
  const at = now()
  const row = { ...subject, kind, version, ...text, writtenBy: actor.userId, writtenAt: at }
  await tx.insert(documentVersions).values(row)
  const ofCase = subject.caseId === null ? {} : { caseId: subject.caseId }
  const aboutId = subject.conclusionId ?? subject.meetingId ?? undefined
  await record(tx, actor, { kind: 'document.edited', boardId: subject.boardId, ...ofCase, aboutId })
  return { version, at: at.toISOString() }
}

/** Runs `work` on a document that is held: as it is written from its record, and as it is stored. */
async function onDocument<T>(
  actor: Actor,
  which: WhichDocument,
  work: (tx: Tx, written: WrittenDocument, stored: StoredDocument) => Promise<Result<T>>,
): Promise<Result<T>> {
  const written = await writeDocument(actor, which)
  if (!written.ok) return written
  const { kind, subject } = written.value
  return asActor(actor, async (tx) => {
    if (!mayWriteDocument(actor, subject)) return refuse('forbidden')
    await holdDocument(tx, kind, subject)
    return work(tx, written.value, await readStored(tx, kind, subject))
  })
}

/** A part is named by its heading, and a heading can be used once: what was written under another would be lost. */
const headingProblems = (parts: readonly DocumentPart[], expected: readonly DocumentPart[]): FieldProblem[] => {
  const isSame = parts.length === expected.length && parts.every(({ heading }, at) => heading === expected[at]?.heading)
  return isSame ? [] : [{ path: 'parts', message: 'The parts of this document are others. Load it again.' }]
}

/**
 * Saves an edit of a document as its next version; the text from the record is kept with the first. Refuses with `stale`, naming
 * each part that differs, when somebody saved another version meanwhile; the same text again is no change.
 */
export const saveDocument = (actor: Actor, input: SaveDocument): Promise<Result<DocumentReceipt>> =>
  onDocument(actor, input, async (tx, { kind, subject, generated }, stored) => {
    const [latest] = stored.versions
    const standing = stored.parts ?? generated
    const problems = headingProblems(input.parts, standing)
    if (problems.length > 0) return refuse('invalid', problems)
    if (isSameText(input.parts, standing)) {
      return ok({ version: latest?.version ?? 0, at: latest?.at ?? now().toISOString() })
    }
    const version = latest?.version ?? 0
    if (version !== input.version) return refuse('stale', conflictsOf(input.parts, stored))
    const begun = latest ? null : generated
    return ok(
      await addVersion(tx, actor, { kind, subject, version: version + 1 }, { parts: input.parts, generated: begun }),
    )
  })

/** Writes a document anew from its record, as the next version: the edits stay in the versions before. Refuses with `stale` as a save does. */
export const rewriteDocument = (actor: Actor, input: RewriteDocument): Promise<Result<DocumentReceipt>> =>
  onDocument(actor, input, async (tx, { kind, subject, generated }, stored) => {
    const version = stored.versions[0]?.version ?? 0
    if (version !== input.version) return refuse('stale', conflictsOf(generated, stored))
    return ok(await addVersion(tx, actor, { kind, subject, version: version + 1 }, { parts: generated, generated }))
  })

/** What stands between a document and its dispatch, each at its place. */
function sendProblems(
  { record: source, wish }: WrittenDocument,
  parts: readonly DocumentPart[],
  { recipient, wishHeeded }: SendDocument,
): FieldProblem[] {
  const problems: FieldProblem[] = openPlaces(parts).map(({ heading, words }) => ({
    path: `parts.${heading}`,
    message: `${heading}: ${words} is still open.`,
  }))
  if (recipient === '') problems.push({ path: 'recipient', message: 'Write to whom it goes.' })
  if (wish !== null && wishWarnings[wish] !== null && !wishHeeded) {
    problems.push({ path: 'wishHeeded', message: 'Confirm that the letter keeps to what the patient wants to know.' })
  }
  if (source.isOlder) {
    problems.push({
      path: 'record',
      message: 'A later version of the conclusion is signed. Send the document of that one.',
    })
  }
  if (!source.intact) {
    problems.push({ path: 'record', message: 'The record is no longer what was signed. Tell your administrator.' })
  }
  return problems
}

/**
 * Records that a document went out, with the very bytes, their SHA-256, to whom and by which way. The text is the version on the
 * screen; one that nobody edited is kept as its first version. Refuses with `stale` where another version was saved
 * meanwhile, and with `invalid` for every open place, a missing recipient, a wish of the patient that was not confirmed, a record that is older or altered.
 */
export const sendDocument = (actor: Actor, input: SendDocument): Promise<Result<DispatchReceipt>> =>
  onDocument(actor, input, async (tx, written, stored) => {
    const { kind, subject, generated, wish } = written
    const parts = stored.parts ?? generated
    const seen = stored.versions[0]?.version ?? 0
    if (seen !== input.version) return refuse('stale', conflictsOf(parts, stored))
    const problems = sendProblems(written, parts, input)
    if (problems.length > 0) return refuse('invalid', problems)
    // Printed while the document is held: what is kept is the text of this very version.
    const content = await printDocument(written, parts, { addressee: input.recipient })
    const sha256 = createHash('sha256').update(content).digest('hex')
    const documentVersion =
      seen === 0 ? (await addVersion(tx, actor, { kind, subject, version: 1 }, { parts, generated })).version : seen
    const { recipient, way } = input
    const sent = { recipient, way, wish, sha256, content, sentBy: actor.userId, sentAt: now() }
    const [dispatch] = await tx
      .insert(dispatches)
      .values({ ...subject, kind, documentVersion, ...sent })
      .returning({ id: dispatches.id })
    if (!dispatch) throw new Error('The dispatch was not stored')
    const ofCase = subject.caseId === null ? {} : { caseId: subject.caseId }
    await record(tx, actor, { kind: 'document.sent', boardId: subject.boardId, ...ofCase, aboutId: dispatch.id })
    return ok({ dispatchId: dispatch.id, sha256, version: documentVersion })
  })
