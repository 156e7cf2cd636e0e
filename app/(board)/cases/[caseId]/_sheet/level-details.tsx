import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { nameOfLevel } from '@/lib/cases/level-names'
import type { LevelReading } from '@/lib/cases/level-readings'
import type { FieldId } from '@/lib/cases/sections/sections'
import { shortReading } from '@/lib/clinical/reading-words'
import type { Vertebra } from '@/lib/clinical/spine'
import { FactEntry } from './fact-entry'
import { PointsTable } from './points-table'
import { mainOriginOf, type Sheet } from './sheet'
import { WhatIfOf } from './what-if-of'

const whenKnown: readonly FieldId<'lesions'>[] = [
  'involvement',
  'seenOn',
  'words',
  'escc',
  'esccMethod',
  'gradeBelowConus',
  'caudaEquina',
  'compressionJudged',
  'epiduralSectors',
  'epiduralLevels',
  'paraspinal',
  'paraspinalLevels',
  'irradiation',
  'operation',
  'operatedOn',
]

/** Where the total of a level and the points behind it stand on the sheet: its score leads there. */
export const pointsIdOf = (level: Vertebra): string => `sins-${level}`

/** Everything recorded of one level, folded: the points of its SINS, what it was seen on, findings in words. */
export function LevelDetails({ sheet, reading }: { sheet: Sheet; reading: LevelReading }) {
  const { level, sins, escc } = reading
  const main = mainOriginOf(sheet, 'lesions', level)
  const entry = { sheet, section: 'lesions', item: level, said: main?.words } as const
  return (
    <details className="fold">
      <summary id={pointsIdOf(level)}>
        <Icon name="down" />
        {nameOfLevel(sheet.file, level)}: SINS {shortReading(sins)}
        {sins.kind === 'complete' && `, ${sins.band.label.toLowerCase()}`}, ESCC {shortReading(escc)}
      </summary>
      <PointsTable caption={`SINS points, ${level}`} lines={sins.lines} sheet={sheet} />
      <WhatIfOf reading={sins} name="SINS" where={level} />
      {escc.caveats.map(({ id, text }) => (
        <p key={id} className="small">
          <Severity tone="warn">Epidural grade: {text}</Severity>
        </p>
      ))}
      {main !== null && <p className="source-line">{main.note}</p>}
      <dl className="facts">
        {whenKnown.map((field) => (
          <FactEntry key={field} {...entry} field={field} onlyKnown />
        ))}
        <FactEntry {...entry} field="irradiated" />
        <FactEntry {...entry} field="operated" />
      </dl>
    </details>
  )
}
