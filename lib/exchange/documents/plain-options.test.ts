import { describe, expect, test } from 'vitest'
import { optionTypes } from '@/lib/clinical/catalogue/catalogue'
import { type PlanOption, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { plainLevels, plainPlan, plainTreatment } from './plain-options'

const plan = (given: Partial<PlanOption> & { optionType: string }) => given as PlanOption

describe('a treatment in plain words', () => {
  test.each(optionTypes.filter(({ kind }) => kind === 'treatment'))('$id has words of its own', ({ id, title }) => {
    expect(plainTreatment(plan({ optionType: id, parameters: {} }))).not.toBe(title)
  })

  test('the words that were written for the patient come first, and an unknown row keeps its name', () => {
    expect(plainTreatment(plan({ optionType: 'opioid', forPatient: 'a stronger tablet' }))).toBe('a stronger tablet')
    expect(plainTreatment(plan({ optionType: 'left-the-catalogue' }))).toBe('left-the-catalogue')
  })
})

test('says what, where, how often, what for and how soon, and no dose', () => {
  const option = planOptionSchema.parse({
    ...{ modality: 'radiation', optionType: 'cebrt-short', levels: ['T6', 'T7'], urgency: 'urgent' },
    ...{ intents: ['pain', 'neurology'], parameters: { dose: { value: 20, unit: 'Gy' }, fractions: 5 } },
  })
  expect(plainPlan(option, null)).toBe(
    'We recommend: radiotherapy. The place is T6–T7 (upper or middle back). It is given in 5 visits. The aim is to ease pain and protect your nerves. It should start within 7 days.',
  )
})

test('the day that was agreed counts before the urgency of the proposal', () => {
  const later = plan({ optionType: 'sbrt-postoperative', levels: [], intents: [], parameters: {}, urgency: 'soon' })
  expect(plainPlan(later, '2026-12-20')).toBe(
    'We recommend: stereotactic radiotherapy after an operation. It is due by 20 December 2026.',
  )
})

test('a drug to be held is named, with when it begins again, and no other is to be stopped', () => {
  const hold = (parameters: PlanOption['parameters']) =>
    plainPlan(
      plan({ optionType: 'hold-current', levels: [], intents: [], parameters, urgency: 'emergency' }),
      '2026-11-29',
    )
  expect(hold({ agent: 'cabozantinib', restart: '14 d after surgery once healed' })).toBe(
    'We recommend: a break from cabozantinib. This is about cabozantinib alone. Do not stop any other drug unless this letter or your doctor says so. When to start it again: [Put into plain words: “14 d after surgery once healed”]. It is due by 29 November 2026.',
  )
  expect(hold({})).toContain('We recommend: a break from [Fill in: which drug].')
})

test('names the part of the back of each level once', () => {
  expect(plainLevels(['C7', 'T1', 'T2'])).toBe('C7–T2 (neck and upper or middle back)')
  expect(plainLevels([])).toBe('')
})
