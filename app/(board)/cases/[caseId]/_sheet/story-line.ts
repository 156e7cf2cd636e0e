import { type CaseFile, knownText } from '@/lib/cases/case-file'
import { mapPrimary, type PrimaryId, primaryLabel } from '@/lib/clinical/primary-tumour'
import { ageOn, type Day, showDay } from '@/lib/foundation/time'

const sensitivityWords: Readonly<Record<string, string>> = {
  'very-sensitive': 'very radiosensitive',
  sensitive: 'radiosensitive',
  resistant: 'radioresistant',
  'unknown-histology': 'radiosensitivity not known',
}

/** Who it is about in one line: `65 y, Kidney, clear-cell carcinoma, since 2023, radioresistant class`. Gaps are named. */
export function storyLine(file: CaseFile, today: Day): string {
  const primary = knownText(file, 'tumour', 'primary') as PrimaryId | undefined
  const since = knownText(file, 'tumour', 'diagnosedOn')
  return [
    (file.patient.bornOn && ageOn(file.patient.bornOn, file.patient.diedOn ?? today)) ?? 'age not known',
    primary ? primaryLabel(primary) : 'primary tumour not recorded',
    knownText(file, 'tumour', 'histology'),
    since && `since ${showDay(since)}`,
    primary && sensitivityOf(primary),
  ]
    .filter(Boolean)
    .join(', ')
}

function sensitivityOf(primary: PrimaryId): string {
  const { noms, conflict } = mapPrimary({ id: primary }).radiosensitivity
  if (conflict) return 'radiosensitivity depends on the list used'
  if (noms.how === 'must-choose') return 'radiosensitivity not settled'
  return `${sensitivityWords[noms.value] ?? noms.value}${noms.value === 'unknown-histology' ? '' : ' class'}`
}
