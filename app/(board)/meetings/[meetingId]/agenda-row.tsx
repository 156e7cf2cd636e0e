'use client'
import type { KeyboardEvent } from 'react'
import { useShownName } from '@/app/_identity/hidden-identity'
import { PatientName } from '@/app/_identity/listed-patient'
import { AdmittedWords } from '@/app/_meeting/admitted-words'
import { Icon } from '@/app/_ui/icon'
import { lowerFirst } from '@/app/_ui/lower-first'
import { Severity } from '@/app/_ui/severity'
import { ReadinessBadge } from '@/app/(board)/_readiness/readiness-badge'
import type { StandingReadiness } from '@/lib/cases/readiness-views'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { showInstant } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import type { MeetingState } from '@/lib/meetings/model'
import type { AgendaRow } from '@/lib/meetings/model/views'
import { stageOf } from '../meeting-words'
import { MinutesField } from './minutes-field'
import { PatientLines } from './patient-lines'

type Step = 'up' | 'down'

export type AgendaRowActs = {
  move: (row: AgendaRow, step: Step) => void
  remove: (row: AgendaRow) => void
  saveMinutes: (row: AgendaRow, minutes: number) => void
  /** Puts the break after so many cases; 0 leaves it out. */
  placeBreak: (after: number, minutes: number) => void
}

type RowProps = {
  row: AgendaRow
  place: number
  isLast: boolean
  /** Clock time at which the item begins, `14:15`. */
  start: string
  flag: string | undefined
  isShown: boolean
  /** How ready the case is; undefined until that is known. */
  readiness: StandingReadiness | undefined
  meetingState: MeetingState
  timeZone: string
  /** Null for people who do not build agendas, and once the meeting is closed. */
  acts: AgendaRowActs | null
}

const steps: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down' }

/** One item of the agenda. Alt with an arrow key moves it from anywhere inside it. */
export function AgendaItem({
  row,
  place,
  isLast,
  start,
  flag,
  isShown,
  readiness,
  meetingState,
  timeZone,
  acts,
}: RowProps) {
  const name = useShownName()(row)
  const { word, tone } = stageOf(row, meetingState)
  const mayMove = acts !== null && row.stage === 'queued'
  const hear = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!event.altKey || event.ctrlKey || event.metaKey || !step) return
    event.preventDefault()
    if (mayMove) acts.move(row, step)
  }
  return (
    <tr className={isShown ? 'grid-row current' : 'grid-row'} data-item={row.itemId} onKeyDown={hear}>
      <td className="agenda-place" data-label="Item">
        {place}
      </td>
      <td className="agenda-start" data-label="Start">
        {start}
      </td>
      <th scope="row">
        <PatientName of={row} href={`/cases/${row.caseId}`} className="row-link" />
        <PatientLines row={row} flag={flag} />
      </th>
      <td className="agenda-question" data-label="Question">
        <span className="user-text">{row.question}</span>
      </td>
      <td data-label="Minutes">
        {acts ? (
          <MinutesField
            label={`Minutes for ${name}`}
            minutes={row.minutes}
            onSave={(minutes) => acts.saveMinutes(row, minutes)}
          />
        ) : (
          <span className="nowrap">{`${row.minutes}\u00a0min`}</span>
        )}
      </td>
      <td data-label="Stage">
        <Severity tone={tone}>{word}</Severity>
        {isShown && <span className="under">shown in the room</span>}
        {readiness && row.stage === 'queued' && row.caseState !== 'withdrawn' && (
          <span className="under">
            <ReadinessBadge figures={readiness} />
            {readiness.state === 'blocked' && row.admitted === null && ' Blocked only since it was added.'}
          </span>
        )}
        {row.admitted && <AdmittedWords admitted={row.admitted} />}
        {row.revote && <RevoteWords revote={row.revote} />}
        {row.pulledBack && (
          <span className="under">
            Was listed by protocol; {row.pulledBack.by} wants it discussed, {showInstant(row.pulledBack.at, timeZone)}
            {row.pulledBack.because && (
              <>
                : <span className="user-text">“{row.pulledBack.because}”</span>
              </>
            )}
          </span>
        )}
        {row.late && <LateWords late={row.late} timeZone={timeZone} />}
      </td>
      {acts && (
        <td className="agenda-acts">
          {mayMove ? (
            <ItemActs {...{ row, name, isLast, acts }} isFirst={place === 1} />
          ) : (
            <span className="muted small">Presented: its place stays</span>
          )}
        </td>
      )}
    </tr>
  )
}

/** That a case came after the agenda had closed: who put it there, when and why. */
function LateWords({
  late: { because, by, at },
  timeZone,
}: {
  late: NonNullable<AgendaRow['late']>
  timeZone: string
}) {
  return (
    <span className="under">
      <Severity tone="warn">Late</Severity> added by {by}, {showInstant(at, timeZone)}:{' '}
      <span className="user-text">“{because}”</span>
    </span>
  )
}

/** That the item is no second discussion of the whole case: what is voted on anew, and why. */
function RevoteWords({ revote: { modalities, because, by } }: { revote: NonNullable<AgendaRow['revote']> }) {
  const anew = listWords(modalities.map((modality) => lowerFirst(modalityFacts[modality].title)))
  return (
    <span className="under">
      Re-vote on {anew} only, asked for by {by}: <span className="user-text">“{because}”</span>
    </span>
  )
}

type ItemActsProps = { row: AgendaRow; name: string; isFirst: boolean; isLast: boolean; acts: AgendaRowActs }

function ItemActs({ row, name, isFirst, isLast, acts }: ItemActsProps) {
  return (
    <div className="row">
      <button
        type="button"
        className="icon-btn"
        aria-label={isFirst ? `Move ${name} up: is the first` : `Move ${name} up`}
        aria-disabled={isFirst || undefined}
        onClick={() => !isFirst && acts.move(row, 'up')}
      >
        <Icon name="up" size="medium" />
      </button>
      <button
        type="button"
        className="icon-btn"
        aria-label={isLast ? `Move ${name} down: is the last` : `Move ${name} down`}
        aria-disabled={isLast || undefined}
        onClick={() => !isLast && acts.move(row, 'down')}
      >
        <Icon name="down" size="medium" />
      </button>
      <button
        type="button"
        className="icon-btn"
        aria-label={`Take ${name} off the agenda`}
        onClick={() => acts.remove(row)}
      >
        <Icon name="close" size="medium" />
      </button>
    </div>
  )
}
