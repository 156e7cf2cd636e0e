'use client'
import { useEffect, useState } from 'react'
import { useShownName } from '@/app/_identity/hidden-identity'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Loading, Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import { showInstant } from '@/lib/foundation/time'
import type { OrderProposal } from '@/lib/meetings/model/order'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'

type OrderDialogProps = {
  view: MeetingView
  shown: readonly AgendaRow[]
  /** The order was taken; the one before it, for whoever wants it back. */
  onTaken: (before: string[], after: string[]) => Promise<unknown>
  onClose: () => void
}

/** The proposed order of the agenda with the reasons of each place, to be taken as a whole or left. */
export function OrderDialog({ view: { meetingId, timeZone }, shown, onTaken, onClose }: OrderDialogProps) {
  const [proposal, setProposal] = useState<OrderProposal | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void ask(api.meetings.getOrder({ meetingId })).then((answer) =>
      answer.ok ? setProposal(answer.value) : setFailure(answer.refusal),
    )
  }, [meetingId])
  const isSame = proposal?.rows.every(({ from }, index) => from === index + 1) ?? false
  const take = async ({ seen, rows }: OrderProposal) => {
    const order = rows.map(({ itemId }) => itemId)
    setBusy(true)
    const answer = await ask(api.meetings.order({ meetingId, seen, order }))
    setBusy(false)
    if (!answer.ok) return setFailure(answer.refusal)
    await onTaken(seen, order)
    onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Order by urgency and complexity"
      description="A proposal. Nothing is moved until you take it, and every case can be moved by hand after that."
      actions={
        <>
          <Button onClick={onClose}>Keep the order</Button>
          {proposal && !isSame && (
            <Button tone="primary" busy={busy} busyLabel="Moving" onClick={() => void take(proposal)}>
              Take this order
            </Button>
          )}
        </>
      }
    >
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      {!proposal && !failure && <Loading label="Reading the cases" />}
      {proposal?.byHand && !isSame && (
        <Notice kind="info" title="The order was made by hand.">
          {`${proposal.byHand.by} last moved a case, ${showInstant(proposal.byHand.at, timeZone)}. Taking the proposal replaces that order.`}
        </Notice>
      )}
      {proposal && (
        <>
          <p className="small">
            First comes {proposal.keys.join('; then ')}. A later one decides only where the earlier ones are alike.
          </p>
          {isSame && <p role="status">The agenda stands in this order already.</p>}
          <ProposedRows {...{ proposal, shown }} />
        </>
      )}
    </Dialog>
  )
}

function ProposedRows({ proposal: { rows }, shown }: { proposal: OrderProposal; shown: readonly AgendaRow[] }) {
  const nameOf = useShownName()
  return (
    <ol className="list-ruled proposed-order">
      {rows
        .filter(({ isInLane }) => !isInLane)
        .map(({ itemId, code, stage, from, reasons }, index) => {
          const row = shown.find((one) => one.itemId === itemId)
          return (
            <li key={itemId}>
              <b>{index + 1}.</b> {row && nameOf(row)} <span className="muted">case {code}</span>
              {from !== index + 1 && <span className="nowrap">, now item {from}</span>}
              <span className="under">{stage === 'queued' ? reasons.join(' · ') : 'Presented: its place stays'}</span>
            </li>
          )
        })}
    </ol>
  )
}
