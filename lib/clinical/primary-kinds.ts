import type { bauerModified } from './instruments/bauer-modified'
import type { katagiri } from './instruments/katagiri'
import type { noms } from './instruments/noms'
import type { rades2013 } from './instruments/rades-2013'
import type { tokuhashiOriginal } from './instruments/tokuhashi-original'
import type { tokuhashiRevised } from './instruments/tokuhashi-revised'
import type { tomita } from './instruments/tomita'
import type { vanDerLinden } from './instruments/van-der-linden'
import type { CellId } from './item'

/** The first question about the primary: what kind. */
export const primaryGroups = [
  'breast',
  'lung',
  'prostate',
  'kidney',
  'thyroid',
  'myeloma',
  'lymphoma',
  'melanoma',
  'colorectal',
  'liver',
  'other',
  'unknown',
] as const
export type PrimaryGroup = (typeof primaryGroups)[number]

/** What changes a class beside the tumour itself. A missing key is unknown. REFERENCE 6 and 7.1. */
export type PrimaryModifiers = {
  /** Breast and prostate: still responding to endocrine treatment. */
  readonly hormoneDependent?: boolean
  /** Non-small-cell lung: receiving, or planned for, an effective targeted drug. A target alone is not enough. */
  readonly targetedDrugActive?: boolean
  /** Unknown primary: tissue of the metastasis says what it is. Without tissue the histology is unknown. */
  readonly tissueProven?: boolean
}

/** How an item came: named by the source, put among its "others", or left to the clinician. */
export type Mapped<V extends string> =
  | { readonly how: 'named' | 'others-rule'; readonly value: V; readonly unconfirmed?: boolean }
  | { readonly how: 'must-choose'; readonly oneOf: readonly V[]; readonly why: string }

export type TokuhashiPrimary = CellId<typeof tokuhashiRevised.items.primary>
export type TomitaGrowth = CellId<typeof tomita.items.growth>
export type BauerPrimary = CellId<typeof bauerModified.items.primary>
/** Growth class of the new Katagiri score. */
export type KatagiriGrowth = CellId<typeof katagiri.items.primary>
export type TokuhashiOriginalPrimary = CellId<typeof tokuhashiOriginal.items.primary>
export type VanDerLindenPrimary = CellId<typeof vanDerLinden.items.primary>
/** Group of the primary in the Rades scores. */
export type RadesPrimary = CellId<typeof rades2013.items.primary>
export type Radiosensitivity = CellId<typeof noms.items.radiosensitivity>
