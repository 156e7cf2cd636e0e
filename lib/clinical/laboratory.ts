import type { LabResult } from './lab-result'

/** A unit of a laboratory test: how many of the test's first unit one of it is; null where the reference has no conversion. */
type LabUnit = { unit: string; toFirst: number | null }

type LabTest = { label: string; units: readonly [LabUnit, ...LabUnit[]] }

const only = (unit: string): LabTest['units'] => [{ unit, toFirst: 1 }]

/** What stands in place of a unit for a result that has none; nobody has to write it. */
export const plainRatio = 'ratio'

/** g/L and g/dL, mg/L and mg/dL differ tenfold: the trap of REFERENCE 0.3. */
const tenfold = (first: string, second: string): LabTest['units'] => [
  { unit: first, toFirst: 1 },
  { unit: second, toFirst: 10 },
]

/**
 * The laboratory tests that scores and rules ask for, each with its units; the first is the one that values are compared in.
 * Conversions as in REFERENCE 0.3; a test with one unit has none there and is never converted.
 */
export const labTests = {
  crp: { label: 'CRP', units: tenfold('mg/L', 'mg/dL') },
  albumin: { label: 'Albumin', units: tenfold('g/L', 'g/dL') },
  haemoglobin: { label: 'Haemoglobin', units: tenfold('g/L', 'g/dL') },
  platelets: {
    label: 'Platelets',
    units: [
      { unit: '10^9/L', toFirst: 1 },
      { unit: 'per microlitre', toFirst: 0.001 },
    ],
  },
  whiteCells: { label: 'White cells', units: only('10^9/L') },
  neutrophils: { label: 'Neutrophils', units: only('10^9/L') },
  calcium: {
    label: 'Calcium',
    units: [
      { unit: 'mmol/L', toFirst: 1 },
      { unit: 'mg/dL', toFirst: 1 / 4.008 },
    ],
  },
  bilirubin: {
    label: 'Bilirubin',
    units: [
      { unit: 'micromol/L', toFirst: 1 },
      { unit: 'mg/dL', toFirst: 17.1 },
    ],
  },
  ldh: { label: 'LDH', units: only('IU/L') },
  creatinine: { label: 'Creatinine', units: only('micromol/L') },
  clearance: { label: 'Creatinine clearance', units: only('mL/min') },
  // Both are reported; REFERENCE names the test and no conversion.
  vitaminD: {
    label: 'Vitamin D',
    units: [
      { unit: 'nmol/L', toFirst: 1 },
      { unit: 'ng/mL', toFirst: null },
    ],
  },
  inr: { label: 'INR', units: only(plainRatio) },
  psa: { label: 'PSA', units: only('ng/mL') },
} as const satisfies Readonly<Record<string, LabTest>>
export type LabTestId = keyof typeof labTests

/** True for the id of a declared test. */
export const isLabTest = (id: string): id is LabTestId => Object.hasOwn(labTests, id)

/** Every unit of any test, each once. */
export const labUnits: readonly string[] = [
  ...new Set(Object.values<LabTest>(labTests).flatMap(({ units }) => units.map(({ unit }) => unit))),
]

const unitsOf = (test: LabTestId): LabTest['units'] => labTests[test].units

/** The units that a test is reported in, the one of comparison first. */
export const unitsOfTest = (test: LabTestId): string[] => unitsOf(test).map(({ unit }) => unit)

/** A value in another unit of the same test, at full precision; null where the reference has no conversion. */
export function convertLab(test: LabTestId, value: number, from: string, to: string): number | null {
  const find = (wanted: string) => unitsOf(test).find(({ unit }) => unit === wanted)
  const [source, target] = [find(from), find(to)]
  if (!source || !target) return null
  if (source === target) return value
  return source.toFirst === null || target.toFirst === null ? null : (value * source.toFirst) / target.toFirst
}

/** The same value in the other units of its test, in the order of their declaration; empty where there is no other. */
export const otherUnits = (test: LabTestId, value: number, unit: string): { value: number; unit: string }[] =>
  unitsOfTest(test).flatMap((other) => {
    const converted = other === unit ? null : convertLab(test, value, unit, other)
    return converted === null ? [] : [{ value: converted, unit: other }]
  })

/** A recorded value of a test; with a bound, a result below or above the number. */
export type LabValue = LabResult & { test: LabTestId; unit: string }

/** What has to be asked back of a value, and the unit that the number would fit. */
export type UnitQuestion =
  | { kind: 'not-a-unit'; units: readonly string[] }
  | { kind: 'tenfold'; fits: string }
  | { kind: 'unusual'; fits: null }
  | { kind: 'unlike-before'; before: LabValue; fits: string }

/**
 * Outside of these bounds, in the first unit of the test, a number is asked back. A product rule, not published: the bounds are
 * wide enough for any patient and narrow enough that a value read in the unit that differs tenfold falls outside.
 */
const asked: Readonly<Partial<Record<LabTestId, readonly [low: number, high: number]>>> = {
  crp: [0, 700],
  albumin: [10, 70],
  haemoglobin: [20, 250],
  platelets: [1, 3000],
  calcium: [0.8, 6],
}

const isWithin = (test: LabTestId, value: number, unit: string): boolean => {
  const bounds = asked[test]
  const first = convertLab(test, value, unit, unitsOf(test)[0].unit)
  return !bounds || first === null || (first >= bounds[0] && first <= bounds[1])
}

/** Two values of one test that differ about tenfold look like one read in the wrong unit. */
const isTenfold = (a: number, b: number): boolean => {
  const ratio = Math.max(a, b) / Math.min(a, b)
  return ratio >= 8 && ratio <= 12.5
}

/**
 * What to ask about the unit of a value before anybody relies on it; null when nothing is odd. Never converts: the person
 * answers. `earlier` are other values of the same test of this patient. A result below or above a number is asked about by that
 * number, and compared with no other.
 */
export function unitQuestion(
  { test, value, bound, unit }: LabValue,
  earlier: readonly LabValue[],
): UnitQuestion | null {
  const units = unitsOfTest(test)
  if (!units.includes(unit)) return { kind: 'not-a-unit', units }
  const fitting = units.find((other) => isWithin(test, value, other))
  if (!isWithin(test, value, unit))
    return fitting ? { kind: 'tenfold', fits: fitting } : { kind: 'unusual', fits: null }
  const isTrapped = bound === undefined && unitsOf(test).some(({ toFirst }) => toFirst === 10)
  const fits = isTrapped ? units.find((other) => other !== unit) : undefined
  if (fits === undefined) return null
  const before = earlier.find((one) => {
    const same = one.test === test && one.bound === undefined ? convertLab(test, one.value, one.unit, unit) : null
    return same !== null && isTenfold(same, value)
  })
  return before ? { kind: 'unlike-before', before, fits } : null
}
