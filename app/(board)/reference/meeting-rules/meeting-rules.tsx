'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { FieldError } from '@/app/_ui/field-parts'
import { SelectField } from '@/app/_ui/text-field'
import { api, ask } from '@/lib/api/client'
import { showInstant } from '@/lib/foundation/time'
import { mostOfSpecialty, needsWords, type QuorumNeed } from '@/lib/meetings/model/quorum'
import { leastOf, type MeetingRulesView, ruleChanges } from '@/lib/meetings/model/rules'
import { type Specialty, specialties, specialtyWords } from '@/lib/people/model'
import { VersionForm } from '../version-form'

type MeetingRulesProps = { view: MeetingRulesView; boardId: string; timeZone: string }

/** Which specialties a decision needs: everybody reads it, the chair changes it, each change is a version with its reason. */
export function MeetingRules({ view, boardId, timeZone }: MeetingRulesProps) {
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
        {view.version > 0 && ` Version ${view.version}.`}
      </p>
      {isEditing && <RulesForm {...{ view, boardId }} onDone={() => setEditing(false)} />}
      {!isEditing && view.maySet && (
        <div>
          <Button onClick={() => setEditing(true)}>Change the quorum</Button>
        </div>
      )}
      {!view.maySet && <p className="muted">The chair changes it, with a reason.</p>}
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

const counts = Array.from({ length: mostOfSpecialty }, (_, index) => ({
  value: String(index + 1),
  label: `at least ${index + 1}`,
}))

/** The empty choice asks for nobody. */
const leastWords = (least: number): string => (least === 0 ? '' : String(least))

function RulesForm({ view, boardId, onDone }: Omit<MeetingRulesProps, 'timeZone'> & { onDone: () => void }) {
  const quorumId = useId()
  const [quorum, setQuorum] = useState<readonly QuorumNeed[]>(view.quorum)
  const choose = (specialty: Specialty, least: number) => {
    const others = quorum.filter((need) => need.specialty !== specialty)
    setQuorum(least === 0 ? others : [...others, { specialty, least }])
  }
  return (
    <VersionForm
      className="pack-choice"
      changes={ruleChanges(view, { quorum })}
      version={view.version + 1}
      label="Why the quorum changes"
      save={(because) => ask(api.meetings.setRules({ boardId, version: view.version, quorum: [...quorum], because }))}
      onDone={onDone}
      fields={{ quorum: quorumId }}
    >
      {(errors) => (
        <fieldset id={quorumId} tabIndex={-1}>
          <legend>Members with a vote who must be there</legend>
          <div className="quorum-choice">
            {specialties.map((specialty) => (
              <SelectField
                key={specialty}
                label={specialtyWords[specialty].word}
                empty="not asked for"
                value={leastWords(leastOf(quorum, specialty))}
                options={counts}
                onChange={(value) => choose(specialty, Number(value))}
              />
            ))}
          </div>
          {errors.quorum && <FieldError id={`${quorumId}-problem`}>{errors.quorum}</FieldError>}
        </fieldset>
      )}
    </VersionForm>
  )
}
