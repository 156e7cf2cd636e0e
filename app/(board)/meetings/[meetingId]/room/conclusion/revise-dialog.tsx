'use client'
import type { RunAct } from '@/app/_meeting/use-room'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api } from '@/lib/api/client'
import { sendAs } from '../send-as'

type ReviseDialogProps = { itemId: string; version: number; act: RunAct; onClose: () => void }

/** Opens the next version of a signed conclusion; the reason stands in the record for ever. */
export function ReviseDialog({ itemId, version, act, onClose }: ReviseDialogProps) {
  return (
    <WordsDialog
      title={`Write version ${version}?`}
      description="The signed version stays in force until the new one is signed."
      field={{ name: 'changeReason', label: 'Reason for the change', limit: 2000 }}
      submit={`Write version ${version}`}
      busyLabel="Opening"
      onSend={sendAs(act, (changeReason, repeating) =>
        api.deliberation.reviseConclusion({ itemId, changeReason }, repeating),
      )}
      onDone={() => undefined}
      onClose={onClose}
    />
  )
}
