'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask } from '@/lib/api/client'
import type { Day } from '@/lib/foundation/time'
import type { ProtocolView } from '@/lib/meetings/model/protocol'
import { ProtocolDialog } from './protocol-dialog'

/** The way to a first version. */
export function NewProtocol({ boardId, today }: { boardId: string; today: Day }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button tone="primary" icon="plus" onClick={() => setOpen(true)}>
        New protocol
      </Button>
      {isOpen && (
        <ProtocolDialog {...{ boardId, today }} protocolId={null} latest={null} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

type ProtocolActsProps = {
  boardId: string
  protocolId: string
  latest: ProtocolView['acts'][number]
  today: Day
}

/** What the chair does with a protocol: its next version, or its signature back. */
export function ProtocolActs({ boardId, protocolId, latest, today }: ProtocolActsProps) {
  const router = useRouter()
  const [open, setOpen] = useState<'version' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="row-wrap protocol-acts no-print">
      <Button size="small" onClick={() => setOpen('version')}>
        Sign version {latest.version + 1}
      </Button>
      {latest.act === 'signed' && (
        <Button size="small" tone="quiet" onClick={() => setOpen('withdraw')}>
          Take the signature back
        </Button>
      )}
      {open === 'version' && <ProtocolDialog {...{ boardId, protocolId, latest, today }} onClose={close} />}
      {open === 'withdraw' && (
        <WordsDialog
          title={`Take the signature back: ${latest.title}`}
          description="No further case can be listed by it. Cases that were listed keep the version that they name."
          field={{ name: 'because', label: 'Why it is taken back', limit: 500 }}
          submit="Take back"
          busyLabel="Saving"
          onSend={(because, repeating) =>
            ask(api.meetings.withdrawProtocol({ boardId, protocolId, version: latest.version, because }, repeating))
          }
          onDone={() => router.refresh()}
          onClose={close}
        />
      )}
    </div>
  )
}
