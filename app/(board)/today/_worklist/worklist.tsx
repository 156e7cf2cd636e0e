'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useId, useMemo, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { DataTable } from '@/app/_ui/data-table'
import { KeyHints } from '@/app/_ui/kbd'
import { useKeys } from '@/app/_ui/keys'
import { NoPermission, Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import { type TaskView, type WorklistView, worklistSorts, worklistViews } from '@/lib/follow-up/worklist'
import { showTime } from '@/lib/foundation/time'
import { readAddress, type WorklistAddress, writeAddress } from './address'
import { AssignDialog } from './assign-dialog'
import { ClosingDialog } from './closing-dialog'
import { type TaskAct, worklistColumns } from './columns'
import { Filters } from './filters'
import { useWorklist } from './use-worklist'
import { viewWords } from './words'

type WorklistProps = { boardId: string; userId: string; today: string; timeZone: string }

const emptyWords: Readonly<Record<WorklistView, string>> = {
  week: 'Nothing is due in the next seven days.',
  late: 'Nothing is late.',
  mine: 'No open task is yours.',
  open: 'No task is open.',
  closed: 'No task is closed yet.',
}

const hints = [
  { keys: ['J', 'K'], does: 'move' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['D'], does: 'done' },
  { keys: ['P'], does: 'partly' },
  { keys: ['N'], does: 'not done, with reason' },
  { keys: ['A'], does: 'assign' },
]

const isPlainClick = (event: { button: number; metaKey: boolean; ctrlKey: boolean; shiftKey: boolean }) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey

/** The coordinator’s worklist: saved views as links, one table, every act by key, mouse or touch. */
export function Worklist({ boardId, userId, today: firstToday, timeZone }: WorklistProps) {
  const headingId = useId()
  const router = useRouter()
  const params = useSearchParams()
  const address = useMemo(() => readAddress(new URLSearchParams(params.toString())), [params])
  const list = useWorklist(boardId, address)
  const today = list.today ?? firstToday
  const [open, setOpen] = useState<{ act: Exclude<TaskAct, 'reopen'>; task: TaskView } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { replace } = list

  const go = useCallback(
    (change: Partial<WorklistAddress>) =>
      window.history.replaceState(null, '', writeAddress({ ...address, ...change })),
    [address],
  )
  const act = useCallback(
    async (which: TaskAct, task: TaskView) => {
      setFailure(null)
      if (!task.mayCarry) return setFailure({ code: 'forbidden' })
      if (which === 'reopen') {
        const answer = await ask(api.followUp.reopenTask({ taskId: task.id, version: task.version }))
        return answer.ok ? replace(answer.value) : setFailure(answer.refusal)
      }
      if (task.state !== 'open') return setFailure({ code: 'closed', why: 'task-closed' })
      setOpen({ act: which, task })
    },
    [replace],
  )
  const columns = useMemo(() => worklistColumns({ today, userId, act }), [today, userId, act])
  useKeys([
    { key: 'j', does: 'go to the worklist', run: () => document.querySelector<HTMLElement>('[data-row]')?.focus() },
  ])

  const close = () => setOpen(null)
  const dialog = {
    today,
    onClose: close,
    onReload: () => {
      close()
      list.reload()
    },
    onDone: (task: TaskView) => {
      replace(task)
      close()
    },
  }
  return (
    <section className="card worklist" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>Worklist</h2>
        <nav className="tabs" aria-label="Saved views">
          {worklistViews.map((view) => (
            <a
              key={view}
              href={writeAddress({ ...address, view })}
              aria-current={view === address.view ? 'true' : undefined}
              onClick={(event) => {
                if (!isPlainClick(event)) return
                event.preventDefault()
                window.history.pushState(null, '', writeAddress({ ...address, view }))
              }}
            >
              {viewWords[view]} {list.counts && <b>{list.counts[view]}</b>}
            </a>
          ))}
        </nav>
      </div>
      {list.changedElsewhere && (
        <p className="updates" role="status">
          Others changed tasks of this board.{' '}
          <Button size="small" tone="quiet" onClick={list.reload}>
            Show
          </Button>
        </p>
      )}
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <DataTable
        caption={`Tasks of this board: ${viewWords[address.view]}`}
        columns={columns}
        rows={list.rows}
        rowId={(task) => task.id}
        state={list.state}
        sort={{ column: address.sort, direction: address.descending ? 'descending' : 'ascending' }}
        onSort={({ column, direction }) => {
          const sort = worklistSorts.find((each) => each === column)
          if (sort) go({ sort, descending: direction === 'descending' })
        }}
        onLoadMore={list.more}
        onOpen={(task) => router.push(`/cases/${task.caseId}/follow-up`)}
        rowKeys={{
          d: (task) => void act('done', task),
          p: (task) => void act('partly', task),
          n: (task) => void act('not-done', task),
          a: (task) => void act('assign', task),
        }}
        rowTone={(task) => (task.standing === 'late' ? 'late' : task.state === 'open' ? undefined : 'closed')}
        onRetry={list.reload}
        empty={
          address.q === '' && address.modality === null
            ? emptyWords[address.view]
            : 'Nothing here matches. Remove a filter above to see more.'
        }
        refused={<NoPermission>The worklist is for the clinical members of this board.</NoPermission>}
        toolbar={
          <Filters
            {...{ address, today: list.today, go }}
            shown={list.rows.length}
            all={list.counts?.[address.view] ?? null}
            updatedAt={list.loadedAt === null ? null : showTime(list.loadedAt, timeZone)}
          />
        }
        hidden={address.hidden}
        onHiddenChange={(hidden) => go({ hidden })}
      />
      <div className="card-foot">
        <KeyHints hints={hints} />
      </div>
      {open?.act === 'assign' && <AssignDialog task={open.task} boardId={boardId} {...dialog} />}
      {open && open.act !== 'assign' && <ClosingDialog task={open.task} closing={open.act} {...dialog} />}
    </section>
  )
}
