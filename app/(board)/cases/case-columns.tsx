import Link from 'next/link'
import type { DataColumn } from '@/app/_ui/data-table-types'
import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { caseStateWords } from '@/lib/cases/model'
import type { CaseRow } from '@/lib/cases/queries'
import type { StandingReadiness } from '@/lib/cases/readiness-views'
import { tumour } from '@/lib/cases/sections/tumour'
import { describeLevels } from '@/lib/clinical/spine'
import { type Day, showInstant } from '@/lib/foundation/time'
import { showIdentifier, showName } from '@/lib/foundation/words'
import { ReadinessBadge } from '../_readiness/readiness-badge'
import { bornWords } from './[caseId]/_banner-facts'

/** A row of the list with what only the whole list knows. */
type ListedCase = CaseRow & { isSimilar: boolean; readiness: StandingReadiness | undefined }

const stateTones = { draft: 'unk', 'handed-in': 'ok', withdrawn: 'block' } as const

const primaryWords = (id: string | null): string => {
  const options: Readonly<Record<string, string>> = tumour.fields.primary.options
  return id === null ? 'Not recorded' : (options[id] ?? id)
}

/** The columns of the case list. Each row can be told from every other: name, birth date and identifier (DESIGN P9). */
export const caseColumns = (today: Day, timeZone: string): DataColumn<ListedCase>[] => [
  {
    id: 'patient',
    header: 'Patient',
    rowHeader: true,
    cell: ({ caseId, familyName, givenName, title, bornOn, identifier, identifierIssuer, foundAs, isSimilar }) => (
      <>
        <Link href={`/cases/${caseId}`}>{showName({ family: familyName, given: givenName, title })}</Link>
        <span className="under">
          {bornOn ? `Born ${bornWords(bornOn, today)}` : 'Birth date not known'},{' '}
          {identifier ? showIdentifier(identifier, identifierIssuer ?? 'Identifier') : 'no identifier'}
        </span>
        {foundAs !== null && <span className="under user-text">Recorded before as {foundAs}</span>}
        {isSimilar && (
          <span className="severity severity-warn">
            <Icon name="warn" /> Similar name on this list
          </span>
        )}
      </>
    ),
  },
  { id: 'code', header: 'Case', cell: ({ code }) => <span className="nowrap">{code}</span> },
  { id: 'question', header: 'Question to the board', cell: ({ question }) => question },
  {
    id: 'primary',
    header: 'Primary tumour',
    cell: ({ primaryTumour, isPrimaryContested }) => (
      <>
        {primaryWords(primaryTumour)}
        {isPrimaryContested && (
          <span className="under">
            <Severity tone="warn">Sources differ</Severity>
          </span>
        )}
      </>
    ),
  },
  {
    id: 'levels',
    header: 'Levels',
    cell: ({ levels }) => (levels.length === 0 ? 'Not recorded' : describeLevels(levels)),
  },
  { id: 'presenter', header: 'Presenter', cell: ({ presenter }) => <span className="nowrap">{presenter}</span> },
  {
    id: 'state',
    header: 'State, readiness',
    cell: ({ state, readiness }) => (
      <>
        <span className="nowrap">
          <Severity tone={stateTones[state]}>{caseStateWords[state]}</Severity>
        </span>
        {readiness && state !== 'withdrawn' && (
          <span className="under">
            <ReadinessBadge figures={readiness} />
          </span>
        )}
      </>
    ),
  },
  {
    id: 'changed',
    header: 'Changed',
    cell: ({ changedAt }) => <span className="nowrap">{showInstant(changedAt, timeZone)}</span>,
  },
]
