import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { declaredInstruments } from './instruments/instruments'
import { validationsOf } from './validation-figures'

const reference = readFileSync(new URL('REFERENCE.md', import.meta.url), 'utf8')
const table = reference.slice(
  reference.indexOf('**Comparative validation'),
  reference.indexOf('Default panel for the board'),
)
const rows = table.split('\n').filter((line) => line.startsWith('|'))

const all = declaredInstruments.flatMap(({ id }) => validationsOf(id).map((one) => [id, one] as const))

test('every figure stands in the row of its study, with the size of its cohort', () => {
  expect(all.length).toBeGreaterThan(20)
  for (const [id, { study, cohort, result }] of all) {
    const row = rows.find((line) => line.includes(study.split(',')[0] ?? study))
    expect(row, `${id}: ${study}`).toBeDefined()
    for (const figure of `${cohort} ${result}`.match(/\d[\d.]*/gu) ?? [])
      expect(row, `${id}: ${study}`).toContain(figure)
  }
})

test('every score of the default panel has one, the largest recent comparison first, and a score without one has none', () => {
  for (const id of ['katagiri', 'nesms', 'bauer-modified']) expect(validationsOf(id)[0]?.study).toMatch(/^Bindels/)
  expect(validationsOf('sins')).toEqual([])
})
