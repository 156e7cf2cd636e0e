import { certain } from './certain'
import type { Mark } from './item'
import type {
  BauerPrimary,
  KatagiriGrowth,
  Mapped,
  PrimaryGroup,
  PrimaryModifiers,
  RadesPrimary,
  Radiosensitivity,
  TokuhashiOriginalPrimary,
  TokuhashiPrimary,
  TomitaGrowth,
  VanDerLindenPrimary,
} from './primary-kinds'
import { type PrimaryRow, primaryRows } from './primary-rows'

/** The second question: which one exactly. Groups with one member need no second question. */
export const primaries = primaryRows.map(({ id }) => id) as readonly PrimaryId[]
export type PrimaryId = (typeof primaryRows)[number]['id']

const rows: ReadonlyMap<string, PrimaryRow> = new Map(primaryRows.map((row) => [row.id, row]))
const rowOf = (id: PrimaryId): PrimaryRow => certain(rows.get(id), 'the row of a primary')

/** Words for the screen: `Lung, non-small-cell`. */
export function primaryLabel(id: PrimaryId): string {
  return rowOf(id).label
}

/** The group in which a primary is listed on the form. */
export function groupOfPrimary(id: PrimaryId): PrimaryGroup {
  return rowOf(id).group
}

/** The primaries of a group, in the order of the form. */
export function primariesIn(group: PrimaryGroup): PrimaryId[] {
  return primaries.filter((id) => groupOfPrimary(id) === group)
}

/** A primary with what is known about its treatment. */
type PrimaryTumour = { readonly id: PrimaryId } & PrimaryModifiers

/** The modifiers that the form has to ask for this primary. */
export function modifiersOf(id: PrimaryId): (keyof PrimaryModifiers)[] {
  if (id === 'breast' || id === 'prostate') return ['hormoneDependent']
  if (id === 'unknown') return ['tissueProven']
  return id === 'lung-non-small-cell' || id === 'lung-unspecified' ? ['targetedDrugActive'] : []
}

/** What the primary says to each instrument. */
export type PrimaryMapping = {
  readonly tokuhashiRevised: Mapped<TokuhashiPrimary>
  readonly tokuhashiOriginal: Mapped<TokuhashiOriginalPrimary>
  readonly tomita: Mapped<TomitaGrowth>
  /** Of the modified score and of the original one, which share the item. */
  readonly bauerModified: Mapped<BauerPrimary>
  readonly vanDerLinden: Mapped<VanDerLindenPrimary>
  /** Of every Rades score that asks for the primary. */
  readonly rades: Mapped<RadesPrimary>
  readonly katagiri: Mapped<KatagiriGrowth>
  /** The class under both lists of radioresistant tumours. `conflict`: resistant in one, not in the other. REFERENCE 7.2. */
  readonly radiosensitivity: {
    readonly noms: Mapped<Radiosensitivity>
    readonly sc24: Mapped<Radiosensitivity>
    readonly conflict: boolean
  }
}

function growthOf({ katagiri }: PrimaryRow, tumour: PrimaryTumour): Mapped<KatagiriGrowth> {
  if (!('favourable' in katagiri)) return katagiri
  const { modifier, favourable, otherwise, why } = katagiri
  const answer = tumour[modifier]
  if (answer === undefined) return { how: 'must-choose', oneOf: [favourable, otherwise], why }
  return { how: 'named', value: answer ? favourable : otherwise }
}

/** Whether the histology is unknown is settled by tissue: without any it is, with tissue it is not. */
function sensitivityOf(mapped: Mapped<Radiosensitivity>, { tissueProven }: PrimaryModifiers): Mapped<Radiosensitivity> {
  const isOpen = mapped.how === 'must-choose' && mapped.oneOf.includes('unknown-histology')
  if (!isOpen || tissueProven === undefined) return mapped
  if (!tissueProven) return { how: 'named', value: 'unknown-histology' }
  return { ...mapped, oneOf: mapped.oneOf.filter((one) => one !== 'unknown-histology') }
}

/** Fills the items of each instrument from the primary; always to be shown and editable. Table of REFERENCE 6 and 7.2. */
export function mapPrimary(tumour: PrimaryTumour): PrimaryMapping {
  const row = rowOf(tumour.id)
  const { tokuhashiRevised, tokuhashiOriginal, tomita, bauerModified, vanDerLinden, rades, radiosensitivity } = row
  const byNoms = sensitivityOf(radiosensitivity.noms, tumour)
  const bySc24 = sensitivityOf(radiosensitivity.sc24, tumour)
  const settled = byNoms.how !== 'must-choose' && bySc24.how !== 'must-choose'
  const conflict = settled && (byNoms.value === 'resistant') !== (bySc24.value === 'resistant')
  return {
    tokuhashiRevised,
    tokuhashiOriginal,
    tomita,
    bauerModified,
    vanDerLinden,
    rades,
    katagiri: growthOf(row, tumour),
    radiosensitivity: { noms: byNoms, sc24: bySc24, conflict },
  }
}

/** A mapped item as an answer for `read`: the value with its mark, or every value that is still possible. */
export function mappedAnswer<V extends string>(
  mapped: Mapped<V>,
): { readonly value: V | { readonly oneOf: readonly V[] }; readonly marks: readonly Mark[] } {
  if (mapped.how === 'must-choose') return { value: { oneOf: mapped.oneOf }, marks: [] }
  return { value: mapped.value, marks: mapped.how === 'others-rule' ? ['others-rule'] : [] }
}
