import { z } from 'zod'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { typedText } from '@/lib/foundation/typed-text'
import { type Role, type Specialty, specialties } from '@/lib/people/model'
import { mayView } from './views'

/** What somebody who is called can say: that they have seen it and take it, or that they cannot. */
export const callWords = ['seen', 'cannot'] as const
export type CallWord = (typeof callWords)[number]

/** Who is called for a specialty, in this order, and after how many minutes of silence the next one is. */
export type Ladder = { ladder: readonly string[]; nextAfterMinutes: number; calledAt: string }

/** What somebody on the ladder said, and when (ISO instant). A person says each word once; the later one counts. */
export type CallAnswer = { userId: string; answer: CallWord; at: string }

type At = { userId: string; at: string }

/** While somebody takes no part in the case, by a conflict of interest; `to` is null while it stands. Instants are ISO. */
export type Recusal = { userId: string; from: string; to: string | null }

/** How a call stands. Instants are ISO. */
export type CallStanding = {
  /** Who has been called so far, in order, each with the time it took effect. */
  called: At[]
  /** Who was passed over at their turn since they take no part in the case, each with the time of it. */
  skipped: At[]
  /** Who has seen it and takes it; the ladder rests meanwhile. */
  taken: At | null
  /** Who is called next unless somebody takes it, and when. */
  next: At | null
  /** Since when everybody on the ladder has been called and nobody has taken it. */
  runOutAt: string | null
}

/** While somebody has taken the call: from their word, until they say that they cannot after all, or are recused. */
type Hold = { userId: string; from: number; to: number }

const holdsOf = (answers: readonly CallAnswer[], recusals: readonly Recusal[]): Hold[] =>
  answers.flatMap(({ userId, answer, at }) => {
    if (answer !== 'seen') return []
    const from = Date.parse(at)
    const given = saidCannot(answers, userId)
    const ends = [...(given === null ? [] : [given]), ...recusedFrom(recusals, userId)].filter((end) => end >= from)
    return [{ userId, from, to: Math.min(...ends, Number.POSITIVE_INFINITY) }]
  })

const saidCannot = (answers: readonly CallAnswer[], userId: string): number | null => {
  const found = answers.find((one) => one.userId === userId && one.answer === 'cannot')
  return found ? Date.parse(found.at) : null
}

const recusedFrom = (recusals: readonly Recusal[], userId: string): number[] =>
  recusals.filter((one) => one.userId === userId).map(({ from }) => Date.parse(from))

/** Whether somebody was recused before a moment (ISO instant) and still is: who is at that very moment was called first. */
const isRecusedBefore = (recusals: readonly Recusal[], userId: string, at: string): boolean =>
  recusals.some((one) => one.userId === userId && one.from < at && (one.to === null || at < one.to))

/** The first moment from `at` on at which nobody holds the call; infinite while somebody does for good. */
const freeFrom = (holds: readonly Hold[], at: number): number => {
  const held = holds.find(({ from, to }) => from <= at && at < to)
  return held ? freeFrom(holds, held.to) : at
}

const iso = (at: number): string => new Date(at).toISOString()

/**
 * Whom a call has reached at an instant, from the ladder, the words and who is recused alone: no timer runs that could be lost. The
 * next name is called after so many minutes in which nobody took the call, at once when the last one called says that they cannot or
 * takes no part in the case.
 */
export function callStanding(
  { ladder, nextAfterMinutes, calledAt }: Ladder,
  answers: readonly CallAnswer[],
  recusals: readonly Recusal[],
  until: string,
): CallStanding {
  const end = Date.parse(until)
  const known = answers.filter(({ at }) => Date.parse(at) <= end)
  const declared = recusals.filter(({ from }) => Date.parse(from) <= end)
  const holds = holdsOf(known, declared)
  const holder = holds.find(({ from, to }) => from <= end && end < to)
  const taken = holder ? { userId: holder.userId, at: iso(holder.from) } : null
  const called: At[] = []
  const skipped: At[] = []
  let due = Date.parse(calledAt)
  for (const userId of ladder) {
    if (due > end) {
      if (isRecusedBefore(declared, userId, until)) continue
      return { called, skipped, taken, next: Number.isFinite(due) ? { userId, at: iso(due) } : null, runOutAt: null }
    }
    if (isRecusedBefore(declared, userId, iso(due))) {
      skipped.push({ userId, at: iso(due) })
      continue
    }
    called.push({ userId, at: iso(due) })
    due = freeFrom(holds, passedOnAt(known, declared, userId, due, nextAfterMinutes))
    if (due <= end && recusedFrom(declared, userId).includes(due)) skipped.push({ userId, at: iso(due) })
  }
  return { called, skipped, taken, next: null, runOutAt: due <= end ? iso(due) : null }
}

/** When the turn of somebody who was called is over: after the minutes, or from the word or the conflict that ends it before. */
const passedOnAt = (
  answers: readonly CallAnswer[],
  recusals: readonly Recusal[],
  userId: string,
  calledAt: number,
  minutes: number,
): number => {
  const silent = calledAt + minutes * 60_000
  const given = saidCannot(answers, userId)
  const declared = recusedFrom(recusals, userId).filter((from) => from >= calledAt)
  return Math.min(silent, ...(given === null ? [] : [Math.max(given, calledAt)]), ...declared)
}

const ladderInput = z.strictObject({
  specialty: z.enum(specialties),
  ladder: z.array(z.uuid()).min(1, 'Name at least one person.').max(20, 'Name at most 20 people.'),
  nextAfterMinutes: z
    .number({ error: 'Give the minutes as a number.' })
    .int('Give whole minutes.')
    .min(1, 'Give at least 1 minute.')
    .max(240, 'Give at most 240 minutes.'),
})

const shortestMinutes = 15
const longestMinutes = 14 * 24 * 60

export const callBoardInput = z.strictObject({
  caseId: z.uuid(),
  title: typedText('Title', 120),
  /** Minutes from now until when the board is to have answered. */
  answerWithinMinutes: z
    .number({ error: 'Give the minutes as a number.' })
    .int('Give whole minutes.')
    .min(shortestMinutes, `Give the board at least ${shortestMinutes} minutes.`)
    .max(longestMinutes, 'Give the board at most 14 days.'),
  calls: z.array(ladderInput).min(1, 'Call at least one specialty.').max(specialties.length),
  /** Of a case that is blocked: why it comes before the board all the same. */
  because: z.string().trim().max(500, 'The reason can have at most 500 characters.').optional(),
})
export type CallBoard = z.infer<typeof callBoardInput>

export const tellCalledInput = z.strictObject({ callId: z.uuid(), userId: z.uuid() })
export type TellCalled = z.infer<typeof tellCalledInput>

export const answerCallInput = z.strictObject({ callId: z.uuid(), answer: z.enum(callWords) })
export type AnswerCall = z.infer<typeof answerCallInput>

type Member = { userId: string; roles: readonly Role[]; specialty: Specialty | null }

/** Who can be called for a specialty: the core members of it, who vote for it. */
export const callable = <Person extends Member>(people: readonly Person[], specialty: Specialty): Person[] =>
  people.filter((one) => one.specialty === specialty && one.roles.includes('core-member'))

/** Whether the ladders can be called: each specialty once, each name once and with a vote for it. Refuses with `invalid` at its place. */
export function decideCalls(calls: CallBoard['calls'], people: readonly Member[]): Result<CallBoard['calls']> {
  const problems = calls.flatMap(({ specialty, ladder }, place): FieldProblem[] => {
    const allowed = callable(people, specialty).map(({ userId }) => userId)
    const twice = calls.findIndex((one) => one.specialty === specialty) !== place
    return [
      ...(twice ? [{ path: `calls.${place}.specialty`, message: 'This specialty is called twice.' }] : []),
      ...ladder.flatMap((userId, index): FieldProblem[] => {
        const path = `calls.${place}.ladder.${index}`
        if (!allowed.includes(userId)) return [{ path, message: 'This person does not vote for this specialty.' }]
        return ladder.indexOf(userId) === index ? [] : [{ path, message: 'This person is named twice.' }]
      }),
    ]
  })
  return problems.length > 0 ? refuse('invalid', problems) : ok(calls)
}

const calledPerson = z.object({
  userId: z.uuid(),
  name: z.string(),
  /** When the call reached them; null while it has not. */
  calledAt: z.string().nullable(),
  /** Takes no part in the case, by a conflict of interest: the call passes them over. */
  isRecused: z.boolean(),
  answer: z.object({ word: z.enum(callWords), at: z.string() }).nullable(),
  /** Of who is on duty for the specialty now; null for anybody else. */
  telephone: z.string().nullable(),
  /** Who told them by telephone, and when; null while nobody has. */
  told: z.object({ by: z.string(), at: z.string() }).nullable(),
})

/** The calls of an asynchronous board. Who has cast a ballot is nowhere in it. */
export const callsView = z.object({
  meetingId: z.uuid(),
  caseId: z.uuid(),
  /** The facts as they were at this instant are what the board was asked about. */
  openedAt: z.string(),
  openedBy: z.string(),
  answerBy: z.string(),
  /** From when on nobody is called any more: the reveal or the closing. */
  endedAt: z.string().nullable(),
  calls: z.array(
    z.object({
      callId: z.uuid(),
      specialty: z.enum(specialties),
      nextAfterMinutes: z.number(),
      people: z.array(calledPerson),
      taken: z.object({ userId: z.uuid(), at: z.string() }).nullable(),
      next: z.object({ userId: z.uuid(), at: z.string() }).nullable(),
      runOutAt: z.string().nullable(),
    }),
  ),
  /** A call has gone on to the next name, and the ledger does not say so yet. */
  isBehind: z.boolean(),
  /** Whether the reader treats: who does notes where calls have gone, and whom they told. */
  mayNote: z.boolean(),
  /** Whether the reader can end the vote now since its deadline has passed. */
  mayEnd: mayView,
})
export type CallsView = z.infer<typeof callsView>
