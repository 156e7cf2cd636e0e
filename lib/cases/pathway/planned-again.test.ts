import { expect, test } from 'vitest'
import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import { packsAsShipped } from '@/lib/clinical/pathway/packs'
import type { CaseFile } from '../case-file'
import { readingsOf } from '../readings'
import { facts } from '../testing-facts'
import { readOption } from './case-pathway'
import { noCourse } from './course'
import { plannedAgain } from './planned-again'

const file = {
  timeZone: 'Europe/London',
  facts: {
    treatments: {
      a: facts({ kind: 'radiation', levels: ['T7', 'T8'], dose: 30, fractions: 10, endedOn: '2026-07-10' }),
    },
  },
} as unknown as CaseFile

const plan = (optionType: string, parameters: PlanOption['parameters']): PlanOption => ({
  modality: 'radiation',
  optionType,
  levels: ['T8', 'T9'],
  intents: ['pain'],
  urgency: null,
  parameters,
  prerequisitesChecked: [],
  cautionsAcknowledged: [],
})
const sac = { cordMaxDose: { value: 12.2, unit: 'Gy' }, cordMaxDoseOf: 'sac', fractions: 2 } as const

test('an SBRT of an irradiated level has the four conditions there, the months to its planned start', () => {
  const [only, ...others] = plannedAgain(
    file,
    plan('sbrt-reirradiation', { ...sac, plannedStart: '2026-12-11' }),
    '2026-11-29',
  )
  expect(others).toEqual([])
  expect(only).toMatchObject({ levels: ['T8'], until: '2026-12-11', earlier: { eqd2Gy: 37.5, assumed: ['a'] } })
  expect(only?.conditions.interval).toEqual({ value: 5, verdict: 'met' })
  expect(only?.conditions.sbrt.value).toBeCloseTo(24.705)
  expect(only?.conditions.cumulative.value).toBeCloseTo(62.205)
})

test('without a planned start the months run to today, without a planned dose its conditions are open', () => {
  const [only] = plannedAgain(file, plan('sbrt-reirradiation', {}), '2026-11-29')
  expect(only?.conditions.interval).toEqual({ value: 4, verdict: 'unmet' })
  expect(only?.conditions.sbrt.verdict).toBe('open')
})

test('no other option has them', () => {
  expect(plannedAgain(file, plan('cebrt-single', sac), '2026-11-29')).toEqual([])
  expect(plannedAgain(file, plan('of-an-older-catalogue', sac), '2026-11-29')).toEqual([])
})

const today = '2026-11-29'
const terms = { packs: packsAsShipped, signed: [], exceptions: [], course: noCourse }
const caseOf = (treatments: Record<string, object>, lesions: Record<string, object>) =>
  ({
    timeZone: 'Europe/London',
    patient: { bornOn: '1956-03-01', diedOn: null },
    facts: { treatments, lesions },
  }) as unknown as CaseFile
const sbrt = (levels: PlanOption['levels'], maxGy: number, optionType = 'sbrt-reirradiation'): PlanOption => ({
  ...plan(optionType, {
    dose: { value: 24, unit: 'Gy' },
    fractions: 2,
    cordMaxDose: { value: maxGy, unit: 'Gy' },
    cordMaxDoseOf: 'sac',
  }),
  levels,
})

/** What PW-RT-14 and PW-RT-13 say of the four conditions, in the words of the lines. */
function byRule(of: CaseFile, option: PlanOption) {
  const judged = readOption(of, readingsOf(of), terms, { optionId: null, plan: option }, `${today}T14:00:00Z`)
  const verdicts = (id: string) => {
    const reading = judged?.readings.find(({ rule }) => rule.id === id)
    return (reading?.checks ?? []).map(({ outcome: { kind } }) =>
      kind === 'raised' ? 'unmet' : kind === 'met' ? 'met' : 'open',
    )
  }
  const [, cumulative, sbrtItself, share] = verdicts('PW-RT-14')
  return { cumulative, sbrt: sbrtItself, share, interval: verdicts('PW-RT-13')[0] }
}

/** The same by the lines: a condition holds where it does at each level, and one level where it does not decides it. */
function byLines(of: CaseFile, option: PlanOption) {
  const at = plannedAgain(of, option, today)
  const worst = (id: 'cumulative' | 'sbrt' | 'share' | 'interval') => {
    const verdicts = at.map(({ conditions }) => conditions[id].verdict)
    return (['unmet', 'open', 'met'] as const).find((one) => verdicts.includes(one))
  }
  return {
    cumulative: worst('cumulative'),
    sbrt: worst('sbrt'),
    share: worst('share'),
    interval: worst('interval'),
  }
}

const course = (level: string, dose: number, fractions: number, more: object = { endedOn: '2025-01-10' }) =>
  facts({ kind: 'radiation', levels: [level], dose, fractions, technique: '3D-CRT', ...more })
const involved = { T8: facts({ involvement: 'certain' }), L3: facts({ involvement: 'certain' }) }
const lately = { endedOn: '2026-10-20' }
const met = { cumulative: 'met', sbrt: 'met', share: 'met', interval: 'met' }

test.each<[string, Record<string, object>, PlanOption, object]>([
  [
    'a course at another involved level adds nothing to the dose here',
    { a: course('T8', 8, 1), b: course('L3', 8, 1) },
    sbrt(['T8'], 12),
    { ...met, share: 'unmet' },
  ],
  [
    'a later course at another level shortens no interval here',
    { a: course('T8', 30, 10), b: course('L3', 30, 10, lately) },
    sbrt(['T8'], 12),
    met,
  ],
  [
    'a level that is not involved is judged as any other',
    { a: course('T10', 30, 10), b: course('T10', 30, 10, lately) },
    sbrt(['T10'], 12.2),
    { ...met, cumulative: 'unmet', interval: 'unmet' },
  ],
  [
    'each condition is taken from the level where it stands worst',
    { a: course('T8', 50, 25), b: course('L3', 8, 1, lately) },
    sbrt(['T8', 'L3'], 12),
    { ...met, cumulative: 'unmet', share: 'unmet', interval: 'unmet' },
  ],
  [
    'a level of which the dose is not known leaves open what another does not decide',
    { a: course('T8', 50, 25), b: facts({ kind: 'radiation', levels: ['L3'] }) },
    sbrt(['T8', 'L3'], 12),
    { cumulative: 'unmet', sbrt: 'met', share: 'open', interval: 'open' },
  ],
  [
    'a month that may be the fourth or the fifth is open',
    { a: course('T8', 30, 10, { endedOn: '2026-06' }), b: course('L3', 30, 10) },
    sbrt(['T8', 'L3'], 12),
    { ...met, interval: 'open' },
  ],
  [
    'a course of which nobody recorded the levels may have been here',
    { a: course('T8', 30, 10), b: facts({ kind: 'radiation', dose: 30, fractions: 10, endedOn: '2026-10-20' }) },
    sbrt(['T8'], 12),
    { cumulative: 'open', sbrt: 'met', share: 'open', interval: 'open' },
  ],
])('the rules and the lines say the same: %s', (_, treatments, option, says) => {
  const of = caseOf(treatments, involved)
  expect(byLines(of, option)).toEqual(says)
  expect(byRule(of, option)).toEqual(says)
})

test('a level that was said to be irradiated, whether it is involved or not, leaves both open but for the SBRT itself', () => {
  const of = caseOf({}, { ...involved, T10: facts({ irradiated: 'yes' }) })
  const open = { cumulative: 'open', sbrt: 'met', share: 'open', interval: 'open' }
  expect(byLines(of, sbrt(['T10'], 12))).toEqual(open)
  expect(byRule(of, sbrt(['T10'], 12))).toEqual(open)
})

test('a level that was not irradiated has a first SBRT, whatever was irradiated elsewhere; one that nobody knows of is open', () => {
  const elsewhere = { a: course('L3', 30, 10, lately) }
  const first = (T8: object, option: PlanOption) => {
    const of = caseOf(elsewhere, { ...involved, T8: facts({ involvement: 'certain', ...T8 }) })
    expect(plannedAgain(of, option, today)).toEqual([])
    const read = readOption(of, readingsOf(of), terms, { optionId: null, plan: option }, `${today}T14:00:00Z`)
    const kindOf = (id: string) => {
      const reading = read?.readings.find(({ rule }) => rule.id === id)
      return [reading?.outcome.kind, reading?.checks[0]?.outcome.kind]
    }
    return { interval: kindOf('PW-RT-13')[0], limit: kindOf('PW-RT-14')[1] }
  }
  const deNovo = sbrt(['T8'], 17.5, 'sbrt-de-novo')
  expect(first({ irradiated: 'no' }, deNovo)).toEqual({ interval: 'not-applicable', limit: 'raised' })
  expect(first({}, deNovo)).toEqual({ interval: 'cannot-evaluate', limit: 'cannot-evaluate' })
  // Who proposes SBRT again says that it is: the record has to be settled first.
  expect(first({ irradiated: 'no' }, sbrt(['T8'], 17.5)).interval).toBe('cannot-evaluate')
})
