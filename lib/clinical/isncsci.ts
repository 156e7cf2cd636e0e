import { type Exam, ISNCSCI } from 'isncsci'
import { certain } from './certain'
import {
  type Dermatome,
  dermatomes,
  type IsncsciExam,
  keyMuscles,
  missingOf,
  motorLevels,
  type Side,
  sides,
} from './isncsci-exam'

/** Levels as the standard writes them; with NT or tags several are possible, joined by a comma, and `*` marks an assumption. */
type BySide = Readonly<Record<Side, string>>

/**
 * The classification of a whole examination. A grade or level may be a set such as `B,C` where something could not be tested:
 * it is shown as it is and never narrowed.
 */
export type IsncsciClass = {
  kind: 'classified'
  sensory: BySide
  motor: BySide
  neurologicalLevel: string
  complete: string
  ais: string
  sensoryZpp: BySide
  motorZpp: BySide
  /** Points of 50, 50, 112 and 112; `ND` where a value could not be tested. */
  totals: { arms: string; legs: string; touch: string; pin: string }
}

export type IsncsciReading = IsncsciClass | { kind: 'incomplete'; missing: string[] }

/**
 * Classifies an examination by the published algorithm (package `isncsci`, ISNCSCI 2019; REFERENCE 3.2, status V1). Anything
 * missing gives `incomplete`: no level or grade is guessed. Made for traumatic injury; a tumour clinic may grade by judgement.
 */
export function classifyIsncsci(exam: IsncsciExam): IsncsciReading {
  const missing = missingOf(exam)
  return missing.length > 0 ? { kind: 'incomplete', missing } : classOfWhole(exam)
}

/** The classification of an examination that is whole: every cell is there. */
export function classOfWhole(exam: IsncsciExam): IsncsciClass {
  const { classification: found, totals } = new ISNCSCI(packageExam(exam))
  const { neurologicalLevels: levels, zoneOfPartialPreservations: zpp } = found
  return {
    kind: 'classified',
    sensory: { right: levels.sensoryRight, left: levels.sensoryLeft },
    motor: { right: levels.motorRight, left: levels.motorLeft },
    neurologicalLevel: found.neurologicalLevelOfInjury,
    complete: found.injuryComplete,
    ais: found.ASIAImpairmentScale,
    sensoryZpp: { right: zpp.sensoryRight, left: zpp.sensoryLeft },
    motorZpp: { right: zpp.motorRight, left: zpp.motorLeft },
    totals: {
      arms: totals.upperExtremity,
      legs: totals.lowerExtremity,
      touch: totals.lightTouch,
      pin: totals.pinPrick,
    },
  }
}

const packageLevel = (level: Dermatome) => (level === 'S4-5' ? 'S4_5' : level)

/** The examination in the package's shape. Only for one that is whole: every cell is there. */
function packageExam({ muscles, dermatomes: points, vac, dap, nonKey }: IsncsciExam): Exam {
  const side = (one: Side) => ({
    motor: Object.fromEntries(motorLevels.map((level) => [level, muscles[`${level}.${one}`]])),
    lightTouch: Object.fromEntries(dermatomes.map((level) => [packageLevel(level), points[`${level}.${one}Touch`]])),
    pinPrick: Object.fromEntries(dermatomes.map((level) => [packageLevel(level), points[`${level}.${one}Pin`]])),
    ...(nonKey?.[one] === undefined ? {} : { lowestNonKeyMuscleWithMotorFunction: nonKey[one] }),
  })
  return {
    right: side('right'),
    left: side('left'),
    voluntaryAnalContraction: vac,
    deepAnalPressure: dap,
  } as unknown as Exam
}

/** One level or grade with the finding that decides it. */
export type IsncsciReason = { what: string; result: string; because: string }

const isPlain = (value: string | undefined): boolean => value !== undefined && /^[0-5]$/.test(value)

/** Whether a whole examination has neither NT nor tags: then each level has one reason. */
export const isDefinite = ({ muscles, dermatomes: points, vac, dap }: IsncsciExam): boolean =>
  [...Object.values(muscles), ...Object.values(points)].every(isPlain) && vac !== 'NT' && dap !== 'NT'

/**
 * Why each level is what it is: the dermatome or muscle that decides it (REFERENCE 3.3, coded apart from the package and
 * compared with it in the tests). Only for an examination that is whole and definite; `explainIsncsci` tells every one.
 */
export function explainDefinite(exam: IsncsciExam): IsncsciReason[] {
  const bySide = sides.map((side) => {
    const sensory = sensoryLevel(exam, side)
    return { side, sensory, motor: motorLevel(exam, side, sensory) }
  })
  const nli = neurologicalLevel(bySide)
  return [
    ...bySide.map(({ side, sensory }) => ({ what: `Sensory level, ${side}`, ...sensory })),
    ...bySide.map(({ side, motor }) => ({ what: `Motor level, ${side}`, ...motor })),
    nli,
    aisReason(exam, bySide, nli.result),
    ...bySide.flatMap(({ side }) => zppReasons(exam, side)),
  ]
}

type Found = { result: string; because: string }

const order = ['C1', ...dermatomes, 'INT'] as const
const placeOf = (level: string): number => order.indexOf(level as (typeof order)[number])
const above = (level: Dermatome): string => certain(order[placeOf(level) - 1], `the level above ${level}`)

function sensoryLevel({ dermatomes: points }: IsncsciExam, side: Side): Found {
  const first = dermatomes.find(
    (level) => points[`${level}.${side}Touch`] !== '2' || points[`${level}.${side}Pin`] !== '2',
  )
  if (first === undefined) return { result: 'INT', because: 'light touch and pin prick are normal in every dermatome' }
  const [touch, pin] = [points[`${first}.${side}Touch`], points[`${first}.${side}Pin`]]
  return {
    result: above(first),
    because: `${first} is the first that is not normal: light touch ${touch}, pin prick ${pin}`,
  }
}

const muscleAt = (level: string) => keyMuscles.find((one) => one.level === level)

function motorLevel({ muscles, vac }: IsncsciExam, side: Side, sensory: Found): Found {
  for (const level of dermatomes) {
    const muscle = muscleAt(level)
    if (muscle) {
      const grade = Number(muscles[`${muscle.level}.${side}`])
      const named = `${muscle.muscle} (${level}) have ${grade} of 5`
      if (grade === 5) continue
      return grade >= 3
        ? { result: level, because: `${named}, all above have 5` }
        : { result: above(level), because: `${named}, less than 3` }
    }
    if (placeOf(sensory.result) < placeOf(level))
      return {
        result: above(level),
        because: `no key muscle at ${level}: the sensory level decides, ${sensory.result}`,
      }
  }
  return vac === 'Yes'
    ? { result: 'INT', because: 'every key muscle has 5 and the anus contracts' }
    : { result: 'S3', because: 'every key muscle has 5, the anus does not contract' }
}

type SideLevels = { side: Side; sensory: Found; motor: Found }

function neurologicalLevel(bySide: readonly SideLevels[]): IsncsciReason {
  const all = bySide.flatMap(({ side, sensory, motor }) => [
    { of: `sensory ${side}`, level: sensory.result },
    // A motor level of S3 rests on the anus alone and does not lower the level of the injury (REFERENCE 3.3.3).
    { of: `motor ${side}`, level: isByAnusAlone(motor) ? 'INT' : motor.result },
  ])
  const result = all.map(({ level }) => level).reduce((a, b) => (placeOf(b) < placeOf(a) ? b : a))
  const deciding = all.filter(({ level }) => level === result).map(({ of }) => of)
  return { what: 'Neurological level', result, because: `the highest of the four levels: ${deciding.join(', ')}` }
}

const isByAnusAlone = ({ result, because }: Found): boolean => result === 'S3' && because.includes('anus')

/** Motor function more than three levels below the motor level of a side (REFERENCE 3.3.5). */
function isMotorFarBelow({ muscles, nonKey }: IsncsciExam, { side, motor }: SideLevels): boolean {
  const isFar = (level: string) => placeOf(level) >= placeOf(motor.result) + 4
  const other = nonKey?.[side]
  return (
    motorLevels.some((level) => Number(muscles[`${level}.${side}`]) > 0 && isFar(level)) ||
    (other !== undefined && isFar(other))
  )
}

function aisReason(exam: IsncsciExam, bySide: readonly SideLevels[], nli: string): IsncsciReason {
  const what = 'AIS'
  const { vac, dap, muscles, dermatomes: points } = exam
  const isSacralSensed = sides.some((side) => points[`S4-5.${side}Touch`] !== '0' || points[`S4-5.${side}Pin`] !== '0')
  const isSpared = dap === 'Yes' || isSacralSensed
  if (nli === 'INT' && vac === 'Yes')
    return { what, result: 'E', because: 'every level is intact and the anus contracts' }
  if (!isSpared && vac === 'No')
    return { what, result: 'A', because: 'nothing is felt at S4-5, no deep anal pressure, the anus does not contract' }
  const far = bySide.filter((side) => isMotorFarBelow(exam, side))
  if (vac !== 'Yes' && far.length === 0)
    return {
      what,
      result: 'B',
      because: 'sacral sensation is kept, no motor function more than three levels below the motor level',
    }
  const below = motorLevels.filter((level) => placeOf(level) > placeOf(nli))
  const grades = below.flatMap((level) => sides.map((side) => Number(muscles[`${level}.${side}`])))
  const strong = grades.filter((grade) => grade >= 3).length
  const kept =
    vac === 'Yes'
      ? 'the anus contracts'
      : `motor function far below the motor level, ${far.map(({ side }) => side).join(' and ')}`
  const half = `${strong} of ${grades.length} key muscles below ${nli} have 3 or more`
  return { what, result: strong * 2 >= grades.length ? 'D' : 'C', because: `${kept}; ${half}` }
}

/** Zones of partial preservation of one side (REFERENCE 3.3.7). How far down a motor zone reaches is left to the package. */
function zppReasons({ vac, dap, dermatomes: points }: IsncsciExam, side: Side): IsncsciReason[] {
  const felt = (level: Dermatome) => points[`${level}.${side}Touch`] !== '0' || points[`${level}.${side}Pin`] !== '0'
  const sensory = { what: `Sensory zone of partial preservation, ${side}` }
  const lastFelt = dermatomes.findLast(felt)
  const motor =
    vac === 'Yes'
      ? [{ what: `Motor zone of partial preservation, ${side}`, result: 'NA', because: 'the anus contracts' }]
      : []
  if (felt('S4-5')) return [{ ...sensory, result: 'NA', because: 'S4-5 is felt' }, ...motor]
  if (dap === 'Yes') return [{ ...sensory, result: 'NA', because: 'deep anal pressure is felt' }, ...motor]
  const because = lastFelt ? 'the lowest dermatome with any sensation' : 'no dermatome is felt'
  return [{ ...sensory, result: lastFelt ?? 'C1', because }, ...motor]
}
