import Link from 'next/link'
import { useId } from 'react'
import { CaseHeading, PatientLine } from '@/app/_identity/listed-patient'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import type { CaseWithClocks } from '@/lib/cases/queries/list-open-clocks'
import { showIdentifier } from '@/lib/foundation/words'
import { ClockLine } from '../cases/[caseId]/_sheet/clock-line'
import { byPressure } from './pressing'

type ClocksProps = {
  cases: readonly CaseWithClocks[]
  timeZone: string
  openedAt: string
  /** Whether who looks can call the board together. */
  mayCall: boolean
}

/** The clocks of emergencies on this board, due first at the head; absent while none is open. */
export function Clocks({ cases, openedAt, ...on }: ClocksProps) {
  const cardId = useId()
  if (cases.length === 0) return null
  const { pressing, longAgo } = byPressure(cases, openedAt)
  const words = longAgo.length === 1 ? '1 case' : `${longAgo.length} cases`
  return (
    <Card headingId={cardId} title="Clocks" note={pressing.length === 0 ? undefined : `${pressing.length}`}>
      {pressing.map((one) => (
        <CaseClocks key={one.caseId} one={one} {...{ cardId, openedAt, ...on }} />
      ))}
      {longAgo.length > 0 && (
        <details className="fold">
          <summary>
            <Icon name="down" />
            {words} with a clock that ran out more than 7 days ago
          </summary>
          {longAgo.map((one) => (
            <CaseClocks key={one.caseId} one={one} {...{ cardId, openedAt, ...on }} />
          ))}
        </details>
      )}
    </Card>
  )
}

type CaseClocksProps = Omit<ClocksProps, 'cases'> & { one: CaseWithClocks; cardId: string }

/** The clocks of one case. Its region bears the card's title, too: what is owed in the same case stands beside it. */
function CaseClocks({ one, cardId, timeZone, openedAt, mayCall }: CaseClocksProps) {
  const { caseId, code, patient, clocks } = one
  const { bornOn, identifier: number, identifierIssuer } = patient
  const identifier = number && showIdentifier(number, identifierIssuer ?? 'Identifier')
  const headingId = useId()
  return (
    <section className="owed-case" aria-labelledby={`${headingId} ${cardId}`}>
      <CaseHeading id={headingId} of={{ code, patient }} caseId={caseId} />
      <PatientLine of={{ code, bornOn, identifier }} />
      <ul className="open-clocks">
        {clocks.map(({ id, title, limit, start }) => (
          <li key={`${id} ${title}`}>
            <b>{title}</b> <ClockLine {...{ limit, start, openedAt, timeZone }} end={null} />
          </li>
        ))}
      </ul>
      {mayCall && (
        <p>
          <Link href={`/meetings/call?case=${caseId}`}>
            Call the board, <span className="nowrap">case {code}</span>
          </Link>
        </p>
      )}
    </section>
  )
}
