import type { FactChange } from '@/lib/cases/facts'
import { type CaseTime, valueProblem } from '@/lib/cases/field'
import { isSameIdentifier, type PatientInput } from '@/lib/cases/model'
import { type Identity, identityChanges, patientPartInWords, patientPartWords } from '@/lib/cases/patient-history'
import type { BoardTime } from '@/lib/foundation/moment'
import { findTarget } from './import-columns'
import type { ImportRow, RowProblem } from './import-rows'

/** A cell of the identity that differs from what is recorded of a known patient: what is recorded stays. */
export type DifferingCell = { label: string; recorded: string; typed: string }

const identifiersOf = ({ identifier, identifierIssuer, otherIdentifiers = [] }: PatientInput) => [
  ...(identifier === null ? [] : [{ issuer: identifierIssuer ?? '', value: identifier }]),
  ...otherIdentifiers,
]

const fold = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value)

/** The recorded identity as it would be if the row's cells counted; an empty cell, and a sex that the row does not know, say nothing. */
function overlaid(recorded: Identity, typed: PatientInput): Identity {
  const [number] = identifiersOf(typed)
  const isNew = number !== undefined && !identifiersOf(recorded).some((one) => isSameIdentifier(one, number))
  const said = (['familyName', 'givenName', 'title', 'bornOn', 'sex', 'gender'] as const).filter((part) => {
    const value = typed[part] ?? null
    return value !== null && value !== 'not-known' && fold(value) !== fold(recorded[part])
  })
  return {
    ...recorded,
    ...Object.fromEntries(said.map((part) => [part, typed[part]])),
    ...(isNew && { identifier: number.value, identifierIssuer: number.issuer }),
  }
}

/**
 * Where a row says something else of a known patient than is recorded. An import never changes who a patient is, so each of these
 * cells is left aside and has to be said.
 */
export const differingCells = (recorded: Identity, typed: PatientInput): DifferingCell[] =>
  identityChanges(recorded, overlaid(recorded, typed)).map(({ part, before, after }) => ({
    label: patientPartWords[part],
    recorded: patientPartInWords(part, before),
    typed: patientPartInWords(part, after),
  }))

const problemOf = ({ section, field, fact }: FactChange, time: CaseTime): string | null => {
  const declared = findTarget(`${section}.${field}`)?.field
  return declared && fact.state === 'known' ? valueProblem(declared, fact.value, fact.unit, time) : null
}

/** Why the facts of a row cannot be those of a patient who was born on a day: each with the column as the file names it. */
export function problemsFor(
  { ready }: ImportRow,
  { header, columns }: { header: readonly string[]; columns: readonly (string | null)[] },
  bornOn: string | null,
  time: BoardTime,
): RowProblem[] {
  return (ready?.changes ?? []).flatMap((change) => {
    const message = problemOf(change, { ...time, bornOn })
    const at = columns.indexOf(`${change.section}.${change.field}`)
    return message === null ? [] : [{ column: header[at] || `Column ${at + 1}`, message }]
  })
}
