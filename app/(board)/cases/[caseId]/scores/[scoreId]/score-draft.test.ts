import { describe, expect, test } from 'vitest'
import { type AskedItem, changesOf, countingAnswers, shownAnswers, sourcesOf } from './score-draft'

const asked = (item: string, more: Partial<AskedItem> = {}): AskedItem => ({
  ...{ item, field: `mizumoto-1-${item}`, label: item, isAsked: true, differs: false, version: 0 },
  ...more,
})
const byCase = { answer: 2, words: '2', source: '24-Nov-2026, P. Lindvaer' }
const given = { answer: 3, source: '27-Nov-2026, E. Wyndlass' }
const items = [
  asked('tumour'),
  asked('ecog', { byCase }),
  asked('visceral', {
    byCase: { ...byCase, answer: 'none', words: 'None' },
    given: { ...given, answer: 'present' },
    version: 2,
    differs: true,
  }),
]
const on = '2026-11-29'

describe('The answers of a score on its page', () => {
  test('begin with those of the case, one given here before it', () => {
    expect(shownAnswers(items, {})).toEqual({ ecog: 2, visceral: 'present' })
    expect(countingAnswers(items, {})).toEqual({ ecog: 2, visceral: 'present' })
  })

  test('what is taken away shows nothing, and the case counts again', () => {
    expect(shownAnswers(items, { visceral: null, ecog: null })).toEqual({})
    expect(countingAnswers(items, { visceral: null, ecog: null })).toEqual({ ecog: 2, visceral: 'none' })
  })
})

describe('What saving records', () => {
  test('only what was answered, with the day and the version that was seen', () => {
    expect(changesOf(items, { tumour: 'favourable', visceral: 'none' }, on)).toEqual([
      { field: 'mizumoto-1-tumour', base: 0, fact: { state: 'known', value: 'favourable', refersOn: on } },
      { field: 'mizumoto-1-visceral', base: 2, fact: { state: 'known', value: 'none', refersOn: on } },
    ])
  })

  test('nothing where the answer is the case’s own, or stands here already', () => {
    expect(changesOf(items, { ecog: 2, visceral: 'present' }, on)).toEqual([])
  })

  test('an answer set differently from the case', () => {
    expect(changesOf(items, { ecog: 4 }, on)).toMatchObject([{ fact: { value: 4 } }])
  })

  test('takes back only what stood here', () => {
    expect(changesOf(items, { tumour: null, ecog: null, visceral: null }, on)).toEqual([
      { field: 'mizumoto-1-visceral', base: 2, fact: { state: 'withdrawn' } },
    ])
  })
})

describe('Under each question', () => {
  test('stands where its answer comes from, and that the case says otherwise', () => {
    expect(sourcesOf(items, {})).toEqual({
      ecog: 'From the case: 24-Nov-2026, P. Lindvaer.',
      visceral:
        'Answered here: 27-Nov-2026, E. Wyndlass. The case now says otherwise: None (24-Nov-2026, P. Lindvaer).',
    })
  })

  test('an answer that follows from the birth date has no source of its own', () => {
    const age = asked('age', { byCase: { answer: 'under71', words: '70 years or younger', source: null } })
    expect(sourcesOf([age], {})).toEqual({ age: 'From the case.' })
    expect(sourcesOf([age], { age: 'over70' })).toEqual({ age: 'Not saved yet. The case says: 70 years or younger.' })
  })

  test('what is not saved says so beside what the case says', () => {
    expect(sourcesOf(items, { tumour: 'favourable', ecog: 4, visceral: null })).toEqual({
      tumour: 'Not saved yet.',
      ecog: 'Not saved yet. The case says: 2 (24-Nov-2026, P. Lindvaer).',
      visceral: 'Without an answer here that of the case counts: None (24-Nov-2026, P. Lindvaer).',
    })
  })
})
