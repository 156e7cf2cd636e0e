import type { Cell, Item } from '@/lib/clinical/item'
import { showNumber } from '@/lib/foundation/words'

const spellings = (item: Item): string | null => {
  if (item.kind !== 'choose') return null
  const pairs = Object.entries(item.also)
  return pairs.length === 0 ? null : pairs.map(([from, to]) => `${from} counts as ${to}`).join(', ')
}

const numberWords = (item: Item): string | null => {
  if (item.kind === 'number') return item.step === 1 ? null : `In steps of ${item.step}.`
  if (item.kind === 'level' || !item.measured) return null
  const { unit, min, max } = item.measured
  return `Can be given as a measured number from ${showNumber(min)} to ${showNumber(max, unit)}.`
}

const pointWords = ({ points, stop }: Cell) => (stop?.kind === 'not-applicable' ? 'not scored' : (points ?? 'none'))

/** Grades go by their sign (`1a`, `B`); other answers by their words alone. */
const isGrade = ({ id, points }: Cell) => points === null && id !== 'yes' && id !== 'no' && id.length <= 2

const rangeWords = ({ from, to }: { from: number; to: number }) => (from === to ? `${from}` : `${from}–${to}`)

/** One question with all its answers and, where it counts, their points. */
export function ItemTable({ item }: { item: Item }) {
  const counts = item.cells.some(({ points }) => points !== null)
  const isNumber = item.kind === 'number'
  const also = spellings(item)
  const number = numberWords(item)
  return (
    <>
      <h3>{item.label}</h3>
      {item.help && <p className="muted">{item.help}</p>}
      <table className="table dense">
        <caption className="visually-hidden">{item.label}: answers</caption>
        <thead>
          <tr>
            {isNumber && <th scope="col">Number</th>}
            <th scope="col">Answer</th>
            {counts && (
              <th scope="col" className="num">
                Points
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {item.kind === 'number'
            ? item.cells.map((cell) => (
                <tr key={cell.id}>
                  <td>{rangeWords(cell)}</td>
                  <th scope="row">{cell.label}</th>
                  {counts && <td className="num">{pointWords(cell)}</td>}
                </tr>
              ))
            : item.cells.map((cell) => (
                <tr key={cell.id}>
                  <th scope="row">{isGrade(cell) ? `${cell.id}: ${cell.label}` : cell.label}</th>
                  {counts && <td className="num">{pointWords(cell)}</td>}
                </tr>
              ))}
        </tbody>
      </table>
      {number && <p className="muted">{number}</p>}
      {also && <p className="muted">{also}.</p>}
    </>
  )
}
