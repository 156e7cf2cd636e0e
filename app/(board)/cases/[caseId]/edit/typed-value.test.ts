import { describe, expect, test } from 'vitest'
import { amount, day, levels, moment, note, type QuantityField, quantity, text } from '@/lib/cases/field'
import { type LabTestId, unitsOfTest } from '@/lib/clinical/laboratory'
import { readLevels } from '@/lib/clinical/read-levels'
import { boardTimeAt } from '@/lib/foundation/moment'
import { readTyped, typedFrom } from './typed-value'

const time = { ...boardTimeAt('2026-11-24T14:02:00Z', 'Europe/London'), bornOn: '1972-09-19' }
const power = amount('Power, left leg', '/ 5', [0, 5], { step: 1 })
const units = ['mg/L', 'mg/dL', '10^9/L', 'micromol/L', 'micrograms/h']
const result = quantity('Result', units, 10_000)
const resultOf = (test: LabTestId) => quantity('Result', unitsOfTest(test), 10_000_000)
const [creatinine, ldh, platelets, inr] = (['creatinine', 'ldh', 'platelets', 'inr'] as const).map(resultOf) as [
  QuantityField,
  QuantityField,
  QuantityField,
  QuantityField,
]
const known = (value: unknown) => ({
  state: 'known' as const,
  value,
  unit: null,
  refersOn: null,
  version: 1,
  by: 'E. Wyndlass',
  at: '2026-11-24T14:00:00Z',
})

describe('typed values', () => {
  test.each([
    [power, '4', { kind: 'value', value: 4, unit: '/ 5' }],
    [power, ' ', { kind: 'empty' }],
    [power, '6', { kind: 'problem', message: 'Power, left leg goes from 0 to 5.' }],
    [power, '4-5', { kind: 'problem', message: 'Write a number from 0 to 5.' }],
    [
      amount('Total dose', 'Gy', [0.1, 120]),
      '0',
      { kind: 'problem', message: 'Total dose goes from 0.1 to 120\u00a0Gy.' },
    ],
    [amount('Total dose', 'Gy', [0.1, 120]), '30,5', { kind: 'value', value: 30.5, unit: 'Gy' }],
    [amount('Total dose', 'Gy', [0.1, 120]), '20 gy', { kind: 'value', value: 20, unit: 'Gy' }],
    [
      amount('Total dose', 'Gy', [0.1, 120]),
      '2000 cGy',
      { kind: 'problem', message: 'Write a number from 0.1 to 120\u00a0Gy.' },
    ],
    [day('Pain since'), '17/11/26', { kind: 'value', value: '2026-11-17', unit: null }],
    [day('Pain since'), '7/11/26', { kind: 'asked-back' }],
    [day('Pain since'), 'Nov-2026', { kind: 'value', value: '2026-11', unit: null }],
    [
      day('Pain since'),
      '25-Nov-2026',
      { kind: 'problem', message: '25-Nov-2026 is in the future. Check the year.', isOwn: true },
    ],
    [
      day('Examined on'),
      '22/11/1926',
      {
        kind: 'problem',
        message: '22-Nov-1926 lies before the patient was born, 19-Sep-1972. Check the year.',
      },
    ],
    [day('Examined on'), '1972', { kind: 'value', value: '1972', unit: null }],
    [
      moment('Last dose'),
      '18-Sep-1972 08:00',
      { kind: 'problem', message: '18-Sep-1972 lies before the patient was born, 19-Sep-1972. Check the year.' },
    ],
    [day('Pain since'), '11/25/2025', { kind: 'asked-back' }],
    [moment('Last dose'), 'yesterday 20:00', { kind: 'value', value: '2026-11-23T20:00+00:00', unit: null }],
    [moment('Last dose'), '7/11/26 20:00', { kind: 'asked-back' }],
    [
      moment('Last dose'),
      'today 15:00',
      { kind: 'problem', message: '24-Nov-2026 15:00 is in the future. Check day and time.', isOwn: true },
    ],
    [text('Drug'), 'عمر 💊', { kind: 'value', value: 'عمر 💊', unit: null }],
    [levels('Levels'), 't6-t8 l2', { kind: 'value', value: ['T6', 'T7', 'T8', 'L2'], unit: null }],
    [levels('Levels'), 'T13', { kind: 'problem', message: 'Name levels from C0 to S5, for example T6 T7.' }],
    [result, '12 mg/L', { kind: 'value', value: 12, unit: 'mg/L' }],
    [result, '1,2mg/dl', { kind: 'value', value: 1.2, unit: 'mg/dL' }],
    [result, '268 x10⁹/L', { kind: 'value', value: 268, unit: '10^9/L' }],
    [result, '24 µmol/L', { kind: 'value', value: 24, unit: 'micromol/L' }],
    [result, '75 mcg/h', { kind: 'value', value: 75, unit: 'micrograms/h' }],
    [result, '12', { kind: 'problem', message: `Write the unit too: ${units.join(', ')}.` }],
    [
      result,
      '12 mg',
      {
        kind: 'problem',
        message: `A value in mg cannot be converted here, and the number is not taken as another unit. Write it as reported in ${units.join(', ')}.`,
      },
    ],
    [creatinine, '1.1 mg/dL', { kind: 'problem', message: expect.stringMatching(/in mg\/dL cannot be converted/) }],
    [ldh, '240 U/L', { kind: 'value', value: 240, unit: 'IU/L' }],
    [
      ldh,
      '240 nkat/L',
      { kind: 'problem', message: expect.stringMatching(/in nkat\/L cannot be converted.+in IU\/L\.$/) },
    ],
    [platelets, '268000 /µL', { kind: 'value', value: 268_000, unit: 'per microlitre' }],
    [platelets, '268000/uL', { kind: 'value', value: 268_000, unit: 'per microlitre' }],
    [platelets, '268 ×10³/µL', { kind: 'value', value: 268, unit: '10^9/L' }],
    [inr, '1.2', { kind: 'value', value: 1.2, unit: 'ratio' }],
    [inr, '1.2 ratio', { kind: 'value', value: 1.2, unit: 'ratio' }],
    [result, 'mg/L', { kind: 'problem', message: 'Write a number with its unit, for example 12 mg/L.' }],
  ])('%o read from %j', (field, typed, expected) => expect(readTyped(field, typed, time)).toEqual(expected))

  test('a text that is too long says so and is still there to shorten', () => {
    const reading = readTyped(note('Report'), 'x'.repeat(100_000), time)
    expect(reading).toMatchObject({ kind: 'problem', message: expect.stringContaining('100,000 characters') })
  })

  test.each([
    ['T6–T8, L2', ['T6', 'T7', 'T8', 'L2']],
    ['T8 to T6', ['T6', 'T7', 'T8']],
    ['L2;T6,T6', ['T6', 'L2']],
    ['T6-', null],
    ['neck', null],
  ])('levels %j', (typed, expected) => expect(readLevels(typed)).toEqual(expected))

  test('come back as they would be typed', () => {
    expect(typedFrom(day('Pain since'), known('2026-11-07'), 'Europe/London')).toBe('07-Nov-2026')
    expect(typedFrom(levels('Levels'), known(['T6', 'T7', 'L2']), 'Europe/London')).toBe('T6–T7, L2')
    expect(typedFrom(power, known(4), 'Europe/London')).toBe('4')
    expect(typedFrom(power, { ...known(null), state: 'pending' }, 'Europe/London')).toBe('')
    expect(typedFrom(inr, { ...known(1.2), unit: 'ratio' }, 'Europe/London')).toBe('1.2')
    const twice = known('2026-10-25T01:30+01:00')
    expect(typedFrom(moment('Last dose'), twice, 'Europe/London')).toBe('25-Oct-2026 01:30 UTC+01:00')
    expect(typedFrom(power, undefined, 'Europe/London')).toBe('')
  })
})

describe('a laboratory result beyond what can be measured', () => {
  const crp = quantity('Result', unitsOfTest('crp'), 10_000_000, { mayBeBeyond: true })
  test.each([
    ['< 5 mg/L', '<5'],
    ['<5mg/l', '<5'],
    ['>= 0.5 mg/L', '≥0.5'],
    ['≤ 4 mg/L', '≤4'],
    ['> 200 mg/L', '>200'],
    ['below 5 mg/L', '<5'],
    ['Less than 5 mg/L', '<5'],
    ['at least 0.5 mg/L', '≥0.5'],
  ])('%s is kept with its sign', (typed, value) => {
    expect(readTyped(crp, typed, time)).toEqual({ kind: 'value', value, unit: 'mg/L' })
    // A bare sign is misread (DESIGN D8), so the input says it in words.
    const again = typedFrom(crp, { ...known(value), unit: 'mg/L' }, 'Europe/London')
    expect(again).not.toMatch(/[<>≤≥]/)
    expect(readTyped(crp, again, time)).toEqual({ kind: 'value', value, unit: 'mg/L' })
  })

  test.each(['< mg/L', '<< 5 mg/L', '< 5', '< 0 mg/L', '<-5 mg/L', 'about 5 mg/L', '< 5 g/L'])(
    '%s says what is wrong',
    (typed) => {
      expect(readTyped(crp, typed, time)).toMatchObject({ kind: 'problem' })
    },
  )

  test('is none for a dose', () => {
    expect(readTyped(result, '< 5 mg/L', time)).toMatchObject({ kind: 'problem' })
  })
})
