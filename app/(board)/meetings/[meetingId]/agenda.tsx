'use client'
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useShownName } from '@/app/_identity/hidden-identity'
import { Button } from '@/app/_ui/button'
import { KeyHints } from '@/app/_ui/kbd'
import { useKeys } from '@/app/_ui/keys'
import { Empty, Notice } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { showInstant } from '@/lib/foundation/time'
import { decideNewItem } from '@/lib/meetings/model'
import { loadOf } from '@/lib/meetings/model/meeting-time'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'
import { casesWords } from '../meeting-words'
import { AddCase } from './add-case'
import { nameFlags, slotsOf } from './agenda-rows'
import { AgendaTable } from './agenda-table'
import { AgendaTools } from './agenda-tools'
import { LaneCard, type ListedRow } from './lane-card'
import { Ordered, useTakenOrder } from './taken-order'
import { type Removed, useAgendaActs } from './use-agenda-acts'
import type { RunAct } from './use-meeting'

type AgendaProps = {
  view: MeetingView
  /** The items as they stand on screen. */
  shown: readonly AgendaRow[]
  act: RunAct
  region: RefObject<HTMLElement | null>
  changedElsewhere: boolean
  onShowChanges: () => void
}

/** The cases of a meeting in their order, with clock times; the coordinator moves, times, adds and takes off. */
export function Agenda({ view, shown, act, region, changedElsewhere, onShowChanges }: AgendaProps) {
  const headingId = useId()
  const [adding, setAdding] = useState(false)
  const discussed = shown.filter(({ lane }) => lane === null)
  const listed = shown.filter((row): row is ListedRow => row.lane !== null)
  const flags = useMemo(() => nameFlags(shown), [shown])
  const { acts, putBack, said, say, removed, forget } = useAgendaActs({ view, shown, act })
  const { ordered, orderTaken, orderBack, forgetOrder } = useTakenOrder({ meetingId: view.meetingId, act, say })
  const { starts, breakStart, end } = slotsOf(discussed, view)
  const mayPlan = view.may.plan.open
  const mayAdd = (mayPlan || view.may.admit.open) && decideNewItem(view).ok
  const add = () => setAdding(true)
  useKeys(mayAdd ? [{ key: 'a', does: 'add a case', run: add }] : [])

  return (
    <section className="card agenda-card" aria-labelledby={headingId} ref={region}>
      <div className="card-head ruled">
        <h2 id={headingId}>Agenda</h2>
        <span className="card-note">
          {discussed.length > 0 && <LoadWords {...{ view }} shown={discussed} times={`${starts[0]} to ${end}`} />}
        </span>
        {shown.length > 0 && (
          <AgendaTools {...{ view, shown, discussed, act }} onAdd={mayAdd ? add : null} onOrderTaken={orderTaken} />
        )}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {changedElsewhere && (
        <p className="updates" role="status">
          Others changed this agenda.{' '}
          <Button size="small" tone="quiet" onClick={onShowChanges}>
            Show
          </Button>
        </p>
      )}
      <ClosesWords view={view} />
      {ordered && <Ordered onUndo={() => void orderBack(ordered)} onHide={forgetOrder} />}
      {removed && <TakenOff removed={removed} onUndo={() => void putBack(removed)} onHide={forget} />}
      {shown.length === 0 && <NoCases view={view} onAdd={add} />}
      {discussed.length > 0 && (
        <AgendaTable {...{ view, starts, breakStart, flags }} shown={discussed} acts={mayPlan ? acts : null} />
      )}
      {listed.length > 0 && <LaneCard {...{ view, flags, act }} rows={listed} />}
      {mayPlan && shown.length > 1 && (
        <div className="card-foot">
          <KeyHints
            hints={[
              { keys: ['Alt', '↑', '↓'], does: 'move the case that has the focus' },
              { keys: ['A'], does: 'add a case' },
            ]}
          />
        </div>
      )}
      {adding && <AddCase view={view} act={act} onClose={() => setAdding(false)} onAdded={say} />}
    </section>
  )
}

/** Until when the agenda takes a case without a reason, where the board has set an hour. */
function ClosesWords({ view: { agendaCloses, state, timeZone } }: { view: MeetingView }) {
  if (agendaCloses.at === null || state !== 'planned') return null
  return (
    <p className="agenda-closes small">
      {agendaCloses.isPast ? 'The agenda closed' : 'The agenda closes'} {showInstant(agendaCloses.at, timeZone)}. A case
      added after that needs a reason.
    </p>
  )
}

/** How much stands on the agenda, how long it takes, and that it is more than the meeting may take. */
function LoadWords({ view, shown, times }: Pick<AgendaProps, 'view' | 'shown'> & { times: string }) {
  const { discussion, over } = loadOf(shown, view.break, view.budgetMinutes)
  const pause = view.break ? ` and a break of ${view.break.minutes}\u00a0min` : ''
  const budget = view.budgetMinutes === null ? '' : `, budget ${view.budgetMinutes}\u00a0min`
  return (
    <>
      {`${casesWords(shown.length)}, ${discussion}\u00a0min${pause}, ${times}${budget}`}{' '}
      {over !== null && over > 0 && <Severity tone="warn">{`${over}\u00a0min over`}</Severity>}
    </>
  )
}

function TakenOff({ removed, onUndo, onHide }: { removed: Removed; onUndo: () => void; onHide: () => void }) {
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The row that had the focus is gone; the way back is what comes next.
    if (removed.place > 0) undo.current?.focus()
  }, [removed])
  return (
    <Notice
      kind="info"
      title={`${useShownName()(removed.row)} is off the agenda.`}
      announce="status"
      actions={
        <>
          <Button size="small" ref={undo} onClick={onUndo}>
            Undo
          </Button>
          <Button size="small" tone="quiet" onClick={onHide}>
            Hide
          </Button>
        </>
      }
    >
      The case stays ready for another meeting.
    </Notice>
  )
}

function NoCases({ view, onAdd }: { view: MeetingView; onAdd: () => void }) {
  const ready = view.waiting.length
  if (!view.may.plan.open && !view.may.admit.open) return <Empty title="No cases on this agenda" />
  if (ready === 0) {
    return <Empty title="No cases on this agenda">No case is ready. Cases appear here once they are handed in.</Empty>
  }
  return (
    <Empty title="No cases on this agenda" action={<Button onClick={onAdd}>Add a case</Button>}>
      {ready === 1 ? 'Add the one ready case.' : `Add from the ${ready} ready cases.`}
    </Empty>
  )
}
