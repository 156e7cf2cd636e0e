'use client'
import { signOut } from 'next-auth/react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { giveUpUnsaved, settleAll } from '../_drafts/unsaved'
import { isVaultPossible, wipeDrafts } from '../_drafts/vault'

/**
 * Ends the session on the server and opens the sign-in page with a full load, so that nothing stays in memory. `reason`
 * is what the page says; `callbackUrl` is where the next sign-in leads. Who signs out leaves no draft in this browser;
 * whose session ended finds theirs again.
 */
export async function leave(query: { reason: 'signed-out' | 'idle' | 'ended'; callbackUrl?: string }): Promise<void> {
  if (query.reason === 'signed-out') await wipeDrafts()
  // Nobody may be there to answer the browser's question, and the vault has what it would ask about.
  else if (isVaultPossible()) giveUpUnsaved()
  await signOut({ redirect: false }).catch(() => undefined)
  window.location.assign(`/sign-in?${new URLSearchParams(query)}`)
}

/** How long somebody who signs out waits for what is not saved yet. */
const patienceMs = 3_000

/** Signing out: saves first, and asks when something cannot be saved. `question` has to be rendered. */
export function useSignOut() {
  const [busy, setBusy] = useState(false)
  const [asks, setAsks] = useState(false)
  const start = async () => {
    setBusy(true)
    if (await settleAll(patienceMs)) return leave({ reason: 'signed-out' })
    setBusy(false)
    setAsks(true)
  }
  const stay = () => setAsks(false)
  const loseIt = () => {
    setBusy(true)
    giveUpUnsaved()
    void leave({ reason: 'signed-out' })
  }
  const question = (
    <Dialog
      open={asks}
      onClose={stay}
      title="Not everything is saved"
      actions={
        <>
          <Button onClick={loseIt} busy={busy} busyLabel="Signing out">
            Sign out and lose it
          </Button>
          <Button tone="primary" onClick={stay}>
            Stay signed in
          </Button>
        </>
      }
    >
      <p>Some of what you typed could not be saved, and signing out takes it from this device.</p>
    </Dialog>
  )
  return { busy, signOut: () => void start(), question }
}

/** Signs out. */
export function SignOutButton() {
  const { busy, signOut: start, question } = useSignOut()
  return (
    <>
      <Button busy={busy} busyLabel="Signing out" onClick={start}>
        Sign out
      </Button>
      {question}
    </>
  )
}
