import { confirmedField } from '@/lib/cases/contradiction-rules'
import type { Field } from '@/lib/cases/field'
import type { Section } from '@/lib/cases/sections/section'
import { sections } from '@/lib/cases/sections/sections'
import { foldText } from '@/lib/foundation/search-words'

/** What a column can be: a part of the patient's identity, the question, or a field of the case that is asked once or in its first examination. */
export type ImportTarget = { id: string; label: string; group: string; names: readonly string[]; field?: Field }

const identity: readonly ImportTarget[] = [
  { id: 'patient.familyName', label: 'Family name', names: ['surname', 'last name', 'name'] },
  { id: 'patient.givenName', label: 'Given name', names: ['first name', 'forename'] },
  { id: 'patient.title', label: 'Title', names: [] },
  { id: 'patient.bornOn', label: 'Born', names: ['birth date', 'date of birth', 'dob', 'born on', 'birthday'] },
  { id: 'patient.sex', label: 'Sex', names: [] },
  { id: 'patient.gender', label: 'Gender', names: [] },
  { id: 'patient.identifier', label: 'Identifier', names: ['mrn', 'hospital number', 'patient id', 'nhs number'] },
  { id: 'patient.identifierIssuer', label: 'Issued by', names: ['issuer', 'assigning authority'] },
].map((target) => ({ ...target, group: 'Patient' }))

const others: readonly ImportTarget[] = [
  { id: 'question', label: 'Question to the board', names: ['question'], group: 'Case' },
  // “Levels” says neither how certain the tumour is nor whether it is one: a person maps such a column.
  { id: 'lesions.certain', label: 'Levels with certain tumour', names: [], group: 'Case' },
  { id: 'lesions.suspected', label: 'Levels with suspected tumour', names: [], group: 'Case' },
]

/** A row holds one examination, the first of its case. What a patient wants is told by who spoke with them, not by a table. */
const inOneRow = (Object.entries(sections) as [string, Section][]).filter(
  ([id, { repeats, outsideForm }]) => !outsideForm && (repeats === 'one' || (repeats === 'series' && id !== 'goals')),
)

const ofSections: readonly ImportTarget[] = inOneRow.flatMap(([section, { title, fields }]) =>
  Object.entries(fields)
    // What a person confirms on the screen is no column of a table.
    .filter(([name]) => name !== confirmedField)
    .map(([name, field]) => ({
      ...{ id: `${section}.${name}`, label: field.label, group: title, names: [], field },
    })),
)

/** Everything that a column of an import can be, in the order of the form. */
export const importTargets: readonly ImportTarget[] = [...identity, ...others, ...ofSections]

const byId: ReadonlyMap<string, ImportTarget> = new Map(importTargets.map((target) => [target.id, target]))

/** The target with this id, or undefined: ids come from requests. */
export const findTarget = (id: string): ImportTarget | undefined => byId.get(id)

/** The first target of each folded name; labels of the identity come before equal ones of the form. */
const byName: ReadonlyMap<string, string> = new Map(
  importTargets
    .flatMap(({ id, label, names }) => [label, id, ...names].map((name) => [foldText(name), id] as const))
    .reverse(),
)

/** What each column most likely is, by its name; null for a name that says nothing. No target is given twice. */
export function guessColumns(header: readonly string[]): (string | null)[] {
  const taken = new Set<string>()
  return header.map((name) => {
    const id = byName.get(foldText(name)) ?? null
    if (id === null || taken.has(id)) return null
    taken.add(id)
    return id
  })
}

/** The columns of the template: what a referral usually names. */
export const templateHeader: readonly string[] = [
  ...[
    'patient.familyName',
    'patient.givenName',
    'patient.title',
    'patient.bornOn',
    'patient.sex',
    'patient.identifier',
  ],
  ...['patient.identifierIssuer', 'question', 'referral.referredBy', 'referral.hospital', 'referral.summary'],
  ...['tumour.primary', 'tumour.histology', 'lesions.certain', 'notes.free'],
].flatMap((id) => findTarget(id)?.label ?? [])
