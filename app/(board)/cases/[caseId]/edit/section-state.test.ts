import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactsView, FactView } from '@/lib/cases/facts'
import { datasetAsShipped } from '@/lib/cases/minimum-dataset'
import { contested } from '@/lib/cases/testing-facts'
import { entrySections, fieldIdOf, isEntrySection, sectionStates } from './section-state'

const fact = (state: FactView['state'], value: unknown = null): FactView => ({
  state,
  value,
  unit: null,
  refersOn: null,
  version: 1,
  by: 'E. Wyndlass',
  at: '2026-11-24T13:02:00Z',
})
const statesOf = (facts: FactsView) => sectionStates({ facts } as CaseFile, datasetAsShipped)

test('an empty case has begun with its referral only', () => {
  const states = statesOf({})
  expect(states.referral?.state).toBe('gaps')
  expect(states.lesions?.state).toBe('not-begun')
  expect(states.notes?.state).toBe('not-begun')
  expect(Object.keys(states)).toEqual(entrySections)
})

test('pending and not assessed leave a gap, not applicable closes it', () => {
  const safety = (state: FactView['state']) => ({
    safety: {
      '': { allergies: fact('known', 'none'), anticoagulant: fact('known', 'none'), mriObstacle: fact(state) },
    },
  })
  expect(statesOf(safety('pending')).safety?.gaps.map(({ field }) => field)).toEqual(['mriObstacle'])
  expect(statesOf(safety('not-assessed')).safety?.state).toBe('gaps')
  expect(statesOf(safety('not-applicable')).safety?.state).toBe('none-missing')
})

test('what was taken back counts as not begun', () => {
  expect(statesOf({ notes: { '': { free: fact('withdrawn') } } }).notes?.state).toBe('not-begun')
})

test('a section counts the values on which sources differ, those of its parts with its own', () => {
  const states = statesOf({
    tumour: { '': { primary: contested('kidney', 'thyroid') } },
    allergy: { a1: { substance: contested('Penicillin', 'Latex') } },
  })
  expect([states.tumour?.contested, states.safety?.contested, states.notes?.contested]).toEqual([1, 1, 0])
})

test('a section counts the answers in it that do not fit others', () => {
  const states = statesOf({ fitness: { '': { ecog: fact('known', '3'), kps: fact('known', 100) } } })
  expect([states.fitness?.differing, states.neurology?.differing]).toEqual([1, 0])
})

test('only sections of the form have a page here', () => {
  expect(isEntrySection('lesions')).toBe(true)
  expect(isEntrySection('visit')).toBe(false)
  expect(isEntrySection('constructor')).toBe(false)
})

test('a field has one id everywhere', () => {
  expect(fieldIdOf({ section: 'lesions', item: 'T7', field: 'pain' })).toBe('fact-lesions-T7-pain')
  expect(fieldIdOf({ section: 'fitness', item: '', field: 'ecog' })).toBe('fact-fitness-ecog')
})
