import { showPoints } from '@/app/_ui/reading-lines'
import { Severity } from '@/app/_ui/severity'
import { placeOfFact } from '@/lib/cases/case-file'
import { isContested } from '@/lib/cases/facts'
import { factBehind, type Origin } from '@/lib/cases/level-readings'
import { contestable } from '@/lib/cases/rivals'
import type { Line } from '@/lib/clinical/reading'
import { SourcesList } from '../_contested/sources-list'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'
import { mainOrigin, originWords } from './sources'

const markWords: Readonly<Record<string, string>> = {
  converted: 'converted from another scale',
  mapped: 'mapped from another grade',
  'others-rule': 'put among “others”',
  assigned: 'chosen by a clinician',
  assumed: 'assumed, not stated',
  'ais-clinician': 'from the AIS of the clinician',
  'ais-derived': 'from the AIS that ISNCSCI derives',
  'derived-differs': 'the derived AIS differs',
  'clinician-differs': 'the AIS of the clinician differs',
}

type PointsTableProps = { caption: string; lines: readonly Line<Origin>[]; sheet: Sheet }

/**
 * The points behind a score: finding, day and person of each item, said once where they are the same. A missing answer
 * keeps its possible range.
 */
export function PointsTable({ caption, lines, sheet }: PointsTableProps) {
  const { timeZone } = sheet
  const main = mainOrigin(
    lines.map(({ from }) => from),
    timeZone,
  )
  const hasPoints = lines.some(({ maxPoints }) => maxPoints !== null)
  return (
    <table className="table dense points-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">{main === null ? 'Finding' : `Finding, ${main.note}`}</th>
          {hasPoints && (
            <th scope="col" className="num">
              Points
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.item}>
            <th scope="row">{line.label}</th>
            <td>
              <Sourced sheet={sheet} fact={factBehind(line.from)}>
                {line.finding ?? <span className="muted">Not known</span>}
              </Sourced>
              <Under words={underWords(line, timeZone, main?.words)} />
              <BothSources line={line} sheet={sheet} />
            </td>
            {hasPoints && (
              <td className="num nowrap">
                <Pips points={line.points} most={line.maxPoints} /> {showPoints(line)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The values behind an answer on which sources differ, each with its source. */
function BothSources({ line, sheet: { file, timeZone } }: { line: Line<Origin>; sheet: Sheet }) {
  const fact = factBehind(line.from)
  const place = fact && isContested(fact) ? placeOfFact(file, fact) : undefined
  const field = place && contestable(place)
  if (!fact || !field) return null
  return (
    <>
      <Severity tone="warn">Sources differ, not settled</Severity>
      <SourcesList {...{ field, fact, timeZone }} />
    </>
  )
}

const Under = ({ words }: { words: string }) => (words === '' ? null : <span className="under">{words}</span>)

function underWords({ from, marks }: Line<Origin>, timeZone: string, said: string | undefined): string {
  const source = from && originWords(from, timeZone)
  return [...(source && source !== said ? [source] : []), ...marks.map((mark) => markWords[mark] ?? mark)].join('; ')
}

function Pips({ points, most }: { points: number | null; most: number | null }) {
  if (most === null || most > 6) return null
  return (
    <span className={points === null ? 'pips open' : 'pips'} aria-hidden="true">
      {Array.from({ length: most }, (_, index) => index + 1).map((pip) => (
        <i key={pip} className={points !== null && pip <= points ? 'filled' : undefined} />
      ))}
    </span>
  )
}
