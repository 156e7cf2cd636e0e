import { describe, expect, test } from 'vitest'
import { classifyIsncsci } from './isncsci'
import {
  type DermatomeCell,
  dermatomeCells,
  dermatomes,
  type IsncsciExam,
  type MotorGrade,
  type MuscleCell,
  muscleCells,
  type SensoryGrade,
  sides,
} from './isncsci-exam'
import { explainIsncsci } from './isncsci-explained'

type Changes = {
  muscles?: Partial<Record<MuscleCell, MotorGrade>>
  points?: Partial<Record<DermatomeCell, SensoryGrade>>
}

/** A whole examination: sensation normal down to `felt`, 5 of 5 in the muscles of `strong`, nothing else but what is changed. */
function examined(
  felt: (typeof dermatomes)[number] | 'nowhere',
  strong: 'all' | 'arms' | 'none',
  anus: Pick<IsncsciExam, 'vac' | 'dap' | 'nonKey'>,
  { muscles = {}, points = {} }: Changes = {},
): IsncsciExam {
  const isArm = (cell: string) => cell.startsWith('C') || cell.startsWith('T1.')
  const isStrong = (cell: string) => strong === 'all' || (strong === 'arms' && isArm(cell))
  const last = felt === 'nowhere' ? -1 : dermatomes.indexOf(felt)
  const isFelt = (cell: string) => dermatomes.findIndex((level) => cell.startsWith(`${level}.`)) <= last
  return {
    muscles: { ...Object.fromEntries(muscleCells.map((cell) => [cell, isStrong(cell) ? '5' : '0'])), ...muscles },
    dermatomes: { ...Object.fromEntries(dermatomeCells.map((cell) => [cell, isFelt(cell) ? '2' : '0'])), ...points },
    ...anus,
  }
}

const ofLegs = (grade: MotorGrade) =>
  Object.fromEntries(muscleCells.filter((cell) => /^(L|S)/.test(cell)).map((cell) => [cell, grade]))

/** Each result with its reason; first it must be what the published algorithm finds. */
function reasonsOf(exam: IsncsciExam): ReadonlyMap<string, string> {
  const found = classifyIsncsci(exam)
  if (found.kind !== 'classified') throw new Error(`lacks ${found.missing.join(', ')}`)
  const published = new Map([
    ['AIS', found.ais],
    ['Neurological level', found.neurologicalLevel],
    ...sides.flatMap((side): [string, string][] => [
      [`Sensory level, ${side}`, found.sensory[side]],
      [`Motor level, ${side}`, found.motor[side]],
      [`Sensory zone of partial preservation, ${side}`, found.sensoryZpp[side]],
      [`Motor zone of partial preservation, ${side}`, found.motorZpp[side]],
    ]),
  ])
  const reasons = explainIsncsci(exam)
  for (const { what, result } of reasons) expect([what, result]).toEqual([what, published.get(what)])
  return new Map(reasons.map(({ what, result, because }) => [what, `${result}: ${because}`]))
}

describe('why an examination is classified as it is', () => {
  test('E where every muscle, every dermatome and the anus are normal', () => {
    const reasons = reasonsOf(examined('S4-5', 'all', { vac: 'Yes', dap: 'Yes' }))
    expect(reasons.get('Sensory level, left')).toBe('INT: light touch and pin prick are normal in every dermatome')
    expect(reasons.get('Motor level, right')).toBe('INT: every key muscle has 5 and the anus contracts')
    expect(reasons.get('AIS')).toBe('E: every level is intact and the anus contracts')
    expect(reasons.get('Motor zone of partial preservation, right')).toBe('NA: the anus contracts')
  })

  test('a motor level of S3 where nothing but the contraction of the anus is lost', () => {
    const reasons = reasonsOf(examined('S4-5', 'all', { vac: 'No', dap: 'Yes' }))
    expect(reasons.get('Motor level, right')).toBe('S3: every key muscle has 5, the anus does not contract')
    expect(reasons.get('Neurological level')).toMatch(/^INT: /)
  })

  test('A where nothing is felt or moved at the anus, with the lowest dermatome that is felt', () => {
    const reasons = reasonsOf(examined('T10', 'arms', { vac: 'No', dap: 'No' }))
    expect(reasons.get('AIS')).toBe('A: nothing is felt at S4-5, no deep anal pressure, the anus does not contract')
    const zone = 'Sensory zone of partial preservation, right'
    expect(reasons.get(zone)).toBe('T10: the lowest dermatome with any sensation')
    const nowhere = reasonsOf(examined('nowhere', 'none', { vac: 'No', dap: 'No' }))
    expect(nowhere.get(zone)).toBe('C1: no dermatome is felt')
  })

  test('B by deep anal pressure alone, or by pin prick at S4-5 alone', () => {
    const kept = 'B: sacral sensation is kept, no motor function more than three levels below the motor level'
    const pressure = reasonsOf(examined('T4', 'arms', { vac: 'No', dap: 'Yes' }))
    expect(pressure.get('AIS')).toBe(kept)
    expect(pressure.get('Sensory zone of partial preservation, left')).toBe('NA: deep anal pressure is felt')
    const points = { 'S4-5.rightPin': '1' } as const
    const prick = reasonsOf(examined('T4', 'arms', { vac: 'No', dap: 'No' }, { points }))
    expect(prick.get('AIS')).toBe(kept)
    expect(prick.get('Sensory zone of partial preservation, right')).toBe('NA: S4-5 is felt')
  })

  test('C or D by motor function far below the level, in a key muscle, in another one or of the anus', () => {
    const anus = { vac: 'No', dap: 'Yes' } as const
    const weak = reasonsOf(examined('T4', 'arms', anus, { muscles: ofLegs('2') }))
    expect(weak.get('AIS')).toMatch(/^C: motor function far below the motor level, right and left; 0 of 10 key muscles/)
    const strong = reasonsOf(examined('T4', 'arms', anus, { muscles: ofLegs('3') }))
    expect(strong.get('AIS')).toMatch(/^D: motor function far below the motor level, right and left; 10 of 10/)
    const other = reasonsOf(examined('T4', 'arms', { ...anus, nonKey: { right: 'L3' } }))
    expect(other.get('AIS')).toMatch(/^C: motor function far below the motor level, right; 0 of 10/)
    const anusAlone = reasonsOf(examined('T4', 'arms', { vac: 'Yes', dap: 'No' }))
    expect(anusAlone.get('AIS')).toBe('C: the anus contracts; 0 of 10 key muscles below T4 have 3 or more')
  })

  test('a muscle of 3 or 4 is the motor level, a weaker one leaves the level above, and the higher side leads', () => {
    const muscles = {
      ...({ 'C5.right': '5', 'C6.right': '5', 'C7.right': '3' } as const),
      ...({ 'C5.left': '5', 'C6.left': '5', 'C7.left': '2' } as const),
    }
    const reasons = reasonsOf(examined('C8', 'none', { vac: 'No', dap: 'No' }, { muscles }))
    expect(reasons.get('Motor level, right')).toBe('C7: elbow extensors (C7) have 3 of 5, all above have 5')
    expect(reasons.get('Motor level, left')).toBe('C6: elbow extensors (C7) have 2 of 5, less than 3')
    expect(reasons.get('Neurological level')).toBe('C6: the highest of the four levels: motor left')
  })

  test('where no key muscle lies at the level, the sensory level decides, and each level that leads is named', () => {
    const reasons = reasonsOf(examined('T4', 'arms', { vac: 'No', dap: 'No' }))
    expect(reasons.get('Motor level, left')).toBe('T4: no key muscle at T5: the sensory level decides, T4')
    expect(reasons.get('Neurological level')).toBe(
      'T4: the highest of the four levels: sensory right, motor right, sensory left, motor left',
    )
  })

  test.each(['Yes', 'No'] as const)('sensation lost at S4-5 alone decides both levels, contraction %s', (vac) => {
    const reasons = reasonsOf(examined('S3', 'all', { vac, dap: 'Yes' }))
    expect(reasons.get('Sensory level, right')).toMatch(/^S3: S4-5 is the first that is not normal/)
    expect(reasons.get('Motor level, right')).toBe('S3: no key muscle at S4-5: the sensory level decides, S3')
    expect(reasons.get('Neurological level')).toBe(
      'S3: the highest of the four levels: sensory right, motor right, sensory left, motor left',
    )
  })

  test('half of the key muscles is counted below the level, not at it', () => {
    const muscles = {
      ...({ 'C5.right': '5', 'C6.right': '3', 'C5.left': '5', 'C6.left': '3' } as const),
    }
    const reasons = reasonsOf(examined('C8', 'none', { vac: 'Yes', dap: 'No' }, { muscles }))
    expect(reasons.get('Neurological level')).toMatch(/^C6: /)
    expect(reasons.get('AIS')).toBe('C: the anus contracts; 0 of 16 key muscles below C6 have 3 or more')
  })

  test('each result has one reason, the motor zones only where the anus settles them', () => {
    const whatOf = (anus: Pick<IsncsciExam, 'vac' | 'dap'>) =>
      explainIsncsci(examined('T4', 'arms', anus)).map(({ what }) => what)
    const levels = ['Sensory level', 'Motor level'].flatMap((what) => sides.map((side) => `${what}, ${side}`))
    const zones = (side: string) => `zone of partial preservation, ${side}`
    expect(whatOf({ vac: 'No', dap: 'No' })).toEqual([
      ...[...levels, 'Neurological level', 'AIS'],
      ...sides.map((side) => `Sensory ${zones(side)}`),
    ])
    expect(whatOf({ vac: 'Yes', dap: 'No' })).toEqual([
      ...[...levels, 'Neurological level', 'AIS'],
      ...sides.flatMap((side) => [`Sensory ${zones(side)}`, `Motor ${zones(side)}`]),
    ])
  })
})
