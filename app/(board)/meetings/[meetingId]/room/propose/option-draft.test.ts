import { expect, test } from 'vitest'
import { findOptionType } from '@/lib/clinical/catalogue/catalogue'
import { describeOption } from '@/lib/clinical/catalogue/describe-option'
import { emptyOption, type OptionDraft, readOption } from './option-draft'

const sbrt = findOptionType('sbrt-postoperative')
const whole: OptionDraft = {
  ...emptyOption('radiation', 'T6-T8'),
  optionType: 'sbrt-postoperative',
  intents: ['local-control'],
  urgency: 'soon',
  sequence: '14–21 d after surgery',
  parameters: { dose: '24', fractions: '2' },
}
const problemsOf = (draft: OptionDraft) => readOption(draft, sbrt).problems

test('reads what was typed into an option that says the same', () => {
  const { option } = readOption(whole, sbrt)
  expect(option && describeOption(option)).toMatchObject({
    title: 'Post-operative SBRT 24\u00a0Gy in 2 fractions, T6–T8',
    detail: '14–21 d after surgery · local control · soon',
  })
})

test('a decimal comma is a decimal point', () => {
  const { option } = readOption({ ...whole, parameters: { dose: '37,5', fractions: '15' } }, sbrt)
  expect(option?.parameters.dose).toEqual({ value: 37.5, unit: 'Gy' })
})

test.each([
  [{ dose: '24' }, 'parameters.fractions', /fractions/],
  [{ dose: '0', fractions: '2' }, 'parameters.dose', /more than 0 Gy/],
  [{ dose: '2400', fractions: '2' }, 'parameters.dose', /cGy/],
  [{ dose: 'full', fractions: '2' }, 'parameters.dose', /not a number/],
  [{ dose: '24', fractions: '1.5' }, 'parameters.fractions', /whole number/],
])('%j is refused at %s', (parameters, path, words) => {
  expect(problemsOf({ ...whole, parameters })?.[path]).toMatch(words)
})

test('unreadable levels, a missing aim and a missing urgency each have their place', () => {
  const problems = problemsOf({ ...whole, levels: 'T6-X9', intents: [], urgency: null })
  expect(Object.keys(problems ?? {}).sort()).toEqual(['intents', 'levels', 'urgency'])
})

test('without a type, only the choice of one is asked for', () => {
  expect(readOption(emptyOption('pain', ''), undefined).problems).toEqual({
    optionType: 'Choose what is proposed.',
  })
})

test('what was typed for another type is left out', () => {
  const none = findOptionType('radiation-none')
  const { option } = readOption({ ...whole, optionType: 'radiation-none', reason: 'Declined' }, none)
  expect(option?.parameters).toEqual({})
})
