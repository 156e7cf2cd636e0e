import { z } from 'zod'
import { foldText } from '@/lib/foundation/search-words'
import { similarNames } from '@/lib/foundation/similar-names'
import { sexes } from './model'

/** Why two records may be one person, the strongest reason first. */
export const likenesses = [
  'same identifier',
  'same identifier, written differently',
  'two digits of the identifier exchanged',
  'same name',
  'similar name',
  'same family name',
  'similar family name',
  'same given name',
  'same initial',
  'same birth date',
  'day and month of birth exchanged',
  'birth date differs in one digit',
  'same month and year of birth',
  'same year of birth',
] as const
export type Likeness = (typeof likenesses)[number]

const byNumber: readonly Likeness[] = [
  'same identifier',
  'same identifier, written differently',
  'two digits of the identifier exchanged',
]
const byName: readonly Likeness[] = ['same name', 'similar name']
const byBirth: readonly Likeness[] = [
  'same birth date',
  'day and month of birth exchanged',
  'birth date differs in one digit',
]

/**
 * Whether a record is so alike that another of the same person is made on purpose only: by its number, or by its whole name
 * together with a birth date that is the same or one slip away.
 */
export const isLikelySame = (why: readonly Likeness[]): boolean => {
  const has = (among: readonly Likeness[]) => why.some((one) => among.includes(one))
  return has(byNumber) || (has(byName) && has(byBirth))
}

/** Birth dates that agree as far as both are known, which is less than a day. */
const partial: readonly Likeness[] = ['same month and year of birth', 'same year of birth']

/** Somebody on record who may be the person about to be entered; `why` has the strongest reason first. */
export const candidateView = z.object({
  patientId: z.uuid(),
  familyName: z.string(),
  givenName: z.string().nullable(),
  suffix: z.string().nullable(),
  bornOn: z.string().nullable(),
  sex: z.enum(sexes),
  identifier: z.string().nullable(),
  identifierIssuer: z.string().nullable(),
  /** The name of before that is like the one sought, where the name of today is less so. */
  foundAs: z.string().nullable(),
  why: z.array(z.enum(likenesses)),
  /** Cases of this person that are neither withdrawn nor decided by a signed conclusion, newest first. */
  openCases: z.array(z.object({ caseId: z.uuid(), code: z.string() })),
})
export type CandidateView = z.infer<typeof candidateView>

/** What two persons are compared by. `bornOn` is a day or the known part of one. */
export type Likely = {
  familyName: string
  givenName?: string | null
  bornOn?: string | null
  identifiers: readonly string[]
}

/** The one text is the other with two neighbours exchanged. */
const isTransposed = (one: string, other: string): boolean => {
  if (one.length !== other.length || one.length < 5) return false
  const at = [...one].findIndex((sign, index) => sign !== other[index])
  return at >= 0 && `${one.slice(0, at)}${one[at + 1] ?? ''}${one[at]}${one.slice(at + 2)}` === other
}

const numberLikeness = (one: string, other: string): Likeness | null => {
  const [folded, against] = [foldText(one), foldText(other)]
  if (folded === '' || against === '') return null
  if (one.trim() === other.trim()) return 'same identifier'
  if (folded === against) return 'same identifier, written differently'
  return isTransposed(folded, against) ? 'two digits of the identifier exchanged' : null
}

const isWholeDay = (day: string): boolean => day.length === 10

const isExchanged = (one: string, other: string): boolean => {
  const [year, month, day] = one.split('-')
  return isWholeDay(one) && `${year}-${day}-${month}` === other
}

/** Two birth dates of which at least one is known in part agree as far as both are known. */
const partialLikeness = (one: string, other: string): Likeness | null => {
  const shared = Math.min(one.length, other.length)
  if (one.slice(0, shared) !== other.slice(0, shared)) return null
  return shared > 4 ? 'same month and year of birth' : 'same year of birth'
}

const birthLikeness = (one: string, other: string): Likeness | null => {
  if (one === other && isWholeDay(one)) return 'same birth date'
  if (isExchanged(one, other)) return 'day and month of birth exchanged'
  if (!isWholeDay(one) || !isWholeDay(other)) return partialLikeness(one, other)
  const differing = [...one].filter((sign, index) => sign !== other[index])
  return differing.length === 1 ? 'birth date differs in one digit' : null
}

const initialOf = (name: string | null | undefined): string => [...foldText(name ?? '')][0] ?? ''

/** Names that alone are too common to ask: they count beside a birth date. */
const weakNameLikeness = (one: Likely, other: Likely): Likeness | null => {
  const given = foldText(one.givenName ?? '')
  if (foldText(one.familyName) === foldText(other.familyName)) return 'same family name'
  return given !== '' && given === foldText(other.givenName ?? '') ? 'same given name' : null
}

/**
 * A family name beside what is known in part: a given name of which only the first letter agrees, a month or a year of birth.
 * A family name spelt nearly so needs both. Birth dates that differ tell two persons apart.
 */
function likenessInPart(one: Likely, other: Likely, isAlike: boolean, born: Likeness | null): Likeness[] {
  const isSame = foldText(one.familyName) === foldText(other.familyName)
  if (!isSame && !isAlike) return []
  if (one.bornOn && other.bornOn && born === null) return []
  const isInitial = initialOf(one.givenName) !== '' && initialOf(one.givenName) === initialOf(other.givenName)
  const initial: Likeness[] = isInitial ? ['same initial'] : []
  const reasons = born === null ? initial : [...initial, born]
  if (reasons.length < (isSame ? 1 : 2)) return []
  return [isSame ? 'same family name' : 'similar family name', ...reasons]
}

/**
 * Why somebody on record may be the person about to be entered (DESIGN P11), the strongest reason first; none when they are
 * unlike. A birth date speaks only beside a name: many people share one. A hint for people, never a proof of identity.
 */
export function likenessOf(one: Likely, other: Likely): Likeness[] {
  const numbers = one.identifiers.flatMap((mine) => other.identifiers.map((theirs) => numberLikeness(mine, theirs)))
  const number = likenesses.find((likeness) => numbers.includes(likeness))
  const named = similarNames(
    { family: one.familyName, given: one.givenName },
    { family: other.familyName, given: other.givenName },
  )
  const strong: Likeness | null = named === 'same' ? 'same name' : named === 'alike' ? 'similar name' : null
  const born = one.bornOn && other.bornOn ? birthLikeness(one.bornOn, other.bornOn) : null
  const weak = born && !partial.includes(born) ? weakNameLikeness(one, other) : null
  const name = strong ?? weak
  const reasons = name === null ? likenessInPart(one, other, named === 'family', born) : [name, born]
  if (number === undefined) return reasons.filter((reason) => reason !== null)
  return [number, ...(reasons.length === 0 ? [born] : reasons)].filter((reason) => reason !== null)
}
