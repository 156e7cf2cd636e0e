import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from './search-words'
import { mostLonger, nearNameOf, similarNames } from './similar-names'

const name = (text: string) => {
  const [family = '', given = ''] = text.split(', ')
  return { family, given }
}

test.each([
  ['Ardenwick, Maren', 'ARDENWICK, maren', 'same'],
  ['Müller, José', 'Muller, Jose', 'same'],
  ['الأَحمد, ليلى', 'الأحمد, ليلى', 'same'],
  ['Ardenwick, Maren', 'Ardenwich, Maren', 'alike'],
  ['Meyer, Anna', 'Maier, Anna', 'alike'],
  ['Schmidt, Otto', 'Schmitt, Otto', 'alike'],
  ['Philips, Otto', 'Filips, Otto', 'alike'],
  ['Brown, Maren', 'Brwon, Maren', 'alike'],
  ['Maren, Ardenwick', 'Ardenwick, Maren', 'alike'],
  ['Smith, John', 'Smith, Mary', 'family'],
  ['Ardenwick, Maren', 'Ardenwich, John', 'family'],
  ['Lee, Ann', 'Lau, Ann', null],
  ['Brown, Maren', 'Green, Maren', null],
  ['Wyndlass, Ada', 'Ardenwick, Maren', null],
  ['王, 小明', '李, 小明', null],
])('%s and %s: %s', (one, other, likeness) => expect(similarNames(name(one), name(other))).toBe(likeness))

test('persons with a single name are compared by it', () => {
  expect(similarNames({ given: 'Suharto' }, { given: 'Suhartoo' })).toBe('alike')
  expect(similarNames({ given: 'Suharto' }, { family: 'Suharto' })).toBe('alike')
})

test('missing names resemble nothing', () => {
  expect(similarNames({}, {})).toBeNull()
  expect(similarNames({ family: '' }, { family: 'Brown' })).toBeNull()
})

test('likeness goes both ways', () => {
  const anyName = fc.record({ family: fc.string({ maxLength: 12 }), given: fc.string({ maxLength: 12 }) })
  fc.assert(
    fc.property(anyName, anyName, (one, other) => {
      expect(similarNames(one, other)).toBe(similarNames(other, one))
    }),
  )
})

const isNear = (name: string, other: string): boolean => {
  const near = nearNameOf(name)
  const letters = [...foldText(other)]
  if (near === null || Math.abs(letters.length - near.length) > mostLonger) return false
  if (near.heads.includes(letters[0] ?? '') || letters.at(-1) === near.tail) return true
  return near.middle !== '' && letters.join('').includes(near.middle)
}

test('what is looked for in a register is found in every name that is alike', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdehkpqstvwyzü'), minLength: 1, maxLength: 12 })
  const wrong = fc.record({ at: fc.nat(13), how: fc.constantFrom('drop', 'add', 'swap', 'other'), letter: letters })
  const misspelt = (name: string, { at, how, letter: [one = 'x'] }: { at: number; how: string; letter: string }) => {
    const signs = [...name]
    if (how === 'add') signs.splice(at, 0, one)
    else if (how === 'drop') signs.splice(at, 1)
    else if (how === 'other') signs.splice(at, 1, one)
    else signs.splice(at, 2, ...signs.slice(at, at + 2).reverse())
    return signs.join('')
  }
  fc.assert(
    fc.property(letters, fc.array(wrong, { maxLength: 3 }), (family, mistakes) => {
      const other = mistakes.reduce(misspelt, family)
      const isAlike = similarNames({ family, given: 'Maren' }, { family: other, given: 'Maren' }) !== null
      expect(!isAlike || (isNear(family, other) && isNear(other, family))).toBe(true)
    }),
    { numRuns: 3000, seed: 28112026 },
  )
  expect([isNear('Schmidt', 'Zmitt'), isNear('Philips', 'Filips'), isNear('Ardenwick', 'Brown')]).toEqual([
    true,
    true,
    false,
  ])
  expect(nearNameOf('  -3')).toBeNull()
})
