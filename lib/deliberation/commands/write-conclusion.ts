import { and, eq } from 'drizzle-orm'
import { canonicalize } from 'json-canonicalize'
import { asActor, type Tx } from '@/db/client'
import { conclusions } from '@/db/schema/deliberation'
import { users } from '@/db/schema/people'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { now } from '@/lib/foundation/clock'
import { type FieldConflict, ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { type LockedItem, lockItem } from '@/lib/meetings/commands/lock-item'
import { decideMove } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import {
  type ConclusionText,
  decideRevision,
  discussedAgain,
  emptyAnswers,
  emptyText,
  type ReviseConclusion,
  type SaveConclusion,
  textIn,
} from '../model/conclusion'
import { withCarried } from '../model/revote'
import { withTasks } from '../model/standing-task'
import { mayConclude } from '../policy'
import { conclusionColumns, forWriter } from '../queries/conclusion-columns'
import { carriedAnswers, readRevote } from '../queries/read-revote'
import { readStandingTasks } from '../queries/read-standing-tasks'
import { holdConclusions, nextVersion, versionsOn } from './hold-conclusions'

export type DraftReceipt = { conclusionId: string; version: number; draftVersion: number }

const stateIs = (itemId: string, state: 'draft' | 'signed') =>
  and(eq(conclusions.itemId, itemId), eq(conclusions.state, state))

async function findDraft(tx: Tx, itemId: string) {
  const [draft] = await tx
    .select({ stored: conclusionColumns, by: users.name })
    .from(conclusions)
    .innerJoin(users, eq(users.id, conclusions.draftedBy))
    .where(stateIs(itemId, 'draft'))
  return draft && { ...draft, stored: forWriter(draft.stored) }
}

type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>

/** The places where two drafts differ: each text, each modality and each further part as a whole. */
function conflicts(yours: ConclusionText, { stored, by }: Draft): FieldConflict[] {
  const pairs: [string, unknown, unknown][] = [
    ...(['rationale', 'goalsConsidered', 'dissent', 'goalsGate', 'needs', 'sequence'] as const).map(
      (path): [string, unknown, unknown] => [path, yours[path], stored[path]],
    ),
    ...modalities.map((modality): [string, unknown, unknown] => [
      `answers.${modality}`,
      yours.answers[modality],
      stored.answers[modality],
    ]),
  ]
  return pairs
    .filter(([, mine, theirs]) => canonicalize(mine) !== canonicalize(theirs))
    .map(([path, mine, theirs]) => ({
      ...{ path, yours: mine, theirs, version: stored.draftVersion },
      ...{ by, at: stored.draftedAt.toISOString() },
    }))
}

const recordDraft = (tx: Tx, actor: Actor, { boardId, meetingId, caseId }: LockedItem, aboutId: string) =>
  record(tx, actor, { kind: 'conclusion.drafted', boardId, meetingId, caseId, aboutId })

/**
 * Saves the chair's draft as far as it is written. Refuses with `stale`, naming the fields that differ, when somebody saved
 * another version meanwhile; the same words again are no change.
 */
export const saveConclusion = (actor: Actor, input: SaveConclusion): Promise<Result<DraftReceipt>> =>
  asActor(actor, async (tx) => {
    const { itemId, draftVersion, ...typed } = input
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayConclude(actor, item)) return refuse('forbidden')
    const text = await withWhatIsCarried(tx, item, typed)
    const draft = await findDraft(tx, itemId)
    if (!draft) return beginDraft(tx, actor, item, text)
    const differing = conflicts(text, draft)
    const { id: conclusionId, version } = draft.stored
    if (differing.length === 0) return ok({ conclusionId, version, draftVersion: draft.stored.draftVersion })
    if (draft.stored.draftVersion !== draftVersion) return refuse('stale', differing)
    const next = { draftVersion: draftVersion + 1, draftedBy: actor.userId, draftedAt: now() }
    await tx
      .update(conclusions)
      .set({ ...text, ...next })
      .where(eq(conclusions.id, conclusionId))
    await recordDraft(tx, actor, item, conclusionId)
    return ok({ conclusionId, version, draftVersion: next.draftVersion })
  })

/** A re-vote leaves the answers as they were signed that are not voted on anew, until the item is concluded. */
async function withWhatIsCarried(tx: Tx, { id, stage }: LockedItem, text: ConclusionText): Promise<ConclusionText> {
  const held = stage === 'concluded' ? null : await readRevote(tx, id)
  return held ? { ...text, answers: withCarried(text.answers, await carriedAnswers(tx, held), held.revote) } : text
}

/** At the reveal of a re-vote: the draft of the next version, with what is carried over in it. Nothing for any other item. */
export async function beginRevoteDraft(tx: Tx, actor: Actor, item: LockedItem): Promise<void> {
  const held = await readRevote(tx, item.id)
  if (!held || (await findDraft(tx, item.id))) return
  const answers = withCarried(emptyAnswers(), await carriedAnswers(tx, held), held.revote)
  const { needs, sequence } = held.followed
  const text = { ...emptyText(), answers, needs, sequence }
  const next = { version: await nextVersion(tx, item.caseId), draftVersion: 1, changeReason: held.revote.because }
  await insertDraft(tx, actor, item, { ...text, ...next })
}

async function beginDraft(tx: Tx, actor: Actor, item: LockedItem, text: ConclusionText): Promise<Result<DraftReceipt>> {
  const decided = decideMove({ ...item, votesElsewhere: false, standingOptions: 0, ballotsCast: 0 }, 'conclude')
  if (!decided.ok) return decided
  const version = await nextVersion(tx, item.caseId)
  const changeReason = version === 1 ? null : discussedAgain
  return insertDraft(tx, actor, item, { ...text, version, draftVersion: 1, changeReason })
}

type NewDraft = ConclusionText & { version: number; draftVersion: number; changeReason: string | null }

async function insertDraft(tx: Tx, actor: Actor, item: LockedItem, draft: NewDraft): Promise<Result<DraftReceipt>> {
  const { boardId, id: itemId, caseId } = item
  const [stored] = await tx
    .insert(conclusions)
    .values({ boardId, itemId, caseId, ...draft, draftedBy: actor.userId, draftedAt: now() })
    .returning({ id: conclusions.id })
  if (!stored) throw new Error('The new conclusion was not stored')
  await recordDraft(tx, actor, item, stored.id)
  return ok({ conclusionId: stored.id, version: draft.version, draftVersion: draft.draftVersion })
}

/**
 * Opens the next version of a signed conclusion as a draft with the same words, each with the owner and due date that its
 * task has now. The signed one stays in force until the draft is signed. The draft's version counts on from the signed one, so
 * that a screen left behind on the earlier draft is refused as `stale` and overwrites nothing. Refused where a later item has concluded the case.
 */
export const reviseConclusion = (actor: Actor, input: ReviseConclusion): Promise<Result<DraftReceipt>> =>
  asActor(actor, async (tx) => {
    const { itemId, changeReason } = input
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayConclude(actor, item)) return refuse('forbidden')
    await holdConclusions(tx, item.caseId)
    const { isReplaced } = await versionsOn(tx, itemId)
    const [signed] = await tx.select(conclusionColumns).from(conclusions).where(stateIs(itemId, 'signed'))
    const decided = decideRevision(signed, Boolean(await findDraft(tx, itemId)), isReplaced)
    if (!decided.ok) return decided
    const { draftVersion, ...signedText } = forWriter(decided.value)
    const tasks = await readStandingTasks(tx, item.caseId)
    const text = { ...textIn(signedText), answers: withTasks(signedText.answers, tasks) }
    const next = { version: await nextVersion(tx, item.caseId), draftVersion: draftVersion + 1, changeReason }
    return insertDraft(tx, actor, item, { ...text, ...next })
  })
