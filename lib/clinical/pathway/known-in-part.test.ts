import { describe, expect, test } from 'vitest'
import { atLeast, overlap, type PathwayFacts } from './condition'
import { byUrgency, evaluateRule, type Outcome } from './evaluate'
import type { PathwayRule } from './rule'
import { pathwayRules } from './rules'
import { schedule } from './schedule'

const now = '2026-11-23T09:00:00Z'
const at = (facts: PathwayFacts) => ({ facts, now, timeZone: 'Europe/London' })
const read = (id: string, facts: PathwayFacts) =>
  evaluateRule(pathwayRules.find((one) => one.id === id) as PathwayRule, at(facts))
const outcomeOf = (id: string, facts: PathwayFacts) => read(id, facts).outcome

describe('a fact of which only a part is known', () => {
  const above6 = (low: number, high: number) =>
    atLeast('sins', 7).test(at({ sins: { between: [low, high], openAt: ['T8'] } }))

  test('the highest SINS with an open level decides where every total that is left says the same', () => {
    expect(above6(7, 12).truth).toBe('yes')
    expect(above6(2, 6).truth).toBe('no')
    expect(above6(6, 7)).toEqual({ truth: 'unknown', gaps: [{ fact: 'sins', why: 'incomplete' }] })
  })

  test('of two facts the one whose sources differ is named, not the one that is settled', () => {
    const single = schedule([8, 1])
    expect(single.test(at({ doseGy: { oneOf: [8, 20] }, fractions: 1 }))).toEqual({
      truth: 'unknown',
      gaps: [{ fact: 'doseGy', why: 'sources-differ' }],
    })
    const against = overlap('unacceptable', 'optionRisks')
    expect(
      against.test(at({ unacceptable: ['catheter'], optionRisks: { oneOf: [['catheter'], ['stay']] } })).gaps,
    ).toEqual([{ fact: 'optionRisks', why: 'sources-differ' }])
  })

  test('a list of sources without a value is nothing recorded', () => {
    expect(atLeast('sins', 7).test(at({ sins: { oneOf: [] } })).gaps).toEqual([{ fact: 'sins', why: 'not-recorded' }])
  })
})

describe('a clock of which only a part is known', () => {
  const suspected = { neuroFeature: true, knownCancer: true, contactedAt: null }
  const gap = (suspectedAt: PathwayFacts['suspectedAt']) => outcomeOf('PW-REC-02', { ...suspected, suspectedAt })

  test('needs the hour of its start, one time, and an exact one', () => {
    const lacks = (why: string) => ({ kind: 'cannot-evaluate', gaps: [{ fact: 'suspectedAt', why }] })
    expect(gap('2026-11-22')).toEqual(lacks('no-hour'))
    expect(gap({ oneOf: ['2026-11-22T09:00:00Z', '2026-11-22T10:00:00Z'] })).toEqual(lacks('sources-differ'))
    expect(gap('2026')).toEqual(lacks('not-exact'))
    expect(gap(null)).toEqual(lacks('not-recorded'))
  })

  test('that runs under a condition does not run without it, and waits where the condition is open', () => {
    const admitted = {
      admittedAt: '2026-11-23T08:00:00Z',
      thrombosisAssessedAt: '2026-11-23T08:30:00Z',
      prophylaxisAt: null,
    }
    const checksOf = (prophylaxisChosen: boolean | null) =>
      read('PW-SUP-11', { ...admitted, prophylaxisChosen }).checks.map(({ outcome }) => outcome)
    expect(checksOf(false)).toEqual([{ kind: 'met' }, { kind: 'not-applicable' }])
    expect(checksOf(null)).toEqual([
      { kind: 'met' },
      { kind: 'cannot-evaluate', gaps: [{ fact: 'prophylaxisChosen', why: 'not-recorded' }] },
    ])
    expect(checksOf(true)).toMatchObject([{ kind: 'met' }, { kind: 'running', due: '2026-11-23T22:00:00.000Z' }])
  })

  test('24 h after the board are surely over two days later, and not surely the day after, where only the day is known', () => {
    const since = (signedAt: string) => outcomeOf('PW-GOC-07', { mscc: true, answeredAt: null, signedAt })
    expect(since('2026-11-21')).toMatchObject({
      kind: 'raised',
      says: 'No answer of the patient 24 h after the board.',
    })
    expect(since('2026-11-22')).toEqual({ kind: 'cannot-evaluate', gaps: [{ fact: 'signedAt', why: 'no-hour' }] })
    expect(since('2026-11-23')).toEqual({ kind: 'met' })
  })

  test('48 h of immobilisation are surely over three days later, and surely not the day after, where only the day is known', () => {
    const since = (immobilisedAt: string) =>
      outcomeOf('PW-IMM-09', { immobilised: true, immobilisationEnded: false, immobilisedAt })
    expect(since('2026-11-20')).toMatchObject({ kind: 'raised', severity: 'WARN' })
    expect(since('2026-11-21')).toEqual({ kind: 'cannot-evaluate', gaps: [{ fact: 'immobilisedAt', why: 'no-hour' }] })
    expect(since('2026-11-22')).toEqual({ kind: 'met' })
  })
})

describe('a remark in tiers', () => {
  test('where the clearance lies in either of two bands, the lower dose stands', () => {
    const band = (clearance: PathwayFacts['clearance']) => outcomeOf('PW-BMA-09', { zoledronate: true, clearance })
    expect(band({ oneOf: [39, 45] })).toMatchObject({ kind: 'raised', says: 'Band of 3.0 mg zoledronate.' })
    expect(band(45)).toMatchObject({ kind: 'raised', says: 'Band of 3.3 mg zoledronate.' })
  })

  test('says nothing where it is unknown whether any tier holds', () => {
    expect(outcomeOf('PW-SUR-03', { option: 'surgery', completeParalysis: true, paralysedAt: null })).toEqual({
      kind: 'cannot-evaluate',
      gaps: [{ fact: 'paralysedAt', why: 'not-recorded' }],
    })
  })
})

test('what is overdue or stops comes first, what is open before what is met, and what does not apply last', () => {
  const reading = read('PW-RT-09', { operatedAt: '2026-11-22' })
  const raised = (severity: 'STOP' | 'WARN' | 'NOTE' | 'METRIC'): Outcome => ({ kind: 'raised', severity, says: '' })
  const inOrder: Outcome[] = [
    { kind: 'overdue', due: now, by: 1 },
    raised('STOP'),
    raised('WARN'),
    { kind: 'late', took: 2, by: 1 },
    { kind: 'running', due: now, left: 1, isWarning: true },
    { kind: 'cannot-evaluate', gaps: [] },
    { kind: 'running', due: now, left: 1, isWarning: false },
    raised('NOTE'),
    raised('METRIC'),
    { kind: 'exception', reason: 'trial' },
    { kind: 'met' },
    { kind: 'not-applicable' },
  ]
  const sorted = byUrgency(inOrder.toReversed().map((outcome) => ({ ...reading, outcome })))
  expect(sorted.map(({ outcome }) => outcome)).toEqual(inOrder)
})

describe('a primary that is recorded as unknown', () => {
  const unknown = { option: 'surgery', primary: 'unknown', spinalMetastases: true, lifeMonths: 12, unstable: false }
  const open = { kind: 'cannot-evaluate', gaps: [{ fact: 'primary', why: 'not-known' }] }

  test('is no kidney, and none that is surely none: who asks for a kind of tumour cannot be answered', () => {
    for (const id of ['PW-SUR-06', 'PW-BMA-01', 'PW-BMA-02', 'PW-BMA-03', 'PW-BMA-04'])
      expect(outcomeOf(id, { ...unknown, castrationResistant: true })).toEqual(open)
    expect(outcomeOf('PW-SYS-04', { ...unknown, lhrhStarting: true })).toEqual(open)
    expect(outcomeOf('PW-SUR-05', { ...unknown, smallCellOrGermCell: false })).toEqual(open)
    expect(outcomeOf('PW-STR-04', { ...unknown, steroid: true })).toEqual(open)
  })

  test('is what the rules on an unknown primary ask for, and another fact may settle the rest', () => {
    expect(outcomeOf('PW-REC-05', unknown)).toMatchObject({ kind: 'raised' })
    expect(outcomeOf('PW-SUR-06', { ...unknown, option: 'radiation' })).toEqual({ kind: 'not-applicable' })
    expect(outcomeOf('PW-SUR-05', { ...unknown, smallCellOrGermCell: true })).toMatchObject({ kind: 'raised' })
  })
})

test('a conversation of 30 days is neither recent nor old while nobody knows of compression', () => {
  const goalsAt = '2026-10-24'
  for (const id of ['PW-PLN-06', 'PW-GOC-02']) {
    const facts = { goalsAt, newDeficitOrAdmission: false }
    expect(outcomeOf(id, { ...facts, mscc: null })).toEqual({
      kind: 'cannot-evaluate',
      gaps: [{ fact: 'mscc', why: 'not-recorded' }],
    })
    expect(outcomeOf(id, { ...facts, mscc: false })).toEqual({ kind: 'met' })
    expect(outcomeOf(id, { ...facts, mscc: true })).toMatchObject({ kind: 'raised' })
    expect(outcomeOf(id, { ...facts, goalsAt: '2026-11-20', mscc: null })).toEqual({ kind: 'met' })
  }
})
