'use client'
import Link from 'next/link'
import { Fragment, type ReactNode } from 'react'
import { ageOn, daysMeantBy, showDay } from '@/lib/foundation/time'
import type { Named } from './alias'
import { useIdentity, useShownName } from './hidden-identity'

type Listed = {
  code: string
  bornOn: string | null
  /** As the server reckoned it; absent where it is reckoned here. */
  age?: string | null
  /** Day of death, or only that the patient has died. */
  died?: string | boolean | null
  /** As it is read, with its issuer; `null` when none is recorded, absent where the list shows it elsewhere. */
  identifier?: string | null
}

/** The patient’s name on a list, as a link or plain; the alias while identities are hidden. */
export function PatientName({ of, href, className }: { of: Named; href?: string; className?: string }) {
  const { isHidden } = useIdentity()
  const name = useShownName()(of)
  if (href === undefined) return <b>{name}</b>
  const classes = [className, isHidden && 'nowrap'].filter(Boolean).join(' ')
  return (
    <Link href={href} className={classes || undefined}>
      {name}
    </Link>
  )
}

type CaseHeadingProps = { id: string; of: Named; caseId: string; children?: ReactNode }

/** The heading of what a list says of one case: name and code, the code once where it stands for the name. */
export function CaseHeading({ id, of, caseId, children }: CaseHeadingProps) {
  const { isHidden } = useIdentity()
  return (
    <h3 id={id}>
      <PatientName of={of} href={`/cases/${caseId}`} />{' '}
      {!isHidden && <span className="muted nowrap">case {of.code}</span>} {children}
    </h3>
  )
}

/** An identifier on a list; nothing while identities are hidden. */
export function ListedIdentifier({ identifier }: { identifier: string | null }) {
  const { isHidden } = useIdentity()
  if (isHidden) return null
  return <span className="nowrap ident">{identifier ?? 'identifier not recorded'}</span>
}

/** Under a name on a list, what tells patients apart: birth date with age, death, identifier; hidden, the age alone (DESIGN P9, P15). */
export function PatientLine({ of, withCode = false }: { of: Listed; withCode?: boolean }) {
  const { isHidden, today } = useIdentity()
  const { code, bornOn, died, identifier } = of
  const day = typeof died === 'string' ? daysMeantBy(died).last : today
  const age = of.age ?? (bornOn === null ? undefined : ageOn(bornOn, day))
  const parts: [string, ReactNode][] = isHidden
    ? [
        ['age', age ?? 'Age not known'],
        ['died', died && 'died'],
      ]
    : [
        ['born', bornOn === null ? 'Birth date not known' : `Born ${showDay(bornOn)}${age ? ` (${age})` : ''}`],
        ['died', typeof died === 'string' ? `died ${showDay(died)}` : died && 'died'],
        ['identifier', identifier !== undefined && <ListedIdentifier identifier={identifier} />],
        ['code', withCode && <span className="ident">case {code}</span>],
      ]
  return (
    <span className="under">
      {parts
        .filter(([, words]) => Boolean(words))
        .map(([part, words], place) => (
          <Fragment key={part}>
            {place > 0 && ' · '}
            <span className="nowrap">{words}</span>
          </Fragment>
        ))}
    </span>
  )
}
