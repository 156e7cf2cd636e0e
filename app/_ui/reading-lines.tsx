import type { Line } from '@/lib/clinical/reading'

/** Points of one item as they are: `3 / 3`, the possible `0–3 / 3`, or nothing where the item does not count. */
export const showPoints = ({ points, between, maxPoints }: Pick<Line, 'points' | 'between' | 'maxPoints'>): string => {
  if (maxPoints === null) return ''
  if (points !== null) return `${points} / ${maxPoints}`
  return between === null ? `? / ${maxPoints}` : `${between[0]}–${between[1]} / ${maxPoints}`
}

type ReadingLinesProps = {
  lines: readonly Line[]
  /** `table` with a head for the board sheet, `list` for a narrow card. */
  form?: 'table' | 'list'
}

/** The points behind a score, one line for each item. A missing answer says so and keeps its possible range. */
export function ReadingLines({ lines, form = 'list' }: ReadingLinesProps) {
  const isTable = form === 'table'
  return (
    <table className="table dense reading-lines">
      <caption className="visually-hidden">Points by item</caption>
      <thead className={isTable ? undefined : 'visually-hidden'}>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Finding</th>
          <th scope="col" className="num">
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.item}>
            <th scope="row">{line.label}</th>
            <td className={line.finding === null ? 'muted' : 'quiet'}>{line.finding ?? 'Not assessed'}</td>
            <td className="num">
              {isTable && line.maxPoints !== null && <Pips points={line.points} most={line.maxPoints} />}
              {showPoints(line)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pips({ points, most }: { points: number | null; most: number }) {
  if (most > 6) return null
  return (
    <span className={points === null ? 'pips open' : 'pips'} aria-hidden="true">
      {Array.from({ length: most }, (_, index) => index + 1).map((pip) => (
        <i key={pip} className={points !== null && pip <= points ? 'filled' : undefined} />
      ))}
    </span>
  )
}
