'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask, type Repeating } from '@/lib/api/client'
import type { Demand } from '@/lib/cases/pathway/rule-exceptions'

type GiveReasonProps = Demand & {
  caseId: string
  ruleId: string
  title: string
  /** The reason that counts now; undefined while none was given. */
  given: string | undefined
}

const actWords = ({ kind, given }: Pick<GiveReasonProps, 'kind' | 'given'>): string => {
  if (given !== undefined) return 'Change the reason'
  return kind === 'stop' ? 'Go on with a reason' : 'Cannot be met'
}

/** Goes on despite a stop of the pathway, or says why a clock cannot be met. */
export function GiveReason(props: GiveReasonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <p className="no-print">
      <button
        type="button"
        className="link-btn"
        aria-label={`${actWords(props)}: ${props.title}`}
        onClick={() => setOpen(true)}
      >
        {actWords(props)}
      </button>
      {isOpen && <ReasonDialog {...props} onClose={() => setOpen(false)} />}
    </p>
  )
}

function ReasonDialog(props: GiveReasonProps & { onClose: () => void }) {
  const { caseId, ruleId, title, kind, says, given, onClose } = props
  const router = useRouter()
  const isStop = kind === 'stop'
  const send = (because: string, repeating: Repeating) => {
    const input = { caseId, ruleId, says, because }
    return ask(api.cases.exceptRule(input, repeating))
  }
  return (
    <WordsDialog
      title={isStop ? `Go on despite: ${title}` : `Cannot be met: ${title}`}
      description={`${says} The reason is kept with your name, the rule and the facts as they stand, and counts until these change.`}
      field={{
        ...{ name: 'because', label: 'Reason', limit: 1000, initial: given },
        hint: isStop ? undefined : 'For example declined, not appropriate, transferred.',
      }}
      submit={isStop ? 'Go on' : 'Save the reason'}
      busyLabel="Saving"
      onSend={send}
      onDone={() => router.refresh()}
      onClose={onClose}
    />
  )
}
