import { describe, expect, test } from 'vitest'
import { emptyDraft, readDraft, type VisitDraft } from './visit-draft'

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
