import { expect, test } from 'vitest'
import { type CaseFile, placeOfFact } from './case-file'
import { factBehind } from './level-readings'
import { readingsOf } from './readings'
import { facts } from './testing-facts'

const file = {
  facts: {
    lesions: { T7: facts({ pain: 'mechanical', lesion: 'lytic', collapsePercent: 60, collapse: 'lt50' }) },
    tumour: { '': facts({ primary: 'kidney', visceral: 'none' }) },
    fitness: { '': facts({ ecog: 2 }) },
  },
} as unknown as CaseFile

const sourceOf = (item: string, lines: readonly { item: string; from: Parameters<typeof factBehind>[0] }[]) => {
  const fact = factBehind(lines.find((line) => line.item === item)?.from)
  return fact && placeOfFact(file, fact)
}

test('a score leads back to the very value that each of its answers was taken from', () => {
  const { levels, tokuhashi } = readingsOf(file)
  const [t7] = levels
  if (!t7) throw new Error('T7 was not read')
  expect(sourceOf('pain', t7.sins.lines)).toEqual({ section: 'lesions', item: 'T7', field: 'pain' })
  expect(sourceOf('collapse', t7.sins.lines)).toEqual({ section: 'lesions', item: 'T7', field: 'collapsePercent' })
  expect(sourceOf('alignment', t7.sins.lines)).toBeUndefined()
  expect(sourceOf('kps', tokuhashi.lines)).toEqual({ section: 'fitness', item: '', field: 'ecog' })
  expect(sourceOf('primary', tokuhashi.lines)).toEqual({ section: 'tumour', item: '', field: 'primary' })
})

test('a value of another file has no place in this one', () => {
  expect(placeOfFact(file, { ...facts({ ecog: 2 }).ecog } as never)).toBeUndefined()
})

test('a file is read once for all that ask, and a later file of the case anew', () => {
  const later = { ...file, facts: { ...file.facts, fitness: { '': facts({ ecog: 3 }) } } }
  expect(readingsOf(file)).toBe(readingsOf(file))
  expect([file, later].map((one) => readingsOf(one).ecog)).toMatchObject([{ grade: '2' }, { grade: '3' }])
})
