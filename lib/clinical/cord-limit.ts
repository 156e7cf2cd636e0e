/** Maximum point dose of the cord in Gy by fractions: up to `within` it is within the limit, up to `caution` to be used with caution. HyTEC, Sahgal 2021, Int J Radiat Oncol Biol Phys 110:124 (REFERENCE 8.3). */
export const cordLimits: readonly (readonly [fractions: number, limit: { withinGy: number; cautionGy: number }])[] = [
  [1, { withinGy: 12.4, cautionGy: 14 }],
  [2, { withinGy: 17, cautionGy: 17 }],
  [3, { withinGy: 20.3, cautionGy: 20.3 }],
  [4, { withinGy: 23, cautionGy: 23 }],
  [5, { withinGy: 25.3, cautionGy: 25.3 }],
]

const limits = new Map(cordLimits)

export type CordLimit = 'within' | 'caution' | 'exceeds' | 'not-covered'

/**
 * Where the maximum point dose of the cord (Gy; or of its planning-risk volume or the thecal sac, by local protocol) of a first
 * SBRT course lies against the limits, which stand for a 1–5 % risk of myelopathy. `not-covered` outside of 1 to 5 fractions.
 * Throws RangeError unless the dose is above 0 Gy and the fractions are a whole number above 0.
 */
export function cordLimit(fractions: number, maximumGy: number): CordLimit {
  if (!(maximumGy > 0 && Number.isFinite(maximumGy))) throw new RangeError('A maximum dose above 0 Gy is needed')
  if (!(Number.isInteger(fractions) && fractions > 0)) throw new RangeError('A whole number of fractions is needed')
  const limit = limits.get(fractions)
  if (!limit) return 'not-covered'
  if (maximumGy <= limit.withinGy) return 'within'
  return maximumGy <= limit.cautionGy ? 'caution' : 'exceeds'
}
