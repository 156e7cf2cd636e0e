'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { api, ask, type Failure } from '@/lib/api/client'
import type { AcknowledgeWarning as Warning } from '@/lib/cases/pathway/rule-exceptions'

type AcknowledgeWarningProps = {
  title: string
  /** What the rule warns of: once for a case, for each option where it judges several. */
  warnings: readonly Warning[]
  /** What is shown is to be asked for again; left out where the page itself is loaded again. */
  onDone?: () => Promise<unknown>
}

/** Acknowledges a warning of the pathway: one click, no reason. A refusal is said beside the button, which stays. */
export function AcknowledgeWarning({ title, warnings, onDone }: AcknowledgeWarningProps) {
  const router = useRouter()
  const [keys] = useState(repeatKeys)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async () => {
    setBusy(true)
    let refusal: Failure | null = null
    for (const input of warnings) {
      const answer = await ask(api.cases.acknowledgeWarning(input, { context: { idempotencyKey: keys.keyFor(input) } }))
      if (answer.ok) continue
      refusal = answer.refusal
      break
    }
    setFailure(refusal)
    if (!refusal) await (onDone ? onDone() : router.refresh())
    setBusy(false)
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
