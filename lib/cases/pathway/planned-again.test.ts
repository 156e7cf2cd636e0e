import { expect, test } from 'vitest'
import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import type { CaseFile } from '../case-file'
import { facts } from '../testing-facts'
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
const sac = { cordMaxDose: { value: 12.2, unit: 'Gy' }, fractions: 2 } as const

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
