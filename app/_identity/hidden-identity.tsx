'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { Day } from '@/lib/foundation/time'
import { type Named, shownName } from './alias'
import { identityChannel } from './identity-cookie'

type Identity = {
  /** Whether this browser hides who the patients are. */
  isHidden: boolean
  /** The board's day, for ages. */
  today: Day
}

const HiddenIdentity = createContext<Identity | null>(null)

/** Tells everything below it whether identities are hidden, and draws the page anew when another tab of the browser changes that. */
export function IdentityProvider({ isHidden, today, children }: Identity & { children: ReactNode }) {
  const router = useRouter()
  useEffect(() => {
    const channel = new BroadcastChannel(identityChannel)
    channel.onmessage = () => router.refresh()
    return () => channel.close()
  }, [router])
  const identity = useMemo(() => ({ isHidden, today }), [isHidden, today])
  return <HiddenIdentity value={identity}>{children}</HiddenIdentity>
}

/** Whether identities are hidden here, and the day by which ages are told. Throws outside of an `IdentityProvider`: a list must not show names because it was not told. */
export function useIdentity(): Identity {
  const identity = useContext(HiddenIdentity)
  if (!identity) throw new Error('No IdentityProvider around this screen')
  return identity
}

/** How lists, their dialogs and what they say aloud name the patient of a case. */
export function useShownName(): (of: Named) => string {
  const { isHidden } = useIdentity()
  return (of) => shownName(of, isHidden)
}
