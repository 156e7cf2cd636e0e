'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useId, useMemo, useState } from 'react'
import { useIdentity } from '@/app/_identity/hidden-identity'
import { Button } from '@/app/_ui/button'
import { DataTable } from '@/app/_ui/data-table'
import { KeyHints } from '@/app/_ui/kbd'
import { useKeys } from '@/app/_ui/keys'
import { NoPermission } from '@/app/_ui/notice'
import { isInView, type TaskView, type WorklistView, worklistSorts, worklistViews } from '@/lib/follow-up/worklist'
import { showTime } from '@/lib/foundation/time'
import { useTaskActs } from '../../follow-up/_task/use-task-acts'
import { viewWords } from '../../follow-up/_task/words'
import { readAddress, type WorklistAddress, writeAddress } from './address'
import { worklistColumns } from './columns'
import { Filters } from './filters'
import { useWorklist } from './use-worklist'

type WorklistProps = {
  boardId: string
  userId: string
  /** Whether the person can carry any task: an observer watches, and is offered no act. */
  carries: boolean
  today: string
  timeZone: string
}

const emptyWords: Readonly<Record<WorklistView, string>> = {
  week: 'Nothing is due in the next seven days.',
  late: 'Nothing is late.',
  mine: 'No open task is yours.',
  open: 'No task is open.',
  closed: 'No task is closed yet.',
}

const lookingHints = [
  { keys: ['J', 'K'], does: 'move' },
  { keys: ['Enter'], does: 'open' },
]

const carryingHints = [
  ...lookingHints,
  { keys: ['D'], does: 'done' },
  { keys: ['P'], does: 'partly' },
  { keys: ['N'], does: 'not done, with reason' },
  { keys: ['A'], does: 'assign' },
]

const isPlainClick = (event: { button: number; metaKey: boolean; ctrlKey: boolean; shiftKey: boolean }) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey

/** The coordinator’s worklist: saved views as links, one table, every act by key, mouse or touch. */
export function Worklist({ boardId, userId, carries, today: firstToday, timeZone }: WorklistProps) {
  const headingId = useId()
  const router = useRouter()
  const params = useSearchParams()
  const address = useMemo(() => readAddress(new URLSearchParams(params.toString())), [params])
  const [q, setQ] = useState('')
  const list = useWorklist(boardId, userId, address, q)
  const today = list.today ?? firstToday
  const { replace, reload } = list
  const onChanged = useCallback(
    (task: TaskView) => {
      replace(task)
      router.refresh()
    },
    [replace, router],
  )
  const shown = list.rows.filter((task) => isInView(address.view, task, { userId, today })).length
  const { act, dialogs, told } = useTaskActs({ boardId, today, onChanged, onReload: reload })

  const go = useCallback(
    (change: Partial<WorklistAddress>) =>
      window.history.replaceState(null, '', writeAddress({ ...address, ...change })),
    [address],
  )
  const identifierWith = address.columns.hidden.includes('task') ? 'patient' : 'task'
  const { isHidden } = useIdentity()
  const columns = useMemo(
    () => worklistColumns({ today, userId, carries, identifierWith, isHidden, act }),
    [today, userId, carries, identifierWith, isHidden, act],
  )
  useKeys([
    { key: 'j', does: 'go to the worklist', run: () => document.querySelector<HTMLElement>('[data-row]')?.focus() },
  ])

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
          <Button size="small" tone="quiet" onClick={reload}>
            Show
          </Button>
        </p>
      )}
      {told}
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
        rowKeys={
          carries
            ? {
                d: (task) => void act('done', task),
                p: (task) => void act('partly', task),
                n: (task) => void act('not-done', task),
                a: (task) => void act('assign', task),
              }
            : undefined
        }
        rowTone={(task) => (task.standing === 'late' ? 'late' : task.state === 'open' ? undefined : 'closed')}
        onRetry={reload}
        empty={
          q === '' && address.modality === null
            ? emptyWords[address.view]
            : 'Nothing here matches. Remove a filter above to see more.'
        }
        refused={<NoPermission>The worklist is for the clinical members of this board.</NoPermission>}
        toolbar={
          <Filters
            {...{ address, q, today: list.today, go }}
            onSearch={setQ}
            shown={shown}
            left={list.rows.length - shown}
            all={list.counts?.[address.view] ?? null}
            updatedAt={list.loadedAt === null ? null : showTime(list.loadedAt, timeZone)}
          />
        }
        columnChoice={address.columns}
        onColumnChoice={(columns) => go({ columns })}
      />
      <div className="card-foot">
        <KeyHints hints={carries ? carryingHints : lookingHints} />
      </div>
      {dialogs}
    </section>
  )
}
