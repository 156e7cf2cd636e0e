import { expect, test } from 'vitest'
import { allergiesIn } from './allergies'
import type { CaseFile } from './case-file'
import type { FactsView } from './facts'
import { contested, fact, facts } from './testing-facts'

const stateOf = (all: FactsView) => allergiesIn({ facts: all } as CaseFile)
const penicillin = { allergy: { a: facts({ substance: 'Penicillin', reaction: 'anaphylaxis', severity: 'severe' }) } }

test('P7 allergies have one of four states, and unknown is never none', () => {
  expect(stateOf({}).state).toBe('not-recorded')
  expect(stateOf({ safety: { '': { allergies: fact(null, 'not-assessed') } } }).state).toBe('not-recorded')
  expect(stateOf({ safety: { '': { allergies: fact(null, 'pending') } } }).state).toBe('unavailable')
  expect(stateOf({ safety: { '': facts({ allergies: 'none' }) } }).state).toBe('none')
  expect(stateOf({ safety: { '': facts({ allergies: 'known' }) } })).toMatchObject({ state: 'known', words: [] })
})

test('P7 each substance is named with its reaction and severity', () => {
  const latex = { b: facts({ substance: 'Latex' }) }
  expect(stateOf({ allergy: { ...penicillin.allergy, ...latex } })).toMatchObject({
    words: ['Penicillin (anaphylaxis, severe)', 'Latex'],
  })
})

test('P7 a named substance is never hidden by the answer “none”', () => {
  expect(stateOf({ ...penicillin, safety: { '': facts({ allergies: 'none' }) } }).state).toBe('known')
})

test('a substance that was taken back is not told', () => {
  const back = { allergy: { a: { substance: fact('Penicillin', 'withdrawn') } } }
  expect(stateOf({ ...back, safety: { '': facts({ allergies: 'none' }) } }).state).toBe('none')
})

test('P7 of two sources on a reaction both are named: the worse one is never left out', () => {
  const disputed = { ...facts({ substance: 'Penicillin' }), reaction: contested('rash', 'anaphylaxis') }
  expect(stateOf({ allergy: { a: { ...disputed, severity: contested('mild', 'severe') } } })).toMatchObject({
    words: ['Penicillin (rash or anaphylaxis (sources differ), mild or severe (sources differ))'],
  })
})
