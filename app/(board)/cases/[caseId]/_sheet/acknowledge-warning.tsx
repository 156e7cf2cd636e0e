'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { api, ask, type Failure } from '@/lib/api/client'

type AcknowledgeWarningProps = { caseId: string; ruleId: string; title: string; says: string }

/** Acknowledges a warning of the pathway: one click, no reason. A refusal is said beside the button, which stays. */
export function AcknowledgeWarning({ title, ...input }: AcknowledgeWarningProps) {
  const router = useRouter()
  const [keys] = useState(repeatKeys)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async () => {
    setBusy(true)
    const answer = await ask(api.cases.acknowledgeWarning(input, { context: { idempotencyKey: keys.keyFor(input) } }))
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (answer.ok) router.refresh()
  }
  return (
    <div className="no-print">
      <button
        type="button"
        className="link-btn"
        aria-label={`Acknowledge: ${title}`}
        aria-disabled={busy}
        onClick={() => !busy && void send()}
      >
        {busy ? 'Acknowledging' : 'Acknowledge'}
      </button>
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
    </div>
  )
}
