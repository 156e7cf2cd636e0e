import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CallAnswer, callBoardInput, callStanding, decideCalls, type Ladder, type Recusal } from './call'

const at = (minutes: number): string => new Date(Date.parse('2026-11-24T14:00:00Z') + minutes * 60_000).toISOString()
const call: Ladder = { ladder: ['ash', 'birch', 'cedar'], nextAfterMinutes: 10, calledAt: at(0) }
const seen = (userId: string, minutes: number): CallAnswer => ({ userId, answer: 'seen', at: at(minutes) })
const cannot = (userId: string, minutes: number): CallAnswer => ({ userId, answer: 'cannot', at: at(minutes) })
const reached = (answers: CallAnswer[], minutes: number) =>
  callStanding(call, answers, [], at(minutes)).called.map(({ userId, at: when }) => [userId, when])

describe('a call goes on', () => {
  test('to the next name at the very minute, and not before', () => {
    expect(callStanding(call, [], [], at(9.99))).toEqual({
      called: [{ userId: 'ash', at: at(0) }],
      skipped: [],
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
    expect(callStanding(call, [], [], at(29.9))).toMatchObject({ next: null, runOutAt: null })
    expect(callStanding(call, [], [], at(30))).toMatchObject({ taken: null, next: null, runOutAt: at(30) })
  })

  test('no further once somebody has seen it, also from the end of the ladder', () => {
    for (const who of ['ash', 'cedar']) {
      const standing = callStanding(call, [seen(who, 5)], [], at(500))
      expect(standing).toEqual({
        called: [{ userId: 'ash', at: at(0) }],
        skipped: [],
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
    expect(callStanding(call, answers, [], at(44))).toMatchObject({ taken: { userId: 'ash' }, next: null })
    expect(callStanding(call, answers, [], at(46))).toMatchObject({
      taken: null,
      next: { userId: 'cedar', at: at(55) },
    })
  })
})

describe('a call passes over who is recused', () => {
  const recused = (userId: string, from: number, to: number | null = null): Recusal => ({
    ...{ userId, from: at(from), to: to === null ? null : at(to) },
  })
  const standing = (recusals: Recusal[], minutes: number, answers: CallAnswer[] = []) =>
    callStanding(call, answers, recusals, at(minutes))

  test('at once, before the call, at their turn and in the middle of it', () => {
    expect(standing([recused('ash', -5)], 0)).toMatchObject({
      called: [{ userId: 'birch', at: at(0) }],
      skipped: [{ userId: 'ash', at: at(0) }],
      next: { userId: 'cedar', at: at(10) },
    })
    expect(standing([recused('birch', 4)], 10)).toMatchObject({
      called: [
        { userId: 'ash', at: at(0) },
        { userId: 'cedar', at: at(10) },
      ],
      skipped: [{ userId: 'birch', at: at(10) }],
    })
    expect(standing([recused('ash', 3)], 3)).toMatchObject({
      called: [
        { userId: 'ash', at: at(0) },
        { userId: 'birch', at: at(3) },
      ],
      skipped: [{ userId: 'ash', at: at(3) }],
    })
  })

  test('and names as the next one who will be called', () => {
    expect(standing([recused('birch', 4)], 5).next).toEqual({ userId: 'cedar', at: at(10) })
    expect(standing([recused('birch', 4), recused('cedar', 4)], 5).next).toBeNull()
  })

  test('also who had taken it', () => {
    expect(standing([recused('ash', 20)], 21, [seen('ash', 4)])).toMatchObject({
      taken: null,
      skipped: [{ userId: 'ash', at: at(20) }],
      called: [{ userId: 'ash' }, { userId: 'birch', at: at(20) }],
    })
  })

  test('until they take the conflict back', () => {
    expect(standing([recused('birch', 2, 6)], 10).called.map(({ userId }) => userId)).toEqual(['ash', 'birch'])
  })

  test('and has run out when nobody is left', () => {
    const everybody = call.ladder.map((userId) => recused(userId, -1))
    expect(standing(everybody, 0)).toMatchObject({ called: [], next: null, runOutAt: at(0) })
  })
})

const someRecusals = fc.array(
  fc
    .record({
      userId: fc.constantFrom(...call.ladder),
      from: fc.integer({ min: -5, max: 60 }),
      stands: fc.option(fc.integer({ min: 1, max: 30 })),
    })
    .map(
      ({ userId, from, stands }): Recusal => ({
        ...{ userId, from: at(from), to: stands === null ? null : at(from + stands) },
      }),
    ),
  { maxLength: 3 },
)

/** What was known at a moment: a conflict that was taken back later stood then. */
const knownAt = (recusals: Recusal[], minutes: number): Recusal[] =>
  recusals
    .filter(({ from }) => from <= at(minutes))
    .map((one) => ({ ...one, to: one.to !== null && one.to > at(minutes) ? null : one.to }))

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
      someRecusals,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 60 }),
      (answers, recusals, now, later) => {
        const before = callStanding(call, answers, knownAt(recusals, now), at(now))
        const after = callStanding(call, answers, knownAt(recusals, now + later), at(now + later))
        expect(after.called.slice(0, before.called.length)).toEqual(before.called)
        expect(after.skipped.slice(0, before.skipped.length)).toEqual(before.skipped)
        const reachedOnes = [...after.called, ...after.skipped].map(({ userId }) => userId)
        const last = Math.max(...reachedOnes.map((userId) => call.ladder.indexOf(userId)), -1)
        expect(new Set(reachedOnes)).toEqual(new Set(call.ladder.slice(0, last + 1)))
      },
    ),
  )
})

test('the order in which words are read does not matter', () => {
  fc.assert(
    fc.property(someAnswers, fc.integer({ min: 0, max: 90 }), (answers, now) => {
      const { called, next, runOutAt } = callStanding(call, answers, [], at(now))
      expect(callStanding(call, answers.toReversed(), [], at(now))).toMatchObject({ called, next, runOutAt })
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
