import { and, desc, eq, isNotNull, type SQL } from 'drizzle-orm'
import { asActor, readAs, type Tx } from '@/db/client'
import { conclusions } from '@/db/schema/deliberation'
import { dispatches, documentVersions } from '@/db/schema/documents'
import { users } from '@/db/schema/people'
import { serverEnv } from '@/lib/foundation/env'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { type DocumentKind, type DocumentPart, documentFacts, previewWords } from '../documents/document'
import { documentPdf } from '../documents/document-pdf'
import type { DispatchView, DocumentView, WhichDispatch, WhichDocument } from '../documents/document-views'
import { mayReadDocument, mayWriteDocument } from '../policy'
import { rehearsalMark } from '../rehearsal-mark'
import { type DocumentSubject, type WrittenDocument, writeDocument } from './write-document'

/** Versions that a screen tells, the latest first: autosave makes many. */
const mostVersions = 50

const ofSubject = (kind: DocumentKind, { conclusionId, meetingId }: DocumentSubject): SQL | undefined =>
  and(
    eq(documentVersions.kind, kind),
    conclusionId === null
      ? eq(documentVersions.meetingId, meetingId ?? '')
      : eq(documentVersions.conclusionId, conclusionId),
  )

/** What is stored of a document: who saved it when, the latest first; its latest text, and the text from the record that it began from. */
export type StoredDocument = {
  versions: { version: number; by: string; at: string }[]
  parts: DocumentPart[] | null
  generated: DocumentPart[] | null
}

/** The versions of a document, inside another transaction. The caller asks the policy. */
export async function readStored(tx: Tx, kind: DocumentKind, subject: DocumentSubject): Promise<StoredDocument> {
  const { version, parts, generated, writtenBy, writtenAt } = documentVersions
  const newestFirst = desc(version)
  const rows = await tx
    .select({ version, by: users.name, at: writtenAt })
    .from(documentVersions)
    .innerJoin(users, eq(users.id, writtenBy))
    .where(ofSubject(kind, subject))
    .orderBy(newestFirst)
    .limit(mostVersions)
  const [latest] = await tx
    .select({ parts })
    .from(documentVersions)
    .where(ofSubject(kind, subject))
    .orderBy(newestFirst)
    .limit(1)
  const [begun] = await tx
    .select({ generated })
    .from(documentVersions)
    .where(and(ofSubject(kind, subject), isNotNull(generated)))
    .orderBy(newestFirst)
    .limit(1)
  return {
    versions: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    parts: latest?.parts ?? null,
    generated: begun?.generated ?? null,
  }
}

const sentColumns = {
  dispatchId: dispatches.id,
  kind: dispatches.kind,
  recipient: dispatches.recipient,
  way: dispatches.way,
  sentBy: users.name,
  sentAt: dispatches.sentAt,
  sha256: dispatches.sha256,
  ofVersion: conclusions.version,
  state: conclusions.state,
}

/** What went out of a case or a meeting, the latest first, as far as the reader may see it. The caller asks the policy. */
async function readDispatches(tx: Tx, { caseId, meetingId }: DocumentSubject): Promise<DispatchView[]> {
  const rows = await tx
    .select(sentColumns)
    .from(dispatches)
    .innerJoin(users, eq(users.id, dispatches.sentBy))
    .leftJoin(conclusions, eq(conclusions.id, dispatches.conclusionId))
    .where(caseId === null ? eq(dispatches.meetingId, meetingId ?? '') : eq(dispatches.caseId, caseId))
    .orderBy(desc(dispatches.sentAt))
  return rows.map(({ state, sentAt, ...row }) => ({
    ...row,
    sentAt: sentAt.toISOString(),
    isOlder: state === 'superseded',
  }))
}

/** The same parts, whatever order the database keeps their names in. */
export const isSameText = (one: readonly DocumentPart[], other: readonly DocumentPart[]): boolean =>
  one.length === other.length &&
  one.every(({ heading, text }, at) => heading === other[at]?.heading && text === other[at]?.text)

/** A document with its edits and what was sent of it. Opening it leaves a ledger entry. Refuses as `writeDocument`. */
export async function getDocument(actor: Actor, which: WhichDocument): Promise<Result<DocumentView>> {
  const written = await writeDocument(actor, which)
  if (!written.ok) return written
  const { kind, subject, timeZone, generated: now, paper } = written.value
  return asActor(actor, async (tx) => {
    const { boardId, caseId } = subject
    const ofCase = caseId === null ? {} : { caseId }
    await record(tx, actor, { kind: 'document.opened', boardId, ...ofCase, aboutId: which.subjectId })
    const stored = await readStored(tx, kind, subject)
    const [latest] = stored.versions
    const generated = stored.generated ?? now
    const { record: source, recipient, wish } = written.value
    return ok({
      ...{ kind, subjectId: which.subjectId, boardId, timeZone, title: paper.title },
      ...{ parts: stored.parts ?? now, generated, writtenAnew: !isSameText(generated, now) },
      ...{ version: latest?.version ?? 0, versions: stored.versions, record: source, recipient, wish },
      dispatches: await readDispatches(tx, subject),
      mayWrite: mayWriteDocument(actor, subject),
    })
  })
}

/** The bytes of a document with a text, for its recipient; `mark` stands across each page. */
export const printDocument = (
  { paper, recipient }: WrittenDocument,
  parts: readonly DocumentPart[],
  { addressee = recipient, mark = paper.frame.mark }: { addressee?: string; mark?: string | null } = {},
): Promise<Buffer> => documentPdf({ ...paper, frame: { ...paper.frame, mark }, parts, addressee })

const asFile = (bytes: Uint8Array, name: string): File =>
  new File([new Uint8Array(bytes)], `${name}.pdf`, { type: 'application/pdf' })

/** The latest text as a PDF that says on every page that nobody sent it. Refuses as `writeDocument`. */
export async function getDocumentPreview(actor: Actor, which: WhichDocument): Promise<Result<File>> {
  const written = await writeDocument(actor, which)
  if (!written.ok) return written
  const { kind, subject, generated } = written.value
  const stored = await readAs(actor, (tx) => readStored(tx, kind, subject))
  const pdf = await printDocument(written.value, stored.parts ?? generated, {
    mark: rehearsalMark(previewWords, serverEnv().SPINEBOARD_DEMO !== undefined),
  })
  return ok(asFile(pdf, `${kind}-preview`))
}

/** The very document that was sent, unchanged. Opening it leaves a ledger entry; `not-found` for who may not read it. */
export const getSentDocument = (actor: Actor, { dispatchId }: WhichDispatch): Promise<Result<File>> =>
  asActor(actor, async (tx) => {
    const { boardId, caseId, kind, content, sha256 } = dispatches
    const [sent] = await tx
      .select({ boardId, caseId, kind, content, sha256 })
      .from(dispatches)
      .where(eq(dispatches.id, dispatchId))
    if (!sent || !mayReadDocument(actor, sent, sent.kind)) return refuse('not-found')
    const ofCase = sent.caseId === null ? {} : { caseId: sent.caseId }
    await record(tx, actor, { kind: 'document.copy-opened', boardId: sent.boardId, ...ofCase, aboutId: dispatchId })
    return ok(
      asFile(
        sent.content,
        `${documentFacts[sent.kind].short.toLowerCase().replaceAll(' ', '-')}-${sent.sha256.slice(0, 8)}`,
      ),
    )
  })
