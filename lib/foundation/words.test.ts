import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bareIdentifier,
  bsnIssuer,
  isBsn,
  isNhsNumber,
  listWords,
  nhsIssuer,
  showIdentifier,
  showName,
  showNumber,
} from './words'

const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

describe('P3 names', () => {
  test.each([
    [{ family: 'Ardenwick', given: 'Maren', title: 'Ms' }, 'ARDENWICK, Maren (Ms)'],
    [{ family: 'Smith-Jones', given: 'Anne Marie' }, 'SMITH-JONES, Anne Marie'],
    [{ family: "O'Neill", given: ' Seán ', title: '' }, "O'NEILL, Seán"],
    [{ family: 'Strauß', given: 'Jürgen' }, 'STRAUẞ, Jürgen'],
    [{ family: 'İnce', given: 'ıtır' }, 'İNCE, ıtır'],
    [{ family: 'Suharto' }, 'SUHARTO'],
    [{ given: 'Suharto', title: 'Mr' }, 'Suharto (Mr)'],
    [{ family: 'الأحمد', given: 'ليلى' }, 'الأحمد, ليلى'],
    [{ family: '王', given: '小明' }, '王, 小明'],
    [{ family: 'Test', given: '👩‍👩‍👧‍👦' }, 'TEST, 👩‍👩‍👧‍👦'],
    [{ family: ' ', given: null }, 'Name not recorded'],
  ])('%o is %s', (name, shown) => expect(showName(name)).toBe(shown))

  test('a long name is kept whole', () => {
    const family = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh'
    expect(showName({ family, given: 'A' })).toBe(`${family.toUpperCase()}, A`)
  })

  test('no grapheme is lost', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('👩‍⚕️', 'é', 'e\u0301', 'ك', '🇳🇱', 'ß', 'न्', 'a'), { minLength: 1 }),
        (parts) => {
          const shown = showName({ given: parts.join('') })
          expect(shown).toBe(parts.join('').normalize('NFC'))
          expect([...graphemes.segment(shown)].length).toBe([...graphemes.segment(parts.join(''))].length)
        },
      ),
    )
  })
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%o in a sentence is "%s"', (words, sentence) => expect(listWords(words)).toBe(sentence))

describe('numbers', () => {
  test.each([
    [0.5, 'mg', '0.5 mg'],
    [5, 'Gy', '5 Gy'],
    [5.1, 'Gy', '5.1 Gy'],
    [41.94, 'Gy', '41.94 Gy'],
    [1250, 'mL', '1,250 mL'],
    [1234567.25, 'mL', '1,234,567.25 mL'],
    [100, '%', '100 %'],
    [0, 'Gy', '0 Gy'],
    [-3, 'd', '−3 d'],
    [-0.0000001, 'Gy', '0 Gy'],
    [0.1 + 0.2, 'Gy', '0.3 Gy'],
    [60, 'mg OME / 24 h', '60 mg OME / 24 h'],
  ])('D8 %d and %s give %s', (value, unit, shown) => expect(spaced(showNumber(value, unit))).toBe(shown))

  test('D7 number and unit do not part at the end of a line', () => {
    expect(showNumber(60, 'mg OME / 24 h')).not.toMatch(/[ \n]/)
  })

  test('a score stands alone; decimals round for display', () => {
    expect(showNumber(14)).toBe('14')
    expect(spaced(showNumber(37.46, 'Gy', { decimals: 1 }))).toBe('37.5 Gy')
    expect(spaced(showNumber(30, 'Gy', { decimals: 1 }))).toBe('30 Gy')
    expect(spaced(showNumber(1000, 'mg', { decimals: 0 }))).toBe('1,000 mg')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is never shown', (value) =>
    expect(() => showNumber(value, 'Gy')).toThrow(RangeError),
  )

  test('D8 what is shown is the number again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (thousandths) => {
        const shown = showNumber(thousandths / 1000)
        expect(Number(shown.replaceAll(',', '').replace('−', '-'))).toBeCloseTo(thousandths / 1000, 6)
        expect(shown).not.toMatch(/\.$|\..*0$|^\./)
      }),
    )
  })
})

describe('identifiers', () => {
  test('P5 carry their issuer and keep on one line', () => {
    expect(spaced(showIdentifier('9434765919', nhsIssuer))).toBe('NHS No. 943 476 5919')
    expect(spaced(showIdentifier('943-476 5919', nhsIssuer))).toBe('NHS No. 943 476 5919')
    expect(spaced(showIdentifier('4471 0826', 'MRN (Northbridge)'))).toBe('MRN (Northbridge) 4471 0826')
    expect(showIdentifier('4471 0826', 'MRN (Northbridge)')).not.toContain(' ')
  })

  test('are copied as other systems take them', () => {
    expect(bareIdentifier('943 476-5919', nhsIssuer)).toBe('9434765919')
    expect(bareIdentifier('1112 22 333', bsnIssuer)).toBe('111222333')
    expect(bareIdentifier(' 4471 0826', 'MRN (Northbridge)')).toBe('4471 0826')
  })

  test.each([
    ['943 476 5919', true],
    ['9434765919', true],
    ['9434765918', false],
    ['9434765', false],
    ['943476591X', false],
    ['94347659190', false],
    ['', false],
  ])('%s: check digit holds: %s', (value, holds) => expect(isNhsNumber(value)).toBe(holds))

  test('P5 one wrong digit is always found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'9434765919'].map((digit, index) => (index === place ? (Number(digit) + shift) % 10 : digit))
        expect(isNhsNumber(digits.join(''))).toBe(false)
      }),
    )
  })

  test.each([
    ['111222333', true],
    ['123456782', true],
    ['1234 56 782', true],
    ['123456783', false],
    ['213456782', false],
    ['000000000', false],
    ['12345678', false],
    ['12345678x', false],
  ])('P5 BSN %s passes the eleven-test: %s', (value, holds) => expect(isBsn(value)).toBe(holds))
})

test.each([
  [{ family: 'Holt', given: 'John', suffix: 'Jr', title: 'Mr' }, 'HOLT, John Jr (Mr)'],
  [{ family: 'Suharto', given: null, suffix: 'III' }, 'SUHARTO III'],
  [{ family: '', given: '', suffix: 'Jr' }, 'Name not recorded'],
])('P3 a suffix stands after the name: %j', (name, shown) => expect(showName(name)).toBe(shown))
