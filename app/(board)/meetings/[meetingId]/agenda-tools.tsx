'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'
import { ListByProtocol } from './list-by-protocol'
import { OrderDialog } from './order-dialog'
import { TimeDialog } from './time-dialog'
import type { RunAct } from './use-meeting'

type AgendaToolsProps = {
  view: MeetingView
  shown: readonly AgendaRow[]
  discussed: readonly AgendaRow[]
  act: RunAct
  /** Null for whoever adds no case. */
  onAdd: (() => void) | null
  onOrderTaken: (before: string[], after: string[]) => Promise<unknown>
}

/** What can be done with the agenda as a whole, each for whom it is. */
export function AgendaTools({ view, shown, discussed, act, onAdd, onOrderTaken }: AgendaToolsProps) {
  const [open, setOpen] = useState<'order' | 'list' | 'time' | null>(null)
  const close = () => setOpen(null)
  const { plan, time, listInLane } = view.may
  const waiting = discussed.filter(({ stage, caseState }) => stage === 'queued' && caseState === 'handed-in')
  return (
    <div className="card-aside">
      {plan.open && waiting.length > 1 && (
        <Button size="small" onClick={() => setOpen('order')}>
          Propose an order
        </Button>
      )}
      {listInLane.open && waiting.length > 0 && (
        <Button size="small" onClick={() => setOpen('list')}>
          List by protocol
        </Button>
      )}
      {time.open && (
        <Button size="small" icon="clock" onClick={() => setOpen('time')}>
          Time and break
        </Button>
      )}
      {onAdd && (
        <Button size="small" icon="plus" onClick={onAdd}>
          Add a case
        </Button>
      )}
      {open === 'order' && <OrderDialog {...{ view, shown }} onTaken={onOrderTaken} onClose={close} />}
      {open === 'list' && <ListByProtocol {...{ view, waiting, act }} onClose={close} />}
      {open === 'time' && <TimeDialog {...{ view, act }} items={discussed.length} onClose={close} />}
    </div>
  )
}
