import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PathwayFacts } from './condition'
import { asShipped, evaluateRule } from './evaluate'
import { countFor, metrics } from './metrics'
import { pathwayRules } from './rules'

const pathway = readFileSync(new URL('../PATHWAY.md', import.meta.url), 'utf8')
const ruleOf = (id: string) => {
  const found = pathwayRules.find((rule) => rule.id === id)
  if (!found) throw new Error(`There is no rule ${id}`)
  return found
}
const countOf = (
  title: string,
  facts: PathwayFacts,
  now: string,
  exceptions: ReadonlyMap<string, string> = new Map(),
) => {
  const metric = metrics.find((one) => one.title.startsWith(title))
  if (!metric) throw new Error(`There is no metric ${title}`)
  const asked = { facts, timeZone: 'Europe/London', now }
  return countFor(metric, evaluateRule(ruleOf(metric.ruleId), asked, { ...asShipped, exceptions }))
}

test('every metric of PATHWAY 13 is counted, but those that are counted elsewhere or by no rule', () => {
  const listed = [...pathway.slice(pathway.indexOf('## 13.'), pathway.indexOf('## 14.')).matchAll(/^\| (M\d+) /gmu)]
  const ids = new Set([...metrics.map(({ id }) => id), 'M7', 'M8', 'M9'])
  expect([...new Set(listed.map(([, id]) => id))]).toEqual(
    [...ids].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
  )
})

test.each(metrics.map((one) => [one.title, one] as const))(
  '%s: its rule has the check that counts',
  (_title, metric) => {
    expect(ruleOf(metric.ruleId).checks[metric.check]).toBeDefined()
  },
)

const suspected = '2026-11-23T09:00:00Z'
const pain = { painFeature: true, neuroFeature: false, suspectedAt: suspected } as const

test.each([
  ['on the last second of seven days', '2026-11-30T09:00:00Z', 'met'],
  ['a second later', '2026-11-30T09:00:01Z', 'not-met'],
] as const)('an MRI for pain alone %s', (_name, wholeSpineMriDoneAt, counted) => {
  const facts = { ...pain, wholeSpineMriDoneAt, planAgreedAt: null, neuroGainedAt: null }
  expect(countOf('Pain only: MRI', facts, '2026-12-24T09:00:00Z')).toBe(counted)
  expect(countOf('Pain only: plan', facts, '2026-12-24T09:00:00Z')).toBe('not-met')
})

test('what runs, what nobody knows, what has a reason and what the rule does not mean is neither met nor not met', () => {
  const facts = { neuroFeature: true, painFeature: false, suspectedAt: suspected, wholeSpineMriDoneAt: null }
  const at = '2026-11-23T12:00:00Z'
  expect(countOf('MRI of the whole spine', facts, at)).toBe('running')
  expect(countOf('MRI of the whole spine', { ...facts, suspectedAt: null }, at)).toBe('unknown')
  expect(countOf('MRI of the whole spine', { ...facts, neuroFeature: null }, at)).toBe('unknown')
  expect(countOf('MRI of the whole spine', { ...facts, neuroFeature: false }, at)).toBe(null)
  expect(countOf('MRI of the whole spine', facts, at, new Map([['PW-IMG-01', 'Too ill to lie down']]))).toBe('excepted')
  expect(countOf('Need and urgency', { ...facts, coordinatorTriaged: false }, at)).toBe('not-met')
  expect(countOf('Need and urgency', { ...facts, coordinatorTriaged: true }, at)).toBe('met')
})

test('a clock that another one took the place of counts in neither', () => {
  const gained = { ...pain, neuroFeature: true, neuroGainedAt: '2026-11-25T09:00:00Z', wholeSpineMriDoneAt: null }
  expect(countOf('Pain only: MRI', gained, '2026-12-24T09:00:00Z')).toBe(null)
})
