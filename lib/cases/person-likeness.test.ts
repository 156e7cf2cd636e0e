import { describe, expect, test } from 'vitest'
import { isLikelySame, type Likely, type Likeness, likenessOf } from './person-likeness'

const person: Likely = {
  familyName: 'Ardenwick',
  givenName: 'Maren',
  bornOn: '1961-03-04',
  identifiers: ['4471 0826'],
}
const other: Likely = { familyName: 'Pelligrane', givenName: 'Ines', bornOn: '1948-11-20', identifiers: ['9902 1173'] }
const why = (changes: Partial<Likely>) => likenessOf(person, { ...other, ...changes })

describe('who may be the person about to be entered (P11)', () => {
  test('nobody who is unlike', () => expect(why({})).toEqual([]))

  test.each([
    ['as it stands', ['4471 0826'], ['same identifier']],
    ['in another spelling', ['4471-0826'], ['same identifier, written differently']],
    ['without its space', ['44710826'], ['same identifier, written differently']],
    ['with two neighbours exchanged', ['4417 0826'], ['two digits of the identifier exchanged']],
    ['as one of several', ['77', '4471 0826'], ['same identifier']],
  ])('by the identifier %s', (_, identifiers, reasons) => expect(why({ identifiers })).toEqual(reasons))

  test.each([
    ['two digits that stand apart', ['4671 0824']],
    ['another digit', ['4471 0827']],
    ['a number too short to tell', []],
    ['no number at all', ['', ' ']],
  ])('not by %s', (_, identifiers) => expect(why({ identifiers })).toEqual([]))

  test('not by four digits exchanged, which many numbers share', () => {
    expect(likenessOf({ ...person, identifiers: ['4471'] }, { ...other, identifiers: ['4417'] })).toEqual([])
  })

  test.each([
    ['the same name', { familyName: 'ARDENWICK', givenName: 'Maren' }, ['same name']],
    ['a name spelt nearly so', { familyName: 'Ardenwyck', givenName: 'Maren' }, ['similar name']],
  ])('by %s', (_, changes, reasons) => expect(why(changes)).toEqual(reasons))

  test.each([
    ['the same', '1961-03-04', 'same birth date'],
    ['with day and month exchanged', '1961-04-03', 'day and month of birth exchanged'],
    ['with one digit off', '1961-03-07', 'birth date differs in one digit'],
    ['with one digit of the year off', '1951-03-04', 'birth date differs in one digit'],
  ])('by a birth date that is %s, beside a family name or a given name', (_, bornOn, reason) => {
    expect(why({ bornOn, familyName: 'Ardenwick' })).toEqual(['same family name', reason])
    expect(why({ bornOn, givenName: 'Maren' })).toEqual(['same given name', reason])
    expect(why({ bornOn, familyName: 'Ardenwick', givenName: 'Maren' })).toEqual(['same name', reason])
  })

  test('not by a birth date, a family name or a given name alone, which many share', () => {
    expect(why({ bornOn: '1961-03-04' })).toEqual([])
    expect(why({ familyName: 'Ardenwick' })).toEqual([])
    expect(why({ givenName: 'Maren' })).toEqual([])
  })

  test.each([
    ['1961', 'Ines', ['same family name', 'same year of birth']],
    ['1961-03', 'Ines', ['same family name', 'same month and year of birth']],
    ['1961', 'Maria', ['same family name', 'same initial', 'same year of birth']],
    ['1961-03', 'M', ['same family name', 'same initial', 'same month and year of birth']],
    [null, 'M.', ['same family name', 'same initial']],
    [null, 'Maria', ['same family name', 'same initial']],
  ])('by a family name beside what is known in part: born %s, given name %s', (bornOn, givenName, reasons) => {
    expect(why({ familyName: 'ardenwick', givenName, bornOn })).toEqual(reasons)
  })

  test('by a family name spelt nearly so only beside initial and year together', () => {
    const near = { familyName: 'Ardenwyck', givenName: 'Moritz' }
    expect(why({ ...near, bornOn: '1961' })).toEqual(['similar family name', 'same initial', 'same year of birth'])
    expect(why({ ...near, bornOn: null })).toEqual([])
    expect(why({ ...near, givenName: 'Ines', bornOn: '1961' })).toEqual([])
  })

  test('by two records that both know the year alone', () => {
    const year = { ...person, bornOn: '1961' }
    const reasons = ['same family name', 'same year of birth']
    expect(likenessOf(year, { ...other, familyName: 'Ardenwick', bornOn: '1961' })).toEqual(reasons)
  })

  test('not by an initial that many share, once the birth dates tell two persons apart', () => {
    expect(why({ familyName: 'Ardenwick', givenName: 'Maria', bornOn: '1990-12-12' })).toEqual([])
    expect(why({ familyName: 'Ardenwick', givenName: 'M', bornOn: '1962' })).toEqual([])
    expect(why({ familyName: 'Ardenwick', bornOn: '1961-04' })).toEqual([])
  })

  test('not by what is not known: no birth date is no likeness', () => {
    expect(why({ familyName: 'Ardenwick', bornOn: null })).toEqual([])
    expect(likenessOf({ ...person, givenName: null }, { ...other, givenName: null, bornOn: '1961-03-04' })).toEqual([])
  })
})

describe('a record that is likely the very person', () => {
  test.each<[readonly Likeness[], boolean]>([
    [['two digits of the identifier exchanged'], true],
    [['same name', 'same birth date'], true],
    [['similar name', 'day and month of birth exchanged'], true],
    [['same name', 'same year of birth'], false],
    [['same name'], false],
    [['same family name', 'same initial', 'same birth date'], false],
    [[], false],
  ])('by %j: %s', (why, isLikely) => {
    expect(isLikelySame(why)).toBe(isLikely)
  })
})
