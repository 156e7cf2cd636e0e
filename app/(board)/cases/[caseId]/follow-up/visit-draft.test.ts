import { describe, expect, test } from 'vitest'
import { boardTimeAt } from '@/lib/foundation/moment'
import { changeField, emptyDraft, readDraft, tick, type VisitDraft } from './visit-draft'

const today = '2026-11-24'
const time = boardTimeAt(`${today}T12:00:00Z`, 'Europe/London')
const draft = (changes: { [field in keyof VisitDraft]?: Partial<VisitDraft[field]> }): VisitDraft => {
  const empty = emptyDraft()
  return Object.fromEntries(
    Object.entries(empty).map(([field, value]) => [field, { ...value, ...changes[field as keyof VisitDraft] }]),
  ) as VisitDraft
}

describe('what a visit form says', () => {
  test('nothing is said for fields that nobody touched', () => {
    expect(readDraft('24-Nov-2026', emptyDraft(), time)).toEqual({ seenOn: today, findings: {}, problems: [] })
  })

  test('values carry their unit; not assessed is said, not left out', () => {
    const said = draft({
      pain: { typed: ' 0 ' },
      walking: { chosen: ['with-aid'] },
      events: { chosen: ['wound', 'other'] },
      frankel: { knowledge: 'not-assessed', chosen: ['E'] },
      diedOn: { typed: 'Nov-2026' },
    })
    expect(readDraft('24-Nov-2026', said, time)).toEqual({
      seenOn: today,
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
    const { findings, problems } = readDraft(
      '24-Nov-2026',
      draft({ pain: { typed: '5-6' }, diedOn: { typed: '25-Nov-2026' } }),
      time,
    )
    expect(findings).toEqual({})
    expect(problems.map(({ path }) => path)).toEqual(['findings.pain', 'findings.diedOn'])
  })

  test.each([
    ['25-Nov-2026', /25-Nov-2026 is in the future/],
    ['03/04/2026', /Do you mean 03-Apr-2026 or 04-Mar-2026/],
    ['Nov-2026', /Day, month and year are needed/],
    ['', /Enter a date/],
  ])('a day that cannot be that of a visit (%j) is named with everything else that is wrong', (seen, message) => {
    const { seenOn, problems } = readDraft(seen, draft({ pain: { typed: '14' } }), time)
    expect(seenOn).toBeNull()
    expect(problems).toMatchObject([
      { path: 'seenOn', message: expect.stringMatching(message) },
      { path: 'findings.pain' },
    ])
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
