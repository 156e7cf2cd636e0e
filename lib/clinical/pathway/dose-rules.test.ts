import { describe, expect, test } from 'vitest'
import type { PathwayFacts } from './condition'
import { evaluateRule } from './evaluate'
import type { PathwayRule } from './rule'
import { pathwayRules } from './rules'

/** What a rule says of facts, in one word: how strongly, or the state. */
function said(id: string, facts: PathwayFacts): string {
  const rule = pathwayRules.find((one) => one.id === id) as PathwayRule
  const { outcome } = evaluateRule(rule, { facts, now: '2026-11-23T09:00:00Z', timeZone: 'Europe/London' })
  return outcome.kind === 'raised' ? outcome.severity : outcome.kind
}
const schedule = (doseGy: number, fractions: number): PathwayFacts => ({ option: 'radiation', doseGy, fractions })

describe('schedules against the lists of PATHWAY 8.1 and 17', () => {
  const cord: PathwayFacts = { mscc: true, technique: 'conventional', operatedAt: null, scheduleReason: false }

  test.each([
    [8, 1, 'met'],
    [20, 5, 'met'],
    [20, 4, 'WARN'],
    [8, 2, 'WARN'],
    [24, 6, 'WARN'],
  ])('compression without surgery, %d Gy in %d: %s', (dose, count, gives) => {
    expect(said('PW-RT-03', { ...cord, ...schedule(dose, count) })).toBe(gives)
    expect(said('PW-RT-03', { ...cord, ...schedule(dose, count), scheduleReason: true })).toBe('met')
  })

  test.each([
    [11, 8, 1, 'met'],
    [11, 8, 2, 'NOTE'],
    [11, 30, 10, 'NOTE'],
    [12, 30, 10, 'met'],
    [12, 30, 5, 'NOTE'],
    [12, 29, 10, 'NOTE'],
    [12, 8, 1, 'NOTE'],
  ])('Dutch, a deficit and %d months to live, %d Gy in %d: %s', (lifeMonths, dose, count, gives) => {
    const facts = { neuroDeficit: true, goodPerformance: true, scheduleReason: false, lifeMonths }
    expect(said('PW-NL-12', { ...facts, ...schedule(dose, count) })).toBe(gives)
  })

  test.each([
    [8, 1, 'met'],
    [30, 10, 'NOTE'],
  ])('Dutch, a deficit, 12 months to live and a condition that is not good, %d Gy in %d: %s', (dose, count, gives) => {
    const facts = { neuroDeficit: true, goodPerformance: false, scheduleReason: false, lifeMonths: 12 }
    expect(said('PW-NL-12', { ...facts, ...schedule(dose, count) })).toBe(gives)
  })

  test.each([
    [16, 1, 'NOTE'],
    [18, 1, 'NOTE'],
    [15.9, 1, 'not-applicable'],
    [18.1, 1, 'not-applicable'],
    [18, 2, 'not-applicable'],
  ])('radiosurgery for pain, %d Gy in %d: %s', (dose, count, gives) => {
    expect(said('PW-RT-17', { ...schedule(dose, count), technique: 'sbrt', radiationAim: ['pain'] })).toBe(gives)
  })
})

describe('the maximum dose of the cord in a first SBRT (HyTEC)', () => {
  test.each([
    [12.4, 1, 'met'],
    [12.5, 1, 'NOTE'],
    [14, 1, 'NOTE'],
    [14.1, 1, 'WARN'],
    [17, 2, 'met'],
    [17.1, 2, 'WARN'],
    [20, 6, 'NOTE'],
  ])('%d Gy in %d: %s', (cordDmaxGy, fractions, gives) => {
    const facts: PathwayFacts = { option: 'radiation', technique: 'sbrt', irradiatedHere: false }
    expect(said('PW-RT-14', { ...facts, cordDmaxGy, fractions })).toBe(gives)
  })

  test.each([
    [0, 2],
    [-1, 2],
    [40, 0],
    [40, 2.5],
  ])('%d Gy in %d cannot be, and no limit is told', (cordDmaxGy, fractions) => {
    const facts: PathwayFacts = { option: 'radiation', technique: 'sbrt', irradiatedHere: false }
    expect(said('PW-RT-14', { ...facts, cordDmaxGy, fractions })).toBe('cannot-evaluate')
  })
})
