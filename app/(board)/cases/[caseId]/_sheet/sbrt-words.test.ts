import { expect, test } from 'vitest'
import { read } from '@/lib/clinical/instrument'
import { sbrtSuitability } from '@/lib/clinical/instruments/sbrt-suitability'
import { countedWords } from './sbrt-words'

test('conditions are counted by where they stand, the unmet first and the open last', () => {
  expect(countedWords(read(sbrtSuitability, { ecog: 3, sins: 5, escc: '1c', mri: 'yes' }))).toBe(
    '1 unmet, 1 with caution, 2 met, 5 open',
  )
})
