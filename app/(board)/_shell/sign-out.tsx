'use client'
import { signOut } from 'next-auth/react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'

/**
 * Ends the session on the server and opens the sign-in page with a full load, so that nothing stays in memory. `reason`
 * is what the page says; `callbackUrl` is where the next sign-in leads.
 */
export async function leave(query: { reason: 'signed-out' | 'idle' | 'ended'; callbackUrl?: string }): Promise<void> {
  await signOut({ redirect: false }).catch(() => undefined)
  window.location.assign(`/sign-in?${new URLSearchParams(query)}`)
}

/** Signs out. */
export function SignOutButton() {
  const [busy, setBusy] = useState(false)
  return (
    <Button
      busy={busy}
      busyLabel="Signing out"
      onClick={() => {
        setBusy(true)
        void leave({ reason: 'signed-out' })
      }}
    >
      Sign out
    </Button>
  )
}
