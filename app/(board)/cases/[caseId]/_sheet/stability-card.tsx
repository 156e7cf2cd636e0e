import { BandBar } from '@/app/_ui/band-bar'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Empty, Notice } from '@/app/_ui/notice'
import { ReadingBadge } from '@/app/_ui/reading-card'
import type { LevelReading, Origin } from '@/lib/cases/level-readings'
import { bandsOf } from '@/lib/clinical/instrument'
import { sins } from '@/lib/clinical/instruments/sins'
import type { SumReading } from '@/lib/clinical/reading'
import { nextStepOf, shortReading } from '@/lib/clinical/reading-words'
import { describeLevels } from '@/lib/clinical/spine'
import { FactEntry } from './fact-entry'
import { PointsTable } from './points-table'
import { type Sheet, worstLevels } from './sheet'

/** SINS of the worst level with the points behind it; the other levels folded below. A case has the highest, never a sum. */
export function StabilityCard({ sheet }: { sheet: Sheet }) {
  const { readings, timeZone } = sheet
  const [worst] = worstLevels({ ...readings, worstEscc: { kind: 'none', open: [] } })
  const reading = readings.levels.find(({ level }) => level === worst)
  const others = readings.levels.filter(({ level }) => level !== worst)
  return (
    <Card
      title={worst === undefined ? 'Stability' : `Stability, ${worst}`}
      aside={reading && <ReadingBadge reading={reading.sins} />}
    >
      {reading ? (
        <Score reading={reading.sins} level={reading.level} timeZone={timeZone} />
      ) : (
        <Empty title="No level to score.">SINS needs at least one involved level.</Empty>
      )}
      {others.map((other) => (
        <OtherLevel key={other.level} other={other} timeZone={timeZone} />
      ))}
      <p className="source-line">
        {openWords(readings.worstSins)} Case SINS is the highest level, never a sum. From 7: spine surgeon’s opinion
        before radiation. {sins.source}. Supports clinical judgement, does not replace it.
      </p>
      <dl className="facts">
        <FactEntry sheet={sheet} section="stability" field="immobilised" />
        <FactEntry sheet={sheet} section="stability" field="surgeonOpinion" label="Surgeon’s opinion" />
      </dl>
    </Card>
  )
}

const openWords = (worst: Sheet['readings']['worstSins']): string =>
  worst.kind === 'incomplete'
    ? `Not settled: ${describeLevels(worst.open)} could still raise it; the highest lies in ${worst.between.join('–')}.`
    : ''

const tones = { unstable: 'crit', 'potentially-unstable': 'warn' } as const

type ScoreProps = { reading: SumReading<Origin>; level: string; timeZone: string }

function Score({ reading, level, timeZone }: ScoreProps) {
  const score = reading.kind === 'complete' ? reading.total : reading.kind === 'not-applicable' ? null : reading.between
  return (
    <>
      {score !== null && <BandBar title="SINS" bands={bandsOf(sins)} score={score} tones={tones} />}
      {reading.kind !== 'complete' && (
        <Notice kind={reading.kind === 'not-applicable' ? 'info' : 'stale'} title={nextStepOf(reading)} />
      )}
      <PointsTable caption={`SINS points, ${level}`} lines={reading.lines} timeZone={timeZone} />
    </>
  )
}

function OtherLevel({ other: { level, sins: reading }, timeZone }: { other: LevelReading; timeZone: string }) {
  return (
    <details className="fold">
      <summary>
        <Icon name="down" />
        {level}: SINS {shortReading(reading)}
        {reading.kind === 'complete' && `, ${reading.band.label.toLowerCase()}`}
      </summary>
      <PointsTable caption={`SINS points, ${level}`} lines={reading.lines} timeZone={timeZone} />
    </details>
  )
}
