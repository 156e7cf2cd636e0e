import { describe, expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { facts } from '@/lib/cases/testing-facts'
import {
  consideredInWords,
  declaredRiskStop,
  type GoalsGate,
  goalsGateProblems,
  namedGoalsGate,
  noGoalsGate,
  noRecordedGoals,
  recordedGoals,
  riskInWords,
  withConsidered,
} from './goals-gate'

const recorded = { goals: ['Home soon', 'Walking'], unacceptable: 'Permanent paraplegia' }
const answered = withConsidered(withConsidered(noGoalsGate(), 'Home soon', { how: 'served' }), 'Walking', {
  how: 'in-part',
  because: 'with a frame',
})
const problems = (gate: GoalsGate, recommends = true, goals = recorded) =>
  goalsGateProblems(gate, goals, recommends).map(({ path }) => path)

describe('the goals of a case', () => {
  const fileWith = (goals: Parameters<typeof facts>[0]) =>
    ({ facts: { goals: { a: facts(goals) } } }) as unknown as CaseFile

  test('are told one by one, each once, and what may not happen as one text', () => {
    const file = fileWith({
      matters: 'Home soon\n\n Walking \nHome soon',
      unacceptable: ['paraplegia'],
      unacceptableWords: 'No stoma',
    })
    expect(recordedGoals(file).goals).toEqual(['Home soon', 'Walking'])
    expect(recordedGoals(file).unacceptable).toMatch(/paraplegia; No stoma$/i)
  })

  test('that nobody recorded are no goals, and rule nothing out', () => {
    expect(recordedGoals(fileWith({ intensity: 'full' }))).toEqual(noRecordedGoals)
  })
})

describe('the gate of the goals', () => {
  test('asks for each goal, and for the reason of each that is not wholly served', () => {
    const open = withConsidered(noGoalsGate(), 'Walking', { how: 'not-served' })
    expect(problems(open, false)).toEqual(['goalsGate.goals.0.how', 'goalsGate.goals.1.because'])
    expect(problems(answered, false)).toEqual([])
    // A goal that was changed is asked for anew.
    expect(problems(answered, false, { ...recorded, goals: ['Home by Friday'] })).toEqual(['goalsGate.goals.0.how'])
  })

  test('asks whether what is recommended carries a risk that the patient ruled out: unknown is an answer and no “no”', () => {
    expect(problems(answered)).toEqual(['goalsGate.risk'])
    expect(problems({ ...answered, risk: 'no' })).toEqual([])
    expect(problems({ ...answered, risk: 'not-known' })).toEqual([])
    expect(problems(answered, true, { ...recorded, unacceptable: null } as never)).toEqual([])
    const notKnown = namedGoalsGate({ ...answered, risk: 'not-known' }, recorded, true)
    expect(riskInWords(notKnown)).toContain('It is not known')
  })

  test('stops at “yes” until the risk and the reason to go on are written', () => {
    const yes: GoalsGate = { ...answered, risk: 'yes' }
    expect(problems(yes)).toEqual(['goalsGate.riskWords', 'goalsGate.because'])
    const whole = { ...yes, riskWords: 'Paraplegia after the operation', because: 'He accepts it, asked today' }
    expect(problems(whole)).toEqual([])
    const who = { by: 'C. Chair', at: '2026-11-24T15:00:00.000Z' }
    const named = namedGoalsGate(whole, recorded, true)
    expect(declaredRiskStop(whole, named, who)).toEqual({
      ruleId: 'PW-GOC-03',
      title: 'Risk that the patient called unacceptable',
      says: 'Declared by the chair: Paraplegia after the operation. Not acceptable to the patient: Permanent paraplegia.',
      gone: { because: 'He accepts it, asked today', ...who },
    })
    expect(declaredRiskStop(yes, named, who)?.gone).toBeNull()
    expect(declaredRiskStop({ ...yes, risk: 'no' }, { ...named, risk: 'no' }, who)).toBeNull()
    // Without a recommendation nothing is declared, whatever was typed before.
    expect(namedGoalsGate(whole, recorded, false).risk).toBeNull()
  })

  test('tells every recorded goal, also one that nobody spoke to', () => {
    const { considered } = namedGoalsGate(
      withConsidered(answered, 'Gone', { how: 'served' }),
      { ...recorded, goals: [...recorded.goals, 'Garden'] },
      false,
    )
    expect(considered.map(consideredInWords)).toEqual([
      ...['Home soon: served', 'Walking: served in part, because with a frame', 'Garden: not answered'],
    ])
  })
})
