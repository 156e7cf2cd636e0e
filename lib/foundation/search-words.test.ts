import { describe, expect, it } from 'vitest'
import { matchesWords } from './search-words'

describe('words that are searched for', () => {
  const texts = ['Łukasiewicz', 'José', '943 476 5919', null, '2026-0147', 'NB-44/71 ab']

  it.each([
    'jose',
    'ŁUKAS',
    'lukasiewicz',
    'wicz, josé',
    '9434765919',
    '943-476-5919',
    '943 476',
    '2026-0147',
    '20260147',
    'nb4471AB',
    '',
  ])('%j is found', (typed) => {
    expect(matchesWords(texts, typed)).toBe(true)
  })

  it.each([
    ['O’Brien', 'obrien'],
    ['Weiß', 'weiss'],
    ['Weiß', 'WEIẞ'],
    ['Işık', 'isik'],
    ['İnci', 'inci'],
    ['Ångström', 'angstrom'],
    ['Nguyễn', 'nguyen'],
    ['سَلمى', 'سلمى'],
    ['💙', '💙'],
  ])('%j is found by %j', (name, typed) => {
    expect(matchesWords([name], typed)).toBe(true)
  })

  it.each(['maria', '2026-0148', 'jose maria', 'null', '59191'])('%j is not found', (typed) => {
    expect(matchesWords(texts, typed)).toBe(false)
  })

  it('does not find words across two texts', () => {
    expect(matchesWords(['Ardenwick', 'Maren'], 'wickmar')).toBe(false)
  })
})
