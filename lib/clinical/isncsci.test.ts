import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { classifyIsncsci, type IsncsciClass, isDefinite } from './isncsci'
import {
  type DermatomeCell,
  dermatomeCells,
  dermatomes,
  type IsncsciExam,
  type MotorGrade,
  type MuscleCell,
  motorLevels,
  muscleCells,
  type SensoryGrade,
  type Side,
  sides,
  weakestOf,
} from './isncsci-exam'
import { explainIsncsci } from './isncsci-explained'

type Sample = Record<string, string> & { id: number; totals: Record<string, string> }

const samplesFile = '/work/shared/samples/isncsci/2019.json'
const samples: Sample[] = existsSync(samplesFile) ? JSON.parse(readFileSync(samplesFile, 'utf8')) : []

const word = (side: Side) => (side === 'right' ? 'Right' : 'Left')
const modeWords = { Touch: 'Touch', Pin: 'Prick' } as const

/** A published case in our shape: its cells are named `c5RightMotor` or `s45LeftPrick`. */
function examOf(sample: Sample): IsncsciExam {
  const named = (level: string) => level.toLowerCase().replace('s4-5', 's4_5')
  const nonKey = Object.fromEntries(
    sides.flatMap((side) => {
      const found = sample[`${side}LowestNonKeyMuscleWithMotorFunction`]
      return found ? [[side, found]] : []
    }),
  )
  return {
    muscles: Object.fromEntries(
      motorLevels.flatMap((level) =>
        sides.map((side) => [`${level}.${side}`, sample[`${named(level)}${word(side)}Motor`]]),
      ),
    ) as IsncsciExam['muscles'],
    dermatomes: Object.fromEntries(
      dermatomes.flatMap((level) =>
        sides.flatMap((side) =>
          (['Touch', 'Pin'] as const).map((mode) => [
            `${level}.${side}${mode}`,
            sample[`${named(level)}${word(side)}${modeWords[mode]}`],
          ]),
        ),
      ),
    ) as IsncsciExam['dermatomes'],
    vac: sample.analContraction as 'Yes',
    dap: sample.analSensation as 'Yes',
    nonKey,
  }
}

/** A whole examination from a rule for each cell. */
const exam = (
  muscle: (level: string, side: Side) => MotorGrade,
  point: (level: string) => SensoryGrade,
  anus: { vac: 'Yes' | 'No'; dap: 'Yes' | 'No' },
): IsncsciExam => ({
  muscles: Object.fromEntries(
    muscleCells.map((cell) => [cell, muscle(...(cell.split('.') as [string, Side]))]),
  ) as Record<MuscleCell, MotorGrade>,
  dermatomes: Object.fromEntries(dermatomeCells.map((cell) => [cell, point(cell.split('.')[0] ?? '')])) as Record<
    DermatomeCell,
    SensoryGrade
  >,
  ...anus,
})

const isArm = (level: string) => level.startsWith('C') || level === 'T1'
const upTo =
  (last: string, sacral: SensoryGrade = '0') =>
  (level: string): SensoryGrade => {
    if (level === 'S4-5') return sacral
    return dermatomes.indexOf(level as 'C2') <= dermatomes.indexOf(last as 'C2') ? '2' : '0'
  }
const paraplegic = exam((level) => (isArm(level) ? '5' : '0'), upTo('T10'), { vac: 'No', dap: 'No' })
const legs = (right: MotorGrade, left: MotorGrade) =>
  exam((level, side) => (isArm(level) ? '5' : side === 'right' ? right : left), upTo('T4', '1'), {
    vac: 'Yes',
    dap: 'Yes',
  })

describe('the examples of the reference', () => {
  test('nothing below T10: complete', () => {
    expect(classifyIsncsci(paraplegic)).toMatchObject({
      ...{ kind: 'classified', neurologicalLevel: 'T10', ais: 'A', sensory: { right: 'T10', left: 'T10' } },
      totals: { arms: '50', legs: '0', touch: '68', pin: '68' },
    })
  })

  test('half of the muscles below the level at 3 is D, one less is C', () => {
    expect(classifyIsncsci(legs('3', '2'))).toMatchObject({ neurologicalLevel: 'T4', ais: 'D' })
    const weaker = { ...legs('3', '2'), muscles: { ...legs('3', '2').muscles, 'S1.right': '2' as const } }
    expect(classifyIsncsci(weaker)).toMatchObject({ neurologicalLevel: 'T4', ais: 'C' })
  })
})

test('what was not examined is missing, and nothing is graded', () => {
  const { 'C5.right': _, ...muscles } = paraplegic.muscles
  expect(classifyIsncsci({ ...paraplegic, muscles, vac: undefined })).toEqual({
    kind: 'incomplete',
    missing: ['1 of 20 key muscles', 'voluntary anal contraction'],
  })
  expect(explainIsncsci({ ...paraplegic, muscles })).toEqual([])
})

test('without one pin prick or deep anal pressure nothing is graded either', () => {
  const { 'T4.rightPin': _, ...points } = paraplegic.dermatomes
  expect(classifyIsncsci({ ...paraplegic, dermatomes: points, dap: undefined })).toEqual({
    kind: 'incomplete',
    missing: ['1 of 112 sensory points', 'deep anal pressure'],
  })
})

test('where something could not be tested every possible grade is given, with the value that leaves it open', () => {
  const points = { ...paraplegic.dermatomes, 'S4-5.rightTouch': 'NT' as const }
  const found = classifyIsncsci({ ...paraplegic, dermatomes: points })
  expect(found).toMatchObject({ ais: 'A,B', totals: { touch: 'ND' } })
  const reasons = explainIsncsci({ ...paraplegic, dermatomes: points })
  const of = (which: string) => reasons.find(({ what }) => what === which)
  expect(of('AIS')).toEqual({
    ...{ what: 'AIS', result: 'A,B' },
    because: 'not determined. light touch S4-5 right (NT): with 0 A, with 1 or 2 B',
  })
  expect(of('Sensory level, left')?.because).toBe(
    'determined: T11 is the first that is not normal: light touch 0, pin prick 0; none of the values not tested or tagged changes it',
  )
})

test('each level names the dermatome or the muscle that decides it', () => {
  const reasons = explainIsncsci(legs('3', '2'))
  const of = (what: string) => reasons.find((one) => one.what === what)
  expect(of('Sensory level, right')).toEqual({
    ...{ what: 'Sensory level, right', result: 'T4' },
    because: 'T5 is the first that is not normal: light touch 0, pin prick 0',
  })
  expect(of('AIS')).toMatchObject({
    result: 'D',
    because: 'the anus contracts; 5 of 10 key muscles below T4 have 3 or more',
  })
})

test('a limb is as strong as its weakest key muscle, once all five are graded', () => {
  const { muscles } = legs('3', '2')
  expect([weakestOf(muscles, 'left', 'leg'), weakestOf(muscles, 'right', 'arm')]).toEqual([2, 5])
  expect(weakestOf({ ...muscles, 'L2.left': 'NT' }, 'left', 'leg')).toBeNull()
  expect(weakestOf({ ...muscles, 'L2.left': '3*' }, 'left', 'leg')).toBeNull()
  expect(weakestOf({ 'L2.left': '3' }, 'left', 'leg')).toBeNull()
  expect(weakestOf({ ...muscles, 'L2.left': '4', 'S1.left': '1' }, 'left', 'leg')).toBe(1)
})

const published = `the ${samples.length} published cases of 2019`
test(samples.length === 0 ? `${samplesFile} is absent: the published cases were not compared` : published, () => {
  const differing = samples.flatMap((sample) => {
    const examined = examOf(sample)
    const found = classifyIsncsci(examined)
    if (found.kind !== 'classified') return [`${sample.id}: lacks ${found.missing.join(', ')}`]
    const { totals } = sample
    const pairs: [string, string, string | undefined][] = [
      ['AIS', found.ais, totals.asiaImpairmentScale],
      ['level', found.neurologicalLevel, totals.neurologicalLevelOfInjury],
      ['complete', found.complete, totals.injuryComplete],
      ['sensory right', found.sensory.right, totals.rightSensory],
      ['sensory left', found.sensory.left, totals.leftSensory],
      ['motor right', found.motor.right, totals.rightMotor],
      ['motor left', found.motor.left, totals.leftMotor],
      ['sensory ZPP right', found.sensoryZpp.right, totals.rightSensoryZpp],
      ['sensory ZPP left', found.sensoryZpp.left, totals.leftSensoryZpp],
      ['motor ZPP right', found.motorZpp.right, totals.rightMotorZpp],
      ['motor ZPP left', found.motorZpp.left, totals.leftMotorZpp],
      ['arms', found.totals.arms, totals.upperMotorTotal],
      ['touch', found.totals.touch, totals.touchTotal],
    ]
    return pairs
      .filter(([, is, wanted]) => is !== wanted)
      .map(([what, is, wanted]) => `${sample.id} ${what}: ${is} for ${wanted}`)
  })
  expect(differing).toEqual([])
})

/** Every result of the published algorithm, by the name under which it is explained. */
const namedResults = (found: IsncsciClass): [string, string][] => [
  ['AIS', found.ais],
  ['Neurological level', found.neurologicalLevel],
  ...sides.flatMap((side): [string, string][] => [
    [`Sensory level, ${side}`, found.sensory[side]],
    [`Motor level, ${side}`, found.motor[side]],
    [`Sensory zone of partial preservation, ${side}`, found.sensoryZpp[side]],
    [`Motor zone of partial preservation, ${side}`, found.motorZpp[side]],
  ]),
]

test(
  samples.length === 0
    ? 'our reasons: no published cases to compare with'
    : 'every published case is explained, the not-testable and starred ones included, and no reason says another result',
  () => {
    const differing = samples.flatMap((sample) => {
      const examined = examOf(sample)
      const found = classifyIsncsci(examined)
      if (found.kind !== 'classified') return [`${sample.id} is incomplete`]
      const reasons = new Map(explainIsncsci(examined).map((one) => [one.what, one]))
      // How far down a motor zone reaches in a definite examination is left to the package.
      const isOwed = (what: string) => !(isDefinite(examined) && what.startsWith('Motor zone'))
      return namedResults(found).flatMap(([what, wanted]) => {
        const reason = reasons.get(what)
        if (!reason) return isOwed(what) ? [`${sample.id} ${what}: no reason`] : []
        if (reason.result !== wanted) return [`${sample.id} ${what}: ${reason.result} for ${wanted}`]
        const isSet = wanted.includes(',')
        const saysSet = reason.because.startsWith('not determined')
        return isDefinite(examined) || isSet === saysSet ? [] : [`${sample.id} ${what}: ${wanted} ${reason.because}`]
      })
    })
    expect(differing).toEqual([])
    expect(samples.length === 0 || samples.map(examOf).some((one) => !isDefinite(one))).toBe(true)
  },
)
