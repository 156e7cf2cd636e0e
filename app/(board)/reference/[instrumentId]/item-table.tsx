import { offeredAnswers } from '@/app/_ui/instrument-answer'
import type { Cell, Item } from '@/lib/clinical/item'
import { limitsOf } from '@/lib/clinical/resolve'
import { showNumber } from '@/lib/foundation/words'

const spellings = (item: Item): string | null => {
  if (item.kind !== 'choose') return null
  const pairs = Object.entries(item.also).flatMap(([from, to]) => (typeof to === 'string' ? [[from, to]] : []))
  return pairs.length === 0 ? null : pairs.map(([from, to]) => `${from} counts as ${to}`).join(', ')
}

/** What an answer raises in an instrument that adds nothing up: a grade, or a group of its checklist. */
const raisedWords = ({ grade, raises }: Cell) => grade ?? raises?.group ?? 'nothing'

const numberWords = (item: Item): string | null => {
  if (item.kind === 'number') return item.step === 1 ? null : `In steps of ${item.step}.`
  if (item.kind === 'level' || !item.measured) return null
  const { measured } = item
  const ranges = [...limitsOf(measured)].map(
    ([unit, { min, max }]) => `from ${showNumber(min)} to ${showNumber(max, unit)}`,
  )
  return `Can be given as a measured number ${ranges.join(', or ')}.`
}

const pointWords = ({ points, stop }: Cell) => (stop?.kind === 'not-applicable' ? 'not scored' : (points ?? 'none'))

/** Grades go by their sign (`1a`, `B`); other answers by their words alone. */
const isGrade = ({ id, points }: Cell) => points === null && id !== 'yes' && id !== 'no' && id.length <= 2

const rangeWords = ({ from, to }: { from: number; to: number }) => (from === to ? `${from}` : `${from}–${to}`)

/** One question with all its answers and, where it counts, their points. */
export function ItemTable({ item }: { item: Item }) {
  const counts = item.cells.some(({ points }) => points !== null)
  const isNumber = item.kind === 'number'
  const raises = item.cells.some((cell) => cell.grade !== undefined || cell.raises !== undefined)
  const unplaced = item.kind === 'choose' ? offeredAnswers(item).slice(item.cells.length) : []
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
            {raises && <th scope="col">Raises</th>}
          </tr>
        </thead>
        <tbody>
          {item.kind === 'number'
            ? item.cells.map((cell) => (
                <tr key={cell.id}>
                  <td>{rangeWords(cell)}</td>
                  <th scope="row">{cell.label}</th>
                  {counts && <td className="num">{pointWords(cell)}</td>}
                  {raises && <td>{raisedWords(cell)}</td>}
                </tr>
              ))
            : item.cells.map((cell) => (
                <tr key={cell.id}>
                  <th scope="row">{isGrade(cell) ? `${cell.id}: ${cell.label}` : cell.label}</th>
                  {counts && <td className="num">{pointWords(cell)}</td>}
                  {raises && <td>{raisedWords(cell)}</td>}
                </tr>
              ))}
          {unplaced.map(({ id, label }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="num">not defined</td>
            </tr>
          ))}
        </tbody>
      </table>
      {number && <p className="muted">{number}</p>}
      {also && <p className="muted">{also}.</p>}
    </>
  )
}
