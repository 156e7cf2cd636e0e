'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { FieldError } from '@/app/_ui/field-parts'
import { api, ask } from '@/lib/api/client'
import { type PacksView, packChanges } from '@/lib/cases/pathway/board-packs'
import { type PackId, packIds, packs } from '@/lib/clinical/pathway/packs'
import { showInstant } from '@/lib/foundation/time'
import { VersionForm } from '../version-form'

type PackChoiceProps = { view: PacksView; boardId: string; timeZone: string }

/** By which packs the board works: everybody reads it, the chair changes it, each change is a version with its reason. */
export function PackChoice({ view, boardId, timeZone }: PackChoiceProps) {
  const [isEditing, setEditing] = useState(false)
  return (
    <div className="pack-choice">
      <p>
        This board works by <b>{view.packs.map((id) => packs[id].title).join(', ')}</b>
        {view.version === 0 ? ', as shipped.' : `, version ${view.version}.`}
      </p>
      {isEditing && <PackForm {...{ view, boardId }} onDone={() => setEditing(false)} />}
      {!isEditing && view.maySet && (
        <div>
          <Button onClick={() => setEditing(true)}>Change the packs</Button>
        </div>
      )}
      {!view.maySet && <p className="muted">The chair changes them, with a reason.</p>}
      {view.history.map(({ version, because, changed, by, at }) => (
        <p key={version} className="small">
          <b>Version {version}</b>{' '}
          <span className="muted">{`${by}, ${showInstant(at, timeZone)}: ${changed.join(', ')}.`}</span>{' '}
          <span className="user-text">“{because}”</span>
        </p>
      ))}
    </div>
  )
}

function PackForm({ view, boardId, onDone }: Omit<PackChoiceProps, 'timeZone'> & { onDone: () => void }) {
  const packsId = useId()
  const [chosen, setChosen] = useState<readonly PackId[]>(view.packs)
  const turn = (id: PackId) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  return (
    <VersionForm
      className="pack-choice"
      changes={packChanges(view.packs, chosen)}
      version={view.version + 1}
      label="Why the packs change"
      save={(because, repeating) =>
        ask(api.cases.setPacks({ boardId, version: view.version, packs: [...chosen], because }, repeating))
      }
      onDone={onDone}
      fields={{ packs: packsId }}
    >
      {(errors) => (
        <fieldset id={packsId} tabIndex={-1}>
          <legend>Packs in force: one national pack, the labels of one region at most</legend>
          {packIds.map((id) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => turn(id)} /> {packs[id].title}
            </label>
          ))}
          {errors.packs && <FieldError id={`${packsId}-problem`}>{errors.packs}</FieldError>}
        </fieldset>
      )}
    </VersionForm>
  )
}
