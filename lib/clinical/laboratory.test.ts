import { describe, expect, it } from 'vitest'
import { convertLab, isLabTest, type LabTestId, labTests, otherUnits, unitQuestion, unitsOfTest } from './laboratory'

const tests = Object.keys(labTests) as LabTestId[]

describe('conversions of laboratory values', () => {
  it.each([
    ['albumin', 3.5, 'g/dL', 'g/L', 35],
    ['albumin', 3.7, 'g/dL', 'g/L', 37],
    ['crp', 0.4, 'mg/dL', 'mg/L', 4],
    ['platelets', 100_000, 'per microlitre', '10^9/L', 100],
    ['calcium', 10.3, 'mg/dL', 'mmol/L', 2.57],
    ['bilirubin', 1.4, 'mg/dL', 'micromol/L', 23.9],
    ['haemoglobin', 10, 'g/dL', 'g/L', 100],
  ] as const)('%s %s %s is the figure of the reference in %s', (test, value, from, to, expected) => {
    const digits = (String(expected).split('.')[1] ?? '').length
    expect(convertLab(test, value, from, to)?.toFixed(digits)).toBe(expected.toFixed(digits))
  })

  it('come back to where they began, in every pair of units', () => {
    for (const test of tests) {
      for (const from of unitsOfTest(test)) {
        for (const { value, unit } of otherUnits(test, 12.34, from)) {
          expect(convertLab(test, value, unit, from)).toBeCloseTo(12.34, 9)
        }
      }
    }
  })

  it('leave a test of two units without a conversion as it is reported', () => {
    expect(unitsOfTest('vitaminD')).toEqual(['nmol/L', 'ng/mL'])
    expect(otherUnits('vitaminD', 50, 'nmol/L')).toEqual([])
    expect(otherUnits('vitaminD', 20, 'ng/mL')).toEqual([])
    expect(convertLab('vitaminD', 20, 'ng/mL', 'ng/mL')).toBe(20)
    expect(unitQuestion({ test: 'vitaminD', value: 20, unit: 'ng/mL' }, [])).toBeNull()
  })

  it('are none where the reference has none, and none between tests', () => {
    expect(otherUnits('creatinine', 96, 'micromol/L')).toEqual([])
    expect(convertLab('creatinine', 96, 'micromol/L', 'mg/dL')).toBeNull()
    expect(convertLab('crp', 4, 'g/L', 'mg/L')).toBeNull()
  })
})

describe('the tenfold traps', () => {
  it.each([
    ['albumin', 3.5, 'g/L', 'g/dL'],
    ['albumin', 35, 'g/dL', 'g/L'],
    ['haemoglobin', 10.4, 'g/L', 'g/dL'],
    ['haemoglobin', 104, 'g/dL', 'g/L'],
    ['crp', 120, 'mg/dL', 'mg/L'],
    ['platelets', 268, 'per microlitre', '10^9/L'],
    ['calcium', 10.3, 'mmol/L', 'mg/dL'],
  ] as const)('%s %s %s is asked back: it fits %s', (test, value, unit, fits) => {
    expect(unitQuestion({ test, value, unit }, [])).toEqual({ kind: 'tenfold', fits })
  })

  it('let a possible value pass, the CRP in both its units', () => {
    expect(unitQuestion({ test: 'albumin', value: 35, unit: 'g/L' }, [])).toBeNull()
    expect(unitQuestion({ test: 'crp', value: 0.4, unit: 'mg/dL' }, [])).toBeNull()
    expect(unitQuestion({ test: 'crp', value: 4, unit: 'mg/L' }, [])).toBeNull()
  })

  it('compare no result that lies below or above a number with another, and ask of its number all the same', () => {
    const before = { test: 'crp', value: 50, unit: 'mg/L' } as const
    expect(unitQuestion({ test: 'crp', value: 5, unit: 'mg/L' }, [before])).toMatchObject({ kind: 'unlike-before' })
    expect(unitQuestion({ test: 'crp', value: 5, bound: '<', unit: 'mg/L' }, [before])).toBeNull()
    expect(unitQuestion({ test: 'crp', value: 5, unit: 'mg/L' }, [{ ...before, bound: '>' }])).toBeNull()
    expect(unitQuestion({ test: 'albumin', value: 2, bound: '<', unit: 'g/L' }, [])).toMatchObject({ kind: 'tenfold' })
  })

  it('ask of a number that is unusual in every unit, without proposing another one', () => {
    expect(unitQuestion({ test: 'albumin', value: 360, unit: 'g/L' }, [])).toEqual({ kind: 'unusual', fits: null })
    expect(unitQuestion({ test: 'ldh', value: 9000, unit: 'IU/L' }, [])).toBeNull()
  })

  it('ask when a value is tenfold another one of the patient, whatever unit that was in', () => {
    const before = { test: 'crp', value: 12, unit: 'mg/L' } as const
    const question = unitQuestion({ test: 'crp', value: 12, unit: 'mg/dL' }, [before])
    expect(question).toEqual({ kind: 'unlike-before', before, fits: 'mg/L' })
    expect(unitQuestion({ test: 'crp', value: 1.2, unit: 'mg/dL' }, [before])).toBeNull()
    expect(unitQuestion({ test: 'crp', value: 30, unit: 'mg/L' }, [before])).toBeNull()
    expect(unitQuestion({ test: 'albumin', value: 35, unit: 'g/L' }, [before])).toBeNull()
  })

  it('ask for a unit of the test when another one was given', () => {
    expect(unitQuestion({ test: 'crp', value: 4, unit: 'g/L' }, [])).toEqual({
      kind: 'not-a-unit',
      units: ['mg/L', 'mg/dL'],
    })
  })
})

it('a test is known by its id alone', () => {
  expect([isLabTest('crp'), isLabTest('__proto__'), isLabTest('toString')]).toEqual([true, false, false])
})
