import { expect, test } from 'vitest'
import { readAny } from '@/lib/clinical/instrument'
import { caseMaker, readOfEveryCase, repeatable } from './engine-cases'

const kindsOf = (gaps: number, seed = 7) => {
  const make = caseMaker(repeatable(seed), gaps)
  return Array.from({ length: 50 }, make).flatMap((one) =>
    readOfEveryCase.map((instrument, at) => readAny(instrument, one[at] ?? {}).kind),
  )
}

test('every instrument reads a synthetic case to its end, and one with gaps says what is missing', () => {
  expect(new Set(kindsOf(0))).toEqual(new Set(['complete']))
  expect(new Set(kindsOf(1))).toEqual(new Set(['incomplete']))
  expect(new Set(kindsOf(0.1))).toEqual(new Set(['complete', 'incomplete']))
})

test('SINS, NOMS and the prognostic scores are read, and the cases are the same in every run', () => {
  const ids = readOfEveryCase.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['sins', 'noms', 'tokuhashi-revised', 'katagiri', 'tomita', 'rades-2013']))
  expect(kindsOf(0.3)).toEqual(kindsOf(0.3))
  expect(caseMaker(repeatable(1), 0)()).toEqual(caseMaker(repeatable(1), 0)())
  expect(caseMaker(repeatable(1), 0)()).not.toEqual(caseMaker(repeatable(2), 0)())
})
