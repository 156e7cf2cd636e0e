'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { showInstant } from '@/lib/foundation/time'

/** A one-time link as the server gave it. `endsAt` is an instant. */
export type IssuedLink = { name: string; link: string; endsAt: string }

/** Says that somebody is on the board now who has an account already: there is nothing to hand over. */
export function KnownAlready({ name, onClose }: { name: string; onClose: () => void }) {
  const done = (
    <Button tone="primary" onClick={onClose}>
      Done
    </Button>
  )
  return (
    <Dialog open onClose={onClose} title={`${name} is on the board`} actions={done}>
      <p>This person has an account already and signs in as before. There is no link to hand over.</p>
    </Dialog>
  )
}

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
