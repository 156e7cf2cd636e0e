import { describe, expect, test } from 'vitest'
import { readAny } from '@/lib/clinical/instrument'
import { findInstrument } from '@/lib/clinical/instruments/instruments'
import { meaningWords, possibleWords, resultWords } from './score-words'

const read = (id: string, answers: object) => {
  const instrument = findInstrument(id)
  if (!instrument) throw new Error(id)
  return readAny(instrument, answers as Record<string, unknown>)
}
const complete = (id: string, answers: object) => {
  const reading = read(id, answers)
  if (reading.kind !== 'complete') throw new Error('Not complete')
  return reading
}
const incomplete = (id: string, answers: object) => {
  const reading = read(id, answers)
  if (reading.kind !== 'incomplete') throw new Error('Not incomplete')
  return reading
}

describe('A complete reading in one line', () => {
  test.each([
    ['pain-nrs', { worst: 7 }, 'Severe, 7–10', ''],
    ['genant', { height: '3' }, '3: Over 40 %', ''],
    ['lei-2016', { total: 4 }, '3–5: 56.5 % alive at 6 months', 'Walking after surgery 73.3 %.'],
  ])('%s', (id, answers, words, meaning) => {
    expect([resultWords(complete(id, answers)), meaningWords(complete(id, answers))]).toEqual([words, meaning])
  })

  test('a total with its most and its band, and what the source says of it', () => {
    const reading = complete('fracture-after-sbrt', { dose: 'low', fracture: 'no', lytic: 'lytic', deformity: 'none' })
    expect(resultWords(reading)).toBe('1 / 4, Risk factors')
    expect(meaningWords(reading)).toContain('A count, no probability.')
  })
})

describe('An incomplete reading', () => {
  test('of which nothing is known leaves no list of everything', () => {
    expect(possibleWords(incomplete('lei-2016', {}))).toBe('')
  })

  test('says the range or the grades that are possible', () => {
    expect(possibleWords(incomplete('genant', { height: { oneOf: ['1', '3'] } }))).toBe('possible: 1, 3')
    expect(possibleWords(incomplete('fracture-after-sbrt', { fracture: 'yes' }))).toBe('possible range 1–4 / 4')
  })
})
