'use client'
import { Notice } from '@/app/_ui/notice'
import { showTime } from '@/lib/foundation/time'

/** Says that the case on this screen is not the one that was opened: something was entered meanwhile, and is shown. */
export function FactsChanged({ changedAt, timeZone }: { changedAt: string; timeZone: string }) {
  return (
    <Notice kind="info" title={`New facts at ${showTime(changedAt, timeZone)}.`} announce="status">
      The case changed while it was open here. You see it as it is now.
    </Notice>
  )
}
