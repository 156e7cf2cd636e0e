import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { levelWords, nameOfLevel, numberingWords } from './level-names'
import { facts } from './testing-facts'

const spine = (anatomy: Record<string, unknown>) =>
  ({ facts: { anatomy: { '': facts(anatomy) } } }) as unknown as CaseFile

const sixLumbar = spine({
  ...{ numbering: 'transitional', variants: ['l6'], l6As: 'S1' },
  ...{ numberedBy: 'L. Osterfjell', numberedOn: 'MRI 24-Nov-2026' },
})

describe('the name of a level', () => {
  test('is its own in a usual spine, and while nobody has said', () => {
    expect([nameOfLevel(spine({}), 'S1'), nameOfLevel(spine({ numbering: 'usual' }), 'S1')]).toEqual(['S1', 'S1'])
    expect(numberingWords(spine({ numbering: 'usual' }))).toBeNull()
    expect(numberingWords(spine({}))).toBeNull()
  })

  test('says which vertebra it stands for', () => {
    expect([nameOfLevel(sixLumbar, 'S1'), nameOfLevel(sixLumbar, 'L5')]).toEqual(['S1 (L6)', 'L5'])
    expect(levelWords(sixLumbar, ['L4', 'L5', 'S1'])).toBe('L4–S1 (S1: L6)')
    expect(levelWords(sixLumbar, ['S1'])).toBe('S1 (L6)')
    expect(levelWords(sixLumbar, ['T7', 'T8'])).toBe('T7–T8')
  })

  test('says what is unusual of a level that keeps its number', () => {
    const spineOf = spine({ numbering: 'transitional', variants: ['sacralised-l5', 'ribs-11'] })
    expect([nameOfLevel(spineOf, 'L5'), nameOfLevel(spineOf, 'T12')]).toEqual(['L5 (sacralised)', 'T12 (no ribs)'])
  })
})

describe('what is said of the numbering', () => {
  test('names who numbered on which study', () => {
    expect(numberingWords(sixLumbar)).toBe(
      'Transitional anatomy: S1 stands for L6. Numbered by L. Osterfjell on MRI 24-Nov-2026.',
    )
  })

  test('names what nobody recorded', () => {
    expect(numberingWords(spine({ numbering: 'transitional', variants: ['ribs-13'] }))).toBe(
      'Transitional anatomy: which level stands for T13 is not recorded. Numbered by a person not recorded, study not recorded.',
    )
  })

  test('keeps to answers that are still asked: a mapping of a variant that was taken back counts no more', () => {
    const left = spine({ numbering: 'transitional', variants: ['lumbarised-s1'], l6As: 'L5' })
    expect([nameOfLevel(left, 'L5'), nameOfLevel(left, 'S1')]).toEqual(['L5', 'S1 (lumbarised)'])
  })
})
