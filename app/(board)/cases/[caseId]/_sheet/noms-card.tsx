import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Empty } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { nameOfLevel } from '@/lib/cases/level-names'
import type { Origin } from '@/lib/cases/level-readings'
import { noms } from '@/lib/clinical/instruments/noms'
import type { Finding, RuleReading } from '@/lib/clinical/reading'
import { nextStepOf, ownCaveats } from '@/lib/clinical/reading-words'
import { describeLevels, type Vertebra } from '@/lib/clinical/spine'
import { groupNoms, type NomsGroup } from './noms-groups'
import { PointsTable } from './points-table'
import { SbrtFold } from './sbrt-fold'
import { type Sheet, worstLevels } from './sheet'
import { WhatIfOf } from './what-if-of'

/** What NOMS raises at the worst levels, with the number of each rule; both lists of tumours where they differ. */
export function NomsCard({ sheet }: { sheet: Sheet }) {
  const { readings } = sheet
  const worst = worstLevels(readings)
  const shown = readings.noms.filter(({ level }) => worst.includes(level))
  return (
    <Card title="NOMS" note={shown.length > 0 ? nomsPlaces(shown, readings.worstEscc.open) : undefined}>
      {shown.length === 0 && <Empty title="No level to read.">NOMS needs at least one involved level.</Empty>}
      {groupNoms(shown).map((group) => (
        <AtLevels key={group.at.level} group={group} sheet={sheet} />
      ))}
      <p className="source-line">
        {noms.caveats?.map(({ text }) => text).join(' ')} {noms.source}.
      </p>
    </Card>
  )
}

/** The levels shown, and the others without an epidural grade, which may yet be the worst. */
function nomsPlaces(shown: readonly { level: Vertebra }[], withoutGrade: readonly Vertebra[]): string {
  const at = shown.map(({ level }) => level)
  const open = withoutGrade.filter((level) => !at.includes(level))
  return `at ${at.join(', ')}${open.length > 0 ? `; no epidural grade yet at ${describeLevels(open)}` : ''}`
}

function AtLevels({ group: { levels, at }, sheet }: { group: NomsGroup; sheet: Sheet }) {
  const where = levels.map((level) => nameOfLevel(sheet.file, level)).join(', ')
  const { noms: byNoms, sc24, conflict } = at
  return (
    <div className="noms-level">
      <h3>{where}</h3>
      {conflict && (
        <>
          <Severity tone="warn">The two lists of radiosensitive tumours differ for this tumour.</Severity>
          <h4>List of NOMS</h4>
        </>
      )}
      <Findings reading={byNoms} />
      {conflict && (
        <>
          <h4>List of the SC.24 trial</h4>
          <Findings reading={sc24} />
        </>
      )}
      <details className="fold">
        <summary>
          <Icon name="down" />
          Answers behind it
        </summary>
        <PointsTable caption={`Answers to NOMS, ${where}`} lines={byNoms.lines} sheet={sheet} />
        <WhatIfOf reading={byNoms} name="NOMS" where={where} />
      </details>
      {sheet.readings.sbrt
        .filter(({ level }) => levels.includes(level))
        .map((sbrt) => (
          <SbrtFold key={sbrt.level} at={sbrt} sheet={sheet} />
        ))}
    </div>
  )
}

function Findings({ reading }: { reading: RuleReading<Origin> }) {
  if (reading.kind === 'not-applicable' || reading.kind === 'ask') return <p className="quiet">{reading.why}</p>
  const remarks = ownCaveats(noms, reading)
  return (
    <>
      <FindingList findings={reading.findings} />
      {remarks.length > 0 && <p className="source-line">{remarks.map(({ text }) => text).join(' ')}</p>}
      {reading.kind === 'incomplete' && (
        <>
          <p className="muted small">{nextStepOf(reading)}</p>
          <Possible findings={reading.possible} />
        </>
      )}
    </>
  )
}

/** More than these are no help in deciding: they stay folded until the open questions are answered. */
const mostPossible = 4

function Possible({ findings }: { findings: readonly Finding[] }) {
  if (findings.length <= mostPossible) {
    return (
      <>
        <p className="muted small">Until then possible:</p>
        <FindingList findings={findings} />
      </>
    )
  }
  return (
    <>
      <p className="print-only small">{findings.length} considerations are still possible.</p>
      <details className="fold">
        <summary>
          <Icon name="down" />
          {findings.length} considerations still possible
        </summary>
        <FindingList findings={findings} />
      </details>
    </>
  )
}

function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return <p className="quiet">No consideration settled yet.</p>
  return (
    <ul className="findings">
      {findings.map(({ id, group, text }) => (
        <li key={id}>
          {text}{' '}
          <span className="muted small nowrap">
            {group}, rule {id}
          </span>
        </li>
      ))}
    </ul>
  )
}
