import { Icon } from './icon'
import { type OpenStance, openStances } from './stance-control'

/** Everything that can stand in a cell after the reveal, in the order of the legend. A seat that did not answer is null. */
export const shownStances = [...openStances, 'abstain', 'recused', 'need-information'] as const
export type ShownStance = (typeof shownStances)[number]

/** Each answer in words. */
export const shownStanceWords: Readonly<Record<ShownStance, string>> = {
  support: 'support',
  acceptable: 'acceptable',
  oppose: 'oppose',
  abstain: 'abstained',
  recused: 'recused',
  'need-information': 'needs information',
}

const letters: Readonly<Record<Exclude<ShownStance, OpenStance>, string>> = {
  abstain: 'A',
  recused: 'R',
  'need-information': '?',
}

type StanceCellProps = {
  stance: ShownStance | null
  /** The exact rating from 1 to 9, beside the sign of its stance. */
  rating?: number | null
  /** Whose stance it is, for screen readers: `Spine surgery, K. Hartvane`. */
  who?: string
  /** Moved since the earlier round: towards support (`up`) or away from it. */
  moved?: 'up' | 'down'
  /** In a legend the words stand beside the cell, so the cell stays silent. */
  silent?: boolean
}

/** One stance after the reveal: plus filled, equals outlined, cross heavy, letters dashed. */
export function StanceCell({ stance, rating, who, moved, silent = false }: StanceCellProps) {
  const open = openStances.find((candidate) => candidate === stance)
  const word = stance === null ? 'no answer' : shownStanceWords[stance]
  const words = rating == null ? word : `${word}, ${rating}`
  const movedWords = { up: ', moved towards support', down: ', moved away from support' } as const
  return (
    <span className={`stance-cell ${open ?? 'other'}${rating == null ? '' : ' rated'}`}>
      {open === undefined ? <span aria-hidden="true">{otherLetter(stance)}</span> : <Icon name={open} />}
      {rating != null && <span aria-hidden="true">{rating}</span>}
      {!silent && (
        <span className="visually-hidden">
          {who === undefined ? words : `${who}: ${words}`}
          {moved && movedWords[moved]}
        </span>
      )}
      {moved && (
        <span className="stance-moved" aria-hidden="true">
          {moved === 'up' ? '▲' : '▼'}
        </span>
      )}
    </span>
  )
}

/** Signs and words of the stances, for below a table of them; null is a seat without an answer. */
export function StanceLegend({ stances }: { stances: readonly (ShownStance | null)[] }) {
  return (
    <ul className="legend">
      {stances.map((stance) => (
        <li key={stance ?? 'none'}>
          <StanceCell stance={stance} silent /> {stance === null ? 'no answer' : shownStanceWords[stance]}
        </li>
      ))}
    </ul>
  )
}

const otherLetter = (stance: ShownStance | null) => {
  if (stance === null || stance === 'support' || stance === 'acceptable' || stance === 'oppose') return '–'
  return letters[stance]
}

/** How many took each stance on one option, as a bar with numbers; the words are spoken. Only for use after the reveal. */
export function StanceSplit({ counts }: { counts: Readonly<Record<OpenStance, number>> }) {
  const shown = openStances.filter((stance) => counts[stance] > 0)
  return (
    <span className="stance-split">
      {shown.map((stance) => (
        <span key={stance} className={`stance-part ${stance}`} style={{ flexGrow: counts[stance] }}>
          {counts[stance]}
          <span className="visually-hidden"> {shownStanceWords[stance]}</span>
        </span>
      ))}
    </span>
  )
}
