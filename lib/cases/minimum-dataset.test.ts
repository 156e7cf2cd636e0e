import { describe, expect, test } from 'vitest'
import {
  type DatasetEntry,
  datasetAsShipped,
  datasetChanges,
  entryKey,
  lineOf,
  requires,
  withShipped,
} from './minimum-dataset'
import type { Section } from './sections/section'
import { sections } from './sections/sections'

const entry = (key: string): DatasetEntry => {
  const found = datasetAsShipped.entries.find((one) => entryKey(one) === key)
  if (!found) throw new Error(`No entry ${key}`)
  return found
}

describe('the dataset as shipped', () => {
  test('asks for what the declarations say is needed, and for a study and a level', () => {
    const declared = Object.entries<Section>(sections)
      .filter(([section]) => section !== 'visit')
      .flatMap(([section, { fields }]) =>
        Object.entries(fields).flatMap(([field, { neededFor }]) => (neededFor ? [`${section}.${field}`] : [])),
      )
    const asked = datasetAsShipped.entries.filter(({ need }) => need !== 'off').map(entryKey)
    expect(asked.sort()).toEqual([...declared, 'imaging', 'lesions'].sort())
  })

  test('names only what the code knows, each once', () => {
    const keys = datasetAsShipped.entries.map(entryKey)
    expect(new Set(keys).size).toBe(keys.length)
    expect(datasetAsShipped.entries.filter((one) => lineOf(one) === null)).toEqual([])
  })

  test('blocks only for want of a study, a level, the primary, walking and ECOG', () => {
    const required = datasetAsShipped.entries.filter(({ need }) => need === 'required').map(entryKey)
    expect(required.sort()).toEqual(['fitness.ecog', 'imaging', 'lesions', 'neurology.walking', 'tumour.primary'])
  })
})

test('an answer is required where the board says so, not where it only asks', () => {
  expect(requires(datasetAsShipped, { section: 'fitness', field: 'ecog' })).toBe(true)
  expect(requires(datasetAsShipped, { section: 'fitness', field: 'kps' })).toBe(false)
  const own = withShipped({ version: 1, leadDays: 2, entries: [{ ...entry('fitness.kps'), need: 'required' }] })
  expect(requires(own, { section: 'fitness', field: 'kps' })).toBe(true)
})

describe('a board’s own dataset', () => {
  const gone: DatasetEntry = { ...entry('fitness.ecog'), field: 'noLongerThere' }

  test('keeps what the code no longer knows, and asks as shipped for what it has not decided', () => {
    const own = { version: 3, leadDays: 1, entries: [{ ...entry('fitness.kps'), need: 'required' as const }, gone] }
    const { entries } = withShipped(own)
    expect(entries.find((one) => entryKey(one) === 'fitness.kps')?.need).toBe('required')
    expect(entries.find((one) => entryKey(one) === 'tumour.primary')).toEqual(entry('tumour.primary'))
    expect(entries.at(-1)).toEqual(gone)
    expect(lineOf(gone)).toBeNull()
  })

  test('a name that every object has is no field', () => {
    expect(lineOf({ ...gone, section: '__proto__' })).toBeNull()
    expect(lineOf({ ...gone, field: 'constructor' })).toBeNull()
  })

  test('says what differs from the version before, in words', () => {
    const entries = [{ ...entry('fitness.kps'), need: 'off' as const, freshDays: 14, owedBy: 'chair' as const }]
    expect(datasetChanges(datasetAsShipped, { leadDays: 3, entries })).toEqual([
      'Answers owed 2 d → 3 d before the meeting',
      `${sections.fitness.title}, KPS: conditional → not asked; fresh for 7 d, no limit → 14 d, no limit; owed by Presenter of the case → Chair`,
    ])
    expect(datasetChanges(datasetAsShipped, datasetAsShipped)).toEqual([])
  })
})
