import { Icon, type IconName } from './icon'

/** Class of a SINS reading; `incomplete` when answers are missing and the possible range spans more than one class. */
export type SinsClass = 'stable' | 'potentially-unstable' | 'unstable' | 'incomplete'

/** The words of each class. */
export const sinsClassWords: Readonly<Record<SinsClass, string>> = {
  stable: 'stable',
  'potentially-unstable': 'potentially unstable',
  unstable: 'unstable',
  incomplete: 'incomplete',
}

const icons: Readonly<Record<SinsClass, IconName>> = {
  stable: 'sins-stable',
  'potentially-unstable': 'sins-potential',
  unstable: 'sins-unstable',
  incomplete: 'sins-stable',
}

/** Score as written: `14`, or the possible range `4–7` while answers are missing. Points, 0 to 18. */
export const showSins = (score: number | readonly [low: number, high: number]): string =>
  typeof score === 'number' ? String(score) : `${score[0]}–${score[1]}`

type SinsBadgeProps = {
  sinsClass: SinsClass
  /** Points 0 to 18, or the possible range while answers are missing. */
  score?: number | readonly [low: number, high: number]
  /** `full` adds the class word; `score` leaves it to screen readers; `class` shows the word alone. */
  show?: 'full' | 'score' | 'class'
  /** The level it belongs to, when it is not clear from the place: `T7`. */
  level?: string
  large?: boolean
}

/** SINS with its class as shape, word and colour. Never colour alone: the shape and a spoken word stay in every form. */
export function SinsBadge({ sinsClass, score, show = 'full', level, large = false }: SinsBadgeProps) {
  const word = sinsClassWords[sinsClass]
  const scoreText = `SINS${score === undefined ? '' : ` ${showSins(score)}`}${level === undefined ? '' : `, ${level}`}`
  return (
    <span className={`badge sins-${sinsClass}${large ? ' large' : ''}`}>
      <Icon name={icons[sinsClass]} />
      {show === 'class' ? <span className="visually-hidden">{scoreText} </span> : <b>{scoreText}</b>}
      <span className={show === 'score' ? 'visually-hidden' : undefined}> {word}</span>
    </span>
  )
}
