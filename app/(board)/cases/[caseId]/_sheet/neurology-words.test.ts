import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { fact, facts } from '@/lib/cases/testing-facts'
import { painWords } from './neurology-words'

const wordsOf = (symptoms: ReturnType<typeof facts>) =>
  painWords({ facts: { symptoms: { '': symptoms } } } as unknown as CaseFile)

test('features of the pain are named when present or absent, and never called absent when nobody looked', () => {
  expect(wordsOf({})).toBe('Not recorded')
  expect(wordsOf({ nightPain: fact(null, 'not-assessed') })).toBe('Not recorded')
  expect(wordsOf(facts({ mechanicalPain: 'present', tenderness: 'absent' }))).toBe(
    'mechanical pain; absent: local tenderness',
  )
  expect(wordsOf(facts({ tenderness: 'absent' }))).toBe('none of those asked; absent: local tenderness')
})
