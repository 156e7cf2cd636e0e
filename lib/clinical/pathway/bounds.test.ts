import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { holdWindowsOf, timedAgents } from '../hold-windows'
import { boundsOfRule, sidesDiffer } from '../vectors/rule-bounds'
import { pathwayRules } from './rules'

const pathway = readFileSync(new URL('../PATHWAY.md', import.meta.url), 'utf8')
const reference = readFileSync(new URL('../REFERENCE.md', import.meta.url), 'utf8')
const rowOf = (id: string) => pathway.split('\n').find((line) => line.startsWith(`| ${id} |`)) ?? ''

/**
 * Every bound in the conditions of a rule, by hand from PATHWAY: the words of its row, and what they mean. Words that stand elsewhere
 * have their place in brackets before them.
 */
const byHand: readonly (readonly [id: string, ...bounds: (readonly [words: string, bound: string])[]])[] = [
  [
    'PW-IMG-08',
    ['7 d when neuro features', 'wholeSpineMriAt to now atMost 7 d'],
    ['default 14 d', 'wholeSpineMriAt to now atMost 14 d'],
  ],
  ['PW-IMM-05', ['every 24 h', 'immobilisationReviewedAt to now atMost 24 h']],
  ['PW-IMM-09', ['48 h', 'immobilisedAt to now atLeast 48 h']],
  ['PW-STR-09', ['14 d', 'steroidFirstAt to now atLeast 14 d']],
  [
    'PW-STR-10',
    ['10 mg/day or more', 'prednisoneMg atLeast 10'],
    ['about 1.5 mg dexamethasone', 'dexamethasoneMg atLeast 1.5'],
  ],
  ['PW-PAI-06', ['mechanical pain', 'worstPain above 0']],
  ['PW-PLN-02', ['SINS 7 or more', 'sins below 7']],
  ['PW-PLN-04', ['within 24 h before board', 'examinedAt to now atMost 24 h']],
  ['PW-PLN-06', ['14 d in MSCC', 'goalsAt to now atMost 14 d'], ['not older than 90 d', 'goalsAt to now atMost 90 d']],
  ['PW-PLN-07', ['under 4 weeks', 'lifeWeeks below 4']],
  [
    'PW-PLN-08',
    ['Age 70 or older', 'ageYears atLeast 70'],
    ['more than 5 fractions', 'fractions above 5'],
    ['14 or less', 'frailtyScreen atMost 14'],
  ],
  ['PW-RT-03', ['8 Gy/1, 16 Gy/2, 20 Gy/5, 30 Gy/10', 'doseGy, fractions {"schedules":[[8,1],[16,2],[20,5],[30,10]]}']],
  ['PW-RT-04', ['8/1, 20/5, 24/6, 30/10', 'doseGy, fractions {"schedules":[[8,1],[20,5],[24,6],[30,10]]}']],
  ['PW-RT-05', ['8/1, 20/5, 24/6, 20/8', 'doseGy, fractions {"schedules":[[8,1],[20,5],[24,6],[20,8]]}']],
  [
    'PW-RT-10',
    ['under 7 d', 'plannedOperationAt to plannedRadiationAt above -7 d'],
    ['under 7 d', 'plannedOperationAt to plannedRadiationAt below 7 d'],
    ['under 14 d in either direction', 'plannedOperationAt to plannedRadiationAt above -14 d'],
    ['under 14 d in either direction', 'plannedOperationAt to plannedRadiationAt below 14 d'],
    ['from 14 to under 21 d after surgery', 'plannedOperationAt to plannedRadiationAt atLeast 14 d'],
    ['from 14 to under 21 d after surgery', 'plannedOperationAt to plannedRadiationAt below 21 d'],
  ],
  ['PW-RT-11', ['14 d', 'plannedOperationAt to plannedRadiationAt above 14 d']],
  ['PW-RT-13', ['below 5 months', 'earlierRadiationMonths atLeast 5']],
  [
    'PW-RT-14',
    ...(['"exceeds"', '"caution","not-covered"'] as const).map(
      (among) =>
        [
          '(8.1.1) 12.4-14.0 Gy in 1; 17.0 in 2; 20.3 in 3;',
          `fractions, cordDmaxGy {"among":[${among}],"limits":[[1,{"withinGy":12.4,"cautionGy":14}],[2,{"withinGy":17,"cautionGy":17}],[3,{"withinGy":20.3,"cautionGy":20.3}],[4,{"withinGy":23,"cautionGy":23}],[5,{"withinGy":25.3,"cautionGy":25.3}]]}`,
        ] as const,
    ),
    ['(8.1.1) cumulative <= 70 Gy', 'earlierEqd2Gy, sbrtEqd2Gy {"sumAtMost":70}'],
    ['(8.1.1) part <= 25 Gy', 'sbrtEqd2Gy atMost 25'],
    ['(8.1.1) SBRT / cumulative <= 0.5', 'leastEarlierEqd2Gy, sbrtEqd2Gy {"shareAtMost":0.5}'],
  ],
  ['PW-RT-15', ['over 6 months', 'lifeMonths above 6'], ['8/1 chosen', 'doseGy, fractions {"schedules":[[8,1]]}']],
  ['PW-RT-16', ['8/1 vs 20/5', 'doseGy, fractions {"schedules":[[8,1],[20,5]]}']],
  ['PW-RT-17', ['single-fraction radiosurgery 16-18 Gy', 'doseGy, fractions {"fractions":1,"leastGy":16,"mostGy":18}']],
  ['PW-RT-18', ['default **1 week**', 'paralysedAt to now above 7 d']],
  ['PW-SUR-03', ['paraplegic > 48 h', 'paralysedAt to now above 2 d']],
  ['PW-SUR-04', ['under 3 months', 'lifeMonths below 3'], ['under 6 months for combined', 'lifeMonths below 6']],
  ['PW-BMA-02', ['at least 3 months', 'lifeMonths atLeast 3']],
  [
    'PW-BMA-07',
    ['(PW-BMA-12) 3.5 mmol/l', 'adjustedCalcium atLeast 3.5'],
    ['(PW-BMA-12) (14 mg/dl) or more', 'adjustedCalciumMg atLeast 14'],
  ],
  ['PW-BMA-08', ['< 30 ml/min', 'clearance below 30']],
  [
    'PW-BMA-09',
    ['30 to 60 **inclusive**', 'clearance atLeast 30'],
    ['30 to 60 **inclusive**', 'clearance atMost 60'],
    ['30-39: 3.0 mg', 'clearance below 40'],
    ['40-49: 3.3 mg', 'clearance below 50'],
  ],
  ['PW-BMA-11', ['more than 4 weeks', 'denosumabDueAt to now above 28 d']],
  [
    'PW-BMA-12',
    ['3.5 mmol/l', 'adjustedCalcium atLeast 3.5'],
    ['(14 mg/dl) or more', 'adjustedCalciumMg atLeast 14'],
    ['3.0 to under 3.5 moderate', 'adjustedCalcium atLeast 3'],
    ['under 3.0 mild', 'adjustedCalcium below 3'],
  ],
  ['PW-BMA-13', ['reduce pain', 'worstPain above 0']],
  [
    'PW-GOC-02',
    ['older than 14 d in MSCC', 'goalsAt to now atMost 14 d'],
    ['older than 90 d', 'goalsAt to now atMost 90 d'],
  ],
  ['PW-GOC-06', ['more than 5 fractions', 'fractions above 5']],
  ['PW-GOC-07', ['24 h in MSCC', 'signedAt to now above 24 h'], ['within 14 d', 'signedAt to now above 336 h']],
  ['PW-FU-07', ['weekly', 'taperSeenAt to now atMost 7 d']],
  ['PW-FU-09', ['24 h MSCC', 'signedAt to now above 24 h'], ['14 d', 'signedAt to now above 336 h']],
  ['PW-NL-03', ['over more than 7 d', 'deficitDays above 7']],
  ['PW-NL-04', ['within 7 d', 'deficitDays atMost 7']],
  ['PW-NL-10', ['3 months or more', 'lifeMonths atLeast 3'], ['6 or more for combined', 'lifeMonths atLeast 6']],
  ['PW-NL-11', ['8/1 whatever', 'doseGy, fractions {"schedules":[[8,1]]}']],
  [
    'PW-NL-12',
    ['under 1 year: 8/1', 'lifeMonths below 12'],
    ['under 1 year: 8/1', 'doseGy, fractions {"schedules":[[8,1]]}'],
    ['1 year or more', 'lifeMonths atLeast 12'],
    ['at least 30/10', 'doseGy, fractions {"doseGy":30,"fractions":10}'],
  ],
  ['PW-NL-14', ['(REFERENCE) 7–10 severe', 'worstPain atLeast 7']],
]

/** The intervals of 8.3.1, which `hold-windows.test.ts` compares with PATHWAY: before the planned operation, or now where none is planned. */
const ofLabels = timedAgents.flatMap((agent) =>
  holdWindowsOf(agent).flatMap(({ id, stopBefore }) =>
    (stopBefore === null ? [] : ['plannedOperationAt', 'now']).map(
      (to) => [id, `last-${agent} to ${to} below ${stopBefore?.[0]} d`] as const,
    ),
  ),
)

const expected = (id: string): string[] => [
  ...byHand.flatMap(([of, ...bounds]) => (of === id ? bounds.map(([, bound]) => bound) : [])),
  ...ofLabels.flatMap(([of, bound]) => (of === id ? [bound] : [])),
]

describe('every bound in the conditions of the rules', () => {
  test.each(byHand.flatMap(([id, ...bounds]) => bounds.map(([words, bound]) => [id, words, bound] as const)))(
    '%s says “%s”: %s',
    (id, words) => {
      const [, place, rest] = /^\((8\.1\.1|REFERENCE|PW-[A-Z]+-\d+)\) (.*)$/.exec(words) ?? [null, id, words]
      const text = { '8.1.1': pathway, REFERENCE: reference }[place ?? ''] ?? rowOf(place ?? '')
      expect(text).toContain(rest)
    },
  )

  test.each(pathwayRules.map((rule) => [`${rule.id} ${rule.packs.join(', ')}`, rule] as const))(
    '%s has those of its row, and no other',
    (_name, rule) => {
      const found = boundsOfRule(rule).map(({ words }) => words)
      expect(found.toSorted()).toEqual(expected(rule.id).toSorted())
    },
  )

  const edges = pathwayRules.flatMap((rule) =>
    boundsOfRule(rule).flatMap(({ words, edges: of }) => of.map((edge) => [rule.id, words, edge, rule] as const)),
  )
  test.each(edges)('%s says something else just beyond: %s', (_id, _words, edge, rule) => {
    expect(sidesDiffer(rule, edge)).toBe(true)
  })

  test('are tried for every rule that has one, on both sides', () => {
    expect(edges.length).toBeGreaterThan(120)
    const untried = pathwayRules.flatMap((rule) => boundsOfRule(rule).filter(({ edges: of }) => of.length === 0))
    expect(untried).toEqual([])
  })
})
