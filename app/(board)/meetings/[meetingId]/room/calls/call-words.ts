import type { SeverityTone } from '@/app/_ui/severity'
import { showDuration, showTime } from '@/lib/foundation/time'
import type { CallsView } from '@/lib/meetings/model/call'

type Call = CallsView['calls'][number]
type Called = Call['people'][number]
type Words = { tone: SeverityTone; words: string }

/** How somebody on a ladder stands: called, took it, cannot, or still to be called. Never whether they have cast. */
export function personWords(
  { calledAt, isRecused, answer, told, userId }: Called,
  call: Call,
  now: string,
  timeZone: string,
): Words {
  if (isRecused) return { tone: 'block', words: 'recused from this case, passed over' }
  if (answer?.word === 'cannot') return { tone: 'block', words: `cannot, ${showTime(answer.at, timeZone)}` }
  if (answer?.word === 'seen') return { tone: 'ok', words: `seen ${showTime(answer.at, timeZone)}` }
  if (told) return { tone: 'clock', words: `told ${showTime(told.at, timeZone)} by ${told.by}, call not confirmed` }
  const next = call.next?.userId === userId ? call.next : null
  if (calledAt === null) {
    if (!next) return { tone: 'calm', words: 'not called' }
    return { tone: 'calm', words: `called in ${showDuration(Date.parse(next.at) - Date.parse(now))}` }
  }
  return { tone: 'clock', words: `called ${showTime(calledAt, timeZone)}, call not confirmed` }
}

/** Whether somebody is to be told by telephone now: who takes part, has been called, and has said nothing. */
export const isToTell = (
  { endedAt }: Pick<CallsView, 'endedAt'>,
  { calledAt, answer, isRecused }: Pick<Called, 'calledAt' | 'answer' | 'isRecused'>,
): boolean => endedAt === null && calledAt !== null && answer === null && !isRecused

/** How long the board still has, or since when it is late. */
export function deadlineWords({ answerBy, endedAt }: CallsView, now: string, timeZone: string): Words {
  const at = showTime(answerBy, timeZone)
  if (endedAt !== null) return { tone: 'ok', words: `Calls ended ${showTime(endedAt, timeZone)}` }
  const left = Date.parse(answerBy) - Date.parse(now)
  if (left <= 0) return { tone: 'crit', words: `${showDuration(left)} late, was due ${at}` }
  return { tone: left <= 30 * 60_000 ? 'warn' : 'clock', words: `${showDuration(left)} left, due ${at}` }
}
