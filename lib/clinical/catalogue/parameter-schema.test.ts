import { describe, expect, test } from 'vitest'
import { modalities, modalityFacts } from './modalities'
import { count, type Parameter, quantity } from './parameter'
import { parameterSchema, textSchema } from './parameter-schema'

const refusals = (parameter: Parameter, given: unknown) =>
  parameterSchema(parameter)
    .safeParse(given)
    .error?.issues.map(({ message }) => message) ?? []

describe('what a statement of an option refuses, in words that name its field', () => {
  test('a number with a unit past its limits, told in that unit', () => {
    const volume = quantity('Volume', 'mL', { min: 1, max: 20 })
    const of = (value: unknown) => refusals(volume, { value, unit: 'mL' })
    expect([of(1), of(20)]).toEqual([[], []])
    expect([of(0.9), of(20.1)]).toEqual([['Volume: at least 1 mL.'], ['Volume: at most 20 mL.']])
    expect(of(null)).toEqual(['Volume: enter a number.'])
    expect(of('5')).toEqual(['Volume: this is not a number.'])
    expect(refusals(volume, { value: 5, unit: null })).toEqual(['Volume: the unit is missing, write mL.'])
    expect(refusals(volume, 5)).toEqual(['Volume: give a number and its unit, mL.'])
    expect(refusals(volume, { value: 5, unit: 'mL', by: 1 })).toEqual([
      'Volume: only a value and its unit belong here.',
    ])
  })

  test('a count past its limits, told without a unit', () => {
    const levels = count('Levels', { min: 1, max: 5 })
    expect([refusals(levels, 0), refusals(levels, 6)]).toEqual([['Levels: at least 1.'], ['Levels: at most 5.']])
    expect(refusals(levels, 1.5)).toEqual(['Levels: a whole number is needed.'])
  })

  test('a list that is none, is empty, or names a thing twice', () => {
    const drugs = { kind: 'choices', label: 'Drug', required: true, choices: { a: 'A', b: 'B' } } as const
    expect([refusals(drugs, ['a', 'b']), refusals(drugs, 'a'), refusals(drugs, [])]).toEqual([
      [],
      ...[['Drug: choose at least one.'], ['Drug: choose at least one.']],
    ])
    expect(refusals(drugs, ['a', 'a'])).toEqual(['Drug: each only once.'])
    expect(refusals(drugs, ['c'])).toEqual(['Drug: choose one of the list.'])
    expect(refusals({ kind: 'levels', label: 'Fixed', required: false }, [])).toEqual(['Fixed: choose the levels.'])
  })

  test('a text that is none or empty, and a day that is none', () => {
    const day = { kind: 'day', label: 'Start', required: false } as const
    expect([refusals(day, '2026-12-01'), refusals(day, '2026-02-30'), refusals(day, 3)]).toEqual([
      [],
      ...[['Start: a full date is needed.'], ['Start: a full date is needed.']],
    ])
    const messages = (given: unknown) =>
      textSchema('Reason')
        .safeParse(given)
        .error?.issues.map(({ message }) => message)
    expect([messages(3), messages('  '), messages('Pain')]).toEqual([
      ...[['Reason: write a text.'], ['Reason: write a text.']],
      undefined,
    ])
  })
})

test('each kind of treatment has a mark of its own, so that colour is never alone', () => {
  expect(modalities.map((one) => modalityFacts[one].shape)).toEqual(['star', 'diamond', 'hexagon', 'bolt', 'ring'])
})
