import { describe, expect, it } from 'vitest'
import {
  convertLab,
  isLabTest,
  type LabTestId,
  labTests,
  labUnits,
  otherUnits,
  unitQuestion,
  unitsOfTest,
} from './laboratory'

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

  it('are shown beside a value in each other unit of its test', () => {
    expect(otherUnits('albumin', 3.5, 'g/dL')).toEqual([{ value: 35, unit: 'g/L' }])
    expect(otherUnits('albumin', 35, 'g/L')).toEqual([{ value: 3.5, unit: 'g/dL' }])
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

  it('let both ends of what is possible pass, and ask beyond them', () => {
    const kindAt = (value: number) => unitQuestion({ test: 'albumin', value, unit: 'g/L' }, [])?.kind
    expect([9.9, 10, 70, 70.1].map(kindAt)).toEqual(['unusual', undefined, undefined, 'unusual'])
  })

  it('take eight to twelve and a half times another value for tenfold, upwards and downwards', () => {
    const before = { test: 'crp', value: 10, unit: 'mg/L' } as const
    const kindAt = (value: number) => unitQuestion({ test: 'crp', value, unit: 'mg/L' }, [before])?.kind
    expect([79, 80, 125, 126, 1.25, 0.8, 0.7].map((value) => kindAt(value) !== undefined)).toEqual([
      ...[false, true, true, false],
      ...[true, true, false],
    ])
    expect(unitQuestion({ test: 'crp', value: 100, unit: 'mg/L' }, [before])).toMatchObject({ fits: 'mg/dL' })
  })

  it('compare no value with another test, with nothing measured, nor where no two units differ tenfold', () => {
    const anaemia = { test: 'haemoglobin', value: 120, unit: 'g/L' } as const
    expect(unitQuestion({ test: 'albumin', value: 12, unit: 'g/L' }, [anaemia])).toBeNull()
    const none = { test: 'crp', value: 0, unit: 'mg/L' } as const
    expect(unitQuestion({ test: 'crp', value: 5, unit: 'mg/L' }, [none])).toBeNull()
    expect(unitQuestion(none, [none, { ...none, value: 5 }])).toBeNull()
    const platelets = { test: 'platelets', value: 200, unit: '10^9/L' } as const
    expect(unitQuestion({ ...platelets, value: 20 }, [platelets])).toBeNull()
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

it('every unit is listed once, and a ratio is reported in none that anybody writes', () => {
  expect(new Set(labUnits).size).toBe(labUnits.length)
  expect(new Set(tests.flatMap(unitsOfTest))).toEqual(new Set(labUnits))
  expect(unitsOfTest('inr')).toEqual(['ratio'])
})
