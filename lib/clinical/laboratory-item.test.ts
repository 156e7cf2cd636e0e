import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersSchema } from './answers'
import { read } from './instrument'
import { katagiri } from './instruments/katagiri'
import { katagiriLaboratory, laboratoryAnswer } from './instruments/katagiri-laboratory'
import { nesms } from './instruments/nesms'
import { convertLab, type LabTestId } from './laboratory'
import { AnswerRefused, limitsIn, unitsOfMeasured } from './resolve'

const tests = Object.entries(katagiriLaboratory.items).map(([test, { measured }]) => ({ test, measured }))

describe('laboratory items', () => {
  it.each(tests)('$test gives the same class in every unit of the test', ({ test, measured }) => {
    if (!measured) throw new Error('A laboratory item takes a number.')
    const { min, max, unit, read: classOf } = measured
    const others = unitsOfMeasured(measured).filter((other) => other !== unit)
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (value) => {
        for (const other of others) {
          const there = convertLab(test as LabTestId, value, unit, other) ?? Number.NaN
          const back = there * (limitsIn(measured, other)?.is ?? Number.NaN)
          expect(back).toBeCloseTo(value, 8)
          // Within a hair of a limit the two may fall apart by the rounding of the machine alone.
          if (classOf(value * (1 + 1e-9)).ids[0] === classOf(value * (1 - 1e-9)).ids[0])
            expect(classOf(back)).toEqual(classOf(value))
        }
      }),
    )
  })

  it.each([
    ['platelets', 99.999, 100, '10^9/L', 'critical', 'other'],
    ['calcium', 10.3, 10.29, 'mg/dL', 'critical', 'other'],
    ['bilirubin', 1.4, 1.39, 'mg/dL', 'critical', 'other'],
    ['crp', 0.4, 0.39, 'mg/dL', 'abnormal', 'other'],
    ['ldh', 250, 249, 'IU/L', 'abnormal', 'other'],
    ['albumin', 3.69, 3.7, 'g/dL', 'abnormal', 'other'],
  ] as const)(
    '%s of the new Katagiri score: %d is beyond the limit, %d is not (%s)',
    (test, beyond, within, _unit, ...classes) => {
      const { measured } = katagiriLaboratory.items[test]
      expect([beyond, within].map((value) => measured?.read(value).ids)).toEqual(classes.map((one) => [one]))
    },
  )

  it('refuses a number in the unit that differs tenfold, with what fits', () => {
    const albumin = (measured: number, unit: string) => read(nesms, { albumin: { measured, unit } })
    expect(() => albumin(35, 'g/dL')).toThrow('albumin: give a number from 1 to 7 g/dL.')
    expect(() => albumin(3.5, 'g/L')).toThrow('albumin: give a number from 10 to 70 g/L.')
    expect(() => albumin(35, 'mg/L')).toThrow('albumin: give the unit g/dL or g/L.')
    expect(albumin(35, 'g/L').lines.find(({ item }) => item === 'albumin')).toMatchObject({ points: 1 })
    expect(albumin(34.9, 'g/L').lines.find(({ item }) => item === 'albumin')).toMatchObject({ points: 0 })
  })

  it('says the same in the schema of a form', () => {
    const problems = (albumin: unknown) =>
      answersSchema(nesms)
        .safeParse({ albumin })
        .error?.issues.map(({ message }) => message) ?? []
    expect(problems({ measured: 35, unit: 'g/L' })).toEqual([])
    expect(problems({ measured: 35, unit: 'g/dL' })).toEqual(['Give a number from 1 to 7 g/dL.'])
    expect(problems({ measured: 3.5, unit: 'g/L' })).toEqual(['Give a number from 10 to 70 g/L.'])
    expect(problems({ measured: 3.5 })).toEqual(['Give the unit g/dL or g/L.'])
  })

  it('keeps every tier that is still possible on the way into the score', () => {
    const crp = { crp: { measured: 12, unit: 'mg/L' } } as const
    expect(laboratoryAnswer(read(katagiriLaboratory, crp))).toEqual({ oneOf: ['abnormal', 'critical'] })
    const platelets = { platelets: { measured: 80, unit: '10^9/L' } } as const
    expect(laboratoryAnswer(read(katagiriLaboratory, platelets))).toBe('critical')
    const whole = { primary: 'slow', visceral: 'none', ecog: 1, chemotherapy: 'no', skeletal: 'solitary' } as const
    const laboratory = laboratoryAnswer(read(katagiriLaboratory, crp))
    expect(read(katagiri, { ...whole, laboratory })).toMatchObject({ kind: 'incomplete', between: [1, 2] })
  })

  it('takes no number for a test that is not one of its items', () => {
    expect(() => read(nesms, { bauer: { oneOf: [5] } })).toThrow(AnswerRefused)
  })
})
