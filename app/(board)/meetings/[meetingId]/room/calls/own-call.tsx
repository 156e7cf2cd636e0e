'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, type Failure } from '@/lib/api/client'
import { showInstant } from '@/lib/foundation/time'
import type { CallsView, CallWord } from '@/lib/meetings/model/call'

type OwnCallProps = { view: CallsView; userId: string; hasCast: boolean; act: RunAct; timeZone: string }

/** At the head of the room: what somebody who is named can say to their call; nothing for anybody else, nor once their ballot has answered it. */
export function OwnCall({ view, userId, hasCast, act, timeZone }: OwnCallProps) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState<CallWord | null>(null)
  const mine = view.calls.find(({ people }) => people.some((one) => one.userId === userId))
  const me = mine?.people.find((one) => one.userId === userId)
  if (hasCast || !mine || !me || view.endedAt !== null || me.isRecused || me.answer?.word === 'cannot') return null
  const { callId } = mine
  const say = async (answer: CallWord) => {
    setBusy(answer)
    setFailure(await act(() => api.meetings.answerCall({ callId, answer })))
    setBusy(null)
  }
  const until = `Answer by ${showInstant(view.answerBy, timeZone)}.`
  const acts = (
    <>
      {me.answer === null && (
        <Button tone="primary" busy={busy === 'seen'} busyLabel="Telling" onClick={() => void say('seen')}>
          I have seen it
        </Button>
      )}
      <Button busy={busy === 'cannot'} busyLabel="Passing it on" onClick={() => void say('cannot')}>
        I cannot, call the next
      </Button>
    </>
  )
  return (
    <>
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <Notice kind={me.answer === null ? 'refused' : 'info'} title={titleOf(me)} actions={acts}>
        {until}
      </Notice>
    </>
  )
}

const titleOf = ({ answer, calledAt }: CallsView['calls'][number]['people'][number]): string => {
  if (answer !== null) return 'You have taken this call.'
  return calledAt === null ? 'You are on the list for this board.' : 'You are called to this board.'
}
