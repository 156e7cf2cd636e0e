import type { CaseRow } from '@/lib/cases/queries'
import { similarNames } from '@/lib/foundation/similar-names'

type Named = Pick<CaseRow, 'caseId' | 'familyName' | 'givenName' | 'bornOn' | 'identifier'>

const isSamePerson = (one: Named, other: Named): boolean =>
  one.familyName === other.familyName &&
  one.givenName === other.givenName &&
  one.bornOn === other.bornOn &&
  one.identifier === other.identifier

/** Cases on one list whose patients can be taken for each other by name (DESIGN P10). Two cases of one patient are no risk. */
export function similarCases(rows: readonly Named[]): ReadonlySet<string> {
  const found = new Set<string>()
  rows.forEach((row, index) => {
    for (const other of rows.slice(index + 1)) {
      if (isSamePerson(row, other)) continue
      const likeness = similarNames(
        { family: row.familyName, given: row.givenName },
        { family: other.familyName, given: other.givenName },
      )
      if (likeness === null) continue
      found.add(row.caseId)
      found.add(other.caseId)
    }
  })
  return found
}
