import type { Band } from '@/lib/clinical/reading'
import { lowerFirst } from './lower-first'

/** How a band is drawn when the reading lies in it; bands without a tone are drawn in ink, without judgement. */
export type BandTones = Readonly<Partial<Record<string, 'crit' | 'warn'>>>

type BandBarProps = {
  /** What is scored, for the text alternative: `SINS`. */
  title: string
  /** All bands with a range, in order. */
  bands: readonly Band[]
  /** Total, or the possible range while answers are missing. */
  score: number | readonly [low: number, high: number]
  tones?: BandTones
}

/** All bands of a sum side by side, as wide as their ranges, with the score as a pointer. Not a gauge: the words are in the bands. */
export function BandBar({ title, bands, score, tones = {} }: BandBarProps) {
  const ranged = bands.flatMap(({ range, ...band }) => (range === null ? [] : [{ ...band, range }]))
  const [first, last] = [ranged[0], ranged.at(-1)]
  if (first === undefined || last === undefined) return null
  const [low, high] = typeof score === 'number' ? [score, score] : score
  const least = first.range[0]
  const size = last.range[1] - least + 1
  const share = (points: number) => (100 * (points - least)) / size
  const isOn = ([from, to]: readonly [number, number]) => low <= to && high >= from
  const on = ranged.filter(({ range }) => isOn(range)).map(({ label }) => lowerFirst(label))
  const scored = low === high ? `${low}` : `possible range ${low} to ${high}`
  return (
    <div className="bands">
      <p className="visually-hidden">
        {title} {scored} of {last.range[1]}: {on.join(' or ')}
      </p>
      <div className="bands-row" aria-hidden="true">
        {ranged.map(({ id, label, range }) => (
          <span
            key={id}
            className={bandClass(isOn(range), low === high, tones[id])}
            style={{ flexGrow: range[1] - range[0] + 1 }}
          >
            <span>
              <b>{range[0] === range[1] ? range[0] : `${range[0]}–${range[1]}`}</b> {lowerFirst(label)}
            </span>
          </span>
        ))}
      </div>
      <span
        className={low === high ? 'bands-pointer' : 'bands-span'}
        aria-hidden="true"
        style={
          low === high
            ? { left: `${share(low + 0.5)}%` }
            : { left: `${share(low)}%`, width: `${share(high + 1) - share(low)}%` }
        }
      />
    </div>
  )
}

// A band that is only possible looks unknown: dashed, without its tone.
const bandClass = (isOn: boolean, isSettled: boolean, tone: 'crit' | 'warn' | undefined) => {
  if (!isOn) return 'band'
  return isSettled ? `band on ${tone ?? 'ink'}` : 'band maybe'
}
