'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'

/** Of the chair, once the deadline of a called board has passed: ends its vote, whoever has cast, and says what becomes of it. */
export function EndOverdue({ busy, onEnd }: { busy: boolean; onEnd: () => void }) {
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Button wide busy={busy} busyLabel="Ending the vote" onClick={() => setAsks(true)}>
        End the vote: the deadline has passed
      </Button>
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        kind="irreversible"
        title="End the vote of this board?"
        description="Its deadline has passed. What has been cast is opened, and no ballot can be cast or changed any more."
        actions={
          <>
            <Button onClick={() => setAsks(false)}>Keep waiting</Button>
            <Button
              tone="primary"
              onClick={() => {
                setAsks(false)
                onEnd()
              }}
            >
              End the vote
            </Button>
          </>
        }
      >
        <p>
          What you conclude is a decision if every specialty that was called has cast, and advice otherwise. Record and
          papers say which, and that the deadline had passed.
        </p>
      </Dialog>
    </>
  )
}
