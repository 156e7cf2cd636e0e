import { eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { conclusions } from '@/db/schema/deliberation'
import { agendaItems } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import type { CaseFile } from '@/lib/cases/case-file'
import { keepDeclaredStop } from '@/lib/cases/commands/keep-declared-stop'
import { readCaseFile } from '@/lib/cases/load-case-file'
import { byReason, type StandingStop, stopPath, titlesOf } from '@/lib/cases/pathway/rule-exceptions'
import { readCaseStops } from '@/lib/cases/queries/read-pathway-terms'
import { now } from '@/lib/foundation/clock'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import { type LockedItem, lockItem } from '@/lib/meetings/commands/lock-item'
import { closeCalledBoard } from '@/lib/meetings/commands/manage-meeting'
import { decideMove } from '@/lib/meetings/model'
import { rankOf } from '@/lib/meetings/model/quorum'
import { readMeeting } from '@/lib/meetings/queries/get-meeting'
import { spendProof } from '@/lib/people/commands/prove-identity'
import type { Actor } from '@/lib/people/model'
import { mayOwnTask } from '@/lib/people/policy'
import { colleagues } from '@/lib/people/queries'
import { birthYearProblem, decideConclusion, discussedAgain, type SignConclusion } from '../model/conclusion'
import { declaredRiskOf, type GoalsGate, recordedGoals } from '../model/goals-gate'
import { objectionProblems } from '../model/objection'
import type { SignedSnapshot } from '../model/snapshot'
import { standingOf } from '../model/standing'
import { mayConclude } from '../policy'
import { conclusionColumns, forWriter, type StoredConclusion } from '../queries/conclusion-columns'
import { readObjections } from '../queries/read-objections'
import { votedOf } from '../queries/read-options'
import { readNamedOptions, readRevote } from '../queries/read-revote'
import { lockStandingTasks } from '../queries/read-standing-tasks'
import { sha256Of } from '../queries/snapshot-check'
import { holdConclusions, nextVersion, supersede, versionsOn } from './hold-conclusions'
import { passOnTasks } from './pass-on-tasks'
import { takeSnapshot } from './take-snapshot'

export type SignedReceipt = { conclusionId: string; version: number; signedAt: string; sha256: string }

type Stored = StoredConclusion

async function findDraftOf(tx: Tx, conclusionId: string): Promise<{ item: LockedItem; stored: Stored } | null> {
  const mine = eq(conclusions.id, conclusionId)
  const [found] = await tx.select({ itemId: conclusions.itemId }).from(conclusions).where(mine)
  const item = found && (await lockItem(tx, found.itemId))
  const [stored] = await tx.select(conclusionColumns).from(conclusions).where(mine)
  return item && stored ? { item, stored } : null
}

/**
 * A draft is signed in the version that the chair has before the eyes; the first one of an item only from a revealed vote, a further one while
 * the item's own is in force.
 */
async function decideSigning(tx: Tx, input: SignConclusion, item: LockedItem, stored: Stored): Promise<Result<null>> {
  if (stored.state !== 'draft') return refuse('closed', 'already-signed')
  if (stored.draftVersion !== input.draftVersion) {
    const [drafter] = await tx.select({ name: users.name }).from(users).where(eq(users.id, stored.draftedBy))
    const versions = { yours: input.draftVersion, theirs: stored.draftVersion, version: stored.draftVersion }
    const who = { by: drafter?.name ?? '', at: stored.draftedAt.toISOString() }
    return refuse('stale', [{ path: 'draftVersion', ...versions, ...who }])
  }
  if (item.stage === 'concluded') {
    return (await versionsOn(tx, item.id)).isSigned ? ok(null) : refuse('closed', 'concluded-since')
  }
  const decided = decideMove({ ...item, votesElsewhere: false, standingOptions: 0, ballotsCast: 0 }, 'conclude')
  return decided.ok ? ok(null) : decided
}

/**
 * Signs a draft that is whole: freezes the case as it is known now with readings, options, ballots and conclusion under a
 * check sum, concludes the item, and opens a task for each recommendation and each deferred question. The version that is in force on the
 * case, on whichever item, gives its place, and the number counts on from it; what it says unchanged keeps its task. The reason to go on despite a declared risk is kept beside those against rules. Refuses with `invalid` for everything that is missing, for a
 * wrong birth year, for each safety objection without an answer, for each stop of the pathway without a reason to go on and without a proof of who signs, with `stale` for another draft version, with `closed` before the reveal, when signed already, and for a version of an item that a later one has concluded since.
 */
export const signConclusion = (actor: Actor, input: SignConclusion): Promise<Result<SignedReceipt>> =>
  asActor(actor, async (tx) => {
    const found = await findDraftOf(tx, input.conclusionId)
    if (!found) return refuse('not-found')
    const { item, stored } = found
    if (!mayConclude(actor, item)) return refuse('forbidden')
    await holdConclusions(tx, item.caseId)
    const decided = await decideSigning(tx, input, item, stored)
    if (!decided.ok) return decided
    const file = await readCaseFile(tx, actor, item.caseId)
    const held = await readMeeting(tx, item.meetingId)
    if (!file || !held) return refuse('not-found')
    const signedAt = now()
    const today = dayAt(signedAt.toISOString(), held.timeZone)
    const revote = await readRevote(tx, item.id)
    const options = await readNamedOptions(tx, item.id, revote)
    const people = await colleagues(tx, item.boardId)
    const tasks = await lockStandingTasks(tx, item.caseId)
    const ground = {
      options: standingOf(options).map(votedOf),
      owners: people.filter(mayOwnTask).map(({ userId }) => userId),
      tasks,
      goals: recordedGoals(file),
      today,
    }
    const whole = decideConclusion(forWriter(stored), ground)
    const wrongPatient = birthYearProblem(file.patient.bornOn, input.patientBirthYear)
    const stops = stopProblems(await readCaseStops(tx, file))
    const provedBy = await spendProof(tx, actor, input.proof)
    const unsafe = objectionProblems(await readObjections(tx, item.id))
    if (!whole.ok || wrongPatient || stops.length > 0 || unsafe.length > 0 || provedBy === null)
      return refuse('invalid', [
        ...problemsOf(whole),
        ...(wrongPatient ? [wrongPatient] : []),
        ...stops,
        ...unsafe,
        ...(provedBy === null ? [notProved] : []),
      ])
    const { version, changeReason } = await numberOf(tx, stored)
    const snapshot = await takeSnapshot(tx, actor, {
      stored: { ...stored, version, changeReason },
      ...{ item, file, held, options, people, today, revote },
      ...{ signedAt: signedAt.toISOString(), recommendations: whole.value },
      provedBy,
    })
    await keepDeclaredRisk(tx, actor, file, stored.goalsGate, snapshot)
    const sha256 = sha256Of(snapshot)
    const { id, boardId, caseId } = stored
    await passOnTasks(tx, actor, { id, boardId, caseId, signedAt }, whole.value, tasks, options)
    await supersede(tx, caseId)
    const ranksAs = rankOf(snapshot.quorum)
    const signed = {
      ...{
        state: 'signed' as const,
        version,
        changeReason,
        signedBy: actor.userId,
        signedAt,
        snapshot,
        snapshotSha256: sha256,
        ranksAs,
      },
    }
    await tx.update(conclusions).set(signed).where(eq(conclusions.id, stored.id))
    await concludeItem(tx, actor, item, stored.id, signedAt)
    return ok({ conclusionId: stored.id, version, signedAt: signedAt.toISOString(), sha256 })
  })

/** The number that a version is signed under: it counts on from the last one of the case, whatever was foreseen at the draft. */
async function numberOf(tx: Tx, { caseId, changeReason }: Stored): Promise<Pick<Stored, 'version' | 'changeReason'>> {
  const version = await nextVersion(tx, caseId)
  return { version, changeReason: version === 1 ? null : (changeReason ?? discussedAgain) }
}

/** What the chair declared at the gate of the goals, where it stops: its reason is kept beside those against rules. */
async function keepDeclaredRisk(
  tx: Tx,
  actor: Actor,
  file: CaseFile,
  gate: GoalsGate | null,
  snapshot: SignedSnapshot,
) {
  const risk = gate && declaredRiskOf(gate, snapshot.conclusion.goalsGate)
  if (risk) await keepDeclaredStop(tx, actor, file, risk)
}

const notProved: FieldProblem = { path: 'password', message: 'Prove again who you are: the signature is yours alone.' }

const problemsOf = (result: Result<unknown>): FieldProblem[] =>
  !result.ok && result.refusal.code === 'invalid' ? result.refusal.fields : []

/** Nothing of the pathway keeps a board from deciding: a stop asks for the reason, and for no more. Stops that one reason answers are one problem. */
const stopProblems = (stops: readonly StandingStop[]): FieldProblem[] =>
  byReason(stops.filter(({ gone }) => gone === null)).map((together) => ({
    path: stopPath(together[0]),
    message: `Write why the board goes on despite: ${titlesOf(together)}.`,
  }))

async function concludeItem(tx: Tx, actor: Actor, item: LockedItem, conclusionId: string, at: Date): Promise<void> {
  const { id: itemId, boardId, meetingId, caseId, stage } = item
  const about = { boardId, meetingId, caseId }
  if (stage !== 'concluded') {
    await tx.update(agendaItems).set({ stage: 'concluded', concludedAt: at }).where(eq(agendaItems.id, itemId))
    await record(tx, actor, { kind: 'item.concluded', ...about, aboutId: itemId })
  }
  // One instant holds both: the history reads the signature as what ended the case's discussion.
  await record(tx, actor, { kind: 'conclusion.signed', ...about, aboutId: conclusionId })
  await closeCalledBoard(tx, actor, item)
}
