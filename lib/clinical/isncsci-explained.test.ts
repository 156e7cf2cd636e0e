import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyIsncsci } from './isncsci'
import {
  dermatomeCells,
  type IsncsciExam,
  type MotorGrade,
  motorGrades,
  muscleCells,
  type SensoryGrade,
  sensoryGrades,
} from './isncsci-exam'
import { explainIsncsci } from './isncsci-explained'

/** Normal but for what is changed. */
const examined = (
  muscles: Partial<IsncsciExam['muscles']>,
  points: Partial<IsncsciExam['dermatomes']>,
  anus: Pick<IsncsciExam, 'vac' | 'dap'> = { vac: 'Yes', dap: 'Yes' },
): IsncsciExam => ({
  muscles: { ...Object.fromEntries(muscleCells.map((cell) => [cell, '5' as const])), ...muscles },
  dermatomes: { ...Object.fromEntries(dermatomeCells.map((cell) => [cell, '2' as const])), ...points },
  ...anus,
})

const because = (exam: IsncsciExam) => new Map(explainIsncsci(exam).map((one) => [one.what, one.because]))

describe('an examination with values that could not be tested', () => {
  test('says of a level which value leaves it open, and what each of its grades would make of it', () => {
    const reasons = because(examined({ 'C7.right': 'NT' }, {}))
    expect(reasons.get('Motor level, right')).toBe(
      'not determined. elbow extensors (C7) right (NT): with 0, 1 or 2 C6, with 3 or 4 C7, with 5 INT',
    )
    expect(reasons.get('Motor level, left')).toBe(
      'determined: every key muscle has 5 and the anus contracts; none of the values not tested or tagged changes it',
    )
  })

  test('names contraction and pressure of the anus', () => {
    const paraplegic = examined(
      Object.fromEntries(muscleCells.filter((cell) => /^[LS]/.test(cell)).map((cell) => [cell, '0'])),
      Object.fromEntries(dermatomeCells.filter((cell) => /^[LS]/.test(cell)).map((cell) => [cell, '0'])),
      { vac: 'No', dap: 'NT' },
    )
    expect(because(paraplegic).get('AIS')).toBe('not determined. deep anal pressure (NT): with yes B, with no A')
    expect(because({ ...paraplegic, vac: 'NT', dap: 'No' }).get('AIS')).toBe(
      'not determined. contraction of the anus (NT): with yes C, with no A',
    )
  })

  test('tells a result that rests on a tagged value, and what its number alone would give', () => {
    const reasons = because(examined({ 'L4.left': '2**' }, {}))
    expect(reasons.get('Motor level, left')).toMatch(/^rests on an assumption\. .*\(2\*\*\): with 2 L3/)
  })

  test('says so where no single value settles it', () => {
    const legs = muscleCells.filter((cell) => /^[LS]/.test(cell)).map((cell) => [cell, 'NT'] as const)
    const below = dermatomeCells
      .filter((cell) => /^(T([5-9]|1[0-2])|[LS])/.test(cell))
      .map((cell) => [cell, '1'] as const)
    const reasons = explainIsncsci(examined(Object.fromEntries(legs), Object.fromEntries(below)))
    expect(reasons.find(({ what }) => what === 'AIS')).toEqual({
      ...{ what: 'AIS', result: 'C,D' },
      because: 'not determined: no single one of the values not tested or tagged settles it',
    })
  })

  test('lists six values and counts the others', () => {
    const arms = muscleCells.filter((cell) => /^(C|T1)/.test(cell)).map((cell) => [cell, 'NT'] as const)
    expect(because(examined(Object.fromEntries(arms), {})).get('Neurological level')).toMatch(/; and \d+ more$/)
  })

  test('a tagged value that another number would change is taken as it stands, and levels are told from head to tail', () => {
    const tagged = because(examined({ 'C7.right': '3*' }, {}))
    expect(tagged.get('Motor level, right')).toMatch(
      /^as the algorithm takes it\. elbow extensors \(C7\) right \(3\*\): with 3 C7, with 5 /,
    )
    const unknown = because(examined({}, { 'T9.rightPin': 'NT', 'T10.rightPin': 'NT', 'T11.rightPin': '0' }))
    expect(unknown.get('Sensory level, right')).toContain('T8')
    expect(unknown.get('Sensory level, right')).not.toMatch(/T10 or T8|T10, T8/)
  })

  test('that is not whole has no reason', () => {
    expect(explainIsncsci({ muscles: {}, dermatomes: {} })).toEqual([])
  })
})

const observed = fc.constantFrom('Yes', 'No', 'NT')
/** Mostly normal or absent values, with some that were not tested or are tagged. */
const grades = <G extends string>(all: readonly G[], normal: G, absent: G) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(normal, absent) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  )
const whole = fc.record({
  muscles: fc.record(
    Object.fromEntries(muscleCells.map((cell) => [cell, grades<MotorGrade>(motorGrades, '5', '0')])),
  ) as fc.Arbitrary<IsncsciExam['muscles']>,
  dermatomes: fc.record(
    Object.fromEntries(dermatomeCells.map((cell) => [cell, grades<SensoryGrade>(sensoryGrades, '2', '0')])),
  ) as fc.Arbitrary<IsncsciExam['dermatomes']>,
  vac: observed,
  dap: observed,
}) as fc.Arbitrary<IsncsciExam>

test('whatever was found, each reason is of the published result, and calls nothing determined that a set leaves open or one value would change', () => {
  fc.assert(
    fc.property(whole, (exam) => {
      const found = classifyIsncsci(exam)
      if (found.kind !== 'classified') throw new Error('a whole examination is classified')
      const reasons = explainIsncsci(exam)
      const results = new Map(reasons.map(({ what, result }) => [what, result]))
      expect(results.get('AIS')).toBe(found.ais)
      expect(results.get('Neurological level')).toBe(found.neurologicalLevel)
      for (const { result, because: why } of reasons) {
        expect(why).not.toBe('')
        if (result.includes(',') || / with (yes|no|\d)/.test(why)) expect(why).not.toMatch(/^determined/)
      }
    }),
    { numRuns: 25 },
  )
})
