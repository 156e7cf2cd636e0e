import { Notice } from '@/app/_ui/notice'
import { listWords } from '@/lib/foundation/words'
import { type PatientEdits, partWords, patientParts, settled } from './patient-edits'
import { ValueConflict } from './value-conflict'

type PatientConflictsProps = {
  edits: PatientEdits
  onEdits: (edits: PatientEdits | null) => void
}

/** Who corrected the patient meanwhile, what of it was taken over, and both values of each part that waits for a choice. */
export function PatientConflicts({ edits, onEdits }: PatientConflictsProps) {
  if (!edits.met) return null
  const { by, open, taken } = edits.met
  const theirs = listWords(taken.map((part) => patientParts[part].label))
  return (
    <div className="stack">
      <Notice kind="info" announce="alert" title={`${by} corrected this patient meanwhile.`}>
        {theirs !== '' && `As corrected there: ${theirs}. `}
        {open.length > 0 ? 'Both of you changed what follows: choose, then save.' : 'What you typed is not saved yet.'}
      </Notice>
      {open.map((part) => (
        <ValueConflict
          key={part}
          label={patientParts[part].label}
          {...partWords(edits, part)}
          onKeepMine={() => onEdits(settled(edits, part, 'mine'))}
          onTakeTheirs={() => onEdits(settled(edits, part, 'theirs'))}
        />
      ))}
    </div>
  )
}
