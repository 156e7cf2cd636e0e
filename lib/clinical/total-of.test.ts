import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAny, type SumInstrument, totalOf } from './instrument'
import { declaredInstruments } from './instruments/instruments'
import { nesms } from './instruments/nesms'
import { sins } from './instruments/sins'
import { allowedAnswers } from './item'
import { AnswerRefused } from './resolve'

const sums = declaredInstruments.flatMap((one) =>
  one.form === 'sum' ? [[one.title, one as SumInstrument] as const] : [],
)

const stable = {
  location: 'S3',
  pain: 'none',
  lesion: 'blastic',
  alignment: 'normal',
  collapse: 'none',
  posterolateral: 'none',
}

describe('a total without its explanation', () => {
  it.each(sums)('%s: is the total of the reading, and null where that is not complete', (_title, instrument) => {
    const items = { ...instrument.items, ...instrument.context }
    const answers = fc.record(
      Object.fromEntries(
        Object.entries(items).map(([key, item]) => [
          key,
          fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom<unknown>(...allowedAnswers(item)) },
            { weight: 1, arbitrary: fc.constantFrom(...allowedAnswers(item)).map((one) => ({ oneOf: [one] })) },
          ),
        ]),
      ),
      { requiredKeys: Object.keys(instrument.items) },
    )
    fc.assert(
      fc.property(answers, (given) => {
        const reading = readAny(instrument, given)
        expect(totalOf(instrument, given)).toBe(
          reading.kind === 'complete' && 'total' in reading ? reading.total : null,
        )
      }),
      { numRuns: 30 },
    )
  })

  it('is at most the ceiling', () => {
    expect(totalOf(nesms, { bauer: 4, walking: 'intact', albumin: 'normal' })).toBe(3)
  })

  it('is none while an answer is missing, or while one stops the reading', () => {
    expect(totalOf(sins, stable)).toBe(0)
    expect(totalOf(sins, { ...stable, pain: undefined })).toBeNull()
    expect(totalOf(sins, { ...stable, operated: 'yes' })).toBeNull()
    expect(totalOf(sins, { ...stable, operated: 'yes', scoreOperated: 'yes' })).toBe(0)
    expect(totalOf(sins, { ...stable, location: 'coccyx' })).toBeNull()
  })

  it('refuses what a reading refuses', () => {
    expect(() => totalOf(sins, { ...stable, pain: 'severe' })).toThrow(AnswerRefused)
    expect(() => totalOf(sins, { ...stable, pian: 'none' })).toThrow(AnswerRefused)
  })
})
