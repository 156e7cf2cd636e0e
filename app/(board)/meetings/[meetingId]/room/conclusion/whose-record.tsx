'use client'
import type { ReactNode } from 'react'
import { shownName } from '@/app/_identity/alias'
import { useIdentity } from '@/app/_identity/hidden-identity'
import { NeedsIdentity } from '@/app/_identity/needs-identity'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { showDay } from '@/lib/foundation/time'
import { showIdentifier } from '@/lib/foundation/words'

type Signed = Pick<RoomItemView, 'code'> & {
  patient: Pick<
    RoomItemView['patient'],
    'familyName' | 'givenName' | 'title' | 'bornOn' | 'identifier' | 'identifierIssuer'
  >
}

/** Whose record is signed, with what confirms it under it; while identities are hidden, neither: nobody signs for an alias (DESIGN P12). */
export function WhoseRecord({ of, children }: { of: Signed; children: ReactNode }) {
  const { isHidden } = useIdentity()
  if (isHidden) return <NeedsIdentity because="A conclusion is signed under the patient’s name and birth date." />
  const { bornOn, identifier, identifierIssuer } = of.patient
  return (
    <>
      <dl className="sign-who">
        <div>
          <dt>Patient</dt>
          <dd>
            <b>{shownName(of, false)}</b>
          </dd>
        </div>
        <div>
          <dt>Born</dt>
          <dd>
            <b>{bornOn === null ? 'Not known' : showDay(bornOn)}</b>
          </dd>
        </div>
        {identifier && (
          <div>
            <dt>Identifier</dt>
            <dd className="ident">{showIdentifier(identifier, identifierIssuer ?? '')}</dd>
          </div>
        )}
      </dl>
      {children}
    </>
  )
}
