import { and, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { patients } from '@/db/schema/cases'
import { foldText } from '@/lib/foundation/search-words'
import { mostLonger, nearNameOf } from '@/lib/foundation/similar-names'

/** Who is about to be entered, as far as it is typed. */
export type Sought = {
  familyName: string
  givenName?: string | null
  bornOn?: string | null
  identifier?: string | null
  /** Numbers beside the first identifier. */
  otherNumbers?: readonly string[] | undefined
}

/** The names, also earlier ones, and identifiers of a patient, folded. */
const words = sql`string_to_array(${patients.searchedAs}, ' ')`

const hasAny = (wanted: readonly string[]): SQL =>
  sql`${words} && array[${sql.join(
    wanted.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`

/** Patients with a word that a name can be taken for; null when the name holds no letter. */
function hasNear(name: string): SQL | null {
  const near = nearNameOf(name)
  if (near === null) return null
  const heads = sql.join(
    near.heads.map((letter) => sql`${letter}`),
    sql`, `,
  )
  const has = or(
    sql`left(letters, 1) in (${heads})`,
    sql`right(letters, 1) = ${near.tail}`,
    near.middle === '' ? undefined : sql`strpos(letters, ${near.middle}) > 0`,
  )
  return sql`exists (select from unnest(${words}) as word,
      lateral (select regexp_replace(word, '[0-9]', '', 'g') as letters) as one
    where abs(char_length(letters) - ${near.length}) <= ${mostLonger} and ${has})`
}

/** A number and every one that comes of it when two neighbours are exchanged. */
const slipsOf = (number: string): string[] => {
  const signs = foldText(number).split('')
  if (signs.length === 0) return []
  const exchanged = signs
    .slice(1)
    .map((sign, at) => [...signs.slice(0, at), sign, signs[at] ?? '', ...signs.slice(at + 2)].join(''))
  return [...new Set([signs.join(''), ...exchanged])]
}

/**
 * The patients who may be like the person sought, before each is compared by `likenessOf`: never fewer than those who are. Names
 * are near as `nearNameOf` says, words and numbers stand folded in `searched_as`. Nobody when nothing is told that could be sought.
 */
export function mayBe({ familyName, givenName, bornOn, identifier, otherNumbers = [] }: Sought): SQL {
  const [family, given] = [foldText(familyName), foldText(givenName ?? '')]
  const names = [familyName, givenName ?? ''].flatMap((name) => hasNear(name) ?? [])
  const numbers = [identifier ?? '', ...otherNumbers].flatMap(slipsOf)
  const isBorn = bornOn ? isNotNull(patients.bornOn) : sql`false`
  const initial = [...given][0]
  const found = or(
    numbers.length > 0 ? hasAny(numbers) : undefined,
    names.length > 0 ? and(...names) : undefined,
    family === '' ? undefined : hasAny([family]),
    given === '' ? undefined : and(isBorn, hasAny([given])),
    // A family name spelt nearly so counts beside the same initial and a birth date.
    initial === undefined || names[0] === undefined
      ? undefined
      : and(isBorn, names[0], sql`(' ' || ${patients.searchedAs}) like ${`% ${initial}%`}`),
  )
  return found ?? sql`false`
}
