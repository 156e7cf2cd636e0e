'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { api, ask } from '@/lib/api/client'
import { decideIdle } from './idle'
import { leave, useSignOut } from './sign-out'

type Warning = { leftMs: number; extendable: boolean }

const contactKey = 'spineboard-contact'
const readContact = () => Number(window.localStorage.getItem(contactKey) ?? 0)
const here = () => `${window.location.pathname}${window.location.search}`

/**
 * Warns before an idle session ends; one key or click keeps it. Work in any tab counts, and is told to the server, so
 * that typing alone keeps a session. At the end it signs out and the sign-in page says why.
 */
export function SessionKeeper({ idleMs }: { idleMs: number }) {
  const [warning, setWarning] = useState<Warning | null>(null)
  const activity = useRef(0)
  const told = useRef(0)
  const ends = useRef<number | null>(null)
  const busy = useRef(false)
  const leaving = useRef(false)

  const end = useCallback((reason: 'idle' | 'ended') => {
    if (leaving.current) return
    leaving.current = true
    void leave({ reason, callbackUrl: here() })
  }, [])

  const tell = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    // Counted from the question, not the answer: rather warned a moment early than late.
    const askedMs = Date.now()
    const answer = await ask(api.people.keepSession({}))
    busy.current = false
    if (answer.ok) {
      told.current = askedMs
      window.localStorage.setItem(contactKey, String(askedMs - answer.value.idleForMs))
      ends.current = askedMs + answer.value.endsInMs
    } else if (answer.refusal.code === 'signed-out') {
      end('ended')
    }
  }, [end])

  useEffect(() => {
    window.localStorage.setItem(contactKey, String(Date.now()))
    void tell()
    const note = () => {
      activity.current = Date.now()
    }
    const look = () => {
      const seen = { activityMs: activity.current, toldMs: told.current, contactMs: readContact() }
      const step = decideIdle({ nowMs: Date.now(), ...seen, idleMs, endsMs: ends.current })
      setWarning(step.kind === 'warn' ? step : null)
      if (step.kind === 'tell') void tell()
      if (step.kind === 'leave') end(step.reason)
    }
    const heard = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const name of heard) document.addEventListener(name, note, { passive: true })
    const clock = window.setInterval(look, 1000)
    return () => {
      for (const name of heard) document.removeEventListener(name, note)
      window.clearInterval(clock)
    }
  }, [idleMs, tell, end])

  if (!warning) return null
  return <IdleWarning warning={warning} onKeep={tell} />
}

function IdleWarning({ warning: { leftMs, extendable }, onKeep }: { warning: Warning; onKeep: () => void }) {
  const { signOut, question } = useSignOut()
  const seconds = Math.ceil(leftMs / 1000)
  const rounded = seconds > 60 ? '2 minutes' : seconds > 30 ? '1 minute' : '30 seconds'
  const title = extendable ? 'Are you still there?' : 'Your session ends soon'
  return (
    <Dialog
      open
      onClose={extendable ? onKeep : () => undefined}
      title={title}
      actions={
        <>
          <Button onClick={signOut}>Sign out now</Button>
          {extendable && (
            <Button tone="primary" onClick={onKeep}>
              Stay signed in
            </Button>
          )}
        </>
      }
    >
      <p>
        {extendable
          ? 'Nothing happened here for a while. To keep patients’ data safe you will be signed out.'
          : 'A session has a last end however busy it is. What you typed is kept for you; then sign in again.'}
      </p>
      <p>
        Time left: <b>{seconds} s</b>
      </p>
      <p className="visually-hidden" role="status">
        Less than {rounded} left.
      </p>
      {question}
    </Dialog>
  )
}
