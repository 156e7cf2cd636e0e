import { expect, test } from 'vitest'
import type { FactChange } from './facts'
import { labUnitProblems } from './lab-units'
import { fact, facts } from './testing-facts'

const item = '3f2b8a6e-0000-4000-8000-000000000001'
const told = (field: string, value: unknown, unit: string | null = null): FactChange => ({
  ...{ section: 'labs', item, field, base: 0 },
  fact: { state: 'known', value, unit, refersOn: null },
})
const takenBack = (field: string): FactChange => ({
  ...{ section: 'labs', item, field, base: 1 },
  fact: { state: 'withdrawn', unit: null, refersOn: null },
})
const standing = (test: string, value: number, unit: string) => ({
  labs: { [item]: { ...facts({ test }), value: { ...fact(value), unit } } },
})
const plain = (words: string) => words.replaceAll('\u00a0', ' ')

test('a result in a unit that is none of its test says which are, at the result', () => {
  const problems = labUnitProblems([told('test', 'crp'), told('value', 3, 'g/L')], {})
  expect(problems.map(({ path, message }) => [path, plain(message)])).toEqual([
    [
      `labs.${item}.value`,
      'CRP 3 g/L: CRP is reported in mg/L or mg/dL. The number is not taken as another unit; write the result as reported.',
    ],
  ])
  expect(labUnitProblems([told('value', 3, 'g/L')], standing('crp', 12, 'mg/L'))).toHaveLength(1)
})

test('a result below what can be measured needs a unit of its test like any other', () => {
  expect(labUnitProblems([told('test', 'crp'), told('value', '<3', 'g/L')], {})).toMatchObject([
    { path: `labs.${item}.value`, message: expect.stringContaining('CRP below 3\u00a0g/L') },
  ])
  expect(labUnitProblems([told('test', 'crp'), told('value', '<3', 'mg/L')], {})).toEqual([])
})

test('a test under a standing result of another unit is refused at the test, unless the result goes with it', () => {
  const before = standing('albumin', 35, 'g/L')
  expect(labUnitProblems([told('test', 'ldh')], before)).toMatchObject([{ path: `labs.${item}.test` }])
  expect(labUnitProblems([told('test', 'ldh'), takenBack('value')], before)).toEqual([])
  expect(labUnitProblems([told('test', 'haemoglobin')], before)).toEqual([])
})

test('every unit of a test, a result without a test, and other answers of the row are taken', () => {
  for (const unit of ['mg/L', 'mg/dL'])
    expect(labUnitProblems([told('value', 3, unit)], standing('crp', 1, 'mg/L'))).toEqual([])
  expect(labUnitProblems([told('value', 3, 'g/L')], {})).toEqual([])
  expect(labUnitProblems([told('reference', '0 to 5')], standing('crp', 3, 'g/L'))).toEqual([])
  expect(labUnitProblems([told('test', 'constructor'), told('value', 3, 'g/L')], {})).toEqual([])
})
