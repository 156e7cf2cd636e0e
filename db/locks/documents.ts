import { type SQL, sql } from 'drizzle-orm'
import { mayReadDocument, mayWriteDocument } from '@/lib/exchange/policy'
import type { Locks } from './arrange'
import { adding, isPresenter, nobody, type Policy, reading } from './probe'

const kinds = ['plan', 'minutes'] as const
type Kind = (typeof kinds)[number]

const reads =
  (kind: Kind): Policy =>
  (actor, { board }) =>
    mayReadDocument(actor, board, kind)
const writes: Policy = (actor, { board }) => mayWriteDocument(actor, board)

/** Case, conclusion and meeting of a kind, in the order of the columns. */
const subjectOf = (kind: Kind, { signed }: Locks): SQL =>
  kind === 'minutes'
    ? sql`null, null, ${signed.meetingId}::uuid`
    : sql`${signed.caseId}::uuid, ${signed.conclusionId}::uuid, null`

const versionBy = (kind: Kind, userId: string, locks: Locks) => sql`insert into document_versions
  (board_id, kind, case_id, conclusion_id, meeting_id, version, parts, generated, written_by, written_at)
  values (${locks.board.boardId}, ${kind}, ${subjectOf(kind, locks)}, 9, '[]', '[]', ${userId}, now())`

const dispatchBy = (kind: Kind, userId: string, locks: Locks) => sql`insert into dispatches
  (board_id, kind, case_id, conclusion_id, meeting_id, document_version, recipient, way, sha256, content, sent_by, sent_at)
  values (${locks.board.boardId}, ${kind}, ${subjectOf(kind, locks)}, 1, 'R', 'printed', encode(sha256('\\x00'), 'hex'),
    '\\x00', ${userId}, now())`

const ofDraft = (userId: string, { board, draft }: Locks) => sql`insert into document_versions
  (board_id, kind, case_id, conclusion_id, version, parts, generated, written_by, written_at)
  values (${board.boardId}, 'plan', ${draft.caseId}, ${draft.conclusionId}, 9, '[]', '[]', ${userId}, now())`

/** Letters and plan for the treating team, minutes for everybody in the room; written in one's own name, of what is signed. */
export const probesOfDocuments = [
  ...kinds.flatMap((kind) => [
    reading(
      'document_versions',
      kind,
      reads(kind),
      (_, { board }) => sql`select 1 from document_versions where board_id = ${board.boardId} and kind = ${kind}`,
    ),
    reading(
      'dispatches',
      kind,
      reads(kind),
      (_, { board }) => sql`select 1 from dispatches where board_id = ${board.boardId} and kind = ${kind}`,
    ),
    adding('document_versions', `${kind}, one’s own`, writes, (actor, locks) => versionBy(kind, actor.userId, locks)),
    adding('dispatches', `${kind}, one’s own`, writes, (actor, locks) => dispatchBy(kind, actor.userId, locks)),
  ]),
  adding('document_versions', 'in another’s name', isPresenter, (_, locks) =>
    versionBy('plan', locks.board.presenter.userId, locks),
  ),
  adding('dispatches', 'in another’s name', isPresenter, (_, locks) =>
    dispatchBy('plan', locks.board.presenter.userId, locks),
  ),
  adding('document_versions', 'of a draft', nobody, (actor, locks) => ofDraft(actor.userId, locks)),
]
