import { Icon } from '@/app/_ui/icon'
import type { LevelReading } from '@/lib/cases/level-readings'
import type { FieldId } from '@/lib/cases/sections/sections'
import { shortReading } from '@/lib/clinical/reading-words'
import { FactEntry } from './fact-entry'
import { PointsTable } from './points-table'
import { mainOriginOf, type Sheet } from './sheet'

const whenKnown: readonly FieldId<'lesions'>[] = [
  'involvement',
  'seenOn',
  'words',
  'escc',
  'caudaEquina',
  'irradiation',
  'operation',
  'operatedOn',
]

/** Without an answer every grade is possible, which is not worth a list. */
const isGraded = ({ kind, lines }: LevelReading['escc']): boolean =>
  kind === 'not-applicable' || lines.some(({ item, state }) => item === 'grade' && state !== 'missing')

/** Everything recorded of one level, folded: what it was seen on, findings in words, the points of its SINS. */
export function LevelDetails({ sheet, reading }: { sheet: Sheet; reading: LevelReading }) {
  const { level, sins, escc } = reading
  const main = mainOriginOf(sheet, 'lesions', level)
  const entry = { sheet, section: 'lesions', item: level, said: main?.words } as const
  return (
    <details className="fold">
      <summary>
        <Icon name="down" />
        {level}: SINS {shortReading(sins)}
        {sins.kind === 'complete' && `, ${sins.band.label.toLowerCase()}`}, ESCC{' '}
        {isGraded(escc) ? shortReading(escc) : 'not known'}
      </summary>
      {main !== null && <p className="source-line">{main.note}</p>}
      <dl className="facts">
        {whenKnown.map((field) => (
          <FactEntry key={field} {...entry} field={field} onlyKnown />
        ))}
        <FactEntry {...entry} field="irradiated" />
        <FactEntry {...entry} field="operated" />
      </dl>
      <PointsTable caption={`SINS points, ${level}`} lines={sins.lines} timeZone={sheet.timeZone} />
    </details>
  )
}
