'use client'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask } from '@/lib/api/client'
import type { RivalView } from '@/lib/cases/facts'
import { type Field, showValue } from '@/lib/cases/field'
import { useEntry, useEntryState } from './entry-context'

type TakeBackProps = { field: Field; rival: RivalView; onClose: () => void }

/** Takes back what was said of another source by a slip, one’s own or, for one who settles, anybody’s. The recorded value stands as it did; the history keeps both. */
export function TakeBackDialog({ field, rival, onClose }: TakeBackProps) {
  const { store } = useEntry()
  const { caseId } = useEntryState().file
  return (
    <WordsDialog
      title={`Take back “${showValue(field, rival.value, rival.unit)}”: ${field.label}`}
      description={`Source: ${rival.source}. Entered by ${rival.by}. The recorded value stands alone again; the history keeps what was said, with this reason.`}
      field={{
        ...{ name: 'because', label: 'Reason', limit: 500 },
        hint: 'For example: typing error, other level, other patient.',
      }}
      submit="Take back"
      busyLabel="Taking back"
      keep="Leave it"
      onSend={(because, repeating) => ask(api.cases.withdrawRival({ caseId, rivalId: rival.id, because }, repeating))}
      onDone={() => store.refresh()}
      onClose={onClose}
    />
  )
}
