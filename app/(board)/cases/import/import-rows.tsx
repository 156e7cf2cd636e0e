'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Severity } from '@/app/_ui/severity'
import { SelectField } from '@/app/_ui/text-field'
import type { ImportPreview, PreviewRow } from '@/lib/exchange/queries/preview-import'
import { type Day, showDay } from '@/lib/foundation/time'
import { personWords } from '../new/candidate-list'
import { type Choices, chosenFor, problemsOf, type RowChoice } from './import-choices'

type ImportRowsProps = {
  preview: ImportPreview
  choices: Choices
  choose: (line: number, choice: RowChoice) => void
  today: Day
}

const shownAtOnce = 100

/** Every row with what becomes of it; where somebody known looks alike, who it is. */
export function ImportRows({ preview, choices, choose, today }: ImportRowsProps) {
  const [shown, setShown] = useState(shownAtOnce)
  return (
    <div className="data-table">
      <table className="grid import-rows">
        <caption className="visually-hidden">Rows of the table</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Patient</th>
            <th scope="col">Question</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, shown).map((row) => (
            <tr key={row.line}>
              <td data-label="Line">{row.line}</td>
              <th scope="row">
                {row.name || 'No name'}
                {row.bornOn && <span className="muted">, born {showDay(row.bornOn)}</span>}
              </th>
              <td data-label="Question" className="user-text import-question">
                {row.question || 'No question'}
              </td>
              <td>
                <RowVerdict {...{ row, choices, choose, today }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.rows.length > shown && (
        <p className="data-table-more">
          <Button onClick={() => setShown((before) => before + shownAtOnce)}>
            Show more of the {preview.rows.length} rows
          </Button>
        </p>
      )}
    </div>
  )
}

type RowVerdictProps = Omit<ImportRowsProps, 'preview'> & { row: PreviewRow }

function RowVerdict({ row, choices, choose, today }: RowVerdictProps) {
  const problems = problemsOf(row, choices)
  if (row.problems.length > 0) return <Rejected problems={problems} />
  if (row.candidates.length === 0) return <>New patient, new case</>
  return (
    <>
      <WhoIsIt {...{ row, choices, choose, today }} />
      {problems.length > 0 && <Rejected problems={problems} />}
      <LeftAside differing={chosenFor(row, choices)?.differing ?? []} />
    </>
  )
}

function Rejected({ problems }: { problems: PreviewRow['problems'] }) {
  return (
    <div className="import-problems">
      <Severity tone="crit">Rejected</Severity>
      <ul>
        {problems.map(({ column, message }) => (
          <li key={`${column} ${message}`}>
            <b>{column}:</b> {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the row says otherwise of a known patient than is recorded: nothing of it is taken over, so it is said. */
function LeftAside({ differing }: { differing: PreviewRow['asKnown'][number]['differing'] }) {
  if (differing.length === 0) return null
  return (
    <div className="import-problems">
      <Severity tone="warn">Differs from the record</Severity>
      <ul>
        {differing.map(({ label, recorded, typed }) => (
          <li key={label}>
            <b>{label}:</b> recorded {recorded}, in the table {typed}
          </li>
        ))}
      </ul>
      <p className="muted">
        What is recorded stays: an import does not change who a patient is. Correct it in the case.
      </p>
    </div>
  )
}

function WhoIsIt({ row, choices, choose, today }: RowVerdictProps) {
  const choice = choices.get(row.line)
  return (
    <SelectField
      label={`Line ${row.line}: who is it?`}
      hint="Somebody of the board looks alike."
      value={choice?.kind === 'known' ? choice.patientId : (choice?.kind ?? '')}
      empty="Choose"
      options={[
        ...row.candidates.map((person) => {
          const { name, rest } = personWords(person, today)
          return { value: person.patientId, label: `${name}. ${rest} (${person.why.join(', ')})` }
        }),
        { value: 'new', label: 'A new patient' },
        { value: 'left-out', label: 'Leave this row out' },
      ]}
      onChange={(value) => {
        if (value === 'new' || value === 'left-out') choose(row.line, { kind: value })
        else if (value !== '') choose(row.line, { kind: 'known', patientId: value })
      }}
    />
  )
}
