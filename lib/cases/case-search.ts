import { and, or, type SQL, sql } from 'drizzle-orm'
import { cases, patients } from '@/db/schema/cases'
import { searchKey, soughtBy } from '@/lib/foundation/search-words'
import type { PatientInput } from './model'

/** What a patient is found by, as it is stored: names and identifier. Goes into every insert and update of a patient. */
export const patientSearchKey = ({
  familyName,
  givenName,
  identifier,
}: Pick<PatientInput, 'familyName' | 'givenName' | 'identifier'>): string =>
  searchKey([familyName, givenName, identifier])

/**
 * The cases that answer to what was typed, by the rule of `matchesWords`: family name, given name, identifier or case
 * number. For a statement that joins `cases` with `patients`; undefined when nothing is sought.
 */
export function answersTo(typed: string | undefined): SQL | undefined {
  const { whole, words } = soughtBy(typed ?? '')
  if (whole === '') return undefined
  const holds = (part: string) =>
    sql`strpos(${patients.searchedAs} || ' ' || replace(${cases.code}, '-', ''), ${part}) > 0`
  return or(holds(whole), and(...words.map(holds)))
}
