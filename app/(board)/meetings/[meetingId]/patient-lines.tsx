import { PatientLine } from '@/app/_identity/listed-patient'
import { Severity } from '@/app/_ui/severity'
import { showIdentifier } from '@/lib/foundation/words'
import type { ListedCase } from '@/lib/meetings/model/views'

/** Under a name on a list: birth date and identifier that tell patients apart, the case code, and names to take care of. */
export function PatientLines({ row, flag }: { row: ListedCase; flag?: string }) {
  const { bornOn, identifier, identifierIssuer, diedOn } = row.patient
  const shown = identifier && showIdentifier(identifier, identifierIssuer ?? 'Identifier')
  return (
    <>
      <PatientLine of={{ code: row.code, bornOn, died: diedOn, identifier: shown }} withCode />
      {flag && (
        <span className="under">
          <Severity tone="warn">{flag}</Severity>
        </span>
      )}
    </>
  )
}
