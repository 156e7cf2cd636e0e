import { type ContactDraft, isSameContact, isSameDraft, type PatientDraft } from '../../_patient-draft'

/** A patient's record as drafts. */
type Whole = { patient: PatientDraft; contact: ContactDraft }
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
  const isContactSame = isSameContact(typed.contact ?? recorded.contact, recorded.contact)
  if (isContactSame && isSameDraft(typed, recorded.patient)) return null
  const { version, patient, contact } = recorded
  if (!before) return { typed, over: version, base: { patient, contact } }
  // Until somebody types in it, the contact may still be on its way.
  return { ...before, typed, base: before.typed.contact ? before.base : { ...before.base, contact } }
}

const flat = ({ patient: { contact: _, ...patient }, contact }: Whole): Flat => ({ ...patient, ...contact })

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

const typedIn = ({ typed, base }: PatientEdits): Flat =>
  flat({ patient: typed, contact: typed.contact ?? base.contact })

/** Edits of the record as it stands now; null where nothing differs from it any more. */
function editsOf(words: Flat, recorded: Recorded, met: PatientEdits['met']): PatientEdits | null {
  const { telephone, kinName, kinRelation, kinTelephone, ...patient } = words
  const contact = { telephone, kinName, kinRelation, kinTelephone }
  const isContactSame = isSameContact(contact, recorded.contact)
  const edits = editsAfter(null, { ...patient, contact: isContactSame ? null : contact }, recorded)
  return edits && { ...edits, met }
}

/**
 * Edits that were refused because somebody else (`by`) corrected the patient meanwhile, over the record as it stands `now`.
 * A part that only one of the two changed is as that one left it; one that both changed differently keeps what was typed
 * and waits until it is chosen. Null where nothing is left to save.
 */
export function mergedWith(edits: PatientEdits, now: Recorded, by: string): PatientEdits | null {
  const [base, mine, theirs] = [flat(edits.base), typedIn(edits), flat(now)]
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

/** The edits once somebody chose between two values of a part; null where nothing is left to save. */
export function settled(
  edits: PatientEdits,
  part: PatientPart,
  choice: 'mine' | 'theirs',
  recorded: Recorded,
): PatientEdits | null {
  const met = edits.met && { ...edits.met, open: edits.met.open.filter((one) => one !== part) }
  const words = typedIn(edits)
  return editsOf(choice === 'mine' ? words : withPart(words, flat(recorded), part), recorded, met)
}

const sexWords = { female: 'Female', male: 'Male', other: 'Other', 'not-known': 'Not known' } as const

/** A part as it is typed and as it is recorded, in words; `nothing` where it is empty. */
export function partWords(edits: PatientEdits, recorded: Whole, part: PatientPart): { mine: string; theirs: string } {
  const words = (of: Flat) =>
    patientParts[part].fields
      .flatMap((field) => {
        const value = of[field]
        if (field === 'sex') return of.sex === null ? [] : sexWords[of.sex]
        return Array.isArray(value) ? value.map(({ value: number, issuer }) => `${number}, ${issuer}`) : String(value)
      })
      .filter((word) => word.trim() !== '')
      .join(', ') || 'nothing'
  return { mine: words(typedIn(edits)), theirs: words(flat(recorded)) }
}
