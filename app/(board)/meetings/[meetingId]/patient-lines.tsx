import { Severity } from '@/app/_ui/severity'
import { showDay } from '@/lib/foundation/time'
import { showIdentifier } from '@/lib/foundation/words'
import type { ListedCase } from '@/lib/meetings/model/views'

/** Under a name on a list: birth date and identifier that tell patients apart, the case code, and names to take care of. */
export function PatientLines({ row, flag }: { row: ListedCase; flag?: string }) {
  const { bornOn, identifier, identifierIssuer, diedOn } = row.patient
  return (
    <>
      <span className="under">
        <span className="nowrap">{bornOn ? `Born ${showDay(bornOn)}` : 'Birth date not known'}</span>
        {diedOn && <span className="nowrap"> · died {showDay(diedOn)}</span>} ·{' '}
        <span className="nowrap ident">
          {identifier ? showIdentifier(identifier, identifierIssuer ?? 'Identifier') : 'Identifier not recorded'}
        </span>{' '}
        · <span className="nowrap ident">case {row.code}</span>
      </span>
      {flag && (
        <span className="under">
          <Severity tone="warn">{flag}</Severity>
        </span>
      )}
    </>
  )
}
