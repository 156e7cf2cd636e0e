import { fileHref } from '@/app/_files/file-words'
import { shownName } from '@/app/_identity/alias'
import type { BannerPatient, SafetyFact } from '@/app/_ui/patient-banner'
import { allergiesIn } from '@/lib/cases/allergies'
import { type CaseFile, factOf, isWithheld, knownText, showFact } from '@/lib/cases/case-file'
import { isContested, statedValues } from '@/lib/cases/facts'
import type { Sex } from '@/lib/cases/model'
import type { FieldId } from '@/lib/cases/sections/sections'
import { ageOn, type Day, dayAt, showDay } from '@/lib/foundation/time'
import { bareIdentifier, showIdentifier } from '@/lib/foundation/words'

/** How a recorded sex is written. `not-known` has no word: the banner says so itself. */
export const sexWords: Readonly<Record<Exclude<Sex, 'not-known'>, string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
}

/** `14-Mar-1961 (65 y)` on a day; the age stays away while the birth date does not allow one. */
export function bornWords(bornOn: string, today: Day): string {
  const age = ageOn(bornOn, today)
  return age === undefined ? showDay(bornOn) : `${showDay(bornOn)} (${age})`
}

type Asked = { field: 'anticoagulant' | 'mriObstacle'; named: readonly FieldId<'safety'>[]; unnamed: string }

/** `ARDENWICK, Maren, born 14-Mar-1961 (65 y)`: who is meant, for a dialog that asks before an act; hidden, case and age. */
export function patientLine(file: Pick<CaseFile, 'code' | 'patient'>, today: Day, isHidden: boolean): string {
  const { bornOn } = file.patient
  const name = shownName(file, isHidden)
  if (isHidden) return [name, bornOn === null ? undefined : ageOn(bornOn, today)].filter(Boolean).join(', ')
  return bornOn === null ? `${name}, birth date not known` : `${name}, born ${bornWords(bornOn, today)}`
}

/**
 * Not assessed and not asked are the same for a reader in a hurry: nobody has denied it. Asked for and not here yet cannot be
 * read now. What one of several sources names may harm until somebody has settled it.
 */
function safetyFact(file: CaseFile, { field, named, unnamed }: Asked): SafetyFact {
  const fact = factOf(file, 'safety', field)
  if (fact?.state === 'pending') return { state: 'unavailable' }
  if (fact?.state !== 'known') return { state: 'not-recorded' }
  if (statedValues(fact).every(({ value }) => value === 'none')) return { state: 'none' }
  const words = named.flatMap((one) => {
    const said = factOf(file, 'safety', one)
    if (said?.state !== 'known') return []
    return [one === 'anticoagulantLast' ? `last ${showFact('safety', one, said)}` : showFact('safety', one, said)]
  })
  const text = words.join(', ') || unnamed
  return { state: 'known', text: isContested(fact) ? `${text} (sources differ)` : text }
}

function allergyFact(file: CaseFile): SafetyFact {
  const found = allergiesIn(file)
  if (found.state !== 'known') return { state: found.state }
  return { state: 'known', text: found.words.join('; ') || 'Known, which is not recorded' }
}

/** `Needed, Arabic`; nothing while none is needed or nobody has asked. */
function interpreterWords(file: CaseFile): string | undefined {
  const isNeeded = statedValues(factOf(file, 'safety', 'interpreter')).some(({ value }) => value === 'yes')
  if (!isNeeded) return undefined
  return ['Needed', knownText(file, 'safety', 'language')].filter(Boolean).join(', ')
}

/** The wish with the day it refers to; without one, the day it was written down. */
function resuscitationWords(file: CaseFile, timeZone: string): string | undefined {
  if (isWithheld(file, 'goals')) return 'For the treating team only'
  const fact = factOf(file, 'goals', 'resuscitation')
  if (!fact) return undefined
  const day = fact.refersOn ? showDay(fact.refersOn) : `recorded ${showDay(dayAt(fact.at, timeZone))}`
  return `${showFact('goals', 'resuscitation', fact)}, ${day}`
}

/** Where the photo is fetched; `none` while there is none, nothing where the board shows none to this reader. */
const photoOf = ({ photo }: CaseFile): string | undefined =>
  photo === null ? 'none' : photo === undefined ? undefined : fileHref(photo, 'small')

/** Who a case is about and what can harm, as the banner shows it on every screen of the patient (DESIGN P1-P8). */
export function bannerOf(file: CaseFile, today: Day, timeZone: string): BannerPatient {
  const { preferredName, bornOn, sex, gender, identifier, identifierIssuer, otherIdentifiers, diedOn } = file.patient
  const first = identifier ? [identifierParts(identifier, identifierIssuer)] : []
  return {
    name: shownName(file, false),
    photo: photoOf(file),
    preferredName: preferredName ?? undefined,
    born: bornOn === null ? undefined : bornWords(bornOn, today),
    sex: sex === 'not-known' ? undefined : sexWords[sex],
    gender: gender ?? undefined,
    identifiers: [...first, ...otherIdentifiers.map(({ issuer, value }) => identifierParts(value, issuer))],
    allergies: allergyFact(file),
    anticoagulant: safetyFact(file, {
      field: 'anticoagulant',
      named: ['anticoagulantDrug', 'anticoagulantLast'],
      unnamed: 'Taken, which is not recorded',
    }),
    mriObstacle: safetyFact(file, {
      field: 'mriObstacle',
      named: ['mriObstacleKinds', 'mriObstacleWhich'],
      unnamed: 'Present, which is not recorded',
    }),
    interpreter: interpreterWords(file),
    resuscitation: resuscitationWords(file, timeZone),
    died: diedOn === null ? undefined : { on: showDay(diedOn), age: bornOn ? ageOn(bornOn, diedOn) : undefined },
  }
}

/** An identifier for the banner: who issued it, the number as it is read, and as it is copied. */
export function identifierParts(identifier: string, issuer: string | null): BannerPatient['identifiers'][number] {
  const label = issuer ?? 'Identifier, issuer not known'
  const value = showIdentifier(identifier, label).slice(label.trim().length + 1)
  return { label, value, bare: bareIdentifier(identifier, label) }
}
