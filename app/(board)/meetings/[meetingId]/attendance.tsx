'use client'
import { useMemo } from 'react'
import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import { api } from '@/lib/api/client'
import { stayWords } from '@/lib/meetings/model/attendance'
import type { MeetingView } from '@/lib/meetings/model/views'
import { type PersonPresence, type Presence, presenceGroups, presenceWords } from './presence'
import type { RunAct } from './use-meeting'

type AttendanceProps = {
  view: MeetingView
  act: RunAct
  userId: string
  /** The coordinator and the chair record everybody, others themselves. */
  recordsAll: boolean
}

const words: Readonly<Record<Exclude<Presence, null>, string>> = {
  here: 'Here',
  remote: 'Remote',
  unplaced: 'There, place not recorded',
  'by-ballot': 'By ballot',
  left: 'Left',
}
type Choice = 'here' | 'remote' | 'left'

/** Who is at the meeting, by specialty, with the times of coming and leaving. */
export function Attendance({ view, act, userId, recordsAll }: AttendanceProps) {
  const groups = useMemo(() => presenceGroups(view), [view])
  const isOpen = view.state !== 'closed'
  const record = (person: PersonPresence, next: Choice) => {
    if (person.presence === next) return
    const { meetingId } = view
    const remote = next === 'left' ? person.remote : next === 'remote'
    void act(() => api.meetings.recordAttendance({ meetingId, userId: person.userId, remote, left: next === 'left' }))
  }
  return (
    <Card title="Attendance" note={presenceWords(groups)} className="attendance">
      {groups.map(({ title, people }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {people.map((person) => (
              <li key={person.userId}>
                <div>
                  <span>{person.userId === userId ? `${person.name} (you)` : person.name}</span>
                  <PresenceTimes person={person} timeZone={view.timeZone} />
                </div>
                {isOpen && (recordsAll || person.userId === userId) ? (
                  <PresenceChoice person={person} onChoose={(next) => record(person, next)} />
                ) : (
                  <PresenceWord presence={person.presence} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

function PresenceTimes({ person: { role, stays, presence }, timeZone }: { person: PersonPresence; timeZone: string }) {
  if (stays.length === 0) return role === null ? null : <span className="under">{role}</span>
  const told = stays.map((stay) => stayWords(stay, timeZone)).join('; ')
  return <span className="under">{presence === 'unplaced' ? `${told}, place not recorded` : told}</span>
}

function PresenceWord({ presence }: { presence: Presence }) {
  if (presence === null) return <span className="muted">Not recorded</span>
  if (presence === 'left') return <Severity tone="block">Left</Severity>
  if (presence === 'by-ballot') return <span className="muted">{words[presence]}</span>
  return <Severity tone={presence === 'here' ? 'ok' : 'info'}>{words[presence]}</Severity>
}

type ChoiceProps = { person: PersonPresence; onChoose: (next: Choice) => void }

/** Buttons, not radio buttons: each press is recorded with its time, so arrow keys must not pass through values. */
function PresenceChoice({ person: { name, presence }, onChoose }: ChoiceProps) {
  const open = presence === null ? (['here', 'remote'] as const) : (['here', 'remote', 'left'] as const)
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{name}</legend>
      {open.map((each) => (
        <button
          key={each}
          type="button"
          className="segment"
          aria-pressed={presence === each}
          onClick={() => onChoose(each)}
        >
          {words[each]}
        </button>
      ))}
    </fieldset>
  )
}
