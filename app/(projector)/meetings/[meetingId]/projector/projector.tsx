'use client'
import { ImageStrip } from '@/app/_files/image-strip'
import { shownName } from '@/app/_identity/alias'
import { timeOnCase } from '@/app/_meeting/time-on-case'
import { useRoom } from '@/app/_meeting/use-room'
import { useSeconds } from '@/app/_meeting/use-seconds'
import { Icon } from '@/app/_ui/icon'
import { disagreementWords, dividedOf, placeOf } from '@/lib/deliberation/model/disagreement'
import { dissentOf } from '@/lib/deliberation/model/snapshot'
import { standingOf } from '@/lib/deliberation/model/standing'
import { castInWords } from '@/lib/deliberation/model/turnout'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { ageOn, type Day, dayAt } from '@/lib/foundation/time'
import { missingWords } from '@/lib/meetings/model/quorum'
import { weightsLine } from '@/lib/meetings/model/voting'
import { dissentLine } from './dissent-line'
import { ProjectorFoot } from './projector-foot'
import { projectorRows } from './projector-rows'
import { ProjectorTable } from './projector-table'

type ProjectorProps = { initial: RoomView; today: Day; isHidden: boolean }

/** What the wall shows: before the reveal the question and how many have cast, afterwards the lines of the five modalities. */
export function Projector({ initial, today, isHidden }: ProjectorProps) {
  const { room, liveness } = useRoom(initial, null)
  const { item } = room
  const time = timeOnCase(item ?? { presentedAt: null, concludedAt: null }, useSeconds())
  const divided = dividedOn(item)
  return (
    <main className="projector">
      {item ? <Shown {...{ room, item, today, isHidden }} /> : <Between room={room} />}
      <ProjectorFoot
        {...{ liveness, divided, isHidden }}
        short={shortOn(item)}
        dissent={dissentOn(item, divided.length)}
        time={time?.shown ?? null}
      />
    </main>
  )
}

/** Dissent from what is recommended or signed; before that, from the options that lead. `taken`: characters of the line that are not free. */
function dissentOn(item: RoomItemView | null, taken: number): string {
  if (!item || item.ballots === 'hidden') return ''
  if (item.dissenting.length > 0) return dissentLine(item.dissenting, taken)
  const options = standingOf(item.options)
  const leading = projectorRows(options, item.tally ?? {}, item.conclusions.signed)
  return dissentLine(dissentOf(leading, options, item.ballots), taken)
}

/** Which specialties are missing for a decision, or were when the case was concluded; empty when none is. */
const shortOn = (item: RoomItemView | null): string => (item?.quorum.state === 'short' ? missingWords(item.quorum) : '')

/** Where the ratings lie widest apart, while there is something to discuss. */
function dividedOn(item: RoomItemView | null): string {
  if (!item || item.ballots === 'hidden' || item.conclusions.signed) return ''
  const [widest] = dividedOf(standingOf(item.options), item.ballots)
  return widest ? `${placeOf(widest.option)}, ${disagreementWords(widest.found)}` : ''
}

function Between({ room }: { room: RoomView }) {
  const words = {
    planned: 'The meeting has not started',
    running: 'No case is shown',
    closed: 'The meeting is closed',
  }
  return (
    <div className="projector-count">
      <h1>{room.title}</h1>
      <span>{words[room.state]}</span>
    </div>
  )
}

/** A long question gets smaller letters, so that it is never cut; before the reveal it has the whole wall. */
const sizeOf = (question: string, hasWholeWall: boolean): string | undefined => {
  if (hasWholeWall) return question.length > 160 ? 'wide-long' : 'wide'
  if (question.length > 160) return 'longest'
  return question.length > 70 ? 'long' : undefined
}

const stageWords = {
  queued: 'Next',
  presenting: 'Discussion',
  voting: 'Vote, sealed',
  revealed: 'Revealed',
  concluded: 'Concluded',
} as const

/** From the first words of the conclusion on it is the chair's turn; everybody may read along. */
function stageOf({ stage, conclusions }: RoomItemView): string {
  return stage === 'revealed' && conclusions.draft !== null ? 'The chair writes the conclusion' : stageWords[stage]
}

type ShownProps = { room: RoomView; item: RoomItemView; today: Day; isHidden: boolean }

function Shown({ room, item, today, isHidden }: ShownProps) {
  const { patient, stage, cast, ballots } = item
  const age = patient.bornOn === null ? undefined : ageOn(patient.bornOn, today)
  const name = shownName(item, isHidden)
  return (
    <>
      <header className="projector-head">
        <div>
          <p className="projector-who">
            <b>{name}</b> {[age, isHidden ? 'identity hidden' : patient.identifier].filter(Boolean).join(' · ')}
          </p>
          <h1 className={sizeOf(item.question, ballots === 'hidden')}>{item.question}</h1>
        </div>
        <p className="projector-stage">
          <b className={stageOf(item).length > 20 ? 'long' : undefined}>{stageOf(item)}</b>
          {stage === 'voting' && item.round > 1 && `Round ${item.round}`}
          {(stage === 'revealed' || stage === 'concluded') && item.round > 1 && `Round ${item.round} · `}
          {(stage === 'revealed' || stage === 'concluded') && `${cast} of ${cast + item.notCast.length} cast`}
        </p>
      </header>
      {stage === 'voting' && (
        <p className="projector-count" role="status">
          <b>
            <Icon name="lock" /> {castInWords(item, room)}
          </b>
          <span>Sealed until the chair reveals</span>
        </p>
      )}
      {ballots === 'hidden' && stage !== 'voting' && (
        <div className="projector-images">
          <ImageStrip of={{ caseId: item.caseId, patient: name, studies: {} }} most={3} isStill />
        </div>
      )}
      {ballots !== 'hidden' && (
        <ProjectorTable
          rows={projectorRows(standingOf(item.options), item.tally ?? {}, item.conclusions.signed)}
          tally={item.tally ?? {}}
          weighted={item.weightedTally}
          weights={weightsLine(item.voting, (instant) => dayAt(instant, room.timeZone))}
          isExact={item.voting.scale === 'ratings'}
          ballots={ballots}
          notCast={item.notCast}
          isSigned={item.conclusions.signed !== null}
        />
      )}
    </>
  )
}
