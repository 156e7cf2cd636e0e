'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { api } from '@/lib/api/client'
import type { RoomView } from '@/lib/deliberation/model/views'
import { notSeenWords } from '@/lib/meetings/model/attendance'

type Person = RoomView['attendance'][number]
type NotSeenProps = { room: RoomView; people: readonly Person[]; act: RunAct }

/**
 * People who are recorded as being there and whose screens no longer follow the meeting. They go on counting, until the chair or the
 * coordinator marks them as having left.
 */
export function NotSeen({ room, people, act }: NotSeenProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const markAsLeft = async ({ userId, remote, notSeenSince }: Person) => {
    const gone = { meetingId: room.meetingId, userId, remote, left: true, notSeenSince }
    const refused = await act(() => api.meetings.recordAttendance(gone))
    setFailure(refused && refusalSentence(refused))
  }
  return (
    <>
      {people.length > 0 && (
        <ul className="not-seen" aria-label="Not seen for more than 5 minutes">
          {people.map((person) => (
            <li key={person.userId}>
              <span>
                {person.name}
                <span className="under">{notSeenWords(person.notSeenSince ?? '', room.timeZone)}</span>
              </span>
              {room.may.recordOthers.open && (
                <Button size="small" aria-label={`Mark ${person.name} as left`} onClick={() => void markAsLeft(person)}>
                  Mark as left
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {failure && <p role="alert">{failure}</p>}
    </>
  )
}
