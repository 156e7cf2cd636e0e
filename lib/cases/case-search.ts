import { and, or, type SQL, sql } from 'drizzle-orm'
import { cases, patients } from '@/db/schema/cases'
import { searchKey, soughtBy } from '@/lib/foundation/search-words'
import type { PatientInput } from './model'
import type { RecordedName } from './patient-history'

type Findable = Pick<PatientInput, 'familyName' | 'givenName' | 'preferredName' | 'identifier' | 'otherIdentifiers'>

/**
 * What a patient is found by, as it is stored: names, those under which the patient was recorded before, and identifiers. Goes into
 * every insert and update of a patient.
 */
export const patientSearchKey = (patient: Findable, earlier: readonly RecordedName[] = []): string =>
  searchKey([
    ...[patient.familyName, patient.givenName, patient.preferredName ?? null, patient.identifier],
    ...(patient.otherIdentifiers ?? []).map(({ value }) => value),
    ...earlier.flatMap(({ familyName, givenName }) => [familyName, givenName]),
  ])

/**
 * The cases that answer to what was typed, by the rule of `matchesWords`: names, also earlier ones, identifier or case
 * number. For a statement that joins `cases` with `patients`; undefined when nothing is sought.
 */
export function answersTo(typed: string | undefined): SQL | undefined {
  const { whole, words } = soughtBy(typed ?? '')
  if (whole === '') return undefined
  const holds = (part: string) =>
    sql`strpos(${patients.searchedAs} || ' ' || replace(${cases.code}, '-', ''), ${part}) > 0`
  return or(holds(whole), and(...words.map(holds)))
}
