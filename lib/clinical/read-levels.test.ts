import { describe, expect, it } from 'vitest'
import { readLevels } from './read-levels'

describe('levels as people write them', () => {
  it.each([
    ['T6-T8, L2', ['T6', 'T7', 'T8', 'L2']],
    ['l2; t12', ['T12', 'L2']],
    ['T6 to T8', ['T6', 'T7', 'T8']],
    ['T6 – T7', ['T6', 'T7']],
    ['T6–T8', ['T6', 'T7', 'T8']],
    ['T6 –T7', ['T6', 'T7']],
    ['T6– T7', ['T6', 'T7']],
    ['T6  to  T7', ['T6', 'T7']],
    ['T6 ,  L2;+ L4', ['T6', 'L2', 'L4']],
    ['', []],
  ])('reads %j head to tail', (typed, levels) => {
    expect(readLevels(typed)).toEqual(levels)
  })

  it.each(['T13', 'T6-', '-T6', 'T6-T7-T8', 'T6 L', 'everywhere'])(
    'takes none of %j when a word is no level',
    (typed) => {
      expect(readLevels(typed)).toBeNull()
    },
  )
})
