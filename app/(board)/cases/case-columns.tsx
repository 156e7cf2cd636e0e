import { StaleMark } from '@/app/_decision/stale-marks'
import { PatientLine, PatientName } from '@/app/_identity/listed-patient'
import type { DataColumn } from '@/app/_ui/data-table-types'
import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { caseStateWords } from '@/lib/cases/model'
import type { CaseRow } from '@/lib/cases/queries'
import type { StandingReadiness } from '@/lib/cases/readiness-views'
import { tumour } from '@/lib/cases/sections/tumour'
import { describeLevels } from '@/lib/clinical/spine'
import { showInstant } from '@/lib/foundation/time'
import { showIdentifier } from '@/lib/foundation/words'
import { ReadinessBadge } from '../_readiness/readiness-badge'

/** A row of the list with what only the whole list knows. */
type ListedCase = CaseRow & { isSimilar: boolean; readiness: StandingReadiness | undefined }

type Ground = { timeZone: string /** Names of before stand for the person as names do. */; isHidden: boolean }

const stateTones = { draft: 'unk', 'handed-in': 'ok', withdrawn: 'block' } as const

const primaryWords = (id: string | null): string => {
  const options: Readonly<Record<string, string>> = tumour.fields.primary.options
  return id === null ? 'Not recorded' : (options[id] ?? id)
}

const identifierOf = ({ identifier, identifierIssuer }: CaseRow) =>
  identifier && showIdentifier(identifier, identifierIssuer ?? 'Identifier')

/** The columns of the case list. Each row can be told from every other: name, birth date and identifier (DESIGN P9). */
export const caseColumns = ({ timeZone, isHidden }: Ground): DataColumn<ListedCase>[] => [
  {
    id: 'patient',
    header: 'Patient',
    rowHeader: true,
    cell: (row) => (
      <>
        <PatientName of={{ code: row.code, patient: row }} href={`/cases/${row.caseId}`} />
        <PatientLine of={{ ...row, identifier: identifierOf(row) }} />
        {row.foundAs !== null && (
          <span className="under user-text">
            {isHidden ? 'Found by an earlier name' : `Recorded before as ${row.foundAs}`}
          </span>
        )}
        {row.isSimilar && (
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
    cell: ({ caseId, state, readiness }) => (
      <>
        <span className="nowrap">
          <Severity tone={stateTones[state]}>{caseStateWords[state]}</Severity>
        </span>
        {state !== 'withdrawn' && readiness === undefined && <span className="under">Readiness not read yet</span>}
        {readiness && state !== 'withdrawn' && (
          <span className="under">
            <ReadinessBadge figures={readiness} />
          </span>
        )}
        <StaleMark caseId={caseId} />
      </>
    ),
  },
  {
    id: 'changed',
    header: 'Changed',
    cell: ({ changedAt }) => <span className="nowrap">{showInstant(changedAt, timeZone)}</span>,
  },
]
