import { describe, expect, test } from 'vitest'
import {
  type DraftStep,
  dayOf,
  drawnSequence,
  emptyStep,
  namedSequence,
  noSequence,
  sequenceInput,
  sequenceProblems,
  stepDays,
  stepTitle,
} from './sequence'

const step = (change: Partial<DraftStep>): DraftStep => ({ ...emptyStep(), ...change })
const operation = step({ kind: 'operation', words: 'T7', earliest: '0', latest: '0' })
const radiotherapy = step({ kind: 'radiotherapy', earliest: '14', latest: '21' })
const whole = { start: 'the day of the operation', steps: [operation, radiotherapy] }
const paths = (sequence: typeof whole) => sequenceProblems(sequence).map(({ path }) => path)

describe('a day of a step', () => {
  test.each([
    ['', null],
    ['0', 0],
    ['-0', 0],
    ['14', 14],
    ['−3', -3],
    ['-365', -365],
    ['730', 730],
    ['731', undefined],
    ['-366', undefined],
    ['1.5', undefined],
    ['two', undefined],
    ['1e2', undefined],
  ])('%j is %j: nothing said is no day 0', (typed, day) => {
    expect(dayOf(typed)).toBe(day)
  })

  test('is said as a range, from, by, or not at all', () => {
    expect(stepDays({ earliest: -3, latest: 0 })).toBe('day −3 to day 0')
    expect(stepDays({ earliest: 0, latest: 0 })).toBe('day 0')
    expect(stepDays({ earliest: 14, latest: null })).toBe('from day 14')
    expect(stepDays({ earliest: null, latest: 21 })).toBe('by day 21')
    expect(stepDays({ earliest: null, latest: null })).toBe('no day said')
  })
})

describe('the order of the treatments', () => {
  test('is not asked for, and one that is begun is whole', () => {
    expect(sequenceProblems(noSequence())).toEqual([])
    expect(paths(whole)).toEqual([])
    expect(paths({ ...whole, start: '' })).toEqual(['sequence.start'])
    expect(paths({ start: '', steps: [step({ kind: 'steroid' })] })).toEqual([])
    expect(paths({ ...whole, steps: [step({ earliest: 'soon', latest: '999' })] })).toEqual([
      ...['sequence.steps.0.kind', 'sequence.steps.0.earliest', 'sequence.steps.0.latest'],
    ])
    expect(paths({ ...whole, steps: [step({ kind: 'other' })] })).toEqual(['sequence.steps.0.words'])
    const backwards = { ...whole, steps: [step({ kind: 'healing', earliest: '14', latest: '3' })] }
    expect(sequenceProblems(backwards)).toEqual([
      { path: 'sequence.steps.0.latest', message: 'The latest day is before the earliest.' },
    ])
  })

  test('keeps what is typed and is no day yet, within bounds', () => {
    expect(sequenceInput.parse({ steps: [{ earliest: 'after MRI' }] }).steps[0]?.earliest).toBe('after MRI')
    expect(sequenceInput.safeParse({ steps: Array(21).fill({}) }).success).toBe(false)
  })

  test('is told in its order, other steps in their own words', () => {
    const named = namedSequence({ ...whole, steps: [...whole.steps, step({ kind: 'other', words: 'PET-CT' })] })
    expect(named?.steps.map((one) => `${stepTitle(one)}, ${stepDays(one)}`)).toEqual([
      ...['Operation: T7, day 0', 'Radiotherapy, day 14 to day 21', 'PET-CT, no day said'],
    ])
    expect(namedSequence({ start: 'today', steps: [emptyStep()] })).toBeNull()
  })

  test('is drawn over the days from the first to the last, day 0 among them; a step without a day has no bar', () => {
    const named = namedSequence({
      ...whole,
      steps: [...whole.steps, step({ kind: 'systemic', earliest: '10' }), step({ kind: 'steroid' })],
    })
    const drawn = named && drawnSequence(named)
    const day = 100 / 22
    expect(drawn?.zero).toBe(0)
    expect(drawn?.bars).toEqual([
      { left: 0, width: expect.closeTo(day), opens: null },
      { left: expect.closeTo(14 * day), width: expect.closeTo(8 * day), opens: null },
      { left: expect.closeTo(10 * day), width: expect.closeTo(12 * day), opens: 'right' },
      null,
    ])
    const undated = namedSequence({ start: '', steps: [step({ kind: 'steroid' })] })
    expect(undated && drawnSequence(undated)).toBeNull()
  })
})
