import { expect, test } from 'vitest'
import type { Stance } from '../model'
import { castWords, leadingOf, saidIn, votersOf } from './result'
import type { OptionView, StanceView } from './views'

const none = { support: 0, acceptable: 0, oppose: 0, abstain: 0, recused: 0, 'need-information': 0 }
const [a, b] = [{ optionId: 'a' }, { optionId: 'b' }]

test('most support leads, then fewest against, then most who accept', () => {
  expect(leadingOf([a, b], { a: { ...none, support: 2 }, b: { ...none, support: 3, oppose: 2 } })).toBe(b)
  expect(leadingOf([a, b], { a: { ...none, support: 2 }, b: { ...none, support: 2, oppose: 1 } })).toBe(a)
  expect(leadingOf([a, b], { a: { ...none, support: 2 }, b: { ...none, support: 2, acceptable: 1 } })).toBe(b)
})

test('nothing leads without support or while two are level', () => {
  expect(leadingOf([a, b], {})).toBeNull()
  expect(leadingOf([a], { a: { ...none, acceptable: 4 } })).toBeNull()
  expect(leadingOf([a, b], { a: { ...none, support: 2 }, b: { ...none, support: 2, abstain: 1 } })).toBeNull()
})

const option = (optionId: string, letter: string, modality: 'radiation' | 'pain' = 'radiation') =>
  ({ optionId, letter, modality }) as OptionView
const said = (optionId: string, voterId: string, stance: Stance, reason: string | null): StanceView => ({
  ...{ optionId, voterId, name: voterId, specialty: 'radiology', stance, reason },
})

test('who was in the room and did not cast is named', () => {
  const voter = (name: string, specialty: 'palliative-pain' | 'radiology') => ({ voterId: name, name, specialty })
  expect(castWords(6, [])).toBe('6 of 6 cast')
  expect(castWords(5, [voter('J. Quillmore', 'palliative-pain')])).toBe(
    '5 of 6 cast; not cast: J. Quillmore (palliative and pain medicine)',
  )
  expect(castWords(1, [voter('A. Ray', 'radiology'), voter('J. Quillmore', 'palliative-pain')])).toBe(
    '1 of 3 cast; not cast: A. Ray (radiology) and J. Quillmore (palliative and pain medicine)',
  )
})

test('each voter has one column, in the order of the ballots', () => {
  const ballots = [said('a', 'x', 'support', null), said('b', 'x', 'oppose', 'No'), said('a', 'y', 'support', null)]
  expect(votersOf(ballots).map(({ voterId }) => voterId)).toEqual(['x', 'y'])
})

test('the same words about several options are one line, dissent stands first', () => {
  const ballots = [
    said('a', 'x', 'need-information', 'INR'),
    said('b', 'x', 'need-information', 'INR'),
    said('a', 'y', 'support', null),
    said('b', 'y', 'oppose', 'Artefact'),
    said('p', 'y', 'oppose', 'Elsewhere'),
  ]
  const lines = saidIn('radiation', [option('a', 'A'), option('b', 'B'), option('p', 'A', 'pain')], ballots)
  expect(lines.map(({ voter, letters, reason }) => [voter.name, letters, reason])).toEqual([
    ['y', ['B'], 'Artefact'],
    ['x', ['A', 'B'], 'INR'],
  ])
})
