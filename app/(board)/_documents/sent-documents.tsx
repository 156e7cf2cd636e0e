import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import { documentFacts, wayWords } from '@/lib/exchange/documents/document'
import type { DispatchView } from '@/lib/exchange/documents/document-views'
import { groupedCode } from '@/lib/exchange/letter'
import { showInstant } from '@/lib/foundation/time'

type SentProps = { dispatches: readonly DispatchView[]; timeZone: string }

/** What went out: to whom, by which way, who and when, and the very document with its check sum. */
export function SentDocuments({ dispatches, timeZone }: SentProps) {
  return (
    <Card title="Sent" note={dispatches.length === 0 ? undefined : 'the latest first'}>
      {dispatches.length === 0 ? (
        <p className="muted">Nothing was sent yet.</p>
      ) : (
        <ul className="sent-documents">
          {dispatches.map((sent) => (
            <li key={sent.dispatchId}>
              <p>
                <a href={`/api/v1/dispatches/${sent.dispatchId}/document.pdf`}>
                  {documentFacts[sent.kind].title} to <span className="user-text">{sent.recipient}</span>
                </a>
              </p>
              <p className="muted">{`${wayWords[sent.way]}, ${showInstant(sent.sentAt, timeZone)}, ${sent.sentBy}`}</p>
              {sent.isOlder && (
                <Severity tone="warn">{`Of an older version (${sent.ofVersion}) of the conclusion`}</Severity>
              )}
              <details>
                <summary>Check sum</summary>
                <p className="ident small">SHA-256 {groupedCode(sent.sha256)}</p>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
