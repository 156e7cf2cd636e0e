'use client'
import { useRouter } from 'next/navigation'
import { Card } from '@/app/_ui/card'
import { Menu } from '@/app/_ui/menu'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { Severity } from '@/app/_ui/severity'
import type { CarriedRecommendation, SignedVersion } from '@/lib/follow-up/queries/signed-versions'
import type { TaskView } from '@/lib/follow-up/worklist'
import { type Day, showDay } from '@/lib/foundation/time'
import { actsOf, type TaskAct } from '../../../follow-up/_task/acts'
import { useTaskActs } from '../../../follow-up/_task/use-task-acts'
import { carriedWords, dueWords, shortfallOf, standingWords } from '../../../follow-up/_task/words'

const saidOf = ({ outcome, title, because, missing }: CarriedRecommendation): string => {
  if (outcome === 'recommended') return title ?? 'Option not recorded'
  return outcome === 'none' ? `None, because: ${because ?? ''}` : `Deferred, missing: ${missing ?? ''}`
}

type RowProps = {
  said: CarriedRecommendation
  userId: string
  today: Day
  act: (act: TaskAct, task: TaskView) => Promise<void>
}

function Row({ said, userId, today, act }: RowProps) {
  const { task, modality, detail, sinceVersion, goesOnIn } = said
  const acts = task && goesOnIn === null ? actsOf(task, act) : []
  const shortfall = task && shortfallOf(task)
  return (
    <tr>
      <td>
        <ModalityLabel modality={modality} />
      </td>
      <th scope="row">
        {saidOf(said)}
        {detail && <span className="under">{detail}</span>}
        {sinceVersion !== null && <span className="under">unchanged since version {sinceVersion}</span>}
      </th>
      <td data-label="Carried out">
        {task === null ? (
          <span className="muted">Nothing to carry out</span>
        ) : (
          <>
            <Severity tone={standingWords[task.standing].tone}>{carriedWords(task)}</Severity>
            {shortfall && <span className="under user-text">{shortfall}</span>}
            {goesOnIn !== null && <span className="under">goes on in version {goesOnIn}</span>}
          </>
        )}
      </td>
      <td data-label={task ? 'Owner' : undefined}>{task && (task.ownerId === userId ? 'you' : task.owner)}</td>
      <td data-label={task ? 'Due' : undefined}>
        {task && (
          <>
            <time dateTime={task.dueOn}>{showDay(task.dueOn)}</time>
            <span className="under nowrap">{dueWords(task, today)}</span>
          </>
        )}
      </td>
      <td>{task && acts.length > 0 && <Menu label="Act" name={`Act on ${task.title}`} size="small" acts={acts} />}</td>
    </tr>
  )
}

type CarriedOutProps = { version: SignedVersion; boardId: string; userId: string; today: Day }

const versionWords = ({ version, signedOn, signedBy, supersededBy }: SignedVersion): string => {
  const standing = supersededBy === null ? 'in force' : `superseded by version ${supersededBy}`
  return `version ${version}, ${standing}, signed ${showDay(signedOn)} by ${signedBy}`
}

/** What a signed version says, in force or superseded, and how far each part was carried out. */
export function CarriedOut({ version, boardId, userId, today }: CarriedOutProps) {
  const router = useRouter()
  const refresh = () => router.refresh()
  const { act, dialogs, told } = useTaskActs({ boardId, today, onChanged: refresh, onReload: refresh })
  return (
    <Card
      title={version.supersededBy === null ? 'Recommendations' : 'Earlier recommendations'}
      note={versionWords(version)}
      className={version.supersededBy === null ? 'carried' : 'carried earlier'}
    >
      {version.changeReason && <p className="quiet user-text">New version because: {version.changeReason}</p>}
      {told}
      <table className="table as-cards">
        <caption className="visually-hidden">
          Recommendations of version {version.version} and how they were carried out
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Recommendation</th>
            <th scope="col">Carried out</th>
            <th scope="col">Owner</th>
            <th scope="col">Due</th>
            <th scope="col">
              <span className="visually-hidden">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {version.recommendations.map((said) => (
            <Row key={said.id} {...{ said, userId, today, act }} />
          ))}
        </tbody>
      </table>
      {dialogs}
    </Card>
  )
}
