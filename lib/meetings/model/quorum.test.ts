import { describe, expect, test } from 'vitest'
import type { BreakRule } from './break'
import {
  adviceWords,
  missingWords,
  needsWords,
  type QuorumMember,
  type QuorumNeed,
  quorumOf,
  rankOf,
  sealedQuorum,
} from './quorum'
import { ruleChanges, setMeetingRulesInput } from './rules'

const needs: QuorumNeed[] = [
  { specialty: 'radiology', least: 2 },
  { specialty: 'spine-surgery', least: 1 },
]
const member = (userId: string, specialty: QuorumMember['specialty']): QuorumMember => ({
  ...{ userId, name: `Name of ${userId}`, specialty },
})
const surgeon = member('s', 'spine-surgery')
const radiologists = [member('r1', 'radiology'), member('r2', 'radiology')]
const nobody = new Set<string>()

describe('the quorum of a case', () => {
  test('is met when enough of every specialty are there, and no sooner', () => {
    expect(quorumOf('board', needs, [surgeon, ...radiologists], nobody).state).toBe('met')
    expect(quorumOf('board', needs, [surgeon, ...radiologists.slice(1)], nobody).state).toBe('short')
    expect(quorumOf('board', needs, [], nobody).state).toBe('short')
  })

  test('names what is missing in the fixed order of specialties', () => {
    const quorum = quorumOf('board', needs, radiologists.slice(1), nobody)
    expect(missingWords(quorum)).toBe('spine surgery (0 of 1) and radiology (1 of 2)')
  })

  test('does not count who is recused, and says who that is', () => {
    const quorum = quorumOf('board', needs, [surgeon, ...radiologists], new Set(['s', 'somebody else']))
    expect(quorum.state).toBe('short')
    expect(quorum.recused).toEqual([surgeon])
    expect(missingWords(quorum)).toBe('spine surgery (0 of 1)')
  })

  test('is asked for by no board that has set none: every conclusion is a decision', () => {
    const quorum = quorumOf('board', [], [], nobody)
    expect(quorum.state).toBe('none')
    expect(rankOf(quorum)).toBe('decision')
  })

  test('makes of a conclusion advice when it is short, and says so with what was missing', () => {
    const short = quorumOf('board', needs, [surgeon], nobody)
    expect(rankOf(short)).toBe('advice')
    expect(adviceWords(short)).toBe(
      'Advice, not a decision: the board was short of its quorum. Missing: radiology (0 of 2).',
    )
    expect(adviceWords(quorumOf('board', needs, [surgeon, ...radiologists], nobody))).toBeNull()
    expect(adviceWords(undefined)).toBeNull()
  })

  test('tells of nobody while the answers are sealed', () => {
    const quorum = sealedQuorum(needs)
    expect(quorum.state).toBe('sealed')
    expect(quorum.needs.map(({ there }) => there)).toEqual([null, null])
    expect(missingWords(quorum)).toBe('')
  })
})

describe('the rule', () => {
  const said = (quorum: QuorumNeed[], agendaClosesHours = 0, breakRule: BreakRule | null = null) => ({
    ...{ quorum, agendaClosesHours, breakRule, scale: 'stances' as const, weights: [] },
  })
  const input = { boardId: '0e7d7b6e-0d0f-4a53-8d4f-1d6b8f5ce0aa', version: 0, because: 'Agreed' }

  test('reads as it was set', () => {
    expect(needsWords(needs)).toBe('1 of spine surgery and 2 of radiology')
    expect(ruleChanges(said([]), said(needs))).toEqual(['Quorum: 1 of spine surgery and 2 of radiology'])
    expect(ruleChanges(said(needs), said([...needs].reverse()))).toEqual([])
    expect(ruleChanges(said(needs), said([]))).toEqual(['Quorum: none is asked for'])
    expect(ruleChanges(said([]), said([], 24))).toEqual(['Agenda: closes 24 hours before the planned start'])
    expect(ruleChanges(said([], 1), said([]))).toEqual(['Agenda: closes when the meeting starts'])
    const rule = { afterMinutes: 90, afterCases: null, lasts: 15 }
    expect(ruleChanges(said([]), said([], 0, rule))).toEqual(['Break: 15 min after 90 min'])
    expect(ruleChanges(said([], 0, rule), said([], 0, { ...rule }))).toEqual([])
    expect(ruleChanges(said([], 0, rule), said([]))).toEqual(['Break: none'])
  })

  test.each([
    ['a specialty twice', [needs[0], needs[0]]],
    ['nobody', [{ specialty: 'radiology', least: 0 }]],
    ['half a person', [{ specialty: 'radiology', least: 1.5 }]],
    ['more than there can be', [{ specialty: 'radiology', least: 10 }]],
    ['a specialty that does not exist', [{ specialty: '__proto__', least: 1 }]],
  ])('does not take %s', (_, quorum) => {
    expect(setMeetingRulesInput.safeParse({ ...input, quorum }).success).toBe(false)
  })
})
