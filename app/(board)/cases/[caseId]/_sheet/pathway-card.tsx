import Link from 'next/link'
import type { ReactNode } from 'react'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import type { CaseFile } from '@/lib/cases/case-file'
import type { CasePathway } from '@/lib/cases/pathway/case-pathway'
import { groupPathway, type PathwayGroups } from '@/lib/cases/pathway/pathway-groups'
import type { UntoldWhy } from '@/lib/clinical/pathway/condition'
import type { RuleReading } from '@/lib/clinical/pathway/evaluate'
import { declaredFacts } from '@/lib/clinical/pathway/facts'
import { type PackId, packs } from '@/lib/clinical/pathway/packs'
import { AnswerLink } from './answer-link'
import { PathwayRow } from './pathway-row'
import type { Sheet } from './sheet'

type PathwayCardProps = {
  sheet: Sheet
  pathway: CasePathway
  chosen: readonly PackId[]
  openedAt: string
  mayGiveReason: boolean
  mayWrite: boolean
}

/** What the pathway says of the case: late, running, to be looked at; the rest stays folded. A stop asks for a reason, and whoever gives one goes on; a warning asks to be acknowledged. */
export function PathwayCard({ sheet, pathway, chosen, openedAt, mayGiveReason, mayWrite }: PathwayCardProps) {
  const groups = groupPathway(pathway)
  const rows = (readings: readonly RuleReading[]) =>
    readings.map((reading) => (
      <PathwayRow key={reading.rule.id} {...{ sheet, reading, pathway, openedAt, mayGiveReason }} />
    ))
  const open = [
    { title: 'Overdue', of: groups.overdue },
    { title: 'Running', of: groups.running },
    { title: 'Needs attention', of: groups.attention },
    { title: 'Gone on, with a reason', of: groups.goneOn },
  ].filter(({ of }) => of.length > 0)
  return (
    <Card
      title="Pathway"
      className="sheet-across pathway no-print"
      note={chosen.map((id) => packs[id].title).join(', ')}
      aside={<Link href="/reference/pathway">All rules</Link>}
    >
      {open.length === 0 && (
        <p className="quiet">Nothing is overdue, running or to be looked at, as far as recorded.</p>
      )}
      <div className="pathway-groups">
        {open.map(({ title, of }) => (
          <section key={title} aria-label={title}>
            <h3>
              {title} <span className="muted">{of.length}</span>
            </h3>
            {rows(of)}
          </section>
        ))}
      </div>
      {groups.acknowledged.length > 0 && (
        <Fold title={`Acknowledged warnings: ${groups.acknowledged.length}`}>{rows(groups.acknowledged)}</Fold>
      )}
      {groups.notes.length > 0 && <Fold title={`Notes: ${groups.notes.length}`}>{rows(groups.notes)}</Fold>}
      <Untold {...{ file: sheet.file, groups, mayWrite }} />
      {groups.settled.length > 0 && (
        <Fold title={`Met or superseded: ${groups.settled.length}`}>{rows(groups.settled)}</Fold>
      )}
    </Card>
  )
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>
        <Icon name="down" />
        {title}
      </summary>
      {children}
    </details>
  )
}

const untoldTitles: Readonly<Record<UntoldWhy, string>> = {
  'of-option': 'Judged with each option that is proposed',
  'of-board': 'Of the board, not of a case',
  withheld: 'Rest on what is kept to the treating team',
}

type UntoldProps = { file: CaseFile; groups: PathwayGroups; mayWrite: boolean }

/** What cannot be told: by the fact that is missing, so that the one that opens most comes first, with the way to where it is answered. */
function Untold({ file, groups: { missing, untold }, mayWrite }: UntoldProps) {
  const waiting = new Set(missing.flatMap(({ rules }) => rules)).size
  const kept = untold.reduce((sum, { rules }) => sum + rules, 0)
  if (waiting + kept === 0) return null
  return (
    <Fold title={`Cannot be told yet: ${waiting + kept}`}>
      <ul className="pathway-missing">
        {missing.map(({ gap, rules }) => (
          <li key={`${gap.fact} ${gap.why}`}>
            <AnswerLink {...{ file, gap, mayWrite }} /> <span className="muted">{rules.join(', ')}</span>
          </li>
        ))}
      </ul>
      {untold.map(({ why, facts, rules }) => (
        <p key={why} className="source-line">
          {`${untoldTitles[why]}: ${rules}. They ask: ${facts.map((name) => declaredFacts[name].label).join('; ')}.`}
        </p>
      ))}
    </Fold>
  )
}
