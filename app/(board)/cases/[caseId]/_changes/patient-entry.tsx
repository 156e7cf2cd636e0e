import type { PatientRow } from '@/lib/cases/history'
import { type PatientChange, patientPartInWords, patientPartWords } from '@/lib/cases/patient-history'
import { showInstant } from '@/lib/foundation/time'

type PatientEntryProps = {
  row: PatientRow
  timeZone: string
  /** Under “Hide identity” it is told that a part changed, never what it said or says. */
  isHidden: boolean
}

/** What one person entered or corrected of the patient in one act, each part with what it replaced. */
export function PatientEntry({ row: { by, at, isCorrection, changes }, timeZone, isHidden }: PatientEntryProps) {
  return (
    <li>
      <span className="told-when">{showInstant(at, timeZone)}</span>
      <div>
        <p>
          <b>{by}</b> {isCorrection ? 'corrected the patient’s details' : 'entered the patient’s details'}
        </p>
        <dl className="told-values">
          {changes.map((change) => (
            <div key={`${change.part} ${JSON.stringify(change.before ?? change.after)}`}>
              <dt>{patientPartWords[change.part]}</dt>
              <dd>{isHidden ? <span className="muted">Identity is hidden</span> : <Change {...change} />}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  )
}

/** A part as it is now said, with what it replaced; one that was taken away says so. */
function Change({ part, before, after }: PatientChange) {
  const old = <s className="user-text">{patientPartInWords(part, before)}</s>
  if (after === null) return <>{old} taken away</>
  return (
    <>
      <b className="user-text">{patientPartInWords(part, after)}</b>
      {before !== null && <>, was {old}</>}
    </>
  )
}
