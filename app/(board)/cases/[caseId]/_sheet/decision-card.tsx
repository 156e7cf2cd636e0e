import Link from 'next/link'
import { NeedsSaid } from '@/app/_decision/needs-said'
import { SequenceDrawn } from '@/app/_decision/sequence-drawn'
import { StaleNotice, Stands } from '@/app/_decision/stale-notice'
import { VoteAgain } from '@/app/_decision/vote-again'
import { Card } from '@/app/_ui/card'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { Severity } from '@/app/_ui/severity'
import { decidedOtherwise } from '@/lib/cases/changes'
import { stopPath, titlesOf } from '@/lib/cases/pathway/rule-exceptions'
import { rankInWords } from '@/lib/deliberation/model/rank-in-words'
import { type DecisionStand, openChanges, staleChanges } from '@/lib/deliberation/model/stale-decision'
import type { SignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { showInstant } from '@/lib/foundation/time'
import { rankOf } from '@/lib/meetings/model/quorum'
import { decisionLine, olderWords, packsInWords, revoteWords } from './decision-words'
import type { Sheet } from './sheet'

type DecisionCardProps = {
  record: SignedRecord
  sheet: Sheet
  /** What the chair let it stand over, and whether the reader is the chair; null for the case as it was known earlier. */
  reopening: { stands: readonly DecisionStand[]; mayReopen: boolean } | null
}

/** What the board decided: signed when and by whom, whether it stands on older facts, a line for each answer, the packs of the pathway it was made under, and the ways to the record and the letter. */
export function DecisionCard({ record, sheet, reopening }: DecisionCardProps) {
  const { timeZone, file } = sheet
  const { caseId, itemId, version, intact, snapshot } = record
  const { signedAt, signedBy, meeting, conclusion, pathway } = snapshot
  const rank = rankInWords(snapshot)
  const isAdvice = rankOf(snapshot.quorum) === 'advice'
  const stale = reopening ? openChanges(staleChanges(snapshot.case, file), reopening.stands) : []
  const older = decidedOtherwise(snapshot.case.facts, file.facts)
  return (
    <Card
      title={isAdvice ? 'Advice of the board' : 'Decision of the board'}
      tone="strong"
      className="sheet-decision"
      note={`signed ${showInstant(signedAt, timeZone)}, ${signedBy.name}, version ${version}`}
      foot={
        <p className="row-wrap no-print">
          <Link href={`/meetings/${meeting.meetingId}/room?item=${itemId}`}>Signed record</Link>
          <Link href={`/cases/${caseId}/letter`}>Letter</Link>
          <Link href={`/cases/${caseId}/documents`}>Documents to send</Link>
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
      {rank !== null && (
        <p>
          <Severity tone={isAdvice ? 'warn' : 'info'}>{rank}</Severity>
        </p>
      )}
      {stale.length > 0 && (
        <StaleNotice
          {...{ changes: stale, timeZone }}
          conclusionId={record.conclusionId}
          mayReopen={reopening?.mayReopen ?? false}
          more={
            <VoteAgain
              {...{ caseId, changes: stale, timeZone }}
              conclusionId={record.conclusionId}
              boardId={file.boardId}
              concludedIn={meeting.meetingId}
            />
          }
        />
      )}
      {reopening && <Stands stands={reopening.stands} timeZone={timeZone} />}
      {older.length > 0 && (
        <p>
          <Severity tone="warn">{olderWords(file, older)}</Severity>
        </p>
      )}
      {snapshot.revote && <p className="small">{revoteWords(snapshot.revote, timeZone)}</p>}
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
      {conclusion.needs && (
        <div className="decision-beside">
          <NeedsSaid needs={conclusion.needs} />
          {conclusion.sequence && <SequenceDrawn sequence={conclusion.sequence} />}
        </div>
      )}
      {[...(conclusion.stops ?? []), ...(conclusion.stopsOnGoals ?? [])].map((stop) => (
        <p key={stopPath(stop)} className="small">
          <b>Despite “{titlesOf([stop])}”</b>: {stop.says} Gone on:{' '}
          <span className="user-text">{stop.gone?.because}</span> <span className="muted">({stop.gone?.by})</span>
        </p>
      ))}
      {pathway && <p className="source-line">{`Made under ${packsInWords(pathway)}.`}</p>}
    </Card>
  )
}
