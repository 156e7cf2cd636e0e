import { BandBar } from '@/app/_ui/band-bar'
import { Card } from '@/app/_ui/card'
import { Empty, Notice } from '@/app/_ui/notice'
import { ReadingBadge } from '@/app/_ui/reading-card'
import { factOf } from '@/lib/cases/case-file'
import { nameOfLevel } from '@/lib/cases/level-names'
import type { Origin } from '@/lib/cases/level-readings'
import { bandsOf } from '@/lib/clinical/instrument'
import { sins } from '@/lib/clinical/instruments/sins'
import type { Line, SumReading } from '@/lib/clinical/reading'
import { nextStepOf } from '@/lib/clinical/reading-words'
import { levelsOfHighest } from '@/lib/clinical/worst-level'
import { FactEntry } from './fact-entry'
import { PointsTable } from './points-table'
import type { Sheet } from './sheet'
import { originWords } from './sources'
import { otherLevelsWords } from './stability-words'
import { WhatIfOf } from './what-if-of'

/** SINS of the worst level with the points behind it. A case has the highest of its levels, never a sum. */
export function StabilityCard({ sheet }: { sheet: Sheet }) {
  const { readings, timeZone } = sheet
  const [worst] = levelsOfHighest(readings.worstSins)
  const others = otherLevelsWords(readings.worstSins)
  const reading = readings.levels.find(({ level }) => level === worst)
  const entry = { sheet, section: 'stability' } as const
  const immobilised = factOf(sheet.file, 'stability', 'immobilised')
  const said = immobilised && originWords(immobilised, timeZone)
  return (
    <Card
      title={worst === undefined ? 'Stability' : `Stability, ${nameOfLevel(sheet.file, worst)}`}
      aside={reading && <ReadingBadge reading={reading.sins} />}
    >
      {others && (
        <Notice kind="stale" title={others.title}>
          {others.more}
        </Notice>
      )}
      {reading ? (
        <Score reading={reading.sins} level={reading.level} sheet={sheet} />
      ) : (
        <Empty title="No level to score.">SINS needs at least one involved level.</Empty>
      )}
      <p className="source-line">
        Case SINS is the highest level, never a sum. From 7: spine surgeon’s opinion before radiation. {sins.source}.
        Supports clinical judgement, does not replace it.
      </p>
      <dl className="facts after">
        <FactEntry {...entry} field="immobilised" />
        <FactEntry {...entry} field="immobilisedSince" label="Since" onlyKnown said={said} />
        <FactEntry {...entry} field="surgeonOpinion" label="Surgeon’s opinion" said={said} />
      </dl>
    </Card>
  )
}

const tones = { unstable: 'crit', 'potentially-unstable': 'warn' } as const

type ScoreProps = { reading: SumReading<Origin>; level: string; sheet: Sheet }

/** What gives no points stands in the fold of the level unless it bears on the score. */
const bears = ({ maxPoints, finding }: Line): boolean => maxPoints !== null || finding !== 'No'

function Score({ reading, level, sheet }: ScoreProps) {
  const score = reading.kind === 'complete' ? reading.total : reading.kind === 'not-applicable' ? null : reading.between
  return (
    <>
      {score !== null && <BandBar title="SINS" bands={bandsOf(sins)} score={score} tones={tones} />}
      {reading.kind !== 'complete' && (
        <Notice kind={reading.kind === 'not-applicable' ? 'info' : 'stale'} title={nextStepOf(reading)} />
      )}
      <PointsTable caption={`SINS points, ${level}`} lines={reading.lines.filter(bears)} sheet={sheet} />
      <WhatIfOf reading={reading} name="SINS" where={level} />
    </>
  )
}
