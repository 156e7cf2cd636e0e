import { describe, expect, it } from 'vitest'
import { breakOf, breakRuleInput, breakWords } from './break'

const rule = { afterMinutes: 60, afterCases: null, lasts: 15 }
const agenda = [20, 20, 20, 20]

describe('the break of an agenda', () => {
  it.each([
    ['the case with which the minutes are reached', rule, 3],
    ['the case that goes past them', { ...rule, afterMinutes: 50 }, 3],
    ['so many cases', { afterMinutes: null, afterCases: 2, lasts: 15 }, 2],
    ['the cases, where they come first', { ...rule, afterCases: 2 }, 2],
    ['the minutes, where they come first', { ...rule, afterMinutes: 20, afterCases: 2 }, 1],
  ])('stands after %s', (_, by, after) => {
    expect(breakOf(agenda, by, null)).toEqual({ after, minutes: 15, byHand: false })
  })

  it.each([
    ['without a rule', null, agenda],
    ['below the load', rule, [20, 20]],
    ['after the last case', rule, [20, 20, 20]],
    ['of an empty agenda', rule, []],
  ])('there is none %s', (_, by, minutes) => {
    expect(breakOf(minutes, by, null)).toBeNull()
  })

  it('stands where a person put it, whatever the rule says; they can leave it out', () => {
    expect(breakOf(agenda, rule, { after: 1, minutes: 10 })).toEqual({ after: 1, minutes: 10, byHand: true })
    expect(breakOf(agenda, null, { after: 2, minutes: 10 })).toMatchObject({ after: 2 })
    expect(breakOf(agenda, rule, { after: 0, minutes: 15 })).toBeNull()
    expect(breakOf(agenda.slice(0, 2), rule, { after: 2, minutes: 15 })).toBeNull()
  })
})

describe('the rule of a break', () => {
  it('needs a load', () => {
    expect(breakRuleInput.safeParse({ afterMinutes: null, afterCases: null, lasts: 15 }).success).toBe(false)
    expect(breakRuleInput.safeParse(rule).success).toBe(true)
  })

  it('reads as it was set', () => {
    expect(breakWords(rule)).toBe('15 min after 60 min')
    expect(breakWords({ afterMinutes: 90, afterCases: 1, lasts: 10 })).toBe(
      '10 min after 90 min or 1 case, whichever comes first',
    )
  })
})
