import { describe, expect, test } from 'vitest'
import { choose, count, level, ranked, yesNo } from './item'
import { AnswerRefused, describeAllowed, readyItem, resolve } from './resolve'

const why = { id: 'not_placed', text: 'The source does not place it.' }
const grade = choose(
  'Grade',
  {
    A: [0, 'None'],
    C: [1, 'Some'],
    D: [2, 'Most'],
    dead: [null, 'Dead', { stop: { kind: 'not-applicable', why: 'Dead.' } }],
  },
  { also: { D2: { label: 'D2, C or D', oneOf: ['C', 'D'], caveat: why }, normal: 'A' } },
)
const dose = choose(
  'Dose',
  { low: [0, 'Low'], high: [2, 'High'] },
  {
    measured: {
      unit: 'mg',
      otherUnits: [{ unit: 'g', is: 1000 }],
      min: 1,
      max: 5000,
      read: (value) =>
        value === 100
          ? { ids: ['low', 'high'] }
          : { ids: [value < 100 ? 'low' : 'high'], ...(value === 99 && { ask: 'Which?' }) },
    },
  },
)
const bones = count('Bones', { noun: ['vertebra', 'vertebrae'] }, [
  ['few', 0, 2, 0, 'Few'],
  ['many', 3, 30, 2, 'Many'],
])
const scale = count('Scale', { step: 0.5 }, [['all', 0, 5, null, 'Any']])

const of = (item: Parameters<typeof readyItem>[1], answer: unknown) => resolve(readyItem('it', item, true), answer)
const finding = (item: Parameters<typeof readyItem>[1], answer: unknown) => of(item, answer).line.finding
const refusal = (item: Parameters<typeof readyItem>[1], answer: unknown): string => {
  try {
    of(item, answer)
  } catch (error) {
    if (error instanceof AnswerRefused) return error.message
    throw error
  }
  throw new Error('Not refused')
}

describe('what an answer stands for', () => {
  test('a plain answer is told by its label, another spelling with what was written', () => {
    expect(of(grade, 'A')).toMatchObject({ state: 'known', adds: [0, 0], isPlain: true, line: { finding: 'None' } })
    expect(finding(grade, 'normal')).toBe('normal: None')
  })

  test('an answer that the source does not place leaves every one of its values possible, with the remark why', () => {
    const open = of(grade, 'D2')
    expect(open.cells.map(({ id }) => id)).toEqual(['C', 'D'])
    expect(open).toMatchObject({ state: 'partly', adds: [1, 2], caveat: why, line: { finding: 'D2, C or D' } })
  })

  test('a missing answer leaves open what does not end the reading, and is plain', () => {
    const missing = of(grade, undefined)
    expect(missing.cells.map(({ id }) => id)).toEqual(['A', 'C', 'D'])
    expect(missing).toMatchObject({
      state: 'missing',
      adds: [0, 2],
      isPlain: true,
      line: { finding: null, points: null },
    })
  })

  test('what stops, remarks, asks, or came about in another way is not plain', () => {
    const asks = yesNo('Trauma', { stop: { kind: 'ask', why: 'Settle it.' } })
    const remarks = yesNo('Trauma', { caveat: why })
    expect(of(asks, 'yes').isPlain).toBe(false)
    expect(of(asks, 'no').isPlain).toBe(true)
    expect(of(remarks, 'yes').isPlain).toBe(false)
    expect(of(remarks, { oneOf: ['yes', 'no'] }).isPlain).toBe(false)
    expect(of(grade, 'D2').isPlain).toBe(false)
    expect(of(dose, { measured: 99, unit: 'mg' })).toMatchObject({ ask: 'Which?', isPlain: false })
    expect(of(dose, { measured: 98, unit: 'mg' }).isPlain).toBe(true)
    expect(of(grade, { value: 'A', marks: ['converted'] }).isPlain).toBe(false)
    expect(of(grade, { value: 'A', marks: [], from: 'me' })).toMatchObject({ isPlain: true, line: { from: 'me' } })
  })

  test('a level outside the list ends the reading, one of the list falls into its class', () => {
    const place = level(
      'Level',
      { neck: [1, 'Neck'], other: [2, 'Elsewhere'] },
      (at) => (at.startsWith('C') ? 'neck' : 'other'),
      {
        elsewhere: { rib: { kind: 'not-applicable', why: 'No vertebra.' } },
      },
    )
    expect(finding(place, 'C4')).toBe('C4: Neck')
    expect(of(place, 'rib')).toMatchObject({ isPlain: false, cells: [{ stop: { why: 'No vertebra.' } }] })
    expect(describeAllowed(place)).toBe('C0 to S5, rib')
  })
})

describe('numbers in words', () => {
  test('one is told in the singular, all others in the plural, a scale without a noun', () => {
    expect(finding(bones, 1)).toBe('1 vertebra')
    expect(finding(bones, 2)).toBe('2 vertebrae')
    expect(finding(scale, 1)).toBe('1')
  })

  test('three numbers without a gap are a run, in the steps of the item; fewer or with a gap they are told one by one', () => {
    expect(finding(bones, { oneOf: [4, 5, 6] })).toBe('4 to 6 vertebrae')
    expect(finding(bones, { oneOf: [6, 4, 5, 5] })).toBe('4 to 6 vertebrae')
    expect(finding(scale, { oneOf: [1, 1.5, 2] })).toBe('1 to 2')
    expect(finding(scale, { oneOf: [1, 2, 3] })).toBe('1 or 2 or 3')
    expect(finding(bones, { oneOf: [4, 5] })).toBe('4 vertebrae or 5 vertebrae')
    expect(finding(grade, { oneOf: ['A', 'C', 'D'] })).toBe('None or Some or Most')
  })

  test('answers that say the same are told once', () => {
    expect(finding(grade, { oneOf: ['A', 'A', 'C'] })).toBe('None or Some')
  })
})

describe('measurements', () => {
  test('one that falls into a single value is known, one between two is open', () => {
    expect(of(dose, { measured: 0.2, unit: 'g' })).toMatchObject({ state: 'known', line: { finding: '0.2 g: High' } })
    expect(of(dose, { measured: 100, unit: 'mg' })).toMatchObject({
      state: 'partly',
      line: { finding: '100 mg: Low or High' },
    })
  })

  test('a number past a limit, one as text and one without its unit are refused, with what is taken', () => {
    expect(of(dose, { measured: 1, unit: 'mg' }).state).toBe('known')
    expect(of(dose, { measured: 5, unit: 'g' }).state).toBe('known')
    expect(refusal(dose, { measured: 0.9, unit: 'mg' })).toBe('it: give a number from 1 to 5000 mg.')
    expect(refusal(dose, { measured: 5.1, unit: 'g' })).toBe('it: give a number from 0.001 to 5 g.')
    expect(refusal(dose, { measured: '200', unit: 'mg' })).toBe('it: give a number from 1 to 5000 mg.')
    expect(refusal(dose, { measured: 200 })).toBe('it: give the unit mg or g.')
    expect(refusal(grade, { measured: 200, unit: 'mg' })).toBe('it: takes no measured value.')
  })
})

describe('refusals', () => {
  test('name what is taken and never repeat the answer', () => {
    expect(refusal(yesNo('Pain'), 'perhaps')).toBe('it: not one of yes, no.')
    expect(refusal(yesNo('Pain'), { perhaps: true })).toBe('it: not one of yes, no.')
    expect(refusal(yesNo('Pain'), { oneOf: [] })).toBe('it: oneOf needs at least one answer.')
    expect(refusal(yesNo('Pain'), { oneOf: 'yes' })).toBe('it: oneOf needs at least one answer.')
    expect(refusal(yesNo('Pain'), { value: 'yes', marks: ['guessed'] })).toMatch(/^it: marks are converted, /)
  })

  test('twelve allowed numbers are listed, more are told by their ends and steps; names are always listed', () => {
    expect(describeAllowed(count('Few', {}, [['all', 1, 12, null, 'Any']]))).toBe(
      '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12',
    )
    expect(describeAllowed(scale)).toMatch(/^0, 0.5, 1, .*, 5$/)
    expect(describeAllowed(bones)).toBe('0 to 30 in steps of 1')
    const many = ranked(
      'Many',
      Array.from({ length: 14 }, (_, place) => [`g${place}`, 'Grade'] as const),
    )
    expect(describeAllowed(many)).toMatch(/^g0, g1, .*, g13$/)
  })
})
