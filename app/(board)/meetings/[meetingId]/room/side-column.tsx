'use client'
import type { RunAct } from '@/app/_meeting/use-room'
import { Card } from '@/app/_ui/card'
import { castInWords, turnoutOf } from '@/lib/deliberation/model/turnout'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { showTime } from '@/lib/foundation/time'
import type { CallsView } from '@/lib/meetings/model/call'
import { CallsCard } from './calls/calls-card'
import { ChairPanel } from './chair-panel'
import { ConflictCard } from './conflict/conflict-card'
import { MovedCard } from './moved-card'
import { OpenVote } from './open-vote'
import { PaceCard } from './pace-card'
import { PeopleCard } from './people-card'
import { QuorumCard } from './quorum-card'
import { SafetyCard } from './safety/safety-card'
import { SealCard } from './seal-card'

type SideColumnProps = {
  room: RoomView
  item: RoomItemView
  userId: string
  act: RunAct
  /** For the acts after which the focus goes on to what the chair does next. */
  chairAct: RunAct
  calls: CallsView | null
  onConclude: () => void
}

/** Beside the deliberation: the state of the vote, the acts of the chair, who is there. */
export function SideColumn({ room, item, userId, act, chairAct, calls, onConclude }: SideColumnProps) {
  const chairs = room.may.present.why !== 'forbidden'
  return (
    <>
      {item.stage === 'voting' && (
        <SealCard
          round={item.round}
          cast={item.cast}
          isHeld={item.isCastHeld}
          counted={castInWords(item, room)}
          voters={turnoutOf(item, room).outOf}
          own={ownCast(item, room)}
          voting={item.voting}
          timeZone={room.timeZone}
        />
      )}
      <SafetyCard {...{ room, item, userId, act }} />
      <MovedCard item={item} />
      {item.dissenting.length > 0 && (
        <Card title="Dissent" note={String(item.dissenting.length)}>
          <ul className="stack-tight small">
            {item.dissenting.map(({ optionId, voterId, name, letter, title, reason }) => (
              <li key={`${optionId} ${voterId}`}>
                <b>{name}</b> opposes {letter}, {title}: <span className="user-text">{reason}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {!chairs && item.may.openVote.why !== 'forbidden' && <OpenVote item={item} act={act} />}
      {chairs && room.state !== 'planned' && <ChairPanel {...{ room, item, calls, onConclude }} act={chairAct} />}
      {chairs && <PaceCard room={room} />}
      <QuorumCard {...{ room, item, act }} />
      <ConflictCard {...{ room, item, act }} />
      {room.kind === 'live' ? (
        <PeopleCard {...{ room, userId, act }} />
      ) : (
        <CallsCard view={calls} act={act} timeZone={room.timeZone} />
      )}
    </>
  )
}

function ownCast({ myBallot, may }: RoomItemView, { timeZone }: RoomView): string | null {
  if (may.vote.why === 'recused') return null
  if (myBallot) return `Yours is cast, ${showTime(myBallot.castAt, timeZone)}.`
  return may.vote.open ? 'Yours is not cast yet.' : null
}
