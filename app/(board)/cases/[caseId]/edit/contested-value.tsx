'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { type FactView, isContested } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import { mayBeContested } from '@/lib/cases/rivals'
import { SourcesList } from '../_contested/sources-list'
import { useEntry } from './entry-context'
import type { Place } from './save-queue'
import { SettleDialog } from './settle-dialog'
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

/** Sources that differ on a value: both stand here, with the way to settle which one counts. */
export function ContestedValue({ place, field, shown: { fact } }: ContestedValueProps) {
  const { timeZone, maySettle } = useEntry()
  const [isSettling, settle] = useState(false)
  if (!fact || !isContested(fact)) return null
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
        {maySettle && (
          <div className="row-wrap">
            <Button size="small" aria-label={`Settle which counts: ${field.label}`} onClick={() => settle(true)}>
              Settle which counts
            </Button>
          </div>
        )}
        {isSettling && <SettleDialog {...{ place, field, fact }} onClose={() => settle(false)} />}
      </div>
    </section>
  )
}
