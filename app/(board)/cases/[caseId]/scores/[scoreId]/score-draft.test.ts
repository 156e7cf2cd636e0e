import { describe, expect, test } from 'vitest'
import { findInstrument } from '@/lib/clinical/instruments/instruments'
import {
  type AskedItem,
  answered,
  changesOf,
  readDraft,
  rebased,
  type ScoreDraft,
  shownAnswers,
  sourcesOf,
  unreadIn,
  withoutSaved,
} from './score-draft'

const asked = (item: string, more: Partial<AskedItem> = {}): AskedItem => ({
  ...{ item, field: `mizumoto-1-${item}`, label: item, isAsked: true, differs: false, version: 0 },
  ...more,
})
const byCase = { answer: 2, words: '2', source: '24-Nov-2026, P. Lindvaer' }
const given = { answer: 3, words: '3', source: '27-Nov-2026, E. Wyndlass' }
const items = [
  asked('tumour'),
  asked('ecog', { byCase }),
  asked('visceral', {
    byCase: { ...byCase, answer: 'none', words: 'None' },
    given: { ...given, answer: 'present', words: 'Present' },
    version: 2,
    differs: true,
  }),
]
const on = '2026-11-29'

/** What is answered on the page, over the versions that it shows. */
const drafted = (values: Record<string, unknown>): ScoreDraft =>
  Object.entries(values).reduce((draft, [item, value]) => answered(draft, items, item, value), {} as ScoreDraft)

const mizumoto = findInstrument('mizumoto', 1)
const counting = (draft: ScoreDraft) => {
  if (!mizumoto) throw new Error('No such score')
  const { lines } = readDraft(mizumoto, items, draft, false)
  return Object.fromEntries(lines.flatMap(({ item, answer }) => (answer === undefined ? [] : [[item, answer]])))
}

describe('The answers of a score on its page', () => {
  test('begin with those of the case, one given here before it', () => {
    expect(shownAnswers(items, {})).toEqual({ ecog: 2, visceral: 'present' })
    expect(counting({})).toEqual({ ecog: 2, visceral: 'present' })
  })

  test('what is taken away shows nothing, and the case counts again', () => {
    expect(shownAnswers(items, drafted({ visceral: null, ecog: null }))).toEqual({})
    expect(counting(drafted({ visceral: null, ecog: null }))).toEqual({ ecog: 2, visceral: 'none' })
  })
})

describe('What saving records', () => {
  test('only what was answered, with the day and the version that was seen', () => {
    expect(changesOf(items, drafted({ tumour: 'favourable', visceral: 'none' }), on)).toEqual([
      { field: 'mizumoto-1-tumour', base: 0, fact: { state: 'known', value: 'favourable', refersOn: on } },
      { field: 'mizumoto-1-visceral', base: 2, fact: { state: 'known', value: 'none', refersOn: on } },
    ])
  })

  test('nothing where the answer is the case’s own, or stands here already', () => {
    expect(changesOf(items, drafted({ ecog: 2, visceral: 'present' }), on)).toEqual([])
  })

  test('an answer set differently from the case', () => {
    expect(changesOf(items, drafted({ ecog: 4 }), on)).toMatchObject([{ fact: { value: 4 } }])
  })

  test('takes back only what stood here', () => {
    expect(changesOf(items, drafted({ tumour: null, ecog: null, visceral: null }), on)).toEqual([
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
    expect(sourcesOf([age], answered({}, [age], 'age', 'over70'))).toEqual({
      age: 'Not saved yet. The case says: 70 years or younger.',
    })
  })

  test('what is not saved says so beside what the case says', () => {
    expect(sourcesOf(items, drafted({ tumour: 'favourable', ecog: 4, visceral: null }))).toEqual({
      tumour: 'Not saved yet.',
      ecog: 'Not saved yet. The case says: 2 (24-Nov-2026, P. Lindvaer).',
      visceral:
        'Not saved yet. Saved here: Present (27-Nov-2026, E. Wyndlass). Without an answer here that of the case counts: None (24-Nov-2026, P. Lindvaer).',
    })
  })
})

describe('An answer of a colleague while one lies here unsaved', () => {
  const mine = drafted({ tumour: 'favourable' })
  const theirs = [asked('tumour', { given: { ...given, answer: 'unfavourable', words: 'Unfavourable' }, version: 1 })]

  test('is not overwritten: what is sent names the version that was seen', () => {
    expect(changesOf(theirs, mine, on)).toMatchObject([{ base: 0, fact: { value: 'favourable' } }])
    const again = answered(mine, theirs, 'tumour', null)
    expect(changesOf(theirs, again, on)).toMatchObject([{ base: 0, fact: { state: 'withdrawn' } }])
  })

  test('is told under its question', () => {
    expect(sourcesOf(theirs, mine).tumour).toBe(
      'Not saved yet. Answered here meanwhile: Unfavourable (27-Nov-2026, E. Wyndlass).',
    )
    expect(sourcesOf([asked('tumour', { version: 2 })], mine).tumour).toBe(
      'Not saved yet. The answer here was taken back meanwhile.',
    )
  })

  test('is replaced once it was told of', () => {
    const told = rebased(mine, theirs, { 'mizumoto-1-tumour': 1 })
    expect(changesOf(theirs, told, on)).toMatchObject([{ base: 1, fact: { value: 'favourable' } }])
    expect(sourcesOf(theirs, told).tumour).toContain('Saved here: Unfavourable')
  })

  test('the same answer leaves nothing to save', () => {
    const same = [asked('tumour', { given: { ...given, answer: 'favourable' }, version: 1 })]
    expect(changesOf(same, mine, on)).toEqual([])
    expect(sourcesOf(same, mine).tumour).toBe('Answered here: 27-Nov-2026, E. Wyndlass.')
  })
})

describe('A number that cannot be read', () => {
  const unread = answered({}, items, 'visceral', undefined, 'This is not a number.')

  test('keeps its problem with the draft, and is nothing that may be sent', () => {
    expect(unreadIn(items, JSON.parse(JSON.stringify(unread)))).toEqual([
      { path: 'mizumoto-1-visceral', message: 'This is not a number.' },
    ])
    expect(changesOf(items, unread, on)).toEqual([])
  })

  test('has none any more once it can', () => {
    expect(unreadIn(items, answered(unread, items, 'visceral', 'none'))).toEqual([])
  })
})

describe('What is answered while a save is on its way', () => {
  const sent = drafted({ tumour: 'favourable', visceral: 'none' })
  const versions = { 'mizumoto-1-tumour': 1, 'mizumoto-1-visceral': 3 }

  test('nothing is left of what was saved', () => {
    expect(withoutSaved(sent, sent, items, versions)).toEqual({})
    const twice = answered(answered(sent, items, 'tumour', 'unfavourable'), items, 'tumour', 'favourable')
    expect(withoutSaved(twice, sent, items, versions)).toEqual({})
  })

  test('stays, over the version that was saved', () => {
    const since = answered(answered(sent, items, 'ecog', 4), items, 'visceral', 'present')
    const left = withoutSaved(since, sent, items, versions)
    expect(Object.keys(left)).toEqual(['visceral', 'ecog'])
    // The page still shows what stood before the save: 'present' is sent all the same.
    expect(changesOf(items, left, on)).toMatchObject([
      { field: 'mizumoto-1-ecog', base: 0, fact: { value: 4 } },
      { field: 'mizumoto-1-visceral', base: 3, fact: { value: 'present' } },
    ])
  })

  test('takes back what was just saved', () => {
    const left = withoutSaved(answered(sent, items, 'tumour', null), sent, items, versions)
    expect(changesOf(items, left, on)).toEqual([{ field: 'mizumoto-1-tumour', base: 1, fact: { state: 'withdrawn' } }])
  })

  test('a number that cannot be read stays with its problem', () => {
    const left = withoutSaved(answered(sent, items, 'tumour', undefined, 'No number.'), sent, items, versions)
    expect(unreadIn(items, left)).toEqual([{ path: 'mizumoto-1-tumour', message: 'No number.' }])
  })
})
