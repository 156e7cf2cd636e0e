import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { furtherSurvivalScores } from '@/lib/cases/further/survival-scores'
import type { Origin } from '@/lib/cases/level-readings'
import { type PrognosisScore, prognosisScores } from '@/lib/cases/prognosis-readings'
import { cohortCaveat } from '@/lib/clinical/cohort-caveat'
import type { Reading, SumReading } from '@/lib/clinical/reading'
import { nextStepOf } from '@/lib/clinical/reading-words'
import { furthestApart } from '@/lib/clinical/survival-figures'
import { validationsOf } from '@/lib/clinical/validation-figures'
import { ExternalPrognosis } from './external-prognosis'
import { PointsTable } from './points-table'
import { type AxisMark, axisMarksOf, axisMonths, axisTicks, estimateWords } from './prognosis-words'
import type { Sheet } from './sheet'
import { daysWords } from './sources'
import { WhatIfOf } from './what-if-of'
import './prognosis.css'

const directions = { 'higher-better': 'higher better', 'higher-worse': 'higher worse', label: 'label' } as const

/**
 * The survival scores on one time axis, with what each rests on: those of the default panel first, the older ones on request
 * (REFERENCE 5.1). They describe cohorts; where they disagree it says so.
 */
export function PrognosisCard({ sheet }: { sheet: Sheet }) {
  const { katagiriLaboratory } = sheet.readings
  const scores = prognosisScores(sheet.readings)
  const panel = scores.filter(({ isDefault }) => isDefault)
  const older = scores.filter(({ isDefault }) => !isDefault)
  const readingsOf = (some: readonly PrognosisScore[]) => some.map(({ reading }) => reading)
  const further = furtherSurvivalScores(sheet.file, sheet.today)
  const apart = furthestApart([...readingsOf(scores), ...further])
  const olderRows = [...older, ...further.map((reading) => ({ reading }))]
  return (
    <Card
      title="Prognosis"
      className="sheet-across"
      aside={
        apart && (
          <Severity tone="warn">
            Scores disagree: {apart.shorter.title}: {estimateWords(apart.shorter)}; {apart.longer.title}:{' '}
            {estimateWords(apart.longer)}
          </Severity>
        )
      }
    >
      <Scores caption="Survival scores" rows={panel} timeZone={sheet.timeZone} />
      <Points sheet={sheet} readings={[...readingsOf(panel), katagiriLaboratory]} />
      <ExternalPrognosis sheet={sheet} />
      <details className="fold older-scores">
        <summary>
          <Icon name="down" />
          Older scores: {olderRows.map(({ reading }) => reading.title).join(', ')}
        </summary>
        <Scores caption="Older survival scores" rows={olderRows} timeZone={sheet.timeZone} />
        <Points sheet={sheet} readings={readingsOf(older)} />
      </details>
      <p className="source-line">
        {cohortCaveat.text} <i className="axis-key span" aria-hidden="true" /> range of the class{' '}
        <i className="axis-key mean" aria-hidden="true" /> mean or median{' '}
        <i className="axis-key share" aria-hidden="true" /> share alive{' '}
        <i className="axis-key odds" aria-hidden="true" /> odds of death, not compared; dashed: items are missing.
      </p>
    </Card>
  )
}

/** A score as a row of the axis. */
type OnAxis = Pick<PrognosisScore, 'reading' | 'behind'>

type ScoresProps = { caption: string; rows: readonly OnAxis[]; timeZone: string }

function Scores({ caption, rows, timeZone }: ScoresProps) {
  return (
    <table className="table dense prognosis as-cards">
      <caption className="visually-hidden">
        {caption}, 0 to {axisMonths} months
      </caption>
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
        {rows.map((score) => (
          <Row key={score.reading.instrument} score={score} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  )
}

function Points({ sheet, readings }: { sheet: Sheet; readings: readonly Reading<Origin>[] }) {
  return (
    <div className="prognosis-folds">
      {readings.map((reading) => (
        <details className="fold" key={reading.instrument}>
          <summary>
            <Icon name="down" />
            Points behind {reading.title}
          </summary>
          <PointsTable caption={`Points, ${reading.title}`} lines={reading.lines} sheet={sheet} />
          <WhatIfOf reading={reading} name={reading.title} />
        </details>
      ))}
    </div>
  )
}

/** Words stand under the beginning of the mark, in percent of the axis, but never so far right that they have no room. */
const wordsAt = (marks: readonly AxisMark[]): number => {
  const [first] = marks
  if (!first || first.kind === 'share') return 0
  return Math.min(55, ...marks.map(({ left }) => left))
}

/** What a column is filled with, from the least to the most that is possible. */
const fillOf = ({ least, most }: AxisMark) => (least === undefined ? {} : { '--least': least, '--most': most })

const markClass = { span: 'span', point: 'mean', share: 'share', odds: 'odds' } as const

function Row({ score, timeZone }: { score: OnAxis; timeZone: string }) {
  const { reading, behind = [] } = score
  const { instrument, title, version, direction, source, caveats, lines } = reading
  const days = daysWords(
    [...lines, ...behind].map(({ from }) => from),
    timeZone,
  )
  const marks = axisMarksOf(reading)
  const [validated] = validationsOf(instrument)
  const isOpen = reading.kind !== 'complete'
  const own = caveats.filter(({ id }) => id !== cohortCaveat.id)
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
          {marks.map((mark) => {
            const width = mark.kind === 'span' ? { width: `${mark.width}%` } : {}
            const style = { left: `${mark.left}%`, ...width, ...fillOf(mark) }
            return <i key={`${mark.kind} ${mark.left} ${mark.width}`} className={markClass[mark.kind]} style={style} />
          })}
        </span>
        <span className="axis-words" style={{ paddingLeft: `${wordsAt(marks)}%` }}>
          {estimateWords(reading)}
        </span>
      </td>
      <td data-label="What it rests on" className="small">
        {source}.{days !== '' && ` Findings of ${days}.`}
        {validated && (
          <span className="under no-print">
            Later: {validated.study}, {validated.cohort}: {validated.result}.
          </span>
        )}
        <span className="under">
          {nextStepOf(reading)}{' '}
          {own.map(({ id, text }) => (
            <span key={id} className={id.startsWith('cohort') ? 'cohort-remark' : undefined}>
              {text}{' '}
            </span>
          ))}
        </span>
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
