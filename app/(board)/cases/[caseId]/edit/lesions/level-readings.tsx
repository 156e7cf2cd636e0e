'use client'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { ReadingCard } from '@/app/_ui/reading-card'
import { SinsBadge } from '@/app/_ui/sins-badge'
import { nameOfLevel } from '@/lib/cases/level-names'
import type { CaseReadings, LevelReading } from '@/lib/cases/readings'
import { bandsOf } from '@/lib/clinical/instrument'
import { sins } from '@/lib/clinical/instruments/sins'
import type { Vertebra } from '@/lib/clinical/spine'
import { listWords } from '@/lib/foundation/words'
import { useEntryState } from '../entry-context'

type LevelReadingsProps = {
  level: Vertebra
  readings: CaseReadings
  onGo: (level: Vertebra) => void
}

/** Stability and epidural grade at the chosen level, then what is still missing at the others. */
export function LevelReadings({ level, readings, onGo }: LevelReadingsProps) {
  const where = nameOfLevel(useEntryState().file, level)
  const here = readings.levels.find((one) => one.level === level)
  const open = readings.levels.filter((one) => one.level !== level && one.sins.kind === 'incomplete')
  return (
    <div className="entry-readings">
      {here ? (
        <>
          <ReadingCard reading={here.sins} shortTitle="SINS" where={where} bands={bandsOf(sins)} />
          <ReadingCard reading={here.escc} shortTitle="Epidural grade" where={where} />
        </>
      ) : (
        <Card title={`SINS, ${where}`}>
          <p className="muted">No tumour is recorded here, so there is no score.</p>
        </Card>
      )}
      {open.map((one) => (
        <OpenLevel key={one.level} reading={one} onGo={() => onGo(one.level)} />
      ))}
    </div>
  )
}

function OpenLevel({ reading: { level, sins: reading }, onGo }: { reading: LevelReading; onGo: () => void }) {
  if (reading.kind !== 'incomplete') return null
  const missing = listWords(reading.missing.map(({ label }) => label.toLowerCase()))
  const bands = reading.bands.map(({ label }) => label.toLowerCase()).join(' or ')
  return (
    <Card title={`SINS, ${level}`} aside={<SinsBadge sinsClass="incomplete" score={reading.between} />}>
      <p>
        Missing: <b>{missing}</b>. Possible range {reading.between.join('–')} points: {bands}. No score until answered.
      </p>
      <p>
        <Button size="small" onClick={onGo}>
          Go to {level}
        </Button>
      </p>
    </Card>
  )
}
