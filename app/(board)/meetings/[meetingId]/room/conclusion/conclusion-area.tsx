'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button, ButtonLink } from '@/app/_ui/button'
import type { CaseFile } from '@/lib/cases/case-file'
import type { ConclusionView, RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { type Day, showInstant } from '@/lib/foundation/time'
import { blockedWords } from '../blocked-words'
import { ConclusionForm } from './conclusion-form'
import { ConclusionRecord } from './conclusion-record'
import { ReviseDialog } from './revise-dialog'
import { StaleSigned } from './stale-signed'
import { useColleagues } from './use-colleagues'

type ConclusionAreaProps = {
  room: RoomView
  item: RoomItemView
  act: RunAct
  file: CaseFile | null
  today: Day
  isConcluding: boolean
}

/** The conclusion of the item: the chair's form, everybody else's look at the draft, the signed record and its versions. */
export function ConclusionArea({ room, item, act, file, today, isConcluding }: ConclusionAreaProps) {
  const people = useColleagues(room.boardId)
  const [isRevising, setIsRevising] = useState(false)
  const { conclusions, may } = item
  const options = [...item.options, ...(item.revote?.carried ?? [])]
  const { draft, signed, superseded } = conclusions
  const { timeZone } = room
  const shared = {
    options,
    people,
    timeZone,
    quorum: item.quorum,
    answered: { answerBy: room.answerBy, revealedAt: item.revealedAt },
  }
  const chairs = may.conclude.why !== 'forbidden'
  const writes = chairs && (draft !== null || (isConcluding && may.conclude.open))
  return (
    <>
      {writes && <ConclusionForm key={draft?.version ?? 1} {...{ item, file, people, act, today, timeZone }} />}
      {draft && !writes && (
        <ConclusionRecord
          conclusion={draft}
          {...shared}
          title="Conclusion, draft"
          note={`not signed, by ${draft.draftedBy}, ${showInstant(draft.draftedAt, timeZone)}`}
          isMain={signed === null}
        />
      )}
      {signed && (
        <StaleSigned
          key={signed.conclusionId}
          {...{ timeZone, boardId: room.boardId, conclusionId: signed.conclusionId }}
          facts={file && `${file.version} ${file.patient.version}`}
        />
      )}
      {signed && (
        <ConclusionRecord
          conclusion={signed}
          {...shared}
          title="Conclusion"
          note={signedWords(signed, timeZone)}
          isMain={!writes}
          actions={
            <>
              <span className="spacer" />
              {may.revise.why !== 'forbidden' && (
                <Button
                  blockedBecause={
                    may.revise.why === 'already-there' ? 'It is being written.' : blockedWords(may.revise, '')
                  }
                  onClick={() => setIsRevising(true)}
                >
                  New version
                </Button>
              )}
              <ButtonLink href={`/cases/${item.caseId}/follow-up`}>Follow-up</ButtonLink>
              <ButtonLink href={`/cases/${item.caseId}/letter`}>Letter</ButtonLink>
              <ButtonLink href={`/cases/${item.caseId}/documents`}>Documents</ButtonLink>
            </>
          }
        />
      )}
      {superseded.map((version) => (
        <details key={version.conclusionId} className="card earlier">
          <summary>Replaced: {signedWords(version, timeZone)}</summary>
          <ConclusionRecord
            conclusion={version}
            {...shared}
            title={`Version ${version.version}`}
            note="replaced"
            replacedBy={version.version + 1}
            isMain={false}
          />
        </details>
      ))}
      {isRevising && signed && (
        <ReviseDialog
          itemId={item.itemId}
          version={signed.version + 1}
          act={act}
          onClose={() => setIsRevising(false)}
        />
      )}
    </>
  )
}

function signedWords({ version, signedBy, signedAt, ranksAs }: ConclusionView, timeZone: string): string {
  const when = signedAt === null ? '' : `, ${showInstant(signedAt, timeZone)}`
  const rank = ranksAs === 'advice' ? ' as advice' : ''
  return `version ${version}, signed${rank} by ${signedBy ?? 'nobody'}${when}`
}
