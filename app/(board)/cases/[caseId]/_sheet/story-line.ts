import { type CaseFile, factOf, knownText, showFact } from '@/lib/cases/case-file'
import { isContested } from '@/lib/cases/facts'
import { radiosensitivityOf } from '@/lib/cases/noms-readings'
import { mappedPrimaries } from '@/lib/cases/prognosis-readings'
import type { Radiosensitivity } from '@/lib/clinical/primary-kinds'
import { type PrimaryId, primaryLabel } from '@/lib/clinical/primary-tumour'
import { ageOn, type Day, showDay } from '@/lib/foundation/time'

const sensitivityWords: Readonly<Record<Radiosensitivity, string>> = {
  'very-sensitive': 'very radiosensitive class',
  sensitive: 'radiosensitive class',
  resistant: 'radioresistant class',
  'unknown-histology': 'radiosensitivity not known',
}

/** Who it is about in one line: `65 y, Kidney, clear-cell carcinoma, since 2023, radioresistant class`. Gaps are named. */
export function storyLine(file: CaseFile, today: Day): string {
  const primary = knownText(file, 'tumour', 'primary') as PrimaryId | undefined
  const fact = factOf(file, 'tumour', 'primary')
  const tumour = primary && (isContested(fact) ? showFact('tumour', 'primary', fact) : primaryLabel(primary))
  const since = knownText(file, 'tumour', 'diagnosedOn')
  return [
    (file.patient.bornOn && ageOn(file.patient.bornOn, file.patient.diedOn ?? today)) ?? 'age not known',
    tumour ?? 'primary tumour not recorded',
    knownText(file, 'tumour', 'histology'),
    since && `since ${showDay(since)}`,
    primary && sensitivityOf(file),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The class under the list of NOMS, mapped from the tumour or chosen by a clinician. */
function sensitivityOf(file: CaseFile): string {
  const { noms, sc24 } = radiosensitivityOf(file, mappedPrimaries(file))
  const [byNoms, bySc24] = [noms.value, sc24.value]
  if (typeof byNoms !== 'string') return 'radiosensitivity not settled'
  const isDisputed = typeof bySc24 === 'string' && (byNoms === 'resistant') !== (bySc24 === 'resistant')
  return isDisputed ? 'radiosensitivity depends on the list used' : sensitivityWords[byNoms]
}
