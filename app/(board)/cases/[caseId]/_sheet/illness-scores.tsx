import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { type IllnessScore, illnessScores, isIllnessRecorded } from '@/lib/cases/illness-readings'
import { mstfi } from '@/lib/clinical/instruments/mstfi'
import type { SumReading } from '@/lib/clinical/reading'
import { AnswerBeside } from './answer-beside'
import { illnessMeaning } from './illness-words'
import { PointsTable } from './points-table'
import type { Sheet } from './sheet'
import { WhatIfOf } from './what-if-of'

/** Charlson and the frailty indices with their ranges and what is missing; each opens the items and the source behind it. */
export function IllnessScores({ sheet }: { sheet: Sheet }) {
  if (!isIllnessRecorded(sheet.file)) {
    return <p className="source-line no-print">Charlson and frailty: no list of illness recorded, so no score.</p>
  }
  return (
    <section className="illness-scores" aria-label="Charlson and frailty">
      {illnessScores(sheet.readings.illness).map((score) => (
        <Score key={score.id} score={score} sheet={sheet} />
      ))}
      <p className="source-line">Higher is worse. What nobody ticked or ruled out is not known and leaves a range.</p>
    </section>
  )
}

function Score({ score: { name, reading, instrument }, sheet }: { score: IllnessScore; sheet: Sheet }) {
  const meaning = illnessMeaning(reading)
  return (
    <details className="score-fold">
      <summary>
        <Icon name="down" />
        <span className="score-name">{name}</span>
        <Result reading={reading} />
        {meaning !== '' && <span className="meaning">{meaning}</span>}
      </summary>
      <PointsTable caption={`Items, ${reading.title}`} lines={reading.lines} sheet={sheet} />
      <WhatIfOf reading={reading} name={name} />
      {instrument.id === mstfi.id && (
        <AnswerBeside sheet={sheet} instrument={instrument} level={null}>
          Answer the approach, once it is planned
        </AnswerBeside>
      )}
      <p className="source-line">
        {reading.source}, version {reading.version}. {reading.caveats.map(({ text }) => text).join(' ')} Supports
        clinical judgement, does not replace it.
      </p>
    </details>
  )
}

function Result({ reading }: { reading: SumReading }) {
  const most = reading.range?.[1]
  if (reading.kind === 'complete') {
    return (
      <span className="nowrap">
        <b>{reading.total}</b> / {most}
      </span>
    )
  }
  if (reading.kind === 'not-applicable') return <Severity tone="unk">not applicable</Severity>
  return (
    <Severity tone="unk">
      {reading.between ? `incomplete, ${reading.between.join('–')} / ${most}` : 'incomplete'}
    </Severity>
  )
}
