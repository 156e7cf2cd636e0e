import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { actWords, type HistoryRow, tellHistory } from './history'
import { itemWords, placeWords, recordedWords } from './item-words'
import { facts } from './testing-facts'

const value = (by: string, at: string): HistoryRow => ({
  ...{ kind: 'value', by, at, section: 'fitness', item: '', field: 'ecog', before: null },
  after: { state: 'known', value: 1, unit: null, refersOn: null },
})
const act = (by: string, at: string): HistoryRow => ({ kind: 'act', by, at, act: 'case.handed-in', meeting: null })

const rival = (by: string, at: string): HistoryRow => ({
  ...{ kind: 'rival', by, at, section: 'fitness', item: '', field: 'ecog', source: 'Letter' },
  said: { state: 'known', value: 2, unit: null, refersOn: null },
})

const told = (...rows: HistoryRow[]) =>
  tellHistory(rows).map((one) =>
    one.kind === 'sitting' ? [one.by, one.values.length, one.from, one.to] : one.kind === 'act' ? one.act : one.kind,
  )

describe('a history, the latest first', () => {
  test('gathers what one person recorded in one go', () => {
    expect(told(value('A', '2026-11-24T10:20:00Z'), value('A', '2026-11-24T10:00:00Z'))).toEqual([
      ['A', 2, '2026-11-24T10:00:00Z', '2026-11-24T10:20:00Z'],
    ])
  })

  test('a long pause, another person and an act begin a new sitting', () => {
    const rows = [
      value('A', '2026-11-24T12:00:00Z'),
      value('A', '2026-11-24T11:00:00Z'),
      act('C', '2026-11-24T10:59:00Z'),
      value('A', '2026-11-24T10:58:00Z'),
      value('B', '2026-11-24T10:57:00Z'),
    ]
    expect(told(...rows).map((one) => (typeof one === 'string' ? one : one[0]))).toEqual([
      'A',
      'A',
      'case.handed-in',
      'A',
      'B',
    ])
  })

  test('an act names its meeting', () => {
    const once = { times: 1, meeting: null }
    expect(actWords({ ...once, act: 'item.presented', meeting: 'Tuesday board' })).toBe(
      'presented the case, Tuesday board',
    )
    expect(actWords({ ...once, act: 'case.handed-in' })).toBe('handed the case in to the board')
  })

  test('the same act of one person in one go is told once, with how often', () => {
    const proposed = (by: string, at: string): HistoryRow => ({ ...act(by, at), act: 'option.proposed' }) as HistoryRow
    const rows = [
      proposed('A', '2026-11-24T10:20:00Z'),
      proposed('A', '2026-11-24T10:10:00Z'),
      proposed('A', '2026-11-24T10:00:00Z'),
      proposed('A', '2026-11-24T08:00:00Z'),
      proposed('B', '2026-11-24T07:59:00Z'),
      act('B', '2026-11-24T07:58:00Z'),
    ]
    const words = tellHistory(rows).map((one) => (one.kind === 'act' ? `${one.by} ${actWords(one)}` : ''))
    expect(words).toEqual([
      'A proposed an option, 3 times',
      'A proposed an option',
      'B proposed an option',
      'B handed the case in to the board',
    ])
  })
})

describe('the name of a value', () => {
  const file = {
    facts: { imaging: { 'a-study': facts({ modality: 'mri', doneOn: '2026-11-20' }) } },
  } as unknown as CaseFile

  test('tells which entry of a list it belongs to', () => {
    expect(placeWords(file, { section: 'imaging', item: 'a-study', field: 'region' })).toMatch(
      /^Imaging, MRI.*, 20-Nov-2026: /,
    )
    expect(itemWords(file, 'lesions', 'T7')).toBe('T7')
    expect(itemWords(file, 'imaging', 'gone')).toBe('entry without details')
  })

  test('a group or field that is no longer declared keeps its id and its value', () => {
    const gone = { section: 'bygone', item: '', field: 'constructor' }
    expect(placeWords(file, gone)).toBe('bygone: constructor')
    expect(recordedWords(gone, { state: 'known', value: ['a'], unit: null })).toBe('["a"]')
    expect(recordedWords({ section: 'fitness', field: 'toString' }, { state: 'known', value: 'x', unit: null })).toBe(
      '"x"',
    )
  })

  test('what is not known says how', () => {
    const place = { section: 'fitness', field: 'ecog' }
    expect(recordedWords(place, null)).toBe('Not recorded')
    expect(recordedWords(place, { state: 'withdrawn', value: null, unit: null })).toBe('Taken back')
    expect(recordedWords(place, { state: 'pending', value: null, unit: null })).toBe('Pending')
  })

  test('a wording of the question is told by its own name', () => {
    const place = { section: 'question', item: '', field: 'asked' }
    expect(placeWords(file, place)).toBe('Question to the board')
    expect(recordedWords(place, { state: 'known', value: 'Operate?', unit: null })).toBe('Operate?')
  })

  test('lets what another source said stand by itself between the values', () => {
    const [first, second] = [value('A', '2026-11-24T10:20:00Z'), value('A', '2026-11-24T10:00:00Z')]
    expect(told(first, rival('B', '2026-11-24T10:10:00Z'), second)).toEqual([
      ['A', 1, '2026-11-24T10:20:00Z', '2026-11-24T10:20:00Z'],
      'rival',
      ['A', 1, '2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'],
    ])
  })
})
