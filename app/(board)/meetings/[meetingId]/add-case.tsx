'use client'
import { useId, useMemo, useRef, useState } from 'react'
import { useShownName } from '@/app/_identity/hidden-identity'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { Empty } from '@/app/_ui/notice'
import { NumberField } from '@/app/_ui/number-field'
import { fieldErrors } from '@/app/_ui/refusal-words'
import { useReadiness } from '@/app/(board)/_readiness/use-readiness'
import { api, ask } from '@/lib/api/client'
import { dayAt } from '@/lib/foundation/time'
import type { MeetingView } from '@/lib/meetings/model/views'
import { isMatch, nameFlags } from './agenda-rows'
import { minutesProblem, readMinutes } from './minutes-field'
import { ReadyCase } from './ready-case'
import { type AskedReasons, ReasonToAdd } from './reason-to-add'
import type { RunAct } from './use-meeting'

export type Waiting = MeetingView['waiting'][number]

type AddCaseProps = {
  view: MeetingView
  act: RunAct
  onClose: () => void
  /** Says what was added. */
  onAdded: (words: string) => void
}

/** The ready cases, to be put on the agenda one after the other; found by name, identifier or code. */
export function AddCase({ view, act, onClose, onAdded }: AddCaseProps) {
  const searchId = useId()
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [minutesTyped, setMinutesTyped] = useState('15')
  const [adding, setAdding] = useState<string | null>(null)
  const [asked, setAsked] = useState<(AskedReasons & { row: Waiting }) | null>(null)
  const nameOf = useShownName()
  const { waiting, agenda, meetingId, timeZone } = view
  const flags = useMemo(() => nameFlags([...agenda, ...waiting]), [agenda, waiting])
  const found = waiting.filter((row) => isMatch(row, typed))
  const minutes = readMinutes(minutesTyped)
  const readiness = useReadiness(
    view.boardId,
    waiting.map(({ caseId }) => caseId),
    { stamp: view.sequence, meetsOn: dayAt(view.startsAt, timeZone) },
  )

  const said = (row: Waiting) => onAdded(`${nameOf(row)} is on the agenda, last.`)
  const add = async (row: Waiting, isBlocked: boolean) => {
    if (minutes === null || adding !== null) return
    const reasons = { isBlocked, isLate: view.agendaCloses.isPast }
    if (reasons.isBlocked || reasons.isLate) return setAsked({ row, ...reasons })
    setAdding(row.caseId)
    const call = api.meetings.addItem({ meetingId, caseId: row.caseId, minutes })
    const answer = await ask(call)
    setAdding(null)
    const missing = answer.ok ? {} : fieldErrors(answer.refusal)
    // The agenda closed, or the case became blocked, while this list was open.
    if (missing.lateBecause || missing.because)
      return setAsked({ row, isLate: missing.lateBecause !== undefined, isBlocked: missing.because !== undefined })
    if (!(await act(() => call))) return onClose()
    said(row)
    search.current?.focus()
  }
  if (asked && minutes !== null) {
    const { row, ...reasons } = asked
    return (
      <ReasonToAdd
        {...reasons}
        name={nameOf(row)}
        item={{ meetingId, caseId: row.caseId, minutes }}
        onAdded={async () => {
          await act(() => Promise.resolve())
          said(row)
        }}
        onClose={() => setAsked(null)}
      />
    )
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Add a case"
      description="Cases that were handed in and are not on this agenda: the longest waiting first, those on another agenda last."
      actions={<Button onClick={onClose}>Done</Button>}
    >
      <div className="add-case-head">
        <div className="field">
          <label htmlFor={searchId} className="field-label">
            Name, identifier or case code
          </label>
          <div className="input">
            <Icon name="search" />
            <input
              id={searchId}
              ref={search}
              type="search"
              autoComplete="off"
              value={typed}
              maxLength={200}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        </div>
        <NumberField
          label="Minutes for each"
          whole
          unit="min"
          value={minutesTyped}
          onChange={setMinutesTyped}
          error={minutes === null ? minutesProblem : undefined}
        />
      </div>
      <p className="muted small" role="status">
        {`${found.length} of ${waiting.length} ready ${waiting.length === 1 ? 'case' : 'cases'}, ${agenda.length} on the agenda`}
      </p>
      {found.length === 0 ? (
        <Empty title={waiting.length === 0 ? 'No case is ready' : 'No ready case matches'}>
          {waiting.length === 0
            ? 'Cases appear here once their presenter hands them in.'
            : 'Change what you search for. Drafts and withdrawn cases are not listed.'}
        </Empty>
      ) : (
        <ul className="list-ruled">
          {found.map((row) => (
            <ReadyCase
              key={row.caseId}
              {...{ row, view, add }}
              flag={flags.get(row.caseId)}
              readiness={readiness.get(row.caseId)}
              isAdding={adding === row.caseId}
            />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
