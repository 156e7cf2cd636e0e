'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { showInstant } from '@/lib/foundation/time'

/** A one-time link as the server gave it. `endsAt` is an instant. */
export type IssuedLink = { name: string; link: string; endsAt: string }

type OneTimeLinkProps = { issued: IssuedLink; timeZone: string; onClose: () => void }

/** Shows a one-time link, once, with a button that copies it. */
export function OneTimeLink({ issued, timeZone, onClose }: OneTimeLinkProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)

  // Browsers offer the clipboard on https and localhost only; elsewhere the marked text can be copied by hand.
  const copy = () =>
    navigator.clipboard
      .writeText(issued.link)
      .then(() => setCopied('yes'))
      .catch(() => setCopied('no'))

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`One-time link for ${issued.name}`}
      actions={
        <Button tone="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <p>
        Give it to {issued.name} on a safe way. It works once, until {showInstant(issued.endsAt, timeZone)}, and{' '}
        <b>it is shown only now</b>.
      </p>
      <div className="one-time-link">
        <div className="input">
          <input
            readOnly
            aria-label={`One-time link for ${issued.name}`}
            value={issued.link}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <Button
          icon={copied === 'yes' ? 'tick' : undefined}
          onClick={() => (navigator.clipboard ? copy() : setCopied('no'))}
        >
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p role="status" className="muted">
        {copied === 'yes' && 'The link is in the clipboard.'}
        {copied === 'no' && 'This browser does not let the page copy. Mark the link and copy it by hand.'}
      </p>
    </Dialog>
  )
}
