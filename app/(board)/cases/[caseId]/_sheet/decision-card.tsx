import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { Severity } from '@/app/_ui/severity'
import type { SignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { showInstant } from '@/lib/foundation/time'
import { decisionLine } from './decision-words'

/** What the board decided: signed when and by whom, a line for each answer, and the ways to the record and the letter. */
export function DecisionCard({ record, timeZone }: { record: SignedRecord; timeZone: string }) {
  const { caseId, itemId, version, intact, snapshot } = record
  const { signedAt, signedBy, meeting, conclusion } = snapshot
  return (
    <Card
      title="Decision of the board"
      tone="strong"
      className="sheet-decision"
      note={`signed ${showInstant(signedAt, timeZone)}, ${signedBy.name}, version ${version}`}
      foot={
        <p className="row-wrap no-print">
          <Link href={`/meetings/${meeting.meetingId}/room?item=${itemId}`}>Signed record</Link>
          <Link href={`/cases/${caseId}/letter`}>Letter</Link>
          <Link href={`/cases/${caseId}/follow-up`}>What was carried out</Link>
        </p>
      }
    >
      {!intact && (
        <p>
          <Severity tone="crit">
            This record no longer has the check sum of its signing. Tell your administrator.
          </Severity>
        </p>
      )}
      <ul className="decision-lines">
        {conclusion.recommendations.map((one) => {
          const { said, carried } = decisionLine(one)
          return (
            <li key={`${one.modality} ${one.optionId ?? one.outcome}`}>
              <ModalityLabel modality={one.modality} />
              <span>
                <span className="user-text">{said}</span>
                {carried !== null && <span className="muted"> · {carried}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
