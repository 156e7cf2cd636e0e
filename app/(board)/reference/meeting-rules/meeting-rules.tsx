'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { showInstant } from '@/lib/foundation/time'
import { breakWords } from '@/lib/meetings/model/break'
import { needsWords } from '@/lib/meetings/model/quorum'
import { closingWords, type MeetingRulesView } from '@/lib/meetings/model/rules'
import { RulesForm } from './rules-form'

type MeetingRulesProps = { view: MeetingRulesView; boardId: string }

/** Which specialties a decision needs, when the agenda closes and when a break is due: everybody reads it, the chair changes it, each change is a version with its reason. */
export function MeetingRules({ view, boardId }: MeetingRulesProps) {
  const [isEditing, setEditing] = useState(false)
  return (
    <div className="pack-choice">
      <p>
        {view.quorum.length === 0 ? (
          <>
            <b>No quorum rule is set.</b> Every conclusion is a decision, whoever is there.
          </>
        ) : (
          <>
            A decision needs <b>{needsWords(view.quorum)}</b>.
          </>
        )}
      </p>
      <p>
        The agenda closes <b>{closingWords(view.agendaClosesHours)}</b>; a case that is added after that needs a reason.
      </p>
      <p>
        {view.breakRule ? (
          <>
            A break of <b>{breakWords(view.breakRule)}</b>, as planned; the coordinator can move it.
          </>
        ) : (
          'No break is asked for; the coordinator can plan one.'
        )}
      </p>
      {isEditing && <RulesForm {...{ view, boardId }} onDone={() => setEditing(false)} />}
      {!isEditing && view.maySet && (
        <div>
          <Button onClick={() => setEditing(true)}>Change the rules</Button>
        </div>
      )}
    </div>
  )
}

/** Every version of the rules with its reason, the latest first. */
export function RuleHistory({ view, timeZone }: { view: MeetingRulesView; timeZone: string }) {
  return (
    <div className="pack-choice">
      {view.version === 0 && <p className="muted">Nothing was changed yet.</p>}
      {!view.maySet && <p className="muted">The chair changes the rules, each time with a reason.</p>}
      {view.history.map(({ version, because, changed, by, at }) => (
        <p key={version} className="small">
          <b>Version {version}</b>{' '}
          <span className="muted">{`${by}, ${showInstant(at, timeZone)}. ${changed.join('. ')}.`}</span>{' '}
          <span className="user-text">“{because}”</span>
        </p>
      ))}
    </div>
  )
}
