import { expect, test } from 'vitest'
import { abbreviations, abbreviationsIn } from './abbreviations'

test('D10 the abbreviations of a text are found as words of their own', () => {
  const shorts = (text: string) => abbreviationsIn(text).map(({ short }) => short)
  expect(shorts('SINS 14, EQD2 62 Gy, ECOG 2 (KPS 60)')).toEqual(['ECOG', 'EQD2', 'KPS', 'SINS'])
  expect(shorts('ACTIVE MRIs, sins of omission')).toEqual([])
})

test('D10 the legend is in alphabetical order, each abbreviation once and in words', () => {
  const shorts = abbreviations.map(({ short }) => short)
  expect(shorts).toEqual([...new Set(shorts)].sort())
  for (const { words } of abbreviations) expect(words).toMatch(/[a-z]{4}/)
})
