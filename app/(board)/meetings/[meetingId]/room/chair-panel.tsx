'use client'
import Link from 'next/link'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button, type ButtonTone } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Dialog } from '@/app/_ui/dialog'
import { KeyHints } from '@/app/_ui/kbd'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, type Failure } from '@/lib/api/client'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { dividedOf, placeOf, undividedWords } from '@/lib/deliberation/model/disagreement'
import { standingOf } from '@/lib/deliberation/model/standing'
import { type Turnout, turnoutOf } from '@/lib/deliberation/model/turnout'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import type { CallsView } from '@/lib/meetings/model/call'
import type { May } from '@/lib/meetings/model/views'
import { blockedWords } from './blocked-words'
import { EndOverdue } from './calls/end-overdue'
import { chairActsId, chairKeyHint, useChairKey } from './chair-focus'
import { conclusionHeadingId } from './conclusion/conclusion-fields'

type ChairPanelProps = {
  room: RoomView
  item: RoomItemView
  act: RunAct
  calls: CallsView | null
  onConclude: () => void
}

/** What only the chair does: each act with the reason while it is not possible; the next one is the primary button. */
export function ChairPanel({ room, item, act, calls, onConclude }: ChairPanelProps) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [asksReveal, setAsksReveal] = useState(false)
  const { itemId, may, stage } = item
  const turnout = turnoutOf(item, room)
  useChairKey(true)
  const run = async (name: string, call: () => Promise<unknown>) => {
    setBusy(name)
    setFailure(await act(call))
    setBusy(null)
  }
  const reveal = () => {
    setAsksReveal(false)
    void run('reveal', () => api.deliberation.reveal({ itemId }))
  }
  const button = (name: string, words: string, open: May, onClick: () => void, tone: ButtonTone) => (
    <Button
      wide
      tone={open.open ? tone : 'default'}
      busy={busy === name}
      busyLabel={words}
      blockedBecause={
        isEarly(name, stage) ? 'The vote and the reveal come first.' : blockedWords(open, 'The chair does this.')
      }
      onClick={onClick}
    >
      {words}
    </Button>
  )
  const discussed = room.items.filter(({ isInLane }) => !isInLane)
  const next = room.items.find(
    (one) => one.stage === 'queued' && !one.isInLane && one.caseState === 'handed-in' && one.itemId !== itemId,
  )
  return (
    <Card title="Chair">
      <section id={chairActsId} className="chair-panel" aria-label="What the chair does next" tabIndex={-1}>
        {failure && (
          <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
            {refusalWords(failure).next}
          </Notice>
        )}
        <Unasked item={item} />
        {!item.isShown &&
          button(
            'present',
            'Present this case',
            room.may.present,
            () => {
              void run('present', () => api.meetings.present({ itemId }))
            },
            'primary',
          )}
        {(stage === 'queued' || stage === 'presenting') &&
          item.isShown &&
          button(
            'vote',
            'Open the vote',
            may.openVote,
            () => {
              void run('vote', () => api.deliberation.openVote({ itemId }))
            },
            'primary',
          )}
        {(stage === 'presenting' || (stage === 'voting' && may.setAside.open)) &&
          button(
            'aside',
            'Set aside, not discussed',
            may.setAside,
            () => {
              void run('aside', () => api.meetings.setAside({ itemId }))
            },
            'default',
          )}
        {stage === 'voting' &&
          button(
            'reveal',
            'Reveal',
            may.reveal,
            () => (turnout.everybodyHere === 'cast' ? reveal() : setAsksReveal(true)),
            'primary',
          )}
        {calls?.mayEnd.open && (
          <EndOverdue
            busy={busy === 'overdue'}
            onEnd={() => void run('overdue', () => api.deliberation.endOverdue({ itemId }))}
          />
        )}
        {stage === 'voting' &&
          item.round > 1 &&
          may.callOff.open &&
          button(
            'calloff',
            `Call off round ${item.round}`,
            may.callOff,
            () => {
              void run('calloff', () => api.deliberation.callOffRound({ itemId }))
            },
            'default',
          )}
        {stage === 'revealed' && <DivideWords item={item} />}
        {stage !== 'concluded' &&
          button(
            'conclude',
            'Conclude this case',
            may.conclude,
            () => goToConclusion(onConclude),
            item.conclusions.draft ? 'default' : 'primary',
          )}
        {stage === 'revealed' &&
          button(
            'again',
            `Vote again, round ${item.round + 1}`,
            may.voteAgain,
            () => {
              void run('again', () => api.deliberation.voteAgain({ itemId }))
            },
            'default',
          )}
        {stage === 'concluded' && !next && (
          <p className="small quiet">
            No case is waiting.{' '}
            <Link href={`/meetings/${room.meetingId}`} data-next>
              Agenda and closing
            </Link>
          </p>
        )}
        {stage === 'concluded' && next && room.break && discussed.indexOf(next) === room.break.after && (
          <p className="small quiet">A break of {room.break.minutes} min is planned before the next case.</p>
        )}
        {stage === 'concluded' && next && item.isShown && (
          <Button
            wide
            tone="primary"
            busy={busy === 'next'}
            busyLabel="Presenting"
            blockedBecause={blockedWords(room.may.present, 'The chair does this.')}
            onClick={() => void run('next', () => api.meetings.present({ itemId: next.itemId }))}
          >
            Next: case {next.code}
          </Button>
        )}
        <KeyHints hints={[chairKeyHint]} />
      </section>
      <Dialog
        open={asksReveal}
        onClose={() => setAsksReveal(false)}
        kind="irreversible"
        title={turnout.everybodyHere === 'unknown' ? 'Has everybody here cast?' : 'Reveal before everybody has cast?'}
        description="After the reveal no ballot can be cast or changed."
        actions={
          <>
            <Button onClick={() => setAsksReveal(false)}>Keep the vote open</Button>
            <Button tone="primary" onClick={reveal}>
              Reveal now
            </Button>
          </>
        }
      >
        <p>{castWords(item, turnout)}</p>
      </Dialog>
    </Card>
  )
}

/** How many have cast, and what that leaves open. */
const castWords = ({ cast, isCastHeld }: RoomItemView, { outOf, everybodyHere }: Turnout): string => {
  if (isCastHeld)
    return `At least ${cast} of ${outOf} have cast. A member was recused during this vote, and the number stands still: it would tell whether that member had cast. Ask in the room.`
  const counted = `${cast} of ${outOf} have cast.`
  if (everybodyHere !== 'unknown') return counted
  return `${counted} A member with a vote has left, or voted from elsewhere: the number does not tell whether everybody here has cast. Ask in the room.`
}

/** Before the vote there is nothing sealed yet: the conclusion waits for both. */
const isEarly = (name: string, stage: RoomItemView['stage']): boolean =>
  name === 'conclude' && (stage === 'queued' || stage === 'presenting')

const goToConclusion = (open: () => void) => {
  open()
  requestAnimationFrame(() => {
    const heading = document.getElementById(conclusionHeadingId)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  })
}

/** Where the ratings lie apart after the reveal: what a second round would be for. */
function DivideWords({ item }: { item: RoomItemView }) {
  if (item.ballots === 'hidden') return null
  const divided = dividedOf(standingOf(item.options), item.ballots).map(({ option }) => placeOf(option))
  return (
    <p className="small quiet">
      {divided.length === 0
        ? undividedWords(standingOf(item.options), item.ballots)
        : `${listWords(divided)} ${divided.length === 1 ? 'divides' : 'divide'} the board: discuss, then conclude or vote again.`}
    </p>
  )
}

/** The kinds of treatment nobody has proposed anything for: named before the vote, never a bar to it. */
function Unasked({ item }: { item: RoomItemView }) {
  if (item.stage !== 'presenting') return null
  const asked = standingOf(item.options).map(({ modality }) => modality)
  const open = modalities.filter((modality) => !asked.includes(modality))
  if (open.length === 0 || open.length === modalities.length) return null
  return (
    <p className="small quiet">
      Nothing proposed yet: {listWords(open.map((modality) => modalityFacts[modality].title.toLowerCase()))}.
    </p>
  )
}
