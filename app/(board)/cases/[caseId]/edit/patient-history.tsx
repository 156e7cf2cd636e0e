'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { Loading, Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { patientGroup } from '@/lib/cases/history'
import '../_changes/changes.css'
import { PatientEntry } from '../_changes/patient-entry'
import { useHistory } from '../history/use-history'

type PatientHistoryProps = { caseId: string; timeZone: string }

/** Who entered each detail of the patient, when, and what it replaced; asked for when it is opened. */
export function PatientHistory(props: PatientHistoryProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="fact-group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="down" />
        <h3>Who entered this, and what it replaced</h3>
      </summary>
      {isOpen && <Entries {...props} />}
    </details>
  )
}

function Entries({ caseId, timeZone }: PatientHistoryProps) {
  const { rows, next, isLoading, failure, more, retry } = useHistory(caseId, patientGroup)
  return (
    <>
      {failure && (
        <Notice kind="failed" title={refusalWords(failure).title} actions={<Button onClick={retry}>Try again</Button>}>
          {refusalWords(failure).next}
        </Notice>
      )}
      <ol className="told">
        {rows.map((row) =>
          row.kind === 'patient' ? (
            <PatientEntry key={`${row.at} ${row.changes[0]?.part}`} {...{ row, timeZone }} isHidden={false} />
          ) : null,
        )}
      </ol>
      {isLoading && <Loading lines={3} label="Loading the history" />}
      {next !== null && !isLoading && !failure && <Button onClick={more}>Show earlier</Button>}
    </>
  )
}
