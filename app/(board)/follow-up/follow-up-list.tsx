'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { StaleMark } from '@/app/_decision/stale-marks'
import { PatientLine, PatientName } from '@/app/_identity/listed-patient'
import { type DataColumn, DataTable, type TableState } from '@/app/_ui/data-table'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { NoPermission } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { SearchBox } from '@/app/_ui/search-box'
import { Severity } from '@/app/_ui/severity'
import { useColumnChoice } from '@/app/_ui/use-column-choice'
import { api, ask } from '@/lib/api/client'
import type { FollowUpView } from '@/lib/follow-up/worklist'
import { showDay } from '@/lib/foundation/time'
import { standingWords } from './_task/words'

const columns: DataColumn<FollowUpView>[] = [
  {
    id: 'patient',
    header: 'Patient',
    rowHeader: true,
    cell: ({ caseId, caseCode: code, patient, born: bornOn, age, died, identifier }) => (
      <>
        <PatientName of={{ code, patient }} href={`/cases/${caseId}/follow-up`} className="row-link" />
        <PatientLine of={{ code, bornOn, age, died, identifier }} />
      </>
    ),
  },
  {
    id: 'case',
    header: 'Case',
    cell: ({ caseId, caseCode, signedOn, ranksAs }) => (
      <>
        <span className="ident nowrap">{caseCode}</span>
        <span className="under">
          {ranksAs === 'advice' ? 'signed as advice ' : 'signed '}
          <time dateTime={signedOn}>{showDay(signedOn)}</time>
        </span>
        <StaleMark caseId={caseId} />
      </>
    ),
  },
  {
    id: 'next',
    header: 'Next task',
    cell: ({ next }) =>
      next === null ? (
        <span className="muted">No open task</span>
      ) : (
        <>
          <ModalityLabel modality={next.modality} show="code" /> {next.title}
          <span className="under">{next.owner}</span>
        </>
      ),
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ next }) =>
      next === null ? (
        <Severity tone="ok">All settled</Severity>
      ) : (
        <Severity tone={standingWords[next.standing].tone}>{standingWords[next.standing].word}</Severity>
      ),
  },
  {
    id: 'due',
    header: 'Due',
    align: 'end',
    cell: ({ next }) => (next === null ? '' : <time dateTime={next.dueOn}>{showDay(next.dueOn)}</time>),
  },
  {
    id: 'settled',
    header: 'Settled',
    align: 'end',
    cell: ({ openTasks, allTasks }) => `${allTasks - openTasks} of ${allTasks}`,
  },
  {
    id: 'visit',
    header: 'Last visit',
    align: 'end',
    cell: ({ lastVisitOn }) =>
      lastVisitOn === null ? (
        <span className="muted">none recorded</span>
      ) : (
        <time dateTime={lastVisitOn}>{showDay(lastVisitOn)}</time>
      ),
  },
]

/** How long typing rests before the search is asked. */
const restMs = 300

/** The signed cases of the board, the one with the nearest due date first. */
export function FollowUpList({ boardId }: { boardId: string }) {
  const router = useRouter()
  const columnChoice = useColumnChoice(columns)
  const [typed, setTyped] = useState('')
  const [rows, setRows] = useState<readonly FollowUpView[]>([])
  const [next, setNext] = useState<string | null>(null)
  const [state, setState] = useState<TableState>({ kind: 'loading' })
  const request = useRef(0)

  const load = useCallback(
    async (q: string, after: string | null) => {
      request.current += 1
      const mine = request.current
      setState({ kind: 'loading' })
      const answer = await ask(
        api.followUp.listFollowUps({ boardId, q: q.trim() || undefined, after: after ?? undefined }),
      )
      if (mine !== request.current) return
      if (!answer.ok) {
        setState(
          answer.refusal.code === 'not-found'
            ? { kind: 'refused' }
            : { kind: 'failed', why: refusalSentence(answer.refusal) },
        )
        return
      }
      setRows((before) => (after === null ? answer.value.rows : [...before, ...answer.value.rows]))
      setNext(answer.value.next)
      setState({ kind: 'ready' })
    },
    [boardId],
  )
  useEffect(() => {
    const timer = window.setTimeout(() => void load(typed, null), typed === '' ? 0 : restMs)
    return () => window.clearTimeout(timer)
  }, [load, typed])

  return (
    <section className="card" aria-label="Cases in follow-up">
      <DataTable
        caption="Cases with a signed recommendation, the nearest due date first"
        columns={columns}
        {...columnChoice}
        rows={rows}
        rowId={({ caseId }) => caseId}
        state={state}
        rowTone={(row) => (row.next?.standing === 'late' ? 'late' : row.next === null ? 'closed' : undefined)}
        onOpen={({ caseId }) => router.push(`/cases/${caseId}/follow-up`)}
        onLoadMore={next === null ? undefined : () => void load(typed, next)}
        onRetry={() => void load(typed, null)}
        empty={
          typed.trim() === ''
            ? 'No recommendation is signed yet. Cases appear here when the chair signs.'
            : 'No case matches.'
        }
        refused={<NoPermission>Follow-up is for the clinical members of this board.</NoPermission>}
        toolbar={<SearchBox label="Patient or case" value={typed} onChange={setTyped} />}
      />
    </section>
  )
}
