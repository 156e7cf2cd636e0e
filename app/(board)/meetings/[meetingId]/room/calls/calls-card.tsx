'use client'
import Link from 'next/link'
import type { RunAct } from '@/app/_meeting/use-room'
import { useSeconds } from '@/app/_meeting/use-seconds'
import { Card } from '@/app/_ui/card'
import { Loading } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { showInstant } from '@/lib/foundation/time'
import type { CallsView } from '@/lib/meetings/model/call'
import { specialtyWords } from '@/lib/people/model'
import { deadlineWords, isToTell, personWords } from './call-words'
import { ToTell } from './to-tell'

type CallsCardProps = { view: CallsView | null; act: RunAct; timeZone: string }

/**
 * Who is called to an asynchronous board, who took it, who is next, whom to telephone, and how long it has. Never who has cast.
 */
export function CallsCard({ view, act, timeZone }: CallsCardProps) {
  const seconds = useSeconds()
  if (!view) {
    return (
      <Card title="Who is called">
        <Loading lines={4} label="Loading who is called" />
      </Card>
    )
  }
  const now = seconds === null ? view.openedAt : new Date(seconds * 1000).toISOString()
  const { tone, words } = deadlineWords(view, now, timeZone)
  return (
    <Card
      title="Who is called"
      foot={
        <p className="small quiet">
          Spineboard shows a call on the screens of those who are signed in. It sends no e-mail and rings nobody:
          telephone as well. The numbers are those of the <Link href="/meetings/duty">duty list</Link>.
        </p>
      }
    >
      <p role="timer">
        <Severity tone={tone}>{words}</Severity>
      </p>
      <p className="small quiet">
        Called by {view.openedBy}, {showInstant(view.openedAt, timeZone)}. The ballots open by themselves once every
        specialty has cast; the chair can open them before.
      </p>
      {view.calls.map((call) => (
        <section key={call.callId} className="call" aria-labelledby={`call-${call.callId}`}>
          <h3 id={`call-${call.callId}`}>{specialtyWords[call.specialty].word}</h3>
          {call.runOutAt !== null && (
            <Severity tone="crit">Everybody was called and nobody took it. Telephone.</Severity>
          )}
          <ol>
            {call.people.map((person) => {
              const stands = personWords(person, call, now, timeZone)
              return (
                <li key={person.userId}>
                  <b>{person.name}</b> <Severity tone={stands.tone}>{stands.words}</Severity>
                  {isToTell(view, person) && (
                    <ToTell {...{ person, act }} callId={call.callId} mayNote={view.mayNote} />
                  )}
                </li>
              )
            })}
          </ol>
        </section>
      ))}
      <p className="small">
        <Link href={`/cases/${view.caseId}/history/${encodeURIComponent(view.openedAt)}`}>
          The case as it was when the board was called
        </Link>
      </p>
    </Card>
  )
}
