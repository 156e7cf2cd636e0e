'use client'
import { useShownName } from '@/app/_identity/hidden-identity'
import { PatientName } from '@/app/_identity/listed-patient'
import { Button } from '@/app/_ui/button'
import { Chip } from '@/app/_ui/chip'
import { ReadinessBadge } from '@/app/(board)/_readiness/readiness-badge'
import type { StandingReadiness } from '@/lib/cases/readiness-views'
import { dayAt, showDay } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
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
  add: (row: Waiting, isBlocked: boolean) => Promise<void>
}

/** A case that can be put on the agenda; a blocked one by the chair, with a reason. */
export function ReadyCase({ row, view, flag, readiness, isAdding, add }: ReadyCaseProps) {
  const { timeZone, may, chairs } = view
  const isBlocked = readiness?.state === 'blocked'
  const name = useShownName()(row)
  const why = whyNotAdd({ isBlocked, plans: may.plan.open, admits: may.admit.open, chairs })
  return (
    <li className="ready-case">
      <div>
        <PatientName of={row} />
        {row.elsewhere && <Chip tone="warn">On the agenda of {showDay(dayAt(row.elsewhere, timeZone))}</Chip>}
        {row.signed && <Chip icon={null}>Concluded before</Chip>}
        {row.byProtocol && <Chip icon={null}>By protocol before, not discussed</Chip>}
        <PatientLines row={row} flag={flag} />
        <p className="user-text">{row.question}</p>
        <p className="muted small">
          {row.handedInAt && `Handed in ${showDay(dayAt(row.handedInAt, timeZone))} `}
          {readiness && <ReadinessBadge figures={readiness} />}
        </p>
      </div>
      <Button
        size="small"
        icon="plus"
        aria-label={`Add ${name}, case ${row.code}`}
        busy={isAdding}
        blockedBecause={why}
        onClick={() => void add(row, isBlocked)}
      >
        Add
      </Button>
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
