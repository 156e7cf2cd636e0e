import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { always, type FactValue, not, type PathwayFacts, someTime } from './condition'
import { asShipped, evaluateRule } from './evaluate'
import { declaredFacts, type FactName } from './facts'
import { firstVectors } from './first-vectors'
import { laterVectors } from './later-vectors'
import { packIds, packs } from './packs'
import { recordOf } from './record'
import { inputsOf, type PathwayRule, rule, severities } from './rule'
import { pathwayRules, rulesOfPacks, titleOfRule } from './rules'

const pathwayVectors = [...firstVectors, ...laterVectors]
const pathway = readFileSync(new URL('../PATHWAY.md', import.meta.url), 'utf8')
const between = (from: string, to: string) => pathway.slice(pathway.indexOf(from), pathway.indexOf(to))

/** The test cases of section 14 in their own words, by number. */
const casesOfPathway = new Map(
  [...between('## 14. Rule test cases', '## 15.').matchAll(/^(\d+)\. (.*(?:\n {4}.*)*)/gm)].map(
    ([, number, words = '']) => [Number(number), words.replaceAll(/\s+/g, ' ')],
  ),
)

/** The rows of every table of rules: id, and the cells for severity and grade where the table has them. */
const rowsOfPathway = [between('## 1. Recognition', '## 12. Modality'), between('## 17. Pack `nl`', '## 18.')].flatMap(
  (text) => {
    let head: string[] = []
    return text.split('\n').flatMap((line) => {
      if (!line.startsWith('|')) return []
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      if (cells[0] === 'id') head = cells
      const id = /^PW-[A-Z]+-\d+$/.exec(cells[0] ?? '')?.[0]
      return id ? [{ id, sev: cells[head.indexOf('sev')] ?? null, grade: cells[head.indexOf('V')] ?? '' }] : []
    })
  },
)

describe('every test case of PATHWAY 14', () => {
  const rows = pathwayVectors.flatMap(({ number, shows }) =>
    shows.map((one) => [`${number}. ${casesOfPathway.get(number)} [${one.of}]`, one] as const),
  )
  test.each(rows)('%s', (_name, { actual, gives }) => {
    expect([actual]).toMatchObject([gives])
  })

  test(`15. ${casesOfPathway.get(15)}`, () => {
    const asked = { facts: { worseSinceMri: true }, now: '2026-11-23T09:00:00Z', timeZone: 'Europe/London' }
    const [old] = pathwayRules.filter(({ id }) => id === 'PW-IMG-09') as [PathwayRule]
    const changed = rule({ ...old, version: 2, when: not(always) })
    const signed = recordOf(['uk-nice'], [evaluateRule(old, asked)], asked.now)
    expect(recordOf(['uk-nice'], [evaluateRule(changed, asked)], asked.now).rules).toEqual([])
    expect(JSON.parse(JSON.stringify(signed))).toEqual({
      at: asked.now,
      packs: [{ id: 'uk-nice', version: packs['uk-nice'].version }],
      rules: [{ id: 'PW-IMG-09', version: 1, state: 'raised' }],
    })
  })

  test('none is left out', () => {
    expect(casesOfPathway.size).toBe(26)
    const numbers = [...pathwayVectors.map(({ number }) => number), 15]
    expect(numbers.sort((a, b) => a - b)).toEqual([...casesOfPathway.keys()])
  })
})

describe('the list of rules', () => {
  test('has every rule of PATHWAY 1 to 11 and 17, and no other', () => {
    expect(rowsOfPathway.length).toBeGreaterThan(170)
    expect([...new Set(pathwayRules.map(({ id }) => id))].sort()).toEqual(rowsOfPathway.map(({ id }) => id).sort())
  })

  test('says a rule once in each pack', () => {
    for (const pack of packIds) {
      const ids = rulesOfPacks([pack]).map(({ id }) => id)
      expect(ids).toEqual([...new Set(ids)])
    }
  })

  test.each(pathwayRules.map((one) => [`${one.id} ${one.packs.join(', ')}`, one] as const))(
    '%s has a severity and a grade that PATHWAY gives it, words of its own, and a source',
    (_name, { id, severity, grade, isMetric, title, says, source }) => {
      const row = rowsOfPathway.find((one) => one.id === id)
      expect(row?.grade).toContain(grade)
      const sev = row?.sev ?? severity
      expect(/STOP|WARN|NOTE|METRIC/.test(sev) ? sev : severity).toContain(severity)
      expect(isMetric === undefined || sev.includes('METRIC')).toBe(true)
      expect([title, says, source].every((words) => words.trim().length > 3)).toBe(true)
    },
  )

  test('reads every fact that is declared, so that none is asked in vain', () => {
    const read = new Set(pathwayRules.flatMap(inputsOf))
    expect((Object.keys(declaredFacts) as FactName[]).filter((name) => !read.has(name))).toEqual([])
  })

  test.each(pathwayRules.map((one) => [`${one.id} ${one.packs.join(', ')}`, one] as const))(
    '%s is decided by a check that is more than evidence, and says the strongest first',
    (_name, { checks }) => {
      expect(checks.some((check) => !(check.kind === 'clock' && check.isEvidence))).toBe(true)
      for (const check of checks) {
        const found = check.kind === 'tells' ? check.tiers.map(({ severity }) => severities.indexOf(severity)) : []
        expect(found).toEqual(found.toSorted((a, b) => a - b))
      }
    },
  )

  test('names a rule by its title, and one that is retired by its number', () => {
    expect(titleOfRule('PW-PLN-02')).toBe('Stability score and surgeon')
    expect(titleOfRule('PW-OLD-01')).toBe('PW-OLD-01')
  })

  test('Scotland takes over the British rules with its own interval of VEGF inhibitors', () => {
    const ids = rulesOfPacks(['uk-scot', 'us-labels']).map(({ id }) => id)
    expect(ids).toContain('PW-IMG-01')
    expect(ids).toContain('PW-HLD-02')
    expect(ids).not.toContain('PW-HLD-01')
    expect(ids).not.toContain('PW-NL-05')
  })
})

describe('a rule read against the facts', () => {
  const at = (facts: PathwayFacts) => ({ facts, now: '2026-11-23T09:00:00Z', timeZone: 'Europe/London' })
  const found = (id: string) => pathwayRules.find((one) => one.id === id) as PathwayRule

  test('names what is missing, and whether there is a place for it', () => {
    expect(evaluateRule(found('PW-COO-02'), at({ mscc: null })).outcome).toEqual({
      kind: 'cannot-evaluate',
      gaps: [{ fact: 'mscc', why: 'not-recorded' }],
    })
    expect(evaluateRule(found('PW-COO-02'), at({ mscc: true })).outcome).toEqual({
      kind: 'cannot-evaluate',
      gaps: [{ fact: 'coordinatorNamed', why: 'withheld' }],
    })
  })

  test('takes no side where sources differ, unless both lead to the same', () => {
    const differing = {
      primary: { oneOf: ['kidney', 'breast'] },
      option: 'surgery',
      embolisationDecision: false,
    } as const
    expect(evaluateRule(found('PW-SUR-06'), at(differing)).outcome).toEqual({
      kind: 'cannot-evaluate',
      gaps: [{ fact: 'primary', why: 'sources-differ' }],
    })
    const same = { ...differing, primary: { oneOf: ['kidney', 'thyroid'] } } as const
    expect(evaluateRule(found('PW-SUR-06'), at(same)).outcome).toMatchObject({ kind: 'raised', severity: 'WARN' })
  })

  test('a clock needs the hour, and an end after its start', () => {
    const facts = { neuroFeature: true, knownCancer: true, suspectedAt: '2026-11-22T09:00:00Z' }
    const outcome = (contactedAt: string) => evaluateRule(found('PW-REC-02'), at({ ...facts, contactedAt })).outcome
    expect(outcome('2026-11-22')).toEqual({ kind: 'cannot-evaluate', gaps: [{ fact: 'contactedAt', why: 'no-hour' }] })
    expect(outcome('2026-11-22T08:59:00Z')).toEqual({
      kind: 'cannot-evaluate',
      gaps: [{ fact: 'contactedAt', why: 'before-start' }],
    })
    expect(outcome('2026-11-22T10:00:00Z')).toEqual({ kind: 'met', took: 3_600_000 })
  })

  test('a bare day settles a limit in hours only where every hour of it would', () => {
    const outcome = (examinedAt: string) =>
      evaluateRule(found('PW-PLN-04'), at({ mscc: true, lostToWalking: false, examinedAt })).outcome
    expect(outcome('2026-11-23')).toEqual({ kind: 'met' })
    expect(outcome('2026-11-22')).toEqual({ kind: 'cannot-evaluate', gaps: [{ fact: 'examinedAt', why: 'no-hour' }] })
    expect(outcome('2026-11-21')).toMatchObject({ kind: 'raised', severity: 'STOP' })
    expect(outcome('2026-11-22T09:00:00Z')).toEqual({ kind: 'met' })
    expect(outcome('2026-11-22T08:59:59Z')).toMatchObject({ kind: 'raised', severity: 'STOP' })
  })

  test('a time that was, and that nobody recorded, is neither missing nor late', () => {
    const facts = {
      neuroFeature: true,
      suspectedAt: '2026-11-20T08:00:00Z',
      neuroOnsetAt: null,
      steroidFirstAt: someTime,
    }
    expect(evaluateRule(found('PW-STR-01'), at(facts)).outcome).toEqual({
      kind: 'cannot-evaluate',
      gaps: [{ fact: 'steroidFirstAt', why: 'no-time' }],
    })
  })

  test('evidence alone never makes a rule overdue', () => {
    const facts = {
      ...{ neuroFeature: true, suspectedAt: '2026-11-23T08:00:00Z', steroidFirstAt: '2026-11-23T08:30:00Z' },
      neuroOnsetAt: '2026-11-20T08:00:00Z',
    }
    const reading = evaluateRule(found('PW-STR-01'), at(facts))
    expect(reading.outcome).toEqual({ kind: 'met', took: 1_800_000 })
    expect(reading.checks.map(({ outcome }) => outcome.kind)).toEqual(['met', 'late'])
  })

  const value: fc.Arbitrary<FactValue | undefined> = fc.oneof(
    fc.constantFrom(
      undefined,
      null,
      true,
      false,
      'kidney',
      'surgery',
      'elective',
      '2026-11-22',
      '2026-11-22T09:00:00Z',
      '2026',
    ),
    fc.double(),
    fc.string(),
    fc.array(fc.string()),
    fc.record({ oneOf: fc.array(fc.oneof(fc.boolean(), fc.string(), fc.double())) }),
  )
  const anyFacts = fc
    .array(fc.tuple(fc.constantFrom(...(Object.keys(declaredFacts) as FactName[])), value), { maxLength: 200 })
    .map((entries) => Object.fromEntries(entries) as PathwayFacts)

  test('throws for no facts whatever, in no zone', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('Europe/London', 'America/New_York'), (facts, timeZone) => {
        for (const one of pathwayRules) evaluateRule(one, { facts, now: '2026-11-23T09:00:00Z', timeZone }, asShipped)
      }),
      { numRuns: 60 },
    )
  })

  test('says nothing of a case of which nothing is known but that something is missing', () => {
    for (const one of pathwayRules) {
      const { outcome } = evaluateRule(one, at({}))
      expect([one.id, outcome.kind]).toEqual([one.id, 'cannot-evaluate'])
    }
  })

  test('a rule of grade V3 never speaks louder than a note until it is signed', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const one of pathwayRules.filter(({ grade }) => grade === 'V3')) {
          const { outcome, severity } = evaluateRule(one, at(facts))
          expect(['NOTE', 'METRIC']).toContain(severity)
          if (outcome.kind === 'raised') expect(['NOTE', 'METRIC']).toContain(outcome.severity)
        }
      }),
      { numRuns: 40 },
    )
  })
})
