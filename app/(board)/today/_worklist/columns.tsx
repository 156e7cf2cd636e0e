import { StaleMark } from '@/app/_decision/stale-marks'
import { shownName } from '@/app/_identity/alias'
import { ListedIdentifier, PatientLine, PatientName } from '@/app/_identity/listed-patient'
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
  isHidden: boolean
  act: (act: TaskAct, task: TaskView) => Promise<void>
}

const dueClass: Partial<Record<TaskView['standing'], string>> = { late: 'due late', today: 'due today' }

/** The columns of the worklist, as in the picture of Today; the last one holds the acts for mouse and touch, for whoever can carry a task. */
export const worklistColumns = ({
  today,
  userId,
  carries,
  identifierWith,
  isHidden,
  act,
}: Ground): DataColumn<TaskView>[] => [
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
    cell: ({ caseId, caseCode: code, patient, born: bornOn, age, died, identifier }) => (
      <>
        <PatientName of={{ code, patient }} href={`/cases/${caseId}/follow-up`} className="row-link" />
        <PatientLine
          of={{ code, bornOn, age, died, identifier: identifierWith === 'patient' ? identifier : undefined }}
        />
      </>
    ),
  },
  {
    id: 'task',
    header: 'Task',
    cell: (task) => (
      <>
        <span className="task-title">{task.title}</span>
        {task.state === 'open' && <StaleMark caseId={task.caseId} />}
        <span className="under">
          <span className="nowrap">
            case <span className="ident">{task.caseCode}</span>
          </span>
          {identifierWith === 'task' && !isHidden && (
            <>
              {' · '}
              <ListedIdentifier identifier={task.identifier} />
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
  ...(carries ? [actsColumn(act, isHidden)] : []),
]

const actsColumn = (act: Ground['act'], isHidden: boolean): DataColumn<TaskView> => ({
  id: 'acts',
  header: 'Acts',
  cell: (task) => {
    const acts = actsOf(task, act)
    if (acts.length === 0) return null
    const whose = shownName({ code: task.caseCode, patient: task.patient }, isHidden)
    return <Menu label="Act" name={`Act on ${task.title}, ${whose}`} size="small" tone="quiet" acts={acts} />
  },
})
