import { expect, test } from 'vitest'
import { instruments } from '@/lib/clinical/instruments/instruments'
import { sins } from '@/lib/clinical/instruments/sins'
import { edgeRulesOf } from './edge-rules-of'

test('stops and remarks of the score and of its context are listed', () => {
  const rules = edgeRulesOf(sins)
  expect(rules).toContainEqual({
    when: 'Location: coccyx',
    stop: 'not-applicable',
    words: 'The coccyx is not part of the score.',
  })
  const operated = rules.filter(({ when }) => when.startsWith('Fixed or decompressed here before'))
  expect(operated.map(({ stop }) => stop)).toEqual(['ask', null])
  expect(operated[0]?.words).toMatch(/Lifted by: Score the operated level all the same\.$/)
})

test.each(instruments)('$title lists no rule twice', (instrument) => {
  const rules = edgeRulesOf(instrument).map(({ when, words }) => `${when} ${words}`)
  expect(new Set(rules).size).toBe(rules.length)
})
