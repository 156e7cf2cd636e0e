import { describe, expect, test } from 'vitest'
import { atLeast, is, type PathwayFacts } from './condition'
import { asShipped, effectiveSeverity, evaluateRule, type Standing } from './evaluate'
import { asks, type Check, clock, type PathwayRule, rule, type Severity, tells } from './rule'

const now = '2026-11-23T09:00:00Z'
const at = (facts: PathwayFacts) => ({ facts, now, timeZone: 'Europe/London' })

const ruleWith = (...checks: readonly Check[]): PathwayRule =>
  rule({ id: 'PW-TEST', title: 'Test', says: 'Test', severity: 'STOP', grade: 'V2', source: 'This test', checks })

const outcomeOf = (tested: PathwayRule, facts: PathwayFacts, standing?: Standing) =>
  evaluateRule(tested, at(facts), standing).outcome

const contact = ruleWith(clock('Contact', ['suspectedAt', 'contactedAt'], 24, { warnAfterHours: 12 }))

describe('how strongly a rule may speak', () => {
  const id = 'PW-TEST'
  const all = ['STOP', 'WARN', 'NOTE', 'METRIC'] as const
  const allowed = (of: Pick<PathwayRule, 'grade' | 'needsLabelDate'>, standing: Standing): Severity[] =>
    all.map((severity) => effectiveSeverity({ id, ...of }, severity, standing))

  test('V3 is a note at most until this very rule is signed', () => {
    expect(allowed({ grade: 'V3' }, asShipped)).toEqual(['NOTE', 'NOTE', 'NOTE', 'METRIC'])
    expect(allowed({ grade: 'V3' }, { ...asShipped, signedOff: new Set(['PW-OTHER']) })[0]).toBe('NOTE')
    expect(allowed({ grade: 'V3' }, { ...asShipped, signedOff: new Set([id]) })).toEqual([...all])
    expect(allowed({ grade: 'V2' }, asShipped)).toEqual([...all])
  })

  test('a label without its revision date warns at most, and V3 stays a note with it', () => {
    const labelDated = new Set([id])
    expect(allowed({ grade: 'V2', needsLabelDate: true }, asShipped)).toEqual(['WARN', 'WARN', 'NOTE', 'METRIC'])
    expect(allowed({ grade: 'V2', needsLabelDate: true }, { ...asShipped, labelDated })).toEqual([...all])
    expect(allowed({ grade: 'V3', needsLabelDate: true }, { ...asShipped, labelDated })[0]).toBe('NOTE')
  })
})

describe('a clock of a rule', () => {
  const suspectedAt = '2026-11-22T09:00:00Z'
  const lacks = (...gaps: readonly (readonly [fact: string, why: string])[]) => ({
    kind: 'cannot-evaluate',
    gaps: gaps.map(([fact, why]) => ({ fact, why })),
  })

  test('names the end of which only the day is known, and the start where that is so of both', () => {
    expect(outcomeOf(contact, { suspectedAt, contactedAt: '2026-11-22' })).toEqual(lacks(['contactedAt', 'no-hour']))
    expect(outcomeOf(contact, { suspectedAt: '2026-11-22', contactedAt: '2026-11-22' })).toEqual(
      lacks(['suspectedAt', 'no-hour']),
    )
  })

  test('names every time of which sources differ or for which there is no place', () => {
    const differs = { oneOf: ['2026-11-22T09:00:00Z', '2026-11-22T10:00:00Z'] }
    expect(outcomeOf(contact, { suspectedAt, contactedAt: differs })).toEqual(lacks(['contactedAt', 'sources-differ']))
    expect(outcomeOf(contact, { suspectedAt: differs })).toEqual(
      lacks(['suspectedAt', 'sources-differ'], ['contactedAt', 'withheld']),
    )
  })

  test('of a week or more counts the days of the calendar where nobody recorded an hour', () => {
    const seen = ruleWith(clock('Seen', ['operatedAt', 'woundSeenAt'], 14 * 24))
    const done = (operatedAt: string, woundSeenAt: string | null) => outcomeOf(seen, { operatedAt, woundSeenAt })
    const day = 24 * 3_600_000
    expect(done('2026-11-01T22:00:00Z', '2026-11-15')).toEqual({ kind: 'met', took: 14 * day })
    expect(done('2026-11-01', '2026-11-16')).toEqual({ kind: 'late', took: 15 * day, by: day })
    expect(done('2026-11-01', '2026-10-31')).toEqual(lacks(['woundSeenAt', 'before-start']))
    // The summer ends between the two: no hour of the clock makes fourteen days late.
    expect(done('2026-10-20', '2026-11-03')).toEqual({ kind: 'met', took: 14 * day })
    expect(done('2026-11-10', null)).toMatchObject({ kind: 'running', due: '2026-11-24T23:59:00.000Z' })
    expect(done('2026-11-08', null)).toMatchObject({ kind: 'overdue', due: '2026-11-22T23:59:00.000Z' })
  })

  test('of exactly a week counts days, one hour less needs the hours', () => {
    const limited = (limitHours: number) =>
      outcomeOf(ruleWith(clock('Seen', ['operatedAt', 'woundSeenAt'], limitHours)), {
        operatedAt: '2026-11-01',
        woundSeenAt: '2026-11-08',
      })
    expect(limited(168)).toMatchObject({ kind: 'met' })
    expect(limited(167)).toEqual(lacks(['operatedAt', 'no-hour']))
  })

  test('of a week or more cannot be told either where one of its times is open or its start is missing', () => {
    const seen = ruleWith(clock('Seen', ['operatedAt', 'woundSeenAt'], 14 * 24))
    const differs = { oneOf: ['2026-11-01', '2026-11-02'] }
    expect(outcomeOf(seen, { operatedAt: differs, woundSeenAt: '2026-11-15' })).toEqual(
      lacks(['operatedAt', 'sources-differ']),
    )
    expect(outcomeOf(seen, { operatedAt: '2026-11-01', woundSeenAt: differs })).toEqual(
      lacks(['woundSeenAt', 'sources-differ']),
    )
    expect(outcomeOf(seen, { operatedAt: null, woundSeenAt: '2026-11-15' })).toEqual(
      lacks(['operatedAt', 'not-recorded']),
    )
  })

  test('takes a time on which its sources agree', () => {
    expect(outcomeOf(contact, { suspectedAt: { oneOf: [suspectedAt] }, contactedAt: null })).toMatchObject({
      kind: 'running',
      isWarning: true,
      left: 0,
    })
  })

  test('cannot be told without its start, nor with an end before it', () => {
    expect(outcomeOf(contact, { suspectedAt: null, contactedAt: now })).toEqual(lacks(['suspectedAt', 'not-recorded']))
    expect(outcomeOf(contact, { suspectedAt: now, contactedAt: suspectedAt })).toEqual(
      lacks(['contactedAt', 'before-start']),
    )
  })

  test('decides nothing where it is told as evidence only', () => {
    const asEvidence = ruleWith(
      clock('As evidence', ['suspectedAt', 'contactedAt'], 1, { isEvidence: true }),
      asks(is('mscc'), 'Say whether there is compression.'),
    )
    const { outcome, checks } = evaluateRule(asEvidence, at({ suspectedAt, contactedAt: null, mscc: true }))
    expect(outcome).toEqual({ kind: 'met' })
    expect(checks.map((one) => one.outcome.kind)).toEqual(['overdue', 'met'])
  })
})

describe('a demand and a remark', () => {
  const demand = ruleWith(asks(is('mscc'), 'Say whether there is compression.'))
  const remark = ruleWith(
    tells(
      { when: is('mscc'), severity: 'STOP', says: 'first' },
      { when: atLeast('sins', 7), severity: 'WARN', says: 'second' },
    ),
  )

  test('a demand is met, raised with the severity of its rule, or open', () => {
    expect(outcomeOf(demand, { mscc: true })).toEqual({ kind: 'met' })
    expect(outcomeOf(demand, { mscc: false })).toEqual({
      kind: 'raised',
      severity: 'STOP',
      says: 'Say whether there is compression.',
    })
    expect(outcomeOf({ ...demand, grade: 'V3' }, { mscc: false })).toMatchObject({ severity: 'NOTE' })
    expect(outcomeOf(demand, { mscc: null })).toEqual({
      kind: 'cannot-evaluate',
      gaps: [{ fact: 'mscc', why: 'not-recorded' }],
    })
  })

  test('a remark is that of its first tier that holds, and names all that is missing where none surely does', () => {
    expect(outcomeOf(remark, { mscc: true, sins: 9 })).toMatchObject({ severity: 'STOP', says: 'first' })
    expect(outcomeOf(remark, { mscc: false, sins: 9 })).toMatchObject({ severity: 'WARN', says: 'second' })
    expect(outcomeOf(remark, { mscc: false, sins: 6 })).toEqual({ kind: 'met' })
    expect(outcomeOf(remark, { mscc: null, sins: null })).toEqual({
      kind: 'cannot-evaluate',
      gaps: [
        { fact: 'mscc', why: 'not-recorded' },
        { fact: 'sins', why: 'not-recorded' },
      ],
    })
  })
})

describe('before its checks a rule asks', () => {
  const conditional: PathwayRule = {
    ...contact,
    when: is('mscc'),
    supersededBy: { when: is('knownCancer'), id: 'PW-NEXT' },
  }
  const excused = { ...asShipped, exceptions: new Map([['PW-TEST', 'Taking part in a trial.']]) }

  test('whether it applies, then whether it is excused, then whether another takes its place', () => {
    const told = { mscc: true, knownCancer: true }
    expect(evaluateRule(conditional, at({ mscc: false }), excused)).toMatchObject({
      outcome: { kind: 'not-applicable' },
      checks: [],
    })
    expect(outcomeOf(conditional, told, excused)).toEqual({ kind: 'exception', reason: 'Taking part in a trial.' })
    expect(outcomeOf(conditional, told)).toEqual({
      kind: 'exception',
      reason: 'Superseded by PW-NEXT',
      supersededBy: 'PW-NEXT',
    })
    expect(outcomeOf({ ...conditional, id: 'PW-OTHER' }, told, excused).kind).toBe('exception')
    expect(outcomeOf({ ...conditional, id: 'PW-OTHER' }, { ...told, knownCancer: false }, excused)).toEqual({
      kind: 'cannot-evaluate',
      gaps: [
        { fact: 'suspectedAt', why: 'withheld' },
        { fact: 'contactedAt', why: 'withheld' },
      ],
    })
  })

  test('and says what is missing to know whether it applies', () => {
    expect(evaluateRule(conditional, at({ mscc: null, knownCancer: null }))).toMatchObject({
      outcome: { kind: 'cannot-evaluate', gaps: [{ fact: 'mscc', why: 'not-recorded' }] },
      severity: 'STOP',
      checks: [],
    })
  })
})
