import Link from 'next/link'
import { Fragment } from 'react'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { type CaseFile, factOf, knownText, newestOf, showFact } from '@/lib/cases/case-file'
import { goalsStanding } from '@/lib/cases/goals-standing'
import type { FieldId } from '@/lib/cases/sections/sections'
import { showDay } from '@/lib/foundation/time'
import { DatedText } from './dated-text'
import type { Sheet } from './sheet'
import { sourcesWords } from './sources'

/** Worth a line when somebody recorded it. */
const onlyKnown = [
  { field: 'balance', label: 'Time or comfort' },
  { field: 'abilities', label: 'Cannot do without' },
  { field: 'capacity', label: 'Capacity' },
  { field: 'decisionMaker', label: 'Who decides' },
  { field: 'documents', label: 'Documents' },
  { field: 'placeOfCare', label: 'Place of care' },
  { field: 'placeOfDeath', label: 'Place of death' },
  { field: 'reviewOn', label: 'Talk again on' },
  { field: 'reviewWhen', label: 'Talk again when' },
] as const satisfies readonly { field: FieldId<'goals'>; label: string }[]

/** What the patient wants, in their words; what they would never accept stands out. */
export function GoalsCard({ sheet: { file, timeZone, today }, mayWrite }: { sheet: Sheet; mayWrite: boolean }) {
  const standing = goalsStanding(file, today)
  if (standing.kind === 'withheld') {
    return (
      <Card title="Goals of care" tone="strong">
        <p className="muted">For the treating team only.</p>
      </Card>
    )
  }
  const words = knownText(file, 'goals', 'words')
  const matters = (knownText(file, 'goals', 'matters') ?? '').split('\n').filter((line) => line.trim() !== '')
  const newest = Object.values(file.facts.goals?.[newestOf(file, 'goals')] ?? {})
  const said = (field: 'tradeOffs' | 'intensity' | 'resuscitation') => {
    const fact = factOf(file, 'goals', field)
    const text = <DatedText text={showFact('goals', field, fact)} />
    return fact?.state === 'known' ? text : <span className="muted">{text}</span>
  }
  const more = onlyKnown.flatMap(({ field, label }) => {
    const fact = factOf(file, 'goals', field)
    return fact?.state === 'known' ? [{ label, words: showFact('goals', field, fact) }] : []
  })
  return (
    <Card title="Goals of care" tone="strong" note={spokenWords(file) ?? sourcesWords(newest, timeZone)}>
      {standing.kind === 'spoken' && standing.refresh.length > 0 && (
        <ul className="goals-refresh">
          {standing.refresh.map((why) => (
            <li key={why}>
              <Severity tone="warn">{why} Ask again.</Severity>
            </li>
          ))}
        </ul>
      )}
      {words !== undefined && <blockquote className="goals-quote user-text">“{words}”</blockquote>}
      <dl className="goals">
        <dt>Matters most</dt>
        <dd>
          {matters.length === 0 ? (
            <span className="muted">{showFact('goals', 'matters', factOf(file, 'goals', 'matters'))}</span>
          ) : (
            <ol className="ranked">
              {matters.map((line) => (
                <li key={line}>
                  <DatedText text={line} />
                </li>
              ))}
            </ol>
          )}
        </dd>
        <Unacceptable file={file} mayWrite={mayWrite} />
        <dt>Would accept</dt>
        <dd>{said('tradeOffs')}</dd>
        <dt>Intensity</dt>
        <dd>{said('intensity')}</dd>
        <dt>Resuscitation</dt>
        <dd>{said('resuscitation')}</dd>
        {more.map(({ label, words: text }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <DatedText text={text} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  )
}

/** What the patient would never accept stands out; that nobody asked is no alarm, only something to do. */
function Unacceptable({ file, mayWrite }: { file: CaseFile; mayWrite: boolean }) {
  const chosen = factOf(file, 'goals', 'unacceptable')
  const words = knownText(file, 'goals', 'unacceptableWords')
  const listed = chosen?.state === 'known' ? showFact('goals', 'unacceptable', chosen) : undefined
  if (listed === undefined && words === undefined) {
    return (
      <>
        <dt>Not acceptable</dt>
        <dd>
          <span className="muted">{showFact('goals', 'unacceptable', chosen)}</span>{' '}
          {mayWrite && chosen?.state !== 'not-applicable' && (
            <Link href={`/cases/${file.caseId}/edit/goals`}>Record it</Link>
          )}
        </dd>
      </>
    )
  }
  return (
    <>
      <dt className="refused">
        <Icon name="crit" /> Not acceptable
      </dt>
      {[listed, words]
        .filter((line) => line !== undefined)
        .map((line) => (
          <dd key={line}>
            <DatedText text={line} />
          </dd>
        ))}
    </>
  )
}

function spokenWords(file: CaseFile): string | undefined {
  const by = knownText(file, 'goals', 'spokenBy')
  const on = knownText(file, 'goals', 'spokenOn')
  return by === undefined || on === undefined ? undefined : `${showDay(on)}, ${by}`
}
