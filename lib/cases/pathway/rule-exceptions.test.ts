import { describe, expect, test } from 'vitest'
import { packsAsShipped } from '@/lib/clinical/pathway/packs'
import type { CaseFile } from '../case-file'
import { readingsOf } from '../readings'
import { facts } from '../testing-facts'
import { readPathway } from './case-pathway'
import { noCourse } from './course'
import { groupPathway } from './pathway-groups'
import { factsBehind, type RuleException, stopsOf } from './rule-exceptions'

const now = '2026-11-24T14:00:00Z'
const fileOf = (sections: Record<string, unknown>): CaseFile =>
  ({
    timeZone: 'Europe/London',
    patient: { bornOn: '1956-03-01', diedOn: null },
    facts: sections,
  }) as unknown as CaseFile

const read = (sections: Record<string, unknown>, exceptions: readonly RuleException[] = [], at = now) => {
  const file = fileOf(sections)
  return readPathway(file, readingsOf(file), { packs: packsAsShipped, signed: [], exceptions, course: noCourse }, at)
}

const stateOf = (pathway: ReturnType<typeof read>, id: string) =>
  pathway.readings.find(({ rule }) => rule.id === id)?.outcome

/** The reason that somebody would give for a rule as it stands. */
const give = (pathway: ReturnType<typeof read>, ruleId: string, because: string): RuleException => {
  const rule = pathway.readings.find((one) => one.rule.id === ruleId)?.rule
  const demand = pathway.demands.get(ruleId)
  if (!rule || !demand) throw new Error(`${ruleId} demands nothing`)
  return {
    ...{ id: because, ruleId, optionId: null, ruleVersion: rule.version, because, by: 'H. Chairwood', at: now },
    ...{ ...demand, facts: JSON.parse(JSON.stringify(factsBehind(rule, pathway.facts))) },
  }
}

const without = {}
const conversation = { goals: { '': facts({ spokenOn: '2026-08-01' }) } }
const suspected = (more: Record<string, unknown> = {}) => ({
  symptoms: { '': facts({ weakness: 'present' }) },
  clocks: { '': facts({ suspectedAt: '2026-11-22T08:00+00:00', ...more }) },
})

describe('a warning of the pathway', () => {
  const isIn = (group: readonly { rule: { id: string } }[], id: string) => group.some(({ rule }) => rule.id === id)

  test('that was acknowledged still warns, is no stop, and stands apart from what nobody has seen', () => {
    const open = read(without)
    expect(open.demands.get('PW-PLN-03')).toMatchObject({ kind: 'warning' })
    expect(isIn(groupPathway(open).attention, 'PW-PLN-03')).toBe(true)
    const seen = read(without, [give(open, 'PW-PLN-03', '')])
    expect(stateOf(seen, 'PW-PLN-03')).toMatchObject({ kind: 'raised', severity: 'WARN' })
    expect(isIn(groupPathway(seen).attention, 'PW-PLN-03')).toBe(false)
    expect(isIn(groupPathway(seen).acknowledged, 'PW-PLN-03')).toBe(true)
    expect(stopsOf(seen)).toEqual(stopsOf(open))
  })

  test('that says something else, or rests on other facts, has to be seen again', () => {
    const open = read(without)
    const elsewhere = { ...give(open, 'PW-PLN-03', ''), says: 'Something else' }
    expect(isIn(groupPathway(read(without, [elsewhere])).attention, 'PW-PLN-03')).toBe(true)
    const otherFacts = { ...give(open, 'PW-PLN-03', ''), facts: { prognosis: 'months' } }
    expect(isIn(groupPathway(read(without, [otherFacts])).attention, 'PW-PLN-03')).toBe(true)
  })
})

describe('a stop of the pathway', () => {
  test('stands until somebody goes on with a reason, which is told in its place', () => {
    const open = read(without)
    expect(stateOf(open, 'PW-GOC-01')).toMatchObject({ kind: 'raised', severity: 'STOP' })
    expect(stopsOf(open).find(({ ruleId }) => ruleId === 'PW-GOC-01')).toMatchObject({ gone: null })
    const gone = read(without, [give(open, 'PW-GOC-01', 'Unconscious since the morning')])
    expect(stateOf(gone, 'PW-GOC-01')).toEqual({ kind: 'exception', reason: 'Unconscious since the morning' })
    expect(stopsOf(gone).find(({ ruleId }) => ruleId === 'PW-GOC-01')?.gone).toMatchObject({
      because: 'Unconscious since the morning',
      by: 'H. Chairwood',
    })
    expect(groupPathway(gone).goneOn.map(({ rule }) => rule.id)).toEqual(['PW-GOC-01'])
  })

  test('asks for another reason once the facts behind it are others, and the first one is told as past', () => {
    const reason = give(read(without), 'PW-PLN-06', 'Decided in an emergency')
    const later = read(conversation, [reason])
    expect(stateOf(later, 'PW-PLN-06')).toMatchObject({ kind: 'raised', severity: 'STOP' })
    expect(later.exceptions).toMatchObject([{ ruleId: 'PW-PLN-06', past: 'facts-changed' }])
  })

  test('is not excused by a reason for another version of the rule, nor by one that another replaced', () => {
    const open = read(without)
    const first = give(open, 'PW-GOC-01', 'Unconscious')
    const ofOlder = read(without, [{ ...first, ruleVersion: 0 }])
    expect(ofOlder.exceptions).toMatchObject([{ past: 'rule-changed' }])
    expect(stateOf(ofOlder, 'PW-GOC-01')).toMatchObject({ kind: 'raised' })
    const second = give(open, 'PW-GOC-01', 'Declined to talk')
    const both = read(without, [second, first])
    expect(both.exceptions.map(({ past }) => past)).toEqual([null, 'replaced'])
    expect(stateOf(both, 'PW-GOC-01')).toEqual({ kind: 'exception', reason: 'Declined to talk' })
  })

  test('that the facts no longer raise leaves its reason as past', () => {
    const reason = give(read(without), 'PW-GOC-01', 'Unconscious')
    const spoken = read(conversation, [reason])
    expect(stateOf(spoken, 'PW-GOC-01')).toEqual({ kind: 'met' })
    expect(spoken.exceptions).toMatchObject([{ past: 'facts-changed' }])
    expect(stopsOf(spoken).map(({ ruleId }) => ruleId)).not.toContain('PW-GOC-01')
  })

  test('that says something else on the same facts asks for a reason of its own', () => {
    const reason = { ...give(read(without), 'PW-GOC-01', 'Unconscious'), says: 'Another sentence.' }
    const pathway = read(without, [reason])
    expect(pathway.exceptions).toMatchObject([{ past: 'no-longer-asked' }])
    expect(stopsOf(pathway).find(({ ruleId }) => ruleId === 'PW-GOC-01')?.gone).toBe(null)
  })
})

describe('a clock that cannot be met', () => {
  test('is an exception with its reason: neither overdue nor met, and counted as neither', () => {
    const overdue = read(suspected())
    const id = [...overdue.demands].find(([, { kind }]) => kind === 'clock')?.[0] ?? ''
    expect(stateOf(overdue, id)?.kind).toBe('overdue')
    const reason = give(overdue, id, 'The patient declined')
    const excepted = read(suspected(), [reason])
    expect(stateOf(excepted, id)).toEqual({ kind: 'exception', reason: 'The patient declined' })
    expect(stopsOf(excepted).map(({ ruleId }) => ruleId)).not.toContain(id)
    const muchLater = read(suspected(), [reason], '2026-12-24T14:00:00Z')
    expect(stateOf(muchLater, id)?.kind).toBe('exception')
  })
})

test('what is met, only warns or cannot be told demands no reason', () => {
  const { demands, readings } = read(conversation)
  const open = readings.filter(
    ({ checks }) =>
      !checks.some(({ outcome: { kind } }) => ['overdue', 'late', 'running'].includes(kind)) &&
      !checks.some(({ outcome }) => outcome.kind === 'raised' && outcome.severity === 'STOP'),
  )
  expect(open.some(({ outcome }) => outcome.kind === 'raised' && outcome.severity === 'WARN')).toBe(true)
  expect(open.filter(({ rule }) => (demands.get(rule.id)?.kind ?? 'warning') !== 'warning')).toEqual([])
})
