import { type ContactDraft, emptyContact, isSameContact, isSameDraft, type PatientDraft } from '../../_patient-draft'

/** A patient's record as drafts; `contact` is null where it is not known at that version of the patient. */
type Whole = { patient: PatientDraft; contact: ContactDraft | null }
/** A patient's record at a version. */
export type Recorded = Whole & { version: number }

type Flat = Omit<PatientDraft, 'contact'> & ContactDraft

/** `follows` goes with the fields wherever they go, and is itself neither compared nor shown. */
type Part = { label: string; fields: readonly (keyof Flat)[]; follows?: readonly (keyof Flat)[] }

/** What two people can correct at once, each by itself. A number goes with its issuer, next of kin with how they are reached. */
export const patientParts = {
  familyName: { label: 'Family name', fields: ['familyName'] },
  givenName: { label: 'Given name', fields: ['givenName'] },
  title: { label: 'Title', fields: ['title'] },
  born: { label: 'Born', fields: ['born'], follows: ['bornConfirmed'] },
  sex: { label: 'Sex', fields: ['sex'] },
  identifier: { label: 'Identifier', fields: ['identifier', 'identifierIssuer'] },
  otherIdentifiers: { label: 'Further identifiers', fields: ['otherIdentifiers'] },
  preferredName: { label: 'Preferred name', fields: ['preferredName'] },
  suffix: { label: 'Suffix', fields: ['suffix'] },
  gender: { label: 'Gender', fields: ['gender'] },
  telephone: { label: 'Telephone', fields: ['telephone'] },
  kin: { label: 'Next of kin', fields: ['kinName', 'kinRelation', 'kinTelephone'] },
} as const satisfies { [part: string]: Part }
export type PatientPart = keyof typeof patientParts

const allParts = Object.keys(patientParts) as PatientPart[]

/** What was typed over a patient's record and is not saved; `over` is the version of the record it was begun over, `base` what that said. */
export type PatientEdits = {
  typed: PatientDraft
  over: number
  base: Whole
  /** Whom it met at the last save: the parts that both changed and nobody has chosen yet, and those that are theirs alone. */
  met?: { by: string; open: readonly PatientPart[]; taken: readonly PatientPart[] }
}

/**
 * The edits after somebody typed; null once everything reads as it is recorded. They stay edits of the version they were
 * begun over, so that a correction by somebody else in between is met when they are saved, also days later.
 */
export function editsAfter(before: PatientEdits | null, typed: PatientDraft, recorded: Recorded): PatientEdits | null {
  if (isContactAsIn(recorded, typed.contact) && isSameDraft(typed, recorded.patient)) return null
  const { version, patient, contact } = recorded
  if (!before) return { typed, over: version, base: { patient, contact } }
  // Until somebody types in it, the contact may still be on its way.
  const isContactTyped = before.typed.contact !== null
  const base = isContactTyped ? before.base : { ...before.base, contact: contact ?? before.base.contact }
  return { ...before, typed, base }
}

/** Whether a contact leaves the recorded one as it is: untouched, or the same again. */
const isContactAsIn = (recorded: Whole, contact: ContactDraft | null): boolean =>
  contact === null || (recorded.contact !== null && isSameContact(contact, recorded.contact))

const flat = ({ patient: { contact: _, ...patient }, contact }: Whole): Flat => ({
  ...patient,
  ...(contact ?? emptyContact),
})

const saidIn = (of: Flat, part: PatientPart) =>
  patientParts[part].fields.map((field) => {
    const value = of[field]
    if (typeof value === 'string') return value.trim()
    return Array.isArray(value) ? value.map(({ issuer, value: number }) => [number.trim(), issuer.trim()]) : value
  })

const isSame = (one: Flat, other: Flat, part: PatientPart): boolean =>
  JSON.stringify(saidIn(one, part)) === JSON.stringify(saidIn(other, part))

/** `into` with one part as `from` has it. */
const withPart = (into: Flat, from: Flat, part: PatientPart): Flat => {
  const { fields, follows = [] }: Part = patientParts[part]
  return { ...into, ...Object.fromEntries([...fields, ...follows].map((field) => [field, from[field]])) }
}

/** What is typed, whole; `known` is the contact where nobody typed in it and none was known when the edits began. */
const typedIn = ({ typed, base }: PatientEdits, known: ContactDraft | null): Flat =>
  flat({ patient: typed, contact: typed.contact ?? base.contact ?? known })

/** Edits of the record as it stands now; null where nothing differs from it any more. A contact that is not known is not typed either. */
function editsOf(words: Flat, recorded: Recorded, met?: PatientEdits['met']): PatientEdits | null {
  const { telephone, kinName, kinRelation, kinTelephone, ...patient } = words
  const contact = { telephone, kinName, kinRelation, kinTelephone }
  const isContactLeft = recorded.contact === null || isContactAsIn(recorded, contact)
  const edits = editsAfter(null, { ...patient, contact: isContactLeft ? null : contact }, recorded)
  return edits && { ...edits, met }
}

/** Whether edits can be brought over a record: not while somebody typed in the contact and what it says there is not known. */
export const canMerge = (edits: PatientEdits, now: Recorded): boolean =>
  edits.typed.contact === null || now.contact !== null

/**
 * Edits that were refused because somebody else (`by`) corrected the patient meanwhile, over the record as it stands `now`;
 * only where they `canMerge`. A part that only one of the two changed is as that one left it; one that both changed
 * differently keeps what was typed and waits until it is chosen. Null where nothing is left to save.
 */
export function mergedWith(edits: PatientEdits, now: Recorded, by: string): PatientEdits | null {
  const known = now.contact ?? edits.base.contact
  const base = flat({ ...edits.base, contact: edits.base.contact ?? known })
  const [mine, theirs] = [typedIn(edits, known), flat({ ...now, contact: known })]
  const isStillOpen = (part: PatientPart) => edits.met?.open.includes(part) ?? false
  const changedByThem = allParts.filter((part) => !isSame(base, theirs, part))
  const changedByMe = allParts.filter((part) => !isSame(base, mine, part) || isStillOpen(part))
  const kept = changedByMe.filter((part) => !isSame(mine, theirs, part))
  const words = kept.reduce((into, part) => withPart(into, mine, part), theirs)
  return editsOf(words, now, {
    by,
    open: kept.filter((part) => changedByThem.includes(part) || isStillOpen(part)),
    taken: changedByThem.filter((part) => !changedByMe.includes(part)),
  })
}

/**
 * What was typed while a save of `sent` was on its way, as edits of the record that it made (`saved`); null where nothing was.
 * No edits at all (`null`) mean that it was typed back to what was recorded before.
 */
export function typedMeanwhile(edits: PatientEdits | null, sent: PatientEdits, saved: Recorded): PatientEdits | null {
  const known = saved.contact
  const before = typedIn(sent, known)
  const mine = edits ? typedIn(edits, known) : flat({ ...sent.base, contact: sent.base.contact ?? known })
  const newer = allParts.filter((part) => !isSame(before, mine, part))
  return editsOf(
    newer.reduce((into, part) => withPart(into, mine, part), flat(saved)),
    saved,
  )
}

/** The edits once somebody chose between two values of a part; null where nothing is left to save. They stay edits of the record that they met. */
export function settled(edits: PatientEdits, part: PatientPart, choice: 'mine' | 'theirs'): PatientEdits | null {
  const met = edits.met && { ...edits.met, open: edits.met.open.filter((one) => one !== part) }
  const words = typedIn(edits, null)
  const chosen = choice === 'mine' ? words : withPart(words, flat(edits.base), part)
  return editsOf(chosen, { ...edits.base, version: edits.over }, met)
}

const sexWords = { female: 'Female', male: 'Male', other: 'Other', 'not-known': 'Not known' } as const

/** A part as it is typed and as the record says that it met, in words; `nothing` where it is empty. */
export function partWords(edits: PatientEdits, part: PatientPart): { mine: string; theirs: string } {
  const words = (of: Flat) =>
    patientParts[part].fields
      .flatMap((field) => {
        const value = of[field]
        if (field === 'sex') return of.sex === null ? [] : sexWords[of.sex]
        return Array.isArray(value) ? value.map(({ value: number, issuer }) => `${number}, ${issuer}`) : String(value)
      })
      .filter((word) => word.trim() !== '')
      .join(', ') || 'nothing'
  return { mine: words(typedIn(edits, null)), theirs: words(flat(edits.base)) }
}
