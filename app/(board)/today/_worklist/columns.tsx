import Link from 'next/link'
import type { DataColumn } from '@/app/_ui/data-table'
import { Menu } from '@/app/_ui/menu'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { Severity } from '@/app/_ui/severity'
import type { TaskView } from '@/lib/follow-up/worklist'
import { type Day, showDay } from '@/lib/foundation/time'
import { specialtyWords } from '@/lib/people/model'
import { actsOf, type TaskAct } from '../../follow-up/_task/acts'
import { dueWords, shortfallOf, standingWords, stateOf } from '../../follow-up/_task/words'

type Ground = {
  today: Day
  userId: string
  carries: boolean
  /** Where the identifier stands: with the task, or with the patient while the task’s column is hidden. */
  identifierWith: 'task' | 'patient'
  act: (act: TaskAct, task: TaskView) => Promise<void>
}

const dueClass: Partial<Record<TaskView['standing'], string>> = { late: 'due late', today: 'due today' }

function Identifier({ task }: { task: TaskView }) {
  return <span className="nowrap ident">{task.identifier ?? 'identifier not recorded'}</span>
}

function Patient({ task, withIdentifier }: { task: TaskView; withIdentifier: boolean }) {
  const born = task.born ? showDay(task.born) : 'birth date not known'
  return (
    <>
      <Link href={`/cases/${task.caseId}/follow-up`} className="row-link">
        {task.patient}
      </Link>
      <span className="under">
        <span className="nowrap">
          {born}
          {task.age ? ` (${task.age})` : ''}
        </span>
        {task.died && ' · died'}
        {withIdentifier && (
          <>
            {' '}
            <Identifier task={task} />
          </>
        )}
      </span>
    </>
  )
}

/** The columns of the worklist, as in the picture of Today; the last one holds the acts for mouse and touch, for whoever can carry a task. */
export const worklistColumns = ({ today, userId, carries, identifierWith, act }: Ground): DataColumn<TaskView>[] => [
  {
    id: 'state',
    header: 'State',
    sortable: true,
    cell: (task) => <Severity tone={standingWords[task.standing].tone}>{stateOf(task)}</Severity>,
  },
  {
    id: 'patient',
    header: 'Patient',
    rowHeader: true,
    sortable: true,
    cell: (task) => <Patient task={task} withIdentifier={identifierWith === 'patient'} />,
  },
  {
    id: 'task',
    header: 'Task',
    cell: (task) => (
      <>
        <span className="task-title">{task.title}</span>
        <span className="under">
          <span className="nowrap">
            case <span className="ident">{task.caseCode}</span>
          </span>
          {identifierWith === 'task' && (
            <>
              {' · '}
              <Identifier task={task} />
            </>
          )}
          {shortfallOf(task) && <span className="user-text"> · {shortfallOf(task)}</span>}
        </span>
      </>
    ),
  },
  { id: 'kind', header: 'Kind', cell: (task) => <ModalityLabel modality={task.modality} show="code" /> },
  {
    id: 'owner',
    header: 'Owner',
    sortable: true,
    cell: (task) => (
      <>
        {task.ownerId === userId ? 'you' : task.owner}
        {task.ownerSpecialty && <span className="under">{specialtyWords[task.ownerSpecialty].word}</span>}
      </>
    ),
  },
  {
    id: 'due',
    header: 'Due',
    sortable: true,
    align: 'end',
    cell: (task) => (
      <>
        <span className={dueClass[task.standing] ?? 'due'}>{dueWords(task, today)}</span>
        <span className="under">
          <time dateTime={task.dueOn}>{showDay(task.dueOn)}</time>
        </span>
      </>
    ),
  },
  ...(carries ? [actsColumn(act)] : []),
]

const actsColumn = (act: Ground['act']): DataColumn<TaskView> => ({
  id: 'acts',
  header: 'Acts',
  cell: (task) => {
    const acts = actsOf(task, act)
    if (acts.length === 0) return null
    return <Menu label="Act" name={`Act on ${task.title}, ${task.patient}`} size="small" tone="quiet" acts={acts} />
  },
})
