import { callable, decideCalls } from '@/lib/meetings/model/call'
import { dutyFirst, isOnDuty } from '@/lib/meetings/model/duty'
import { type Specialty, specialties } from '@/lib/people/model'
import { laddersNoted } from './called-acts'
import type { StoredCall } from './called-tables'
import type { Random } from './random'
import type { StoredConflict } from './safety-tables'
import { actorOf, type Store } from './store'

const minutesAfter = (from: Date, minutes: number): string => new Date(from.getTime() + minutes * 60_000).toISOString()

/** One of the members of each specialty is on duty in most hours; the duty of some ends while the board answers. */
function dutiesOf(random: Random, { people, meeting: { startsAt } }: Store): Store['duties'] {
  return specialties.flatMap((specialty) => {
    const there = callable(people, specialty)
    if (there.length === 0 || random.chance(0.3)) return []
    const hours = { startsAt: minutesAfter(startsAt, -60), endsAt: minutesAfter(startsAt, random.whole(1, 60)) }
    return [{ specialty, userId: random.pick(there).userId, telephone: '01632 960001', ...hours }]
  })
}

/** A conflict of interest that somebody declared in the case before the board was called. */
function conflictBefore(random: Random, { people, meeting, items }: Store): StoredConflict[] {
  const member = people.find(({ userId }) => userId === 'voter-1')
  const [item] = items
  if (!member || !item || random.chance(0.7)) return []
  const { userId, name, specialty } = member
  const words = { conflictId: 'conflict-0', kind: 'research' as const, words: 'W' }
  const who = { userId, name, specialty, itemId: item.itemId, caseId: item.caseId }
  return [{ ...words, ...who, declaredAt: minutesAfter(meeting.startsAt, -60), withdrawn: null, ballotsCast: null }]
}

/** Who is called for a specialty: its members in any order, who is on duty first. */
function ladderOf(random: Random, store: Store, specialty: Specialty): string[] {
  const at = store.meeting.startsAt.toISOString()
  const onDuty = store.duties.filter((one) => one.specialty === specialty && isOnDuty(one, at))
  return dutyFirst(random.shuffled(callable(store.people, specialty)), onDuty).map(({ userId }) => userId)
}

/** The members with a vote in two specialties alone, so that a ladder has several names. */
function inFewSpecialties(random: Random, { people }: Store): Store['people'] {
  const few = random.shuffled(specialties).slice(0, 2)
  return people.map((one) => (one.specialty === null ? one : { ...one, specialty: random.pick(few) }))
}

/** The same people called together on the first case without a meeting, with a deadline within the time that is played. */
export function calledOf(random: Random, planned: Store): Store {
  const opening = { ...planned, people: inFewSpecialties(random, planned) }
  const { startsAt } = opening.meeting
  const items = opening.items.slice(0, 1).map((one) => {
    return { ...one, stage: 'presenting' as const, presentedAt: startsAt }
  })
  const answerBy = new Date(minutesAfter(startsAt, random.whole(2, 12)))
  const runs = { kind: 'asynchronous' as const, state: 'running' as const, presentingItemId: items[0]?.itemId ?? null }
  const meeting = { ...opening.meeting, ...runs, answerBy, createdBy: 'presenter' }
  const board = { ...opening, meeting, items, duties: dutiesOf(random, opening) }
  const there = random.shuffled(specialties.filter((one) => callable(board.people, one).length > 0))
  const asked = there.slice(0, random.whole(1, 2)).map((specialty) => {
    return { specialty, ladder: ladderOf(random, board, specialty), nextAfterMinutes: random.whole(1, 2) }
  })
  const decided = decideCalls(asked, board.people)
  if (!decided.ok) throw new Error('A ladder of the members of a specialty can be called')
  const calls = decided.value.map((call): StoredCall => {
    return { ...call, callId: `call-${call.specialty}`, calledAt: startsAt.toISOString() }
  })
  const ledger = opening.ledger.map((row) => ({ ...row, kind: 'call.opened' as const, actorId: 'presenter' }))
  const store = { ...board, toCome: 0, calls, ledger, conflicts: conflictBefore(random, opening) }
  return laddersNoted({ store, actor: actorOf(store, 'presenter'), at: startsAt })
}
