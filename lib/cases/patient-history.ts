import { z } from 'zod'
import { showDay } from '@/lib/foundation/time'
import { showIdentifier } from '@/lib/foundation/words'
import { type ContactInput, type Identifier, identifierInput, type PatientInput, type Sex, sexes } from './model'

/** Who a patient is, whole: what every correction keeps beside the ones before it. */
export type Identity = { [Part in keyof PatientInput]-?: Exclude<PatientInput[Part], undefined> }

/** The identity as it is kept: what was left out is nothing. */
export const identityOf = (details: PatientInput): Identity => ({
  ...{ familyName: details.familyName, givenName: details.givenName, title: details.title },
  ...{ suffix: details.suffix ?? null, preferredName: details.preferredName ?? null },
  ...{ bornOn: details.bornOn, sex: details.sex, gender: details.gender ?? null },
  ...{ identifier: details.identifier, identifierIssuer: details.identifierIssuer },
  otherIdentifiers: details.otherIdentifiers ?? [],
})

/** What is told of a patient one by one, in the order of the form, with the name of each. */
export const patientPartWords = {
  familyName: 'Family name',
  givenName: 'Given name',
  title: 'Title',
  suffix: 'Suffix',
  preferredName: 'Preferred name',
  bornOn: 'Born',
  sex: 'Sex',
  gender: 'Gender',
  identifier: 'Identifier',
  otherIdentifier: 'Further identifier',
  telephone: 'Telephone',
  kinName: 'Next of kin',
  kinRelation: 'Relation of the next of kin',
  kinTelephone: 'Telephone of the next of kin',
} as const
export type PatientPart = keyof typeof patientPartWords

const parts = Object.keys(patientPartWords) as PatientPart[]

const partValue = z.union([z.string(), identifierInput]).nullable()

/** One part of a patient with what it replaced; null for nothing. A further identifier that was added replaced nothing. */
export const patientChange = z.object({ part: z.enum(parts), before: partValue, after: partValue })
export type PatientChange = z.infer<typeof patientChange>

type PartValue = PatientChange['before']

const changed = (part: PatientPart, before: PartValue, after: PartValue): PatientChange[] =>
  JSON.stringify(before) === JSON.stringify(after) ? [] : [{ part, before, after }]

const single = ['familyName', 'givenName', 'title', 'suffix', 'preferredName', 'bornOn', 'sex', 'gender'] as const

const firstOf = ({ identifier, identifierIssuer }: Identity): Identifier | null =>
  identifier === null ? null : { issuer: identifierIssuer ?? '', value: identifier }

const plain = ({ issuer, value }: Identifier): Identifier => ({ issuer, value })

/** Where two identities of one patient differ, in the order of the form; against nothing, all that was recorded. */
export function identityChanges(before: Identity | null, after: Identity): PatientChange[] {
  const isIn = (list: readonly Identifier[], one: Identifier) =>
    list.some(({ issuer, value }) => issuer === one.issuer && value === one.value)
  const [old, now] = [before?.otherIdentifiers ?? [], after.otherIdentifiers]
  return [
    ...single.flatMap((part) => changed(part, before?.[part] ?? null, after[part])),
    ...changed('identifier', before && firstOf(before), firstOf(after)),
    ...old.filter((one) => !isIn(now, one)).flatMap((one) => changed('otherIdentifier', plain(one), null)),
    ...now.filter((one) => !isIn(old, one)).flatMap((one) => changed('otherIdentifier', null, plain(one))),
  ]
}

const ofContact = ['telephone', 'kinName', 'kinRelation', 'kinTelephone'] as const

/** Where two records of how a patient is reached differ. */
export const contactChanges = (before: ContactInput | null, after: ContactInput): PatientChange[] =>
  ofContact.flatMap((part) => changed(part, before?.[part] ?? null, after[part]))

const isSex = (value: string): value is Sex => sexes.some((sex) => sex === value)

const sexesInWords: Readonly<Record<Sex, string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  'not-known': 'Not known',
}

/** A part of a patient in words: `14-Mar-1961`, `NHS No. 943 476 5919`; `Not recorded` for nothing. */
export function patientPartInWords(part: PatientPart, value: PartValue): string {
  if (value === null) return 'Not recorded'
  if (typeof value !== 'string') return showIdentifier(value.value, value.issuer || 'Identifier')
  if (part === 'sex' && isSex(value)) return sexesInWords[value]
  return part === 'bornOn' ? showDay(value) : value
}

/** A name under which a patient was recorded. */
export type RecordedName = Pick<Identity, 'familyName' | 'givenName'>

const isSameName = (one: RecordedName, other: RecordedName): boolean =>
  one.familyName === other.familyName && one.givenName === other.givenName

/** The names under which a patient was recorded and is not any more, each once. */
export const earlierNamesOf = (current: RecordedName, recorded: readonly RecordedName[]): RecordedName[] =>
  recorded
    .filter((one) => !isSameName(one, current))
    .filter((one, at, all) => all.findIndex((other) => isSameName(other, one)) === at)
    .map(({ familyName, givenName }) => ({ familyName, givenName }))
