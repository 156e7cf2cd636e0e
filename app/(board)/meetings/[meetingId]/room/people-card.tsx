'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { Segmented } from '@/app/_ui/segmented'
import { api } from '@/lib/api/client'
import type { RoomView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import { countedNotSeen } from '@/lib/meetings/model/attendance'
import { specialties, specialtyWords } from '@/lib/people/model'
import { NotSeen } from './not-seen'

type PeopleCardProps = { room: RoomView; userId: string; act: RunAct }

/**
 * Who is in the room now, by specialty; a specialty without anybody says so. The own place can be changed. Who has not been seen for long
 * stands here, unless the quorum of the case says it.
 */
export function PeopleCard({ room, userId, act }: PeopleCardProps) {
  const { item } = room
  const [failure, setFailure] = useState<string | null>(null)
  const here = room.attendance.filter(({ leftAt }) => leftAt === null)
  const remote = here.filter((one) => one.remote).length
  const mine = here.find((one) => one.userId === userId)
  const others = here.filter(({ specialty }) => specialty === null).map(({ name }) => name)
  const counted = item ? countedNotSeen(room.attendance, item.quorum) : []
  const silent = here.filter((one) => one.notSeenSince !== undefined && !counted.includes(one))
  const hasLeft = !mine && room.attendance.some((one) => one.userId === userId)
  const enter = async (place?: Place) => {
    const { meetingId } = room
    const said = place === undefined ? { meetingId } : { meetingId, remote: place === 'remote' }
    const refused = await act(() => api.meetings.join(said))
    setFailure(refused && refusalSentence(refused))
  }
  return (
    <Card title="In the room" note={`${here.length} here${remote === 0 ? '' : `, ${remote} of them remote`}`}>
      <ul className="room-people">
        {specialties.map((specialty) => {
          const people = here.filter((one) => one.specialty === specialty)
          const { short, word } = specialtyWords[specialty]
          return (
            <li key={specialty}>
              <span className="specialty" aria-hidden="true">
                {short}
              </span>
              <span>
                <span className="visually-hidden">{word}: </span>
                {people.length === 0 ? <span className="muted">nobody</span> : listWords(people.map(nameOf))}
              </span>
            </li>
          )
        })}
      </ul>
      {others.length > 0 && <p className="small quiet">Also: {listWords(others)}.</p>}
      <NotSeen people={silent} {...{ room, act }} />
      {hasLeft && room.may.join.open && (
        <Notice kind="info" title="You are recorded as having left">
          <p>
            <Button onClick={() => void enter()}>I am back</Button>
          </p>
          {failure && <p role="alert">{failure}</p>}
        </Notice>
      )}
      {mine && room.may.join.open && (
        <Segmented
          label="I am"
          segments={[
            { value: 'here', label: 'In the room' },
            { value: 'remote', label: 'Remote' },
          ]}
          value={placeOf(mine.remote)}
          onChange={(place) => void enter(place)}
          error={failure ?? undefined}
          full
        />
      )}
    </Card>
  )
}

type Place = 'here' | 'remote'

/** Null where nobody said it. */
const placeOf = (remote: boolean | null): Place | null => (remote === null ? null : remote ? 'remote' : 'here')

const nameOf = ({ name, remote }: RoomView['attendance'][number]) => (remote ? `${name} (remote)` : name)
