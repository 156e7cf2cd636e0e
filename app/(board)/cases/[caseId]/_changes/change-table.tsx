import type { CaseFile } from '@/lib/cases/case-file'
import type { Change, ReadingChange } from '@/lib/cases/changes'
import { placeWords } from '@/lib/cases/item-words'
import { showInstant } from '@/lib/foundation/time'
import { ValueChange } from './value-change'

type ChangeTableProps = {
  caption: string
  file: CaseFile
  /** The question to the board as it was and as it is; null where it is the same. */
  question?: { before: string; after: string } | null
  values: readonly Change[]
  readings: readonly ReadingChange[]
  timeZone: string
}

/** What changed between two moments: scores and grades first, then the values, each with who made it so and when. */
export function ChangeTable({ caption, file, question = null, values, readings, timeZone }: ChangeTableProps) {
  return (
    <table className="table dense as-cards change-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col">Before and now</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {question && (
          <tr>
            <th scope="row">Question to the board</th>
            <td data-label="Before and now" className="user-text">
              <s>{question.before}</s> <span aria-hidden="true">→</span> <b>{question.after}</b>
            </td>
            <td data-label="By" className="muted">
              in the history
            </td>
          </tr>
        )}
        {readings.map(({ title, where, before, after }) => (
          <tr key={`${title} ${where}`}>
            <th scope="row">{[title, where].filter(Boolean).join(', ')}</th>
            <td data-label="Before and now">
              <s>{before}</s> <span aria-hidden="true">→</span> <b>{after}</b>
            </td>
            <td data-label="By" className="muted">
              follows from the values
            </td>
          </tr>
        ))}
        {values.map(({ before, after, by, at, ...place }) => (
          <tr key={`${place.section} ${place.item} ${place.field}`}>
            <th scope="row">{placeWords(file, place)}</th>
            <td data-label="Before and now">
              <ValueChange {...{ place, before, after }} />
            </td>
            <td data-label="By">
              {by} <span className="muted nowrap">{showInstant(at, timeZone)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
