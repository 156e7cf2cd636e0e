import { expect, test } from 'vitest'
import { mergeParts } from './merge-parts'

const parts = (texts: Record<string, string>) => Object.entries(texts).map(([heading, text]) => ({ heading, text }))
const base = parts({ A: 'a', B: 'b', C: 'c' })

test('each keeps what only one of them wrote; where both did, mine stays and is told', () => {
  const merged = mergeParts(
    base,
    parts({ A: 'mine', B: 'b', C: 'mine too' }),
    parts({ A: 'a', B: 'theirs', C: 'theirs too' }),
  )
  expect(merged).toEqual({ parts: parts({ A: 'mine', B: 'theirs', C: 'mine too' }), contested: ['C'], homeless: [] })
})

test('the same words of both are no dispute', () => {
  expect(mergeParts(base, parts({ A: 'x', B: 'b', C: 'c' }), parts({ A: 'x', B: 'b', C: 'c' })).contested).toEqual([])
})

test('what I wrote under a heading that is gone is told, and what I did not write is not', () => {
  const merged = mergeParts(base, parts({ A: 'mine', B: 'b', C: 'c' }), parts({ B: 'b', D: 'new' }))
  expect(merged).toEqual({ parts: parts({ B: 'b', D: 'new' }), contested: [], homeless: parts({ A: 'mine' }) })
})
