import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import type { Origin } from '@/lib/cases/level-readings'
import { cohortCaveat } from '@/lib/clinical/cohort-caveat'
import type { SumReading } from '@/lib/clinical/reading'
import { nextStepOf } from '@/lib/clinical/reading-words'
import { furthestApart, survivalFiguresOf } from '@/lib/clinical/survival-figures'
import { PointsTable } from './points-table'
import { axisMonths, axisTicks, estimateWords, placeOnAxis } from './prognosis-words'
import type { Sheet } from './sheet'

const directions = { 'higher-better': 'higher better', 'higher-worse': 'higher worse', label: 'label' } as const

/** The survival scores on one time axis, with what each rests on. They describe cohorts; where they disagree it says so. */
export function PrognosisCard({ sheet }: { sheet: Sheet }) {
  const { readings } = sheet
  const rows = [readings.bauer, readings.tokuhashi, readings.tomita]
  const apart = furthestApart(rows)
  return (
    <Card
      title="Prognosis"
      className="sheet-across"
      aside={
        apart && (
          <Severity tone="warn">
            Scores disagree: {apart.shorter.title} {estimateWords(apart.shorter)}, {apart.longer.title}{' '}
            {estimateWords(apart.longer)}
          </Severity>
        )
      }
    >
      <table className="table dense prognosis as-cards">
        <caption className="visually-hidden">Survival scores, 0 to {axisMonths} months</caption>
        <thead>
          <tr>
            <th scope="col">Score and version</th>
            <th scope="col">Reading</th>
            <th scope="col" className="axis-head">
              <span className="visually-hidden">Time estimate</span>
              <span className="axis-ticks" aria-hidden="true">
                {axisTicks.map((month) => (
                  <i key={month} style={{ left: `${(100 * month) / axisMonths}%` }}>
                    {month}
                    {month === axisMonths && ' mo'}
                  </i>
                ))}
              </span>
            </th>
            <th scope="col">What it rests on</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((reading) => (
            <Row key={reading.instrument} reading={reading} />
          ))}
        </tbody>
      </table>
      <div className="prognosis-folds">
        {rows.map((reading) => (
          <details className="fold" key={reading.instrument}>
            <summary>
              <Icon name="down" />
              Points behind {reading.title}
            </summary>
            <PointsTable caption={`Points, ${reading.title}`} lines={reading.lines} sheet={sheet} />
          </details>
        ))}
      </div>
      <p className="source-line">
        {cohortCaveat.text} <i className="axis-key span" aria-hidden="true" /> range of the class{' '}
        <i className="axis-key mean" aria-hidden="true" /> mean of the cohort; dashed: possible while items are missing.
      </p>
    </Card>
  )
}

/** Words stand under the beginning of the mark, in percent of the axis, but never so far right that they have no room. */
const wordsAt = (reading: SumReading): number =>
  Math.min(55, ...survivalFiguresOf(reading).map((figure) => placeOnAxis(figure).left))

function Row({ reading }: { reading: SumReading<Origin> }) {
  const { title, version, direction, source, caveats } = reading
  const isOpen = reading.kind !== 'complete'
  const own = caveats.filter(({ id }) => id !== cohortCaveat.id).map(({ text }) => text)
  return (
    <tr>
      <th scope="row">
        {title}
        <span className="under">
          version {version}, {directions[direction]}
        </span>
      </th>
      <td data-label="Reading">
        <Result reading={reading} />
      </td>
      <td data-label="Time estimate" className="axis-cell">
        <span className={isOpen ? 'axis-line open' : 'axis-line'} aria-hidden="true">
          {survivalFiguresOf(reading).map((figure) => {
            const { left, width } = placeOnAxis(figure)
            const style = figure.kind === 'mean' ? { left: `${left}%` } : { left: `${left}%`, width: `${width}%` }
            return <i key={`${left} ${width}`} className={figure.kind} style={style} />
          })}
        </span>
        <span className="axis-words" style={{ paddingLeft: `${wordsAt(reading)}%` }}>
          {estimateWords(reading)}
        </span>
      </td>
      <td data-label="What it rests on" className="small">
        {source}.<span className="under">{[nextStepOf(reading), ...own].filter(Boolean).join(' ')}</span>
      </td>
    </tr>
  )
}

function Result({ reading }: { reading: SumReading }) {
  if (reading.kind === 'complete') {
    return (
      <>
        <b>{reading.total}</b> / {reading.range?.[1]} <span className="under">{reading.band.label.toLowerCase()}</span>
      </>
    )
  }
  if (reading.kind === 'not-applicable') return <Severity tone="unk">not applicable</Severity>
  const between = reading.between
  return (
    <Severity tone="unk">
      incomplete{between && `, possible range ${between.join('–')} / ${reading.range?.[1]}`}
    </Severity>
  )
}
