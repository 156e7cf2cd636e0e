'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Severity } from '@/app/_ui/severity'
import { SelectField } from '@/app/_ui/text-field'
import type { ImportPreview, PreviewRow } from '@/lib/exchange/queries/preview-import'
import { type Day, showDay } from '@/lib/foundation/time'
import { personWords } from '../new/candidate-list'
import { type Choices, fateOf, type RowChoice } from './import-choices'

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
  if (fateOf(row, choices) === 'rejected') {
    return (
      <div className="import-problems">
        <Severity tone="crit">Rejected</Severity>
        <ul>
          {row.problems.map(({ column, message }) => (
            <li key={`${column} ${message}`}>
              <b>{column}:</b> {message}
            </li>
          ))}
        </ul>
      </div>
    )
  }
  if (row.candidates.length === 0) return <>New patient, new case</>
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
