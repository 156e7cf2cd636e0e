'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Icon } from '@/app/_ui/icon'
import { useMyCalls } from './use-my-calls'

/** On every page: that the person is called to a board without a meeting, with the way to it; nothing otherwise. */
export function CallBadge({ boardId }: { boardId: string | null }) {
  const path = usePathname()
  const calls = useMyCalls(boardId).filter((meetingId) => path !== `/meetings/${meetingId}/room`)
  const [first] = calls
  return (
    <div aria-live="assertive" className={first === undefined ? undefined : 'call-badge no-print'}>
      {first !== undefined && (
        <Link href={calls.length === 1 ? `/meetings/${first}/room` : '/today'}>
          <Icon name="crit" size="medium" />
          {calls.length === 1
            ? 'You are called to a board now. Open it'
            : `You are called to ${calls.length} boards now`}
        </Link>
      )}
    </div>
  )
}
