import { foldText } from './search-words'

const nbsp = '\u00a0'

/** A person's name as recorded. Persons with one name have it in either field; the other is empty or absent. */
export type PersonName = {
  family?: string | null
  given?: string | null
  /** What stands after the name: Jr, III. */
  suffix?: string | null
  title?: string | null
}

// German sharp s has a capital form of its own; upper-casing it to SS would change the spelling of a name.
const capitals = (text: string) => text.replaceAll('ß', 'ẞ').toLocaleUpperCase('und').normalize('NFC')
const tidy = (text: string | null | undefined) => (text ?? '').normalize('NFC').trim().replace(/\s+/gu, ' ')

/**
 * A name for banner and lists: `ARDENWICK, Maren (Ms)`, `HOLT, John Jr (Mr)` (DESIGN P3). Never shortened. Scripts without capitals and emoji
 * stay as they are; a single name stands alone, without a comma. With nothing recorded: `Name not recorded`.
 */
export const showName = ({ family, given, suffix, title }: PersonName): string => {
  const called = [capitals(tidy(family)), tidy(given)].filter((part) => part !== '').join(', ')
  if (called === '') return 'Name not recorded'
  const name = [called, tidy(suffix)].filter((part) => part !== '').join(' ')
  return tidy(title) === '' ? name : `${name} (${tidy(title)})`
}

/** Words as one list in a sentence: `a`, `a and b`, `a, b and c`. An empty list is an empty text. */
export const listWords = (words: readonly string[]): string => {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * A number with its unit in one text that does not break: `0.5 mg`, `5 Gy`, `1,250 mL`, `60 %` (DESIGN D7, D8).
 * Leading zero, no trailing zeros, thousands set apart, a true minus sign. `decimals` rounds, for display only.
 * Without a unit (a count or a score) the number stands alone. Throws RangeError for what is not a finite number.
 */
export const showNumber = (value: number, unit = '', { decimals = 6 }: { decimals?: number } = {}): string => {
  if (!Number.isFinite(value)) throw new RangeError('Only a finite number can be shown')
  const rounded = Math.abs(value).toFixed(decimals)
  const plain = rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded
  const [whole = '0', fraction] = plain.split('.')
  const digits = fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`
  const signed = value < 0 && plain !== '0' ? `\u2212${digits}` : digits
  return unit === '' ? signed : `${signed}${nbsp}${unit.replaceAll(' ', nbsp)}`
}

/** The issuer name that gets the grouping and the check digit of the NHS number. */
export const nhsIssuer = 'NHS No.'

const compact = (value: string) => value.replace(/[\s-]/gu, '')

/**
 * True for ten digits with a right check digit (NHS Data Dictionary: weights 10 to 2, remainder of 11; a check
 * value of 10 is never issued, 11 counts as 0). Spaces and hyphens are ignored.
 */
export const isNhsNumber = (value: string): boolean => {
  const digits = compact(value)
  if (!/^\d{10}$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}

/** The issuer name that gets the eleven-test of the Dutch citizen service number. */
export const bsnIssuer = 'BSN'

/**
 * True for nine digits that pass the Dutch eleven-test: weighted 9 to 2, the last one minus 1, the sum is a multiple of 11.
 * Spaces and hyphens are ignored.
 */
export const isBsn = (value: string): boolean => {
  const digits = compact(value)
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index < 8 ? 9 - index : -1), 0)
  return sum % 11 === 0
}

/**
 * The issuers that people write in several ways, each with its other names: a number is the same under all of them. Folded when
 * compared, so that dots, hyphens, spaces and capitals do not count.
 */
export const issuerNames: readonly (readonly [issuer: string, ...others: string[]])[] = [
  [nhsIssuer, 'NHS', 'NHS number', 'NHS num', 'NHS nr', 'NHS identifier', 'National Health Service number'],
  [bsnIssuer, 'BSN number', 'BSN no.', 'BSN nr', 'BSN-nummer', 'Burgerservicenummer'],
]

/** The one name of an issuer however it is written; another issuer keeps the name it was given. */
export const issuerOf = (written: string): string =>
  issuerNames.find((names) => names.some((name) => foldText(name) === foldText(written)))?.[0] ?? written

/**
 * The identifier alone, as other systems take it: national numbers without spaces and hyphens, all others as recorded
 * (DESIGN P5).
 */
export const bareIdentifier = (value: string, issuer: string): string =>
  [nhsIssuer, bsnIssuer].includes(issuerOf(issuer)) ? compact(value) : tidy(value)

/**
 * An identifier with the name of who issued it: `NHS No. 943 476 5919`, `MRN (Northbridge) 4471 0826` (DESIGN P5).
 * NHS numbers are grouped 3-3-4, all others stay as recorded; no line break inside. Not a check: see `isNhsNumber`.
 */
export const showIdentifier = (value: string, issuer: string): string => {
  const digits = compact(value)
  const isNhsShaped = issuerOf(issuer) === nhsIssuer && /^\d{10}$/.test(digits)
  const groups = isNhsShaped ? [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)] : tidy(value).split(' ')
  return [...issuer.trim().split(' '), ...groups].join(nbsp)
}
