import { expect, test } from 'vitest'
import { withoutIdentity } from './without-identity'

const known = {
  names: ['Ardenwick-Śmith', 'Maren', 'R. Okonvale'],
  places: ['Spine board of the Northern Hospital'],
  numbers: ['943 476 5919', '2026-0007'],
}
const strike = (words: string) => withoutIdentity(words, known)

test.each([
  ['Mrs Ardenwick-Śmith wants to walk.', 'Mrs [name] wants to walk.'],
  ['ARDENWICK-ŚMITH and maren’s sister', '[name] and [name]’s sister'],
  ['As Okonvale says, 8 Gy.', 'As [name] says, 8 Gy.'],
  ['Asked the spine board of the Northern Hospital: the spine', 'Asked the [name]: the spine'],
  ['NHS 943 476 5919, case 2026-0007', 'NHS [number], case [number]'],
  ['Call 01632 960 123', 'Call [number]'],
  ['write to m.a@home.example today', 'write to [address] today'],
])('strikes who it is: %s', (words, struck) => {
  expect(strike(words)).toBe(struck)
})

test.each([
  '2026-11-24',
  '24-Nov-2026',
  '24 November 2026',
  '24th of November',
  'November 24, 2026',
  'Nov-2026',
  '24/11/2026',
  '24.11.26',
  '2019',
])('strikes the date %s', (date) => {
  expect(strike(`Fixation on ${date} at T7.`)).toBe('Fixation on [date] at T7.')
})

test.each([
  ['One lesion, aged 89: do we operate?', 'One lesion, aged [age]: do we operate?'],
  ['80 years old, still walking', '[age], still walking'],
  ['A 34-year-old with a T3 lesion', 'A [age] with a T3 lesion'],
  ['at the age of 71', 'at the age of [age]'],
])('strikes the age: %s', (words, struck) => {
  expect(strike(words)).toBe(struck)
})

test.each([
  'Irradiated 2 years ago, survival under 1 year, stage 4.',
  'SINS 11, Bilsky 1c, T12-L2, 8 Gy in 1 fraction, 24 Gy in 2 fractions.',
  'Hb 9.2 g/dL, PSA 412.5 µg/L, 2000 mg daily, may walk 100 m.',
  'Marenostrum is another word.',
])('leaves what the board has to read: %s', (words) => {
  expect(strike(words)).toBe(words)
})

test('a name of signs that mean something in a pattern is struck as it is written', () => {
  expect(withoutIdentity('Of (X+Y)* only', { names: ['(X+Y)*'], places: [], numbers: [] })).toBe('Of [name] only')
  expect(withoutIdentity('Nothing known.', { names: [], places: [], numbers: [''] })).toBe('Nothing known.')
})
