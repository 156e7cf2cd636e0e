import { eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { gapRequests } from '@/db/schema/readiness'
import { now } from '@/lib/foundation/clock'
import { dueDayProblem } from '@/lib/foundation/due-day'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import type { Day } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { mayOwnTask } from '@/lib/people/policy'
import { type ColleagueView, colleagues } from '@/lib/people/queries'
import { mayAskForAnswer, maySeeCase } from '../policy'
import { readBoardDay, readReadiness } from '../queries/get-readiness'
import type { AskForAnswer } from '../readiness-views'

/**
 * Asks a person of the board for an open answer by a day; without a person the answer goes back to whom the dataset names. It
 * ends by itself once the answer is recorded. Refuses what is not open with `closed`, `answer-not-owed`.
 */
export const askForAnswer = (actor: Actor, input: AskForAnswer): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { caseId, section, item, field, ownerId, dueOn } = input
    const [found] = await tx
      .select({ boardId: cases.boardId, state: cases.state })
      .from(cases)
      .where(eq(cases.id, caseId))
    if (!found || !maySeeCase(actor, found)) return refuse('not-found')
    if (!mayAskForAnswer(actor, found)) return refuse('forbidden')
    if (found.state === 'withdrawn') return refuse('closed', 'case-withdrawn')
    const problems = requestProblems(input, await colleagues(tx, found.boardId), await readBoardDay(tx, found.boardId))
    if (problems.length > 0) return refuse('invalid', problems)
    const view = await readReadiness(tx, actor, caseId)
    const isOpen = view?.gaps.some((gap) => gap.section === section && gap.item === item && gap.field === field)
    if (!isOpen) return refuse('closed', 'answer-not-owed')
    const { boardId } = found
    const asked = { askedBy: actor.userId, askedAt: now() }
    await tx.insert(gapRequests).values({ boardId, caseId, section, item, field, ownerId, dueOn, ...asked })
    const about = ownerId === null ? {} : { aboutId: ownerId }
    await record(tx, actor, { kind: 'case.answer-asked', boardId, caseId, ...about, details: { section, field } })
    return ok(null)
  })

function requestProblems(
  { ownerId, dueOn }: AskForAnswer,
  people: readonly ColleagueView[],
  today: Day,
): FieldProblem[] {
  if (ownerId === null) return dueOn === null ? [] : [{ path: 'ownerId', message: 'Choose who is asked.' }]
  const owner = people.find(({ userId }) => userId === ownerId)
  const ownerProblem = !owner
    ? 'Choose a person of this board.'
    : mayOwnTask(owner)
      ? null
      : 'An observer owes no answer. Choose somebody else.'
  const dayProblem = dueOn === null ? 'Give the day by which the answer is owed.' : dueDayProblem(dueOn, today)
  return [
    ...(ownerProblem ? [{ path: 'ownerId', message: ownerProblem }] : []),
    ...(dayProblem ? [{ path: 'dueOn', message: dayProblem }] : []),
  ]
}
