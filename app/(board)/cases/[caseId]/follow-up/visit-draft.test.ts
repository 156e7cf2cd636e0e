import { describe, expect, test } from 'vitest'
import { changeField, emptyDraft, readDraft, tick, type VisitDraft } from './visit-draft'

const today = '2026-11-24'
const draft = (changes: { [field in keyof VisitDraft]?: Partial<VisitDraft[field]> }): VisitDraft => {
  const empty = emptyDraft()
  return Object.fromEntries(
    Object.entries(empty).map(([field, value]) => [field, { ...value, ...changes[field as keyof VisitDraft] }]),
  ) as VisitDraft
}

describe('what a visit form says', () => {
  test('nothing is said for fields that nobody touched', () => {
    expect(readDraft(emptyDraft(), today)).toEqual({ findings: {}, problems: [] })
  })

  test('values carry their unit; not assessed is said, not left out', () => {
    const said = draft({
      pain: { typed: ' 0 ' },
      walking: { chosen: ['with-aid'] },
      events: { chosen: ['wound', 'other'] },
      frankel: { knowledge: 'not-assessed', chosen: ['E'] },
      diedOn: { typed: 'Nov-2026' },
    })
    expect(readDraft(said, today)).toEqual({
      problems: [],
      findings: {
        pain: { state: 'known', value: 0, unit: '/ 10' },
        walking: { state: 'known', value: 'with-aid', unit: null },
        events: { state: 'known', value: ['wound', 'other'], unit: null },
        frankel: { state: 'not-assessed' },
        diedOn: { state: 'known', value: '2026-11', unit: null },
      },
    })
  })

  test('what cannot be read is a problem at its field, and nothing is guessed', () => {
    const { findings, problems } = readDraft(draft({ pain: { typed: '5-6' }, diedOn: { typed: '25-Nov-2026' } }), today)
    expect(findings).toEqual({})
    expect(problems.map(({ path }) => path)).toEqual(['findings.pain', 'findings.diedOn'])
  })
})

describe('a field that is changed', () => {
  const { pain: untouched } = emptyDraft()

  test('is known by what is typed or chosen, and by nothing else', () => {
    expect(untouched.knowledge).toBeNull()
    expect(changeField(untouched, { typed: '0' }).knowledge).toBe('known')
    expect(changeField(untouched, { chosen: ['none'] }).knowledge).toBe('known')
    expect(changeField(untouched, { knowledge: 'known' }).knowledge).toBeNull()
  })

  test('is unanswered again when it is emptied, or when “not assessed” is taken back', () => {
    expect(changeField(changeField(untouched, { typed: '4' }), { typed: ' ' }).knowledge).toBeNull()
    const open = changeField(untouched, { knowledge: 'not-assessed' })
    expect(open.knowledge).toBe('not-assessed')
    expect(changeField(open, { knowledge: 'known' }).knowledge).toBeNull()
  })

  test('keeps what was typed while it is said to be pending', () => {
    const typed = changeField(untouched, { typed: '4' })
    expect(changeField(changeField(typed, { knowledge: 'pending' }), { knowledge: 'known' })).toEqual(typed)
  })
})

describe('boxes of one question', () => {
  const options = ['none', 'wound', 'other']

  test('“None” clears the others, and any other clears it', () => {
    expect(tick(options, ['wound', 'other'], 'none', true)).toEqual(['none'])
    expect(tick(options, ['none'], 'wound', true)).toEqual(['wound'])
  })

  test('others stand together in the order of the list', () => {
    expect(tick(options, ['other'], 'wound', true)).toEqual(['wound', 'other'])
    expect(tick(options, ['wound', 'other'], 'other', false)).toEqual(['wound'])
    expect(tick(options, ['none'], 'none', false)).toEqual([])
  })
})
