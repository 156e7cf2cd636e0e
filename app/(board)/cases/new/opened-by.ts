import type { CaseRow } from '@/lib/cases/queries'

type Asked = Pick<CaseRow, 'question'> & { person: Pick<CaseRow, 'familyName' | 'givenName' | 'bornOn'> }

/** The case that asks this question about this person, the last changed first; undefined when the list has none. */
export const openedBy = <Row extends Pick<CaseRow, 'question' | 'familyName' | 'givenName' | 'bornOn'>>(
  { question, person }: Asked,
  rows: readonly Row[],
): Row | undefined =>
  rows.find(
    (row) =>
      row.question === question &&
      row.familyName === person.familyName &&
      row.givenName === person.givenName &&
      row.bornOn === person.bornOn,
  )
