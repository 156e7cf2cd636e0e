'use client'
import { IdentitySwitch } from '@/app/_identity/identity-switch'
import { timeOnCase } from '@/app/_meeting/time-on-case'
import { useSeconds } from '@/app/_meeting/use-seconds'
import { Icon } from '@/app/_ui/icon'
import { useKeys } from '@/app/_ui/keys'
import { type Liveness, LiveState } from '@/app/_ui/live-state'
import { Menu } from '@/app/_ui/menu'
import { castInWords } from '@/lib/deliberation/model/turnout'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { stageWords } from '../../meeting-words'
import { stageSteps, stepOf } from './stages'

type RoomBarProps = {
  room: RoomView
  liveness: Liveness
  onLook: (itemId: string) => void
  /** The form of the conclusion stands open on this screen. */
  isConcluding: boolean
  isHidden: boolean
  /** The screen looks at another item than the room. */
  isAway: boolean
}

/** Which item this is, where it stands, how long it has taken, and whether the screen is live. */
export function RoomBar({ room, liveness, onLook, isConcluding, isHidden, isAway }: RoomBarProps) {
  const { item, items } = room
  const place = items.findIndex(({ itemId }) => itemId === item?.itemId) + 1
  const lookAt = (index: number) => {
    const other = items[index]
    if (other) onLook(other.itemId)
  }
  useKeys([
    { key: '[', does: 'look at the previous item', run: () => lookAt(place - 2) },
    { key: ']', does: 'look at the next item', run: () => lookAt(place) },
  ])
  return (
    <div className="room-bar">
      <h1 className="visually-hidden">{item ? `Case ${item.code} in the room` : `Room: ${room.title}`}</h1>
      <Menu
        label={item ? `Item ${place} of ${items.length}` : `${items.length} ${items.length === 1 ? 'item' : 'items'}`}
        name={item ? `Item ${place} of ${items.length}: look at another item` : 'Look at an item'}
        size="small"
        acts={items.map(({ itemId, code, position, stage, isInLane }) => ({
          label: `${position}. Case ${code}: ${isInLane ? 'by protocol, not discussed' : stageWords[stage].word.toLowerCase()}`,
          onChoose: () => onLook(itemId),
        }))}
      />
      {item && (
        <>
          <span className="muted nowrap on-desk">Case {item.code}</span>
          <Stages {...{ item, isConcluding }} />
          {item.stage === 'voting' && (
            <span className="on-phone" aria-hidden="true">
              {castInWords(item, room)}
            </span>
          )}
          <span className="spacer" />
          <TimeOnCase item={item} />
        </>
      )}
      {!item && <span className="spacer" />}
      <IdentitySwitch isHidden={isHidden} className="btn small on-desk" />
      {isAway && <span className="small muted nowrap on-desk">Looking around</span>}
      <LiveState liveness={liveness} />
    </div>
  )
}

function Stages({ item, isConcluding }: { item: RoomItemView; isConcluding: boolean }) {
  const step = stepOf(item, isConcluding)
  return (
    <ol className="stages" aria-label="Steps of this case">
      {stageSteps.map((words, index) => {
        const isDone = index < step
        const isNow = index === step
        return (
          <li key={words} className={isDone ? 'done' : undefined} aria-current={isNow ? 'step' : undefined}>
            {isDone && <Icon name="ok" size="medium" label="Done:" />}
            {isNow && index === 2 && <Icon name="lock" size="medium" />}
            {!isDone && !(isNow && index === 2) && (
              <span className="small" aria-hidden="true">
                {index + 1}
              </span>
            )}
            {words}
          </li>
        )
      })}
    </ol>
  )
}

function TimeOnCase({ item }: { item: RoomItemView }) {
  const time = timeOnCase(item, useSeconds())
  if (time === null) return <span className="room-time">Planned {item.minutes} min</span>
  const over = Math.floor(time.minutes - item.minutes)
  return (
    <span className="room-time" role="timer">
      <span className="on-desk">On this case</span> <b>{time.shown}</b> of {item.minutes} min
      {over >= 1 && <span className="severity severity-warn on-desk">{over} min over</span>}
    </span>
  )
}
