/** The table of oral morphine equivalents in use; stored and shown with every figure (REFERENCE 9.2). */
export const mmeTable = {
  id: 'cdc-2022',
  source: 'CDC 2022 conversion table',
  warning: 'Not for opioid rotation.',
} as const

/** Oral morphine equivalent of 1 mg of each opioid by mouth; fentanyl patches and parenteral morphine are apart. REFERENCE 9.2. */
const oralFactors = {
  codeine: 0.15,
  hydrocodone: 1,
  hydromorphone: 5,
  methadone: 4.7,
  morphine: 1,
  oxycodone: 1.5,
  oxymorphone: 3,
  tapentadol: 0.4,
  tramadol: 0.2,
} as const
/** The unit of a patch's strength. */
export const patchUnit = 'micrograms/h'
/** For each microgram per hour of a patch, whatever the interval of its change. */
const patchFactor = 2.4
/** Parenteral against oral morphine. */
const parenteralMorphine = 3

/** Drugs that a screen can offer: those of the table, and the one that it leaves out by name. */
export const opioidNames = [
  ...(Object.keys(oralFactors) as (keyof typeof oralFactors)[]),
  ...(['fentanyl', 'buprenorphine'] as const),
] as const
type Opioid = (typeof opioidNames)[number]

export const drugUnits = ['mg', 'micrograms', 'micrograms/h', 'g', 'mL', 'units'] as const
export type DrugUnit = (typeof drugUnits)[number]

/** Routes of a drug as the form offers them. */
export const drugRoutes = {
  oral: 'By mouth',
  patch: 'Patch',
  sc: 'Under the skin',
  iv: 'Into a vein',
  other: 'Other',
} as const
export type DrugRoute = keyof typeof drugRoutes

/**
 * A drug as it is given; undefined for what nobody recorded. `timesADay` includes the average of doses taken as needed.
 * `mayBeOpioid` is false only where the record says what it is given for, and that is no opioid.
 */
export type GivenDrug = {
  drug: string
  dose?: number
  unit?: string
  route?: DrugRoute
  timesADay?: number
  mayBeOpioid?: boolean
}

/** Milligrams of oral morphine in 24 hours, at full precision (show 0.1), or why there is none. */
export type MorphineEquivalent = { kind: 'computed'; mgPerDay: number } | { kind: 'not-computed'; why: string }

const not = (why: string): MorphineEquivalent => ({ kind: 'not-computed', why })

/** Milligrams in one of each unit of mass in which a dose can be written; none for any other unit. */
export const mgOfUnit: ReadonlyMap<string, number> = new Map([
  ['mg', 1],
  ['micrograms', 0.001],
  ['g', 1000],
])

/** The opioid that a drug's name begins with, such as morphine of “Morphine sulfate”; null for any other drug. */
export function opioidOf(drug: string): Opioid | null {
  const [first] = drug
    .trim()
    .toLowerCase()
    .split(/[\s/(,]/u)
  return opioidNames.find((name) => name === first) ?? null
}

/** Oral morphine equivalent of one drug by the table `cdc-2022`. Nothing is guessed: what the table or the record lacks is said. */
export function morphineEquivalent({ drug, dose, unit, route, timesADay }: GivenDrug): MorphineEquivalent {
  const opioid = opioidOf(drug)
  if (opioid === null) return not('not in the table')
  if (opioid === 'buprenorphine') return not('the table does not convert buprenorphine')
  if (dose === undefined || unit === undefined) return not('dose not recorded')
  if (route === undefined) return not('route not recorded')
  if (opioid === 'fentanyl') {
    return route === 'patch' && unit === patchUnit
      ? { kind: 'computed', mgPerDay: dose * patchFactor }
      : not('the table has fentanyl as a patch in micrograms/h only')
  }
  const mg = mgOfUnit.get(unit)
  if (mg === undefined) return not(`the table needs mg, not ${unit}`)
  if (timesADay === undefined) return not('times a day not recorded')
  const daily = dose * mg * timesADay
  if (route === 'oral') return { kind: 'computed', mgPerDay: daily * oralFactors[opioid] }
  const isParenteral = route === 'sc' || route === 'iv'
  if (opioid === 'morphine' && isParenteral) return { kind: 'computed', mgPerDay: daily * parenteralMorphine }
  return not(`the table has ${opioid} by mouth only`)
}

/**
 * Above this many mg of oral morphine in 24 h from one drug the dose is asked back. A product rule, not a published limit and no
 * advice: it is the highest figure that the reference works out (a fentanyl patch of 75 micrograms/h, REFERENCE 14).
 */
const askedAbove = 180

/** Whether a patch of an opioid is in another unit than its strength an hour: no strength follows from that (REFERENCE 9.2). */
export const isPatchWithoutStrength = ({ drug, unit, route }: GivenDrug): boolean =>
  route === 'patch' && unit !== undefined && unit !== patchUnit && opioidOf(drug) !== null

/** The equivalent of a drug in mg of oral morphine in 24 h where it is so high that the dose is asked back; null where not. */
export function highEquivalent(given: GivenDrug): number | null {
  const equivalent = morphineEquivalent(given)
  return equivalent.kind === 'computed' && equivalent.mgPerDay > askedAbove ? equivalent.mgPerDay : null
}

/**
 * The sum over all opioids of a patient. `uncounted` names the drugs without a figure, with those whose names the table does not
 * know and which may be opioids, such as those written by their brand: with any, the sum is only a part.
 */
export function totalMorphineEquivalent(drugs: readonly GivenDrug[]): {
  mgPerDay: number
  counted: number
  uncounted: readonly { drug: string; why: string }[]
} {
  const opioids = drugs
    .filter(({ drug, mayBeOpioid }) => opioidOf(drug) !== null || mayBeOpioid !== false)
    .map((given) => ({ drug: given.drug, equivalent: morphineEquivalent(given) }))
  const figures = opioids.flatMap(({ equivalent }) => (equivalent.kind === 'computed' ? [equivalent.mgPerDay] : []))
  const uncounted = opioids.flatMap(({ drug, equivalent }) =>
    equivalent.kind === 'not-computed' ? [{ drug, why: equivalent.why }] : [],
  )
  return { mgPerDay: figures.reduce((sum, one) => sum + one, 0), counted: figures.length, uncounted }
}
