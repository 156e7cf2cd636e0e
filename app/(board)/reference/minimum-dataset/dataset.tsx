'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { NumberField } from '@/app/_ui/number-field'
import { api, ask } from '@/lib/api/client'
import { type DatasetEntry, datasetChanges, entryKey } from '@/lib/cases/minimum-dataset'
import type { DatasetView } from '@/lib/cases/readiness-views'
import { VersionForm } from '../version-form'
import { DatasetHistory } from './dataset-history'
import { DatasetTables } from './dataset-tables'

type DatasetProps = { view: DatasetView; boardId: string; timeZone: string }

/** What the board asks of a case: everybody reads it, the chair changes it, each change is a version with its reason. */
export function Dataset(props: DatasetProps) {
  const { view, timeZone } = props
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <DatasetForm {...props} onDone={() => setEditing(false)} />
  return (
    <div className="page dataset">
      <div className="card dataset-intro">
        <p>
          A case is <b>blocked</b> while a required answer is open and nobody has promised it in time,{' '}
          <b>conditional</b> while anything else is open or too old, and <b>ready</b> otherwise. Old answers still
          count; they are marked.
        </p>
        <p>
          Answers are owed <b>{`${view.leadDays}\u00a0days`}</b> before the meeting.
        </p>
        {view.maySet ? (
          <Button tone="primary" onClick={() => setEditing(true)}>
            Change the dataset
          </Button>
        ) : (
          <p className="muted">The chair changes it, with a reason.</p>
        )}
      </div>
      <DatasetTables entries={view.entries} />
      <DatasetHistory history={view.history} timeZone={timeZone} />
      <p className="source-line">
        Limits as shipped: 7&nbsp;days for neurology and performance status, 28&nbsp;days for imaging-derived items
        (REFERENCE 0.2.6, a rule of the product), whole-spine MRI 14&nbsp;days and 7 with a neurological feature
        (PATHWAY PW-IMG-08), goals of care 90&nbsp;days and 14 with one (PW-GOC-02). These are local rules, not
        published ones.
      </p>
    </div>
  )
}

/** A text that is a whole number, or null for anything else; null too for an empty one. */
const wholeNumber = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null)

function DatasetForm({ view, boardId, onDone }: DatasetProps & { onDone: () => void }) {
  const leadId = useId()
  const [entries, setEntries] = useState<readonly DatasetEntry[]>(view.entries)
  const [leadTyped, setLeadTyped] = useState(String(view.leadDays))
  const lead = wholeNumber(leadTyped)
  const change = (changed: DatasetEntry) =>
    setEntries((before) => before.map((entry) => (entryKey(entry) === entryKey(changed) ? changed : entry)))
  return (
    <VersionForm
      className="page dataset"
      changes={datasetChanges(view, { leadDays: lead ?? view.leadDays, entries })}
      version={view.version + 1}
      label="Why the dataset changes"
      save={(because, repeating) =>
        ask(
          api.cases.setDataset(
            { boardId, version: view.version, leadDays: lead ?? -1, entries: [...entries], because },
            repeating,
          ),
        )
      }
      onDone={onDone}
      fields={{ leadDays: leadId }}
      generalOf={(errors) => Object.entries(errors).find(([path]) => path.startsWith('entries'))?.[1]}
    >
      {(errors) => (
        <>
          <div className="card dataset-intro">
            <NumberField
              id={leadId}
              label="Answers owed before the meeting"
              unit="days"
              whole
              value={leadTyped}
              onChange={setLeadTyped}
              error={errors.leadDays}
            />
          </div>
          <DatasetTables entries={entries} onChange={change} />
        </>
      )}
    </VersionForm>
  )
}
