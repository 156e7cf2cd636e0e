import { describe, expect, test } from 'vitest'
import type { ClosedReason, Result } from '@/lib/foundation/result'
import type { Actor, Role } from '@/lib/people/model'
import { roles } from '@/lib/people/model'
import {
  addItemInput,
  createMeetingInput,
  decideAdmission,
  decideAgendaChange,
  decideClose,
  decideMove,
  decideNewItem,
  decideStart,
  type ItemNow,
  type ItemStage,
  type ItemVerb,
  itemStages,
  reorder,
} from './model'
import { mayChair, mayEnterRoom, mayPlan, mayRecordAttendance, mayStart } from './policy'

const item: ItemNow = {
  stage: 'queued',
  meetingState: 'running',
  caseState: 'handed-in',
  isShown: true,
  votesElsewhere: false,
  standingOptions: 2,
  ballotsCast: 1,
  round: 1,
}

const answer = (result: Result<unknown>): unknown => {
  if (result.ok) return result.value
  return result.refusal.code === 'closed' ? result.refusal.why : result.refusal.code
}

/** What each verb gives at queued, presenting, voting, revealed, concluded. */
const table: [ItemVerb, (ItemStage | ClosedReason)[]][] = [
  ['present', ['presenting', 'presenting', 'voting', 'revealed', 'concluded']],
  ['set-aside', ['not-presented', 'queued', 'vote-open', 'vote-revealed', 'already-concluded']],
  ['open-vote', ['not-presented', 'voting', 'vote-open', 'vote-revealed', 'already-concluded']],
  ['reveal', ['vote-not-open', 'vote-not-open', 'revealed', 'vote-revealed', 'already-concluded']],
  ['vote-again', ['vote-not-revealed', 'vote-not-revealed', 'vote-open', 'voting', 'already-concluded']],
  ['call-off', ['vote-not-open', 'vote-not-open', 'vote-open', 'vote-revealed', 'already-concluded']],
  ['conclude', ['vote-not-revealed', 'vote-not-revealed', 'vote-not-revealed', 'concluded', 'already-concluded']],
]

describe('the moves of an agenda item', () => {
  test.each(table)('%s at every stage', (verb, expected) => {
    expect(itemStages.map((stage) => answer(decideMove({ ...item, stage }, verb)))).toEqual(expected)
  })

  test('nothing moves before the meeting runs or after it closed', () => {
    for (const [verb] of table) {
      for (const stage of itemStages) {
        expect(answer(decideMove({ ...item, stage, meetingState: 'planned' }, verb))).toBe('meeting-not-running')
        expect(answer(decideMove({ ...item, stage, meetingState: 'closed' }, verb))).toBe('meeting-closed')
      }
    }
  })

  test('another item in its vote keeps the room', () => {
    for (const stage of itemStages) {
      expect(answer(decideMove({ ...item, stage, votesElsewhere: true }, 'present'))).toBe('vote-open')
    }
  })

  test('a case that was withdrawn or is still a draft is not presented', () => {
    expect(answer(decideMove({ ...item, caseState: 'withdrawn' }, 'present'))).toBe('case-withdrawn')
    expect(answer(decideMove({ ...item, caseState: 'draft' }, 'present'))).toBe('case-not-handed-in')
  })

  test('a case that was withdrawn is not put to the vote', () => {
    const presenting = { ...item, stage: 'presenting' as const, caseState: 'withdrawn' as const }
    expect(answer(decideMove(presenting, 'open-vote'))).toBe('case-withdrawn')
  })

  test('a vote needs an option, and the item on the screen', () => {
    const presenting = { ...item, stage: 'presenting' as const }
    expect(answer(decideMove({ ...presenting, standingOptions: 0 }, 'open-vote'))).toBe('no-options')
    expect(answer(decideMove({ ...presenting, isShown: false }, 'open-vote'))).toBe('not-presented')
  })
})

describe('a vote in which nobody has cast', () => {
  const empty = { ...item, stage: 'voting' as const, ballotsCast: 0 }

  test('is not revealed, but can be set aside', () => {
    expect(answer(decideMove(empty, 'reveal'))).toBe('no-ballots')
    expect(answer(decideMove(empty, 'set-aside'))).toBe('queued')
  })

  test('is still not the vote of a meeting that runs no more', () => {
    expect(answer(decideMove({ ...empty, meetingState: 'closed' }, 'reveal'))).toBe('meeting-closed')
  })
})

describe('the meeting', () => {
  test('starts once', () => {
    expect((['planned', 'running', 'closed'] as const).map((state) => answer(decideStart(state)))).toEqual([
      'running',
      'meeting-started',
      'meeting-closed',
    ])
  })

  test('closes when everything that was presented is concluded', () => {
    expect(answer(decideClose('running', ['concluded', 'queued']))).toBe('closed')
    for (const stage of ['presenting', 'voting', 'revealed'] as const) {
      expect(answer(decideClose('running', ['concluded', stage]))).toBe('not-concluded')
    }
    expect(answer(decideClose('planned', []))).toBe('meeting-not-running')
    expect(answer(decideClose('closed', []))).toBe('meeting-closed')
  })

  test('its agenda changes until it closes, but not under an item that was presented', () => {
    expect(answer(decideAgendaChange('running', 'queued'))).toBeNull()
    expect(answer(decideAgendaChange('running', 'voting'))).toBe('item-discussed')
    expect(answer(decideAgendaChange('closed', 'queued'))).toBe('meeting-closed')
  })

  test('takes a further case until it closes; a board called without a meeting takes none', () => {
    expect(answer(decideNewItem({ state: 'running', kind: 'live' }))).toBeNull()
    expect(answer(decideNewItem({ state: 'closed', kind: 'live' }))).toBe('meeting-closed')
    expect(answer(decideNewItem({ state: 'running', kind: 'asynchronous' }))).toBe('called-for-one-case')
    expect(answer(decideNewItem({ state: 'closed', kind: 'asynchronous' }))).toBe('meeting-closed')
  })

  test('the agenda is put in order by steps and by places, never past an end', () => {
    expect(reorder(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c'])
    expect(reorder(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b'])
    expect(reorder(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c'])
    expect(reorder(['a', 'b', 'c'], 'a', 3)).toEqual(['b', 'c', 'a'])
    expect(reorder(['a', 'b', 'c'], 'c', 99)).toEqual(['a', 'b', 'c'])
    expect(reorder(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c'])
  })
})

describe('who may', () => {
  const boardId = 'b'
  const actor = (role: Role): Actor => ({
    userId: 'me',
    name: '',
    sessionId: '',
    seats: [{ boardId, boardName: '', roles: [role], specialty: null }],
  })
  const allowed = (predicate: (actor: Actor) => boolean) => roles.filter((role) => predicate(actor(role)))

  test('plan, start, chair, enter and record attendance', () => {
    expect(allowed((one) => mayPlan(one, { boardId }))).toEqual(['coordinator'])
    expect(allowed((one) => mayStart(one, { boardId }))).toEqual(['chair', 'coordinator'])
    expect(allowed((one) => mayChair(one, { boardId }))).toEqual(['chair'])
    const clinical = ['presenter', 'core-member', 'chair', 'coordinator', 'observer']
    expect(allowed((one) => mayEnterRoom(one, { boardId }))).toEqual(clinical)
    expect(allowed((one) => mayRecordAttendance(one, { boardId }, 'me'))).toEqual(clinical)
    expect(allowed((one) => mayRecordAttendance(one, { boardId }, 'you'))).toEqual(['chair', 'coordinator'])
  })

  test('a role on one board opens nothing on another', () => {
    for (const role of roles) {
      for (const may of [mayPlan, mayStart, mayChair, mayEnterRoom]) {
        expect(may(actor(role), { boardId: 'other' })).toBe(false)
      }
    }
  })
})

describe('what is typed', () => {
  const meeting = { boardId: crypto.randomUUID(), title: 'Tuesday', startsAt: '2026-11-24T13:00:00Z' }

  test.each([
    [{ title: ' ' }, 'Write title.'],
    [{ title: 'x'.repeat(100_000) }, 'Title can have at most 120 characters.'],
    [{ startsAt: 'tomorrow' }, 'Give the day and the time of the start.'],
  ])('%# is refused at its place', (changes, message) => {
    const { error } = createMeetingInput.safeParse({ ...meeting, ...changes })
    expect(error?.issues.map((issue) => issue.message)).toEqual([message])
  })

  test('emoji and Arabic are kept as typed', () => {
    expect(createMeetingInput.parse({ ...meeting, title: 'مجلس 🦴' })).toMatchObject({ title: 'مجلس 🦴' })
  })

  test.each([0, 241, 1.5])('%s minutes are refused', (minutes) => {
    const ids = { meetingId: crypto.randomUUID(), caseId: crypto.randomUUID() }
    expect(addItemInput.safeParse({ ...ids, minutes }).success).toBe(false)
    expect(addItemInput.safeParse({ ...ids, minutes: 240 }).success).toBe(true)
  })
})

describe('putting a case on an agenda', () => {
  const [coordinator, chair, both, neither] = [
    { plans: true, admits: false },
    { plans: false, admits: true },
    { plans: true, admits: true },
    { plans: false, admits: false },
  ]
  const why = (result: ReturnType<typeof decideAdmission>) => (result.ok ? result.value : result.refusal)

  test('is the coordinator’s while the case is not blocked; a reason is then none', () => {
    expect(why(decideAdmission(coordinator, false, undefined))).toBeNull()
    expect(why(decideAdmission(both, false, 'Urgent'))).toBeNull()
    expect(why(decideAdmission(chair, false, 'Urgent'))).toEqual({ code: 'forbidden' })
    expect(why(decideAdmission(neither, false, undefined))).toEqual({ code: 'forbidden' })
  })

  test('of a blocked case is the chair’s, with a reason', () => {
    expect(why(decideAdmission(coordinator, true, 'Urgent'))).toEqual({ code: 'closed', why: 'case-blocked' })
    expect(why(decideAdmission(neither, true, 'Urgent'))).toEqual({ code: 'forbidden' })
    expect(why(decideAdmission(chair, true, 'Urgent'))).toBe('Urgent')
    for (const because of ['', undefined]) {
      expect(why(decideAdmission(both, true, because))).toMatchObject({
        code: 'invalid',
        fields: [{ path: 'because' }],
      })
    }
  })
})
