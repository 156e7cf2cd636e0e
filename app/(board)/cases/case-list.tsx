'use client'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useIdentity } from '@/app/_identity/hidden-identity'
import { ButtonLink } from '@/app/_ui/button'
import { DataTable } from '@/app/_ui/data-table'
import { NoPermission } from '@/app/_ui/notice'
import { useColumnChoice } from '@/app/_ui/use-column-choice'
import type { CaseState } from '@/lib/cases/model'
import { useReadiness } from '../_readiness/use-readiness'
import { similarCases } from './_similar-rows'
import { caseColumns } from './case-columns'
import { CaseFilters } from './case-filters'
import { type CaseFilter, useCaseList } from './use-case-list'

type CaseListProps = {
  boardId: string
  timeZone: string
  mayWrite: boolean
  /** State that the address asks for. */
  initialState: CaseState | null
}

/** The cases of the board, last changed first. State and columns stand in the address; a name that is sought never does. */
export function CaseList({ boardId, timeZone, mayWrite, initialState }: CaseListProps) {
  const router = useRouter()
  const [filter, setFilter] = useState<CaseFilter>({ state: initialState, search: '' })
  const { rows, state, loadMore, retry } = useCaseList(boardId, filter)
  const readiness = useReadiness(
    boardId,
    rows.map(({ caseId }) => caseId),
  )
  const { isHidden } = useIdentity()
  const columns = useMemo(() => caseColumns({ timeZone, isHidden }), [timeZone, isHidden])
  const columnChoice = useColumnChoice(columns)
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
    const address = new URL(window.location.href)
    if (next.state) address.searchParams.set('state', next.state)
    else address.searchParams.delete('state')
    window.history.replaceState(null, '', address)
  }
  return (
    <div className="page">
      <section className="card" aria-label="Case list">
        <DataTable
          caption="Cases of this board, last changed first"
          columns={columns}
          {...columnChoice}
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
          toolbar={
            <CaseFilters
              filter={filter}
              shown={state.kind === 'ready' ? { cases: rows.length, hasMore: loadMore !== undefined } : null}
              onChange={change}
            />
          }
        />
      </section>
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
