'use client'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { showInstant } from '@/lib/foundation/time'

/** When the paper came out of the printer, by the clock of this device in the board's time zone; until then, when the page was opened. */
export function PrintStamp({ openedAt, timeZone }: { openedAt: string; timeZone: string }) {
  const [at, setAt] = useState(openedAt)
  useEffect(() => {
    // The browser lays the paper out right after this event, so the time has to be there at once.
    const note = () => flushSync(() => setAt(new Date().toISOString()))
    window.addEventListener('beforeprint', note)
    return () => window.removeEventListener('beforeprint', note)
  }, [])
  return <>{showInstant(at, timeZone)}</>
}
