'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { identityChannel } from './identity-cookie'

/** Covers the page from the click on until the server has drawn it anew: a name is off the wall at once. */
const cover = (isCovered: boolean) => {
  document.documentElement.toggleAttribute('data-hiding-identity', isCovered)
}

type IdentitySwitchProps = { isHidden: boolean; className?: string }

/**
 * Hides who the patient is on the sheets, rooms and walls of this browser, and shows it again. The page is drawn anew by the
 * server, so that nothing of the name stays behind, also in the other tabs.
 */
export function IdentitySwitch({ isHidden, className = 'btn' }: IdentitySwitchProps) {
  const router = useRouter()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (isHidden) cover(false)
  }, [isHidden])
  useEffect(() => () => cover(false), [])
  const change = async () => {
    const body = JSON.stringify({ hidden: !isHidden })
    const headers = { 'content-type': 'application/json' }
    cover(!isHidden)
    const answer = await fetch('/hide-identity', { method: 'POST', headers, body }).catch(() => null)
    setFailed(!answer?.ok)
    if (!answer?.ok) return cover(false)
    const channel = new BroadcastChannel(identityChannel)
    channel.postMessage('changed')
    channel.close()
    router.refresh()
  }
  return (
    <>
      <button type="button" className={className} aria-pressed={isHidden} onClick={() => void change()}>
        <Icon name="lock" />
        {isHidden ? 'Show identity' : 'Hide identity'}
      </button>
      {failed && <span role="alert">Not changed: the server cannot be reached. Try again.</span>}
    </>
  )
}
