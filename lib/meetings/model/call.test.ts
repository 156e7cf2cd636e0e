import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CallAnswer, callBoardInput, callStanding, decideCalls, type Ladder } from './call'

const at = (minutes: number): string => new Date(Date.parse('2026-11-24T14:00:00Z') + minutes * 60_000).toISOString()
const call: Ladder = { ladder: ['ash', 'birch', 'cedar'], nextAfterMinutes: 10, calledAt: at(0) }
const seen = (userId: string, minutes: number): CallAnswer => ({ userId, answer: 'seen', at: at(minutes) })
const cannot = (userId: string, minutes: number): CallAnswer => ({ userId, answer: 'cannot', at: at(minutes) })
const reached = (answers: CallAnswer[], minutes: number) =>
  callStanding(call, answers, at(minutes)).called.map(({ userId, at: when }) => [userId, when])

describe('a call goes on', () => {
  test('to the next name at the very minute, and not before', () => {
    expect(callStanding(call, [], at(9.99))).toEqual({
      called: [{ userId: 'ash', at: at(0) }],
      taken: null,
      next: { userId: 'birch', at: at(10) },
      runOutAt: null,
    })
    expect(reached([], 10)).toEqual([
      ['ash', at(0)],
      ['birch', at(10)],
    ])
  })

  test('until everybody was called and nobody took it', () => {
    expect(callStanding(call, [], at(29.9))).toMatchObject({ next: null, runOutAt: null })
    expect(callStanding(call, [], at(30))).toMatchObject({ taken: null, next: null, runOutAt: at(30) })
  })

  test('no further once somebody has seen it, also from the end of the ladder', () => {
    for (const who of ['ash', 'cedar']) {
      const standing = callStanding(call, [seen(who, 5)], at(500))
      expect(standing).toEqual({
        called: [{ userId: 'ash', at: at(0) }],
        taken: { userId: who, at: at(5) },
        next: null,
        runOutAt: null,
      })
    }
  })

  test('to nobody for a word that comes too late for it', () => {
    expect(reached([seen('ash', 12)], 60).map(([who]) => who)).toEqual(['ash', 'birch'])
  })

  test('at once when the one who is called cannot', () => {
    expect(reached([cannot('ash', 3)], 4)).toEqual([
      ['ash', at(0)],
      ['birch', at(3)],
    ])
  })

  test('past a name that said beforehand that they cannot', () => {
    expect(reached([cannot('birch', 2)], 11)).toEqual([
      ['ash', at(0)],
      ['birch', at(10)],
      ['cedar', at(10)],
    ])
  })

  test('from the minute at which whoever took it gave it back', () => {
    const answers = [seen('ash', 4), cannot('ash', 45)]
    expect(callStanding(call, answers, at(44))).toMatchObject({ taken: { userId: 'ash' }, next: null })
    expect(callStanding(call, answers, at(46))).toMatchObject({ taken: null, next: { userId: 'cedar', at: at(55) } })
  })
})

const someAnswers = fc.uniqueArray(
  fc.record({
    userId: fc.constantFrom(...call.ladder),
    answer: fc.constantFrom('seen' as const, 'cannot' as const),
    at: fc.integer({ min: 0, max: 60 }).map(at),
  }),
  { selector: ({ userId, answer }) => `${userId} ${answer}`, maxLength: 6 },
)

test('what has happened stays so: as time goes by names are only added, in the order of the ladder', () => {
  fc.assert(
    fc.property(
      someAnswers,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 60 }),
      (answers, now, later) => {
        const before = callStanding(call, answers, at(now)).called
        const after = callStanding(call, answers, at(now + later)).called
        expect(after.slice(0, before.length)).toEqual(before)
        expect(after.map(({ userId }) => userId)).toEqual(call.ladder.slice(0, after.length))
      },
    ),
  )
})

test('the order in which words are read does not matter', () => {
  fc.assert(
    fc.property(someAnswers, fc.integer({ min: 0, max: 90 }), (answers, now) => {
      const { called, next, runOutAt } = callStanding(call, answers, at(now))
      expect(callStanding(call, answers.toReversed(), at(now))).toMatchObject({ called, next, runOutAt })
    }),
  )
})

describe('whom a board can call', () => {
  const people = [
    { userId: 's', roles: ['core-member'], specialty: 'spine-surgery' },
    { userId: 'p', roles: ['presenter'], specialty: 'spine-surgery' },
    { userId: 'o', roles: ['core-member'], specialty: 'medical-oncology' },
  ] as const
  const ladder = (specialty: 'spine-surgery' | 'medical-oncology', ...names: string[]) => ({
    ...{ specialty, ladder: names, nextAfterMinutes: 10 },
  })
  const problems = (...ladders: ReturnType<typeof ladder>[]) => {
    const decided = decideCalls(ladders, people)
    return !decided.ok && decided.refusal.code === 'invalid' ? decided.refusal.fields.map(({ path }) => path) : []
  }

  test('who votes for the specialty, once', () => {
    expect(decideCalls([ladder('spine-surgery', 's'), ladder('medical-oncology', 'o')], people).ok).toBe(true)
    expect(problems(ladder('spine-surgery', 'p'))).toEqual(['calls.0.ladder.0'])
    expect(problems(ladder('spine-surgery', 's', 'o', 's'))).toEqual(['calls.0.ladder.1', 'calls.0.ladder.2'])
    expect(problems(ladder('spine-surgery', 's'), ladder('spine-surgery', 's'))).toEqual(['calls.1.specialty'])
  })

  test.each([
    [14, 1, false],
    [15, 1, true],
    [20160, 240, true],
    [20161, 1, false],
    [60, 241, false],
    [60, 0, false],
  ])('an answer within %i min and the next name after %i min: %s', (answerWithinMinutes, nextAfterMinutes, isRight) => {
    const input = {
      ...{ caseId: crypto.randomUUID(), title: 'Emergency board', answerWithinMinutes },
      calls: [{ specialty: 'spine-surgery', ladder: [crypto.randomUUID()], nextAfterMinutes }],
    }
    expect(callBoardInput.safeParse(input).success).toBe(isRight)
  })
})
