import { Card } from '@/app/_ui/card'
import { placeIn, spanOf, type Trend, type TrendPoint, trendsOf } from '@/lib/cases/trends'
import { showDay } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import './courses.css'
import type { Sheet } from './sheet'

const width = 180
const height = 44
const edge = 5

type Span = ReturnType<typeof spanOf>

/** How pain, fitness and neurology went, as small pictures over the same stretch of time; nothing while there is no course. */
export function TrendsCard({ sheet: { file } }: { sheet: Sheet }) {
  const trends = trendsOf(file)
  if (trends.length === 0) return null
  const span = spanOf(trends)
  const days = trends.flatMap(({ points }) => points.map(({ on }) => on)).sort()
  return (
    <Card
      title="Course"
      className="sheet-course"
      note={`${showDay(days[0] ?? '')} to ${showDay(days.at(-1) ?? '')}, the same stretch of time in each`}
    >
      <div className="courses">
        {trends.map((trend) => (
          <Course key={trend.title} trend={trend} span={span} />
        ))}
      </div>
    </Card>
  )
}

const known = ({ points }: Trend): TrendPoint[] => points.filter(({ value }) => value !== null)

function Course({ trend, span }: { trend: Trend; span: Span }) {
  const [first, last] = [known(trend)[0], known(trend).at(-1)]
  const gaps = trend.points.filter(({ value }) => value === null)
  return (
    <figure className="course">
      <figcaption>
        <span className="muted small">{trend.title}</span> <b>{last?.words}</b>
      </figcaption>
      <Picture trend={trend} span={span} />
      <p className="under">
        {first?.words} on {first && showDay(first.on)}, {last?.words} on {last && showDay(last.on)}
        {gaps.length > 0 && `; ring: not known on ${listWords(gaps.map(({ on }) => showDay(on)))}`}
      </p>
      <table className="visually-hidden">
        <caption>{trend.title} over time</caption>
        <tbody>
          {trend.points.map(({ on, words }) => (
            <tr key={on}>
              <th scope="row">{showDay(on)}</th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

/** Neighbouring known points in runs: the line breaks where nobody knew. */
function runsOf(points: readonly TrendPoint[]): TrendPoint[][] {
  const runs: TrendPoint[][] = [[]]
  for (const point of points) {
    if (point.value === null) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 0)
}

function Picture({ trend, span }: { trend: Trend; span: Span }) {
  const x = (point: TrendPoint) => edge + placeIn(span, point) * (width - 2 * edge)
  const y = (value: number) => height - edge - ((value - trend.low) / (trend.high - trend.low)) * (height - 2 * edge)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line className="course-base" x1={0} x2={width} y1={height - 1} y2={height - 1} />
      {runsOf(trend.points).map((run) => (
        <polyline key={run[0]?.on} points={run.map((point) => `${x(point)},${y(point.value ?? 0)}`).join(' ')} />
      ))}
      {trend.points.map((point) =>
        point.value === null ? (
          <circle key={point.on} className="course-gap" cx={x(point)} cy={height - 7} r={3} />
        ) : (
          <circle key={point.on} cx={x(point)} cy={y(point.value)} r={3} />
        ),
      )}
    </svg>
  )
}
