'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { type FactView, isContested, type RivalView } from '@/lib/cases/facts'
import { type Field, showValue } from '@/lib/cases/field'
import { mayBeContested } from '@/lib/cases/rivals'
import { SourcesList } from '../_contested/sources-list'
import { useEntry } from './entry-context'
import type { Place } from './save-queue'
import { SettleDialog } from './settle-dialog'
import { TakeBackDialog } from './take-back-dialog'
import type { FactInForm } from './use-fact'

/** An input that waits: while sources differ the value is settled below it, not typed over. */
export function UntilSettled({ fact, children }: { fact: FactView | undefined; children: ReactNode }) {
  if (!isContested(fact)) return children
  return (
    <fieldset disabled className="unsettled">
      {children}
    </fieldset>
  )
}

/** Whether another source can be added here: something is recorded, and the server has it. */
export const takesAnotherSource = (place: Place, { fact, isOnItsWay }: FactInForm): boolean =>
  fact?.state === 'known' && fact.version > 0 && !isOnItsWay && mayBeContested(place)

type ContestedValueProps = { place: Place; field: Field; shown: FactInForm }

/** Sources that differ on a value: both stand here, with the way to settle which one counts, and to take back what one said oneself, or, as one who settles, what anybody said. */
export function ContestedValue({ place, field, shown: { fact } }: ContestedValueProps) {
  const { timeZone, maySettle, me } = useEntry()
  const [isSettling, settle] = useState(false)
  const [slip, takeBack] = useState<RivalView | null>(null)
  if (!fact || !isContested(fact)) return null
  const open = fact.rivals ?? []
  const retractable = maySettle ? open : open.filter(({ enteredBy }) => enteredBy === me)
  return (
    <section className="notice stale contested" aria-label={`Sources differ on ${field.label}`}>
      <Icon name="warn" size="medium" />
      <div className="notice-words">
        <p>
          <b>Sources differ.</b>{' '}
          {maySettle
            ? 'Both values are kept until one is settled.'
            : 'Both values are kept until the presenter or a core member settles it.'}
        </p>
        <SourcesList {...{ field, fact, timeZone }} />
        {(maySettle || retractable.length > 0) && (
          <div className="row-wrap">
            {maySettle && (
              <Button size="small" aria-label={`Settle which counts: ${field.label}`} onClick={() => settle(true)}>
                Settle which counts
              </Button>
            )}
            {retractable.map((rival) => (
              <Button key={rival.id} size="small" onClick={() => takeBack(rival)}>
                {`Take back “${showValue(field, rival.value, rival.unit)}”`}
                {rival.enteredBy !== me && `, entered by ${rival.by}`}
                <span className="visually-hidden">{`, ${field.label}`}</span>
              </Button>
            ))}
          </div>
        )}
        {slip && <TakeBackDialog {...{ field }} rival={slip} onClose={() => takeBack(null)} />}
        {isSettling && <SettleDialog {...{ place, field, fact }} onClose={() => settle(false)} />}
      </div>
    </section>
  )
}
