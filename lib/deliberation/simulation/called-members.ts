import { type CallsView, callWords } from '@/lib/meetings/model/call'
import { specialties } from '@/lib/people/model'
import type { RoomItemView, RoomView } from '../model/views'
import type { CalledAct } from './called-acts'
import type { Random } from './random'
import type { Person } from './store'

const isOver = (at: string | null, now: Date): boolean => at !== null && Date.parse(at) <= now.getTime()

/** The word of somebody whom a call has reached, or names: mostly that they have seen it, now and then before their turn, or too late. */
function word(random: Random, { userId }: Person, { calls }: CallsView, now: Date): CalledAct | null {
  const mine = calls.find(({ people }) => people.some((one) => one.userId === userId))
  const me = mine?.people.find((one) => one.userId === userId)
  if (!mine || !me || !random.chance(isOver(me.calledAt, now) ? 0.15 : 0.02)) return null
  const answer = random.chance(0.6) ? ('seen' as const) : ('cannot' as const)
  return { kind: 'answer-call', callId: mine.callId, answer }
}

/** What somebody does on a board without a meeting beside voting; null for nothing. */
export function answerCalls(random: Random, person: Person, calls: CallsView | null, now: Date): CalledAct | null {
  if (!calls) return null
  const said = word(random, person, calls, now)
  if (said) return said
  if (calls.endedAt !== null) return null
  if (calls.mayNote && random.chance(calls.isBehind ? 0.3 : 0.01)) return { kind: 'note-calls' }
  const { callId, people } = random.pick(calls.calls)
  const silent = people.filter(({ answer, calledAt }) => answer === null && isOver(calledAt, now))
  if (calls.mayNote && silent.length > 0 && random.chance(0.02))
    return { kind: 'tell-called', callId, userId: random.pick(silent).userId }
  return null
}

/** The chair of a called board ends its vote after the deadline; now and then before it, when it is refused. */
export function endLate(random: Random, calls: CallsView | null, { itemId, stage }: RoomItemView): CalledAct | null {
  if (!calls || (stage !== 'presenting' && stage !== 'voting')) return null
  return random.chance(calls.mayEnd.open ? 0.3 : 0.03) ? { kind: 'end-overdue', itemId } : null
}

/** Whatever it is: a call that names somebody else, one that is over, one of a specialty that was not called. */
export function callOutOfTurn(random: Random, people: readonly Person[], room: RoomView | null): CalledAct {
  const callId = `call-${random.pick(specialties)}`
  return random.pick<() => CalledAct>([
    () => ({ kind: 'answer-call', callId, answer: random.pick(callWords) }),
    () => ({ kind: 'tell-called', callId, userId: random.pick(people).userId }),
    () => ({ kind: 'note-calls' }),
    () => ({ kind: 'end-overdue', itemId: room?.item?.itemId ?? `item-${random.whole(1, 4)}` }),
  ])()
}
