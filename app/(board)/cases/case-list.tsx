'use client'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { Chip } from '@/app/_ui/chip'
import { DataTable } from '@/app/_ui/data-table'
import { NoPermission } from '@/app/_ui/notice'
import { Segmented } from '@/app/_ui/segmented'
import { TextField } from '@/app/_ui/text-field'
import type { CaseState } from '@/lib/cases/model'
import type { Day } from '@/lib/foundation/time'
import { useReadiness } from '../_readiness/use-readiness'
import { similarCases } from './_similar-rows'
import { caseColumns, caseStateWords } from './case-columns'
import { type CaseFilter, useCaseList } from './use-case-list'

type CaseListProps = {
  boardId: string
  today: Day
  timeZone: string
  mayWrite: boolean
  /** State that the address asks for. */
  initialState: CaseState | null
}

const segments = [
  { value: 'all', label: 'All' },
  { value: 'draft', label: 'Drafts' },
  { value: 'handed-in', label: 'Handed in' },
  { value: 'withdrawn', label: 'Withdrawn' },
] as const

/** The cases of the board, last changed first. The state stands in the address; a name that is sought never does. */
export function CaseList({ boardId, today, timeZone, mayWrite, initialState }: CaseListProps) {
  const router = useRouter()
  const [filter, setFilter] = useState<CaseFilter>({ state: initialState, search: '' })
  const { rows, state, loadMore, retry } = useCaseList(boardId, filter)
  const readiness = useReadiness(
    boardId,
    rows.map(({ caseId }) => caseId),
  )
  const columns = useMemo(() => caseColumns(today, timeZone), [today, timeZone])
  const listed = useMemo(() => {
    const similar = similarCases(rows)
    return rows.map((row) => ({
      ...row,
      isSimilar: similar.has(row.caseId),
      readiness: readiness.get(row.caseId),
    }))
  }, [rows, readiness])
  const change = (changes: Partial<CaseFilter>) => {
    const next = { ...filter, ...changes }
    setFilter(next)
    window.history.replaceState(null, '', next.state ? `/cases?state=${next.state}` : '/cases')
  }
  return (
    <div className="page">
      <section className="card" aria-label="Case list">
        <DataTable
          caption="Cases of this board, last changed first"
          columns={columns}
          rows={listed}
          rowId={({ caseId }) => caseId}
          state={state}
          onLoadMore={loadMore}
          onRetry={retry}
          onOpen={({ caseId }) => router.push(`/cases/${caseId}`)}
          rowTone={({ state: caseState }) => (caseState === 'withdrawn' ? 'closed' : undefined)}
          empty={<EmptyWords filter={filter} mayWrite={mayWrite} />}
          refused={
            <NoPermission title="You cannot see cases on this board">
              Ask the administrator of the board for a clinical role.
            </NoPermission>
          }
          toolbar={<Filters filter={filter} onChange={change} />}
        />
      </section>
    </div>
  )
}

type FiltersProps = { filter: CaseFilter; onChange: (changes: Partial<CaseFilter>) => void }

/** What is shown, always in words, and how to show everything again. */
function Filters({ filter, onChange }: FiltersProps) {
  const { state, search } = filter
  return (
    <div className="case-filters">
      <TextField
        label="Find"
        hint="name, identifier or case number"
        value={search}
        onChange={(text) => onChange({ search: text.slice(0, 120) })}
      />
      <Segmented
        label="State"
        segments={segments}
        value={state ?? 'all'}
        onChange={(value) => onChange({ state: value === 'all' ? null : value })}
      />
      {state && (
        <Chip tone="accent" onRemove={() => onChange({ state: null })} removeLabel="Show all states">
          {`Only ${caseStateWords[state].toLowerCase()}`}
        </Chip>
      )}
      {search.trim() !== '' && (
        <Chip tone="accent" onRemove={() => onChange({ search: '' })} removeLabel="Clear the search">
          {`Found by “${search.trim()}”`}
        </Chip>
      )}
    </div>
  )
}

function EmptyWords({ filter, mayWrite }: { filter: CaseFilter; mayWrite: boolean }) {
  if (filter.state !== null || filter.search.trim() !== '') return <>No case fits. Change or clear the filter.</>
  if (!mayWrite) return <>No case on this board yet.</>
  return (
    <>
      No case on this board yet.{' '}
      <ButtonLink href="/cases/new" size="small">
        Open the first case
      </ButtonLink>
    </>
  )
}
