import { describe, expect, test } from 'vitest'
import { ruleChanges, rulesAsShipped, setMeetingRulesInput } from './rules'
import {
  specialtyWeight,
  type VotingVersion,
  votingAsShipped,
  votingByRound,
  votingRuleNow,
  votingRuleOf,
  weightOf,
  weightsLine,
  weightsThatDiffer,
  weightsWords,
} from './voting'

const surgeryTwice = [{ specialty: 'spine-surgery' as const, weight: 2 }]
const set = (version: number, changes: Partial<VotingVersion> = {}): VotingVersion => ({
  ...{ version, scale: 'stances', weights: [], by: `Chair ${version}`, at: `2026-11-0${version}T09:00:00.000Z` },
  ...changes,
})
const dayOf = (instant: string) => instant.slice(0, 10)

describe('weights', () => {
  test('a specialty that is not named weighs 1, and equal weights are none', () => {
    expect(weightOf(surgeryTwice, 'spine-surgery')).toBe(2)
    expect(weightOf(surgeryTwice, 'radiology')).toBe(1)
    expect(weightsThatDiffer([{ specialty: 'radiology', weight: 1 }, ...surgeryTwice])).toEqual(surgeryTwice)
    expect(weightsThatDiffer([{ specialty: 'radiology', weight: 1 }])).toEqual([])
    expect(weightsWords(surgeryTwice)).toBe('spine surgery 2, others 1')
    expect(weightsWords([])).toBe('')
  })

  test.each([0.5, 1, 1.5, 2, 5])('can be %s', (weight) => {
    expect(specialtyWeight.safeParse({ specialty: 'radiology', weight }).success).toBe(true)
  })

  test.each([0, -1, 0.3, 6, Number.NaN, '2'])('cannot be %s', (weight) => {
    expect(specialtyWeight.safeParse({ specialty: 'radiology', weight }).success).toBe(false)
  })

  test('0 is refused with the reason', () => {
    const refused = specialtyWeight.safeParse({ specialty: 'radiology', weight: 0 })
    expect(refused.error?.issues[0]?.message).toBe('A weight of 0 would take the vote away: it cannot be set.')
  })

  test('a specialty is named once', () => {
    const input = { boardId: crypto.randomUUID(), version: 0, because: 'Agreed' }
    expect(setMeetingRulesInput.safeParse({ ...input, weights: surgeryTwice }).success).toBe(true)
    expect(setMeetingRulesInput.safeParse({ ...input, weights: [...surgeryTwice, ...surgeryTwice] }).success).toBe(
      false,
    )
  })
})

describe('the rule of a round', () => {
  const versions = [
    set(1, { weights: surgeryTwice }),
    set(2, { scale: 'ratings', weights: surgeryTwice }),
    set(3, { scale: 'ratings' }),
  ]

  test('is three stances of equal weight until somebody sets it', () => {
    expect(votingRuleNow([])).toEqual(votingAsShipped)
    expect(votingRuleOf(versions, 0)).toEqual(votingAsShipped)
  })

  test('is that of the version it opened with, whatever was set since', () => {
    const byRound = votingByRound([...versions].reverse(), { stage: 'revealed', rulesByRound: [1, 3] })
    expect(byRound(1)).toMatchObject({ version: 1, scale: 'stances', weights: surgeryTwice })
    expect(byRound(2)).toMatchObject({ version: 3, scale: 'ratings', weights: [], set: null })
  })

  test('before its first round opens, it is the rule of the board now', () => {
    expect(votingByRound(versions, { stage: 'presenting', rulesByRound: [1] })(1)).toEqual(votingRuleNow(versions))
  })

  test('a round from before the rule was kept was voted as shipped', () => {
    expect(votingByRound(versions, { stage: 'concluded', rulesByRound: [] })(1)).toEqual(votingAsShipped)
  })

  test('the weights are those of whoever set them, not of who changed the ballot since', () => {
    expect(votingRuleOf(versions, 2).set).toEqual({ by: 'Chair 1', at: '2026-11-01T09:00:00.000Z' })
    expect(weightsLine(votingRuleOf(versions, 2), dayOf)).toBe(
      'Weights of the board: spine surgery 2, others 1, set by Chair 1 on 01-Nov-2026',
    )
    expect(weightsLine(votingRuleOf(versions, 3), dayOf)).toBeNull()
  })

  test('weights that were taken away and set again are those of the second time', () => {
    const again = [...versions, set(4, { weights: surgeryTwice }), set(5, { scale: 'ratings', weights: surgeryTwice })]
    expect(votingRuleOf(again, 5).set?.by).toBe('Chair 4')
  })

  test('what changed is told line by line', () => {
    expect(ruleChanges(rulesAsShipped, { ...rulesAsShipped, scale: 'ratings', weights: surgeryTwice })).toEqual([
      'Ballot: exact ratings from 1 to 9',
      'Weights: spine surgery 2, others 1',
    ])
    expect(ruleChanges({ ...rulesAsShipped, weights: surgeryTwice }, rulesAsShipped)).toEqual([
      'Weights: all specialties weigh the same',
    ])
  })
})
