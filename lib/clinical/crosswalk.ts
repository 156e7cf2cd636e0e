import type { AisGrade } from './instruments/ais'
import type { FrankelGrade } from './instruments/frankel'
import type { Mark } from './item'

type Attached<V> = { readonly value: V; readonly marks: readonly Mark[] }

/** Common ECOG–KPS conversion, with the single KPS value used when one number is needed. REFERENCE 4.3 (V2). */
const common = [
  { ecog: 0, from: 90, to: 100, single: 90 },
  { ecog: 1, from: 70, to: 80, single: 80 },
  { ecog: 2, from: 50, to: 60, single: 60 },
  { ecog: 3, from: 30, to: 40, single: 40 },
  { ecog: 4, from: 10, to: 20, single: 20 },
  { ecog: 5, from: 0, to: 0, single: 0 },
] as const

/** The alternative of Ma 2010, unconfirmed. It does not cover death. REFERENCE 4.3 (M). */
const alternative = [
  { ecog: [0, 1], from: 80, to: 100 },
  { ecog: [2], from: 60, to: 70 },
  { ecog: [3, 4], from: 10, to: 50 },
] as const

const steps = (from: number, to: number) => Array.from({ length: (to - from) / 10 + 1 }, (_, at) => from + at * 10)

/** KPS values that fit an ECOG grade under both conversions. The conversion loses detail: always say `converted`. */
type KpsFromEcog = {
  readonly common: readonly number[]
  readonly single: number
  /** Ma 2010, unconfirmed; empty where it says nothing. */
  readonly alternative: readonly number[]
  /** To be read by an instrument: every KPS that either conversion allows, so that a changing band shows as a range. */
  readonly answer: Attached<{ readonly oneOf: readonly number[] }>
}

/** Converts ECOG 0 to 5 into KPS; null for any other number. REFERENCE 4.3. */
export function kpsFromEcog(ecog: number): KpsFromEcog | null {
  const row = common.find((one) => one.ecog === ecog)
  if (!row) return null
  const usual = steps(row.from, row.to)
  const other = alternative.flatMap((one) =>
    (one.ecog as readonly number[]).includes(ecog) ? steps(one.from, one.to) : [],
  )
  const either = [...new Set([...usual, ...other])].sort((a, b) => a - b)
  return {
    common: usual,
    single: row.single,
    alternative: other,
    answer: { value: { oneOf: either }, marks: ['converted'] },
  }
}

/** ECOG grades that fit a KPS under both conversions; `agree` is false where they differ (KPS 70 and 50). */
type EcogFromKps = { readonly common: number; readonly alternative: readonly number[]; readonly agree: boolean }

/** Converts KPS 0 to 100 in steps of 10 into ECOG; null for any other number. REFERENCE 4.3. */
export function ecogFromKps(kps: number): EcogFromKps | null {
  if (kps % 10 !== 0) return null
  const row = common.find((one) => kps >= one.from && kps <= one.to)
  if (!row) return null
  const other = alternative.flatMap((one) => (kps >= one.from && kps <= one.to ? [...one.ecog] : []))
  return { common: row.ecog, alternative: other, agree: other.length === 0 || other.some((one) => one === row.ecog) }
}

/** The Frankel letter that stands for an AIS grade; an approximation, marked `mapped`. REFERENCE 3.4. */
export function frankelFromAis(grade: AisGrade): Attached<FrankelGrade> {
  return { value: grade, marks: ['mapped'] }
}

/** The AIS grade that stands for a Frankel letter; an approximation, marked `mapped`. REFERENCE 3.4. */
export function aisFromFrankel(grade: FrankelGrade): Attached<AisGrade> {
  return { value: grade, marks: ['mapped'] }
}
