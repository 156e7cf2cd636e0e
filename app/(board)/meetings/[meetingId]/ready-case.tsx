'use client'
import { useId, useState } from 'react'
import { useShownName } from '@/app/_identity/hidden-identity'
import { PatientName } from '@/app/_identity/listed-patient'
import { Button } from '@/app/_ui/button'
import { Chip } from '@/app/_ui/chip'
import { TextAreaField } from '@/app/_ui/text-field'
import { ReadinessBadge } from '@/app/(board)/_readiness/readiness-badge'
import type { StandingReadiness } from '@/lib/cases/readiness-views'
import { dayAt, showDay } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import { noReasonToAdmit } from '@/lib/meetings/model'
import type { MeetingView } from '@/lib/meetings/model/views'
import type { Waiting } from './add-case'
import { PatientLines } from './patient-lines'

type ReadyCaseProps = {
  row: Waiting
  view: MeetingView
  flag: string | undefined
  /** Undefined until that is known. */
  readiness: StandingReadiness | undefined
  isAdding: boolean
  add: (row: Waiting, because?: string) => Promise<void>
}

/** A case that can be put on the agenda; a blocked one by the chair, with a reason. */
export function ReadyCase({ row, view, flag, readiness, isAdding, add }: ReadyCaseProps) {
  const { timeZone, may, chairs } = view
  const [asksWhy, setAsksWhy] = useState(false)
  const isBlocked = readiness?.state === 'blocked'
  const name = useShownName()(row)
  const why = whyNotAdd({ isBlocked, plans: may.plan.open, admits: may.admit.open, chairs })
  return (
    <li className="ready-case">
      <div>
        <PatientName of={row} />
        {row.elsewhere && <Chip tone="warn">On the agenda of {showDay(dayAt(row.elsewhere, timeZone))}</Chip>}
        {row.signed && <Chip icon={null}>Concluded before</Chip>}
        <PatientLines row={row} flag={flag} />
        <p className="user-text">{row.question}</p>
        <p className="muted small">
          {row.handedInAt && `Handed in ${showDay(dayAt(row.handedInAt, timeZone))} `}
          {readiness && <ReadinessBadge figures={readiness} />}
        </p>
        {asksWhy && isBlocked && (
          <Admission name={name} isAdding={isAdding} onAdmit={(because) => void add(row, because)} />
        )}
      </div>
      {!asksWhy && (
        <Button
          size="small"
          icon="plus"
          aria-label={`Add ${name}, case ${row.code}`}
          busy={isAdding}
          blockedBecause={why}
          onClick={() => (isBlocked ? setAsksWhy(true) : void add(row))}
        >
          Add
        </Button>
      )}
    </li>
  )
}

type Standing = { isBlocked: boolean; plans: boolean; admits: boolean; chairs: readonly string[] }

/** Why this person cannot put the case on the agenda, with who can; undefined when nothing stands in the way. */
function whyNotAdd({ isBlocked, plans, admits, chairs }: Standing): string | undefined {
  if (isBlocked && !admits) {
    return chairs.length === 0
      ? 'Blocked, and this board has no chair who could admit it.'
      : `Blocked: ${listWords(chairs)} can add it with a reason.`
  }
  return isBlocked || plans ? undefined : 'The coordinator adds cases that are not blocked.'
}

type AdmissionProps = { name: string; isAdding: boolean; onAdmit: (because: string) => void }

/** The chair says why the board discusses a blocked case; everybody reads it with the item. */
function Admission({ name, isAdding, onAdmit }: AdmissionProps) {
  const id = useId()
  const [because, setBecause] = useState('')
  const [isTold, setTold] = useState(false)
  const isEmpty = because.trim() === ''
  return (
    <div className="stack">
      <TextAreaField
        id={id}
        label={`Why the board discusses ${name} although it is blocked`}
        hint="Shown with the item to everybody in the meeting."
        required
        rows={2}
        value={because}
        onChange={setBecause}
        error={isTold && isEmpty ? noReasonToAdmit : undefined}
        limit={500}
      />
      <div className="row-wrap">
        <Button
          size="small"
          tone="primary"
          busy={isAdding}
          onClick={() => {
            setTold(true)
            if (isEmpty) document.getElementById(id)?.focus()
            else onAdmit(because)
          }}
        >
          Add with this reason
        </Button>
      </div>
    </div>
  )
}
