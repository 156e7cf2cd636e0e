'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { FieldError } from '@/app/_ui/field-parts'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { type PacksView, packChanges } from '@/lib/cases/pathway/board-packs'
import { type PackId, packIds, packs } from '@/lib/clinical/pathway/packs'
import { showInstant } from '@/lib/foundation/time'

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
  const router = useRouter()
  const ids = { packs: useId(), because: useId() }
  const [chosen, setChosen] = useState<readonly PackId[]>(view.packs)
  const [because, setBecause] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const errors = fieldErrors(failure)
  const changes = packChanges(view.packs, chosen)
  const turn = (id: PackId) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  const save = async () => {
    setBusy(true)
    const result = await ask(api.cases.setPacks({ boardId, version: view.version, packs: [...chosen], because }))
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    onDone()
    router.refresh()
  }
  const named = (['packs', 'because'] as const).flatMap((field) => {
    const message = errors[field]
    return message === undefined ? [] : [{ fieldId: ids[field], message }]
  })
  return (
    <form
      className="pack-choice"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary problems={named} />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <fieldset id={ids.packs} tabIndex={-1}>
        <legend>Packs in force: one national pack, the labels of one region at most</legend>
        {packIds.map((id) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => turn(id)} /> {packs[id].title}
          </label>
        ))}
        {errors.packs && <FieldError id={`${ids.packs}-problem`}>{errors.packs}</FieldError>}
      </fieldset>
      {changes.length > 0 && <p className="muted">{changes.join(', ')}</p>}
      <TextAreaField
        id={ids.because}
        label="Why the packs change"
        required
        value={because}
        onChange={setBecause}
        error={errors.because}
        limit={500}
        rows={2}
      />
      <div className="row-wrap">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" tone="primary" busy={busy} busyLabel="Saving">
          {`Save as version ${view.version + 1}`}
        </Button>
      </div>
    </form>
  )
}
