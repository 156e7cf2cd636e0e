'use client'
import type { RunAct } from '@/app/_meeting/use-room'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api } from '@/lib/api/client'
import type { OptionView } from '@/lib/deliberation/model/views'
import { sendAs } from './send-as'

type WithdrawDialogProps = { option: OptionView; act: RunAct; onClose: () => void }

/** Takes an option back before the vote, with the reason that stays on record. */
export function WithdrawDialog({ option, act, onClose }: WithdrawDialogProps) {
  return (
    <WordsDialog
      title="Withdraw this option?"
      description={`${option.letter}, ${option.title}`}
      field={{ name: 'because', label: 'Reason', limit: 2000 }}
      submit="Withdraw"
      busyLabel="Withdrawing"
      keep="Keep it"
      tone="danger"
      onSend={sendAs(act, (because, repeating) =>
        api.deliberation.withdraw({ optionId: option.optionId, because }, repeating),
      )}
      onDone={() => undefined}
      onClose={onClose}
    />
  )
}
