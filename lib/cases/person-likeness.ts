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
  'same given name',
  'same birth date',
  'day and month of birth exchanged',
  'birth date differs in one digit',
] as const
export type Likeness = (typeof likenesses)[number]

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
  why: z.array(z.enum(likenesses)),
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

const birthLikeness = (one: string, other: string): Likeness | null => {
  if (one === other) return isWholeDay(one) ? 'same birth date' : null
  if (isExchanged(one, other)) return 'day and month of birth exchanged'
  if (!isWholeDay(one) || !isWholeDay(other)) return null
  const differing = [...one].filter((sign, index) => sign !== other[index])
  return differing.length === 1 ? 'birth date differs in one digit' : null
}

/** Names that alone are too common to ask: they count beside a birth date. */
const weakNameLikeness = (one: Likely, other: Likely): Likeness | null => {
  const given = foldText(one.givenName ?? '')
  if (foldText(one.familyName) === foldText(other.familyName)) return 'same family name'
  return given !== '' && given === foldText(other.givenName ?? '') ? 'same given name' : null
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
  const weak = born && strong === null ? weakNameLikeness(one, other) : null
  const isLikely = number !== undefined || strong !== null || weak !== null
  return isLikely ? [number ?? null, strong, weak, born].filter((reason) => reason !== null) : []
}
