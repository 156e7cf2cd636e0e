'use client'
import { useState } from 'react'
import { useShownName } from '@/app/_identity/hidden-identity'
import { PatientName } from '@/app/_identity/listed-patient'
import { ListedWords } from '@/app/_meeting/listed-words'
import { Button } from '@/app/_ui/button'
import { Severity } from '@/app/_ui/severity'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask } from '@/lib/api/client'
import { refuse } from '@/lib/foundation/result'
import { showInstant } from '@/lib/foundation/time'
import { type LaneView, laneWords } from '@/lib/meetings/model/lane'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'
import { PatientLines } from './patient-lines'
import type { RunAct } from './use-meeting'

export type ListedRow = AgendaRow & { lane: LaneView }

type LaneCardProps = { view: MeetingView; rows: readonly ListedRow[]; flags: ReadonlyMap<string, string>; act: RunAct }

/** The cases that a signed protocol covers: listed with it, not discussed, and back in the discussion with one press of anybody. */
export function LaneCard({ view, rows, flags, act }: LaneCardProps) {
  return (
    <section className="lane" aria-labelledby="lane-heading">
      <h3 id="lane-heading">Standard of care, not discussed</h3>
      <p className="muted small">By a protocol that this board has signed. No decision of the board, no vote.</p>
      <ul className="list-ruled">
        {rows.map((row) => (
          <Listed key={row.itemId} {...{ row, view, act }} flag={flags.get(row.caseId)} />
        ))}
      </ul>
    </section>
  )
}

type ListedProps = { row: ListedRow; view: MeetingView; flag: string | undefined; act: RunAct }

function Listed({ row, view: { timeZone, may }, flag, act }: ListedProps) {
  const [asks, setAsks] = useState(false)
  const name = useShownName()(row)
  const { itemId, lane } = row
  const isWithdrawn = row.caseState === 'withdrawn'
  return (
    <li className="lane-case" data-item={itemId}>
      <div>
        <PatientName of={row} href={`/cases/${row.caseId}`} className="row-link" />
        <PatientLines row={row} flag={flag} />
        <p className="user-text">{row.question}</p>
        <p>
          {isWithdrawn && <Severity tone="block">Withdrawn</Severity>} {laneWords(lane, timeZone)}.
        </p>
        <ListedWords lane={lane} timeZone={timeZone} />
        {lane.confirmed && (
          <p className="small">
            Confirmed by {lane.confirmed.by}, {showInstant(lane.confirmed.at, timeZone)}.
          </p>
        )}
      </div>
      {may.pullBack.open && (
        <div className="lane-acts">
          <Button
            size="small"
            aria-label={`Discuss ${name}, case ${row.code}`}
            onClick={() => void act(() => api.meetings.pullBack({ itemId }))}
          >
            Discuss this case
          </Button>
          <Button size="small" tone="quiet" onClick={() => setAsks(true)}>
            Discuss, with a reason<span className="visually-hidden"> for {name}</span>
          </Button>
        </div>
      )}
      {asks && (
        <WordsDialog
          title={`Discuss ${name}`}
          description="The case goes back to the agenda. The reason stands with it for everybody in the meeting."
          field={{ name: 'because', label: 'Why it is to be discussed', limit: 500 }}
          submit="Discuss this case"
          busyLabel="Pulling back"
          onSend={async (because, repeating) =>
            because.trim() === ''
              ? refuse('invalid', [{ path: 'because', message: 'Write why it is to be discussed.' }])
              : ask(api.meetings.pullBack({ itemId, because }, repeating))
          }
          onDone={() => act(() => Promise.resolve())}
          onClose={() => setAsks(false)}
        />
      )}
    </li>
  )
}
