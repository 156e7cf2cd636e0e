import { describe, expect, test } from 'vitest'
import { boardTimeAt } from '@/lib/foundation/moment'
import { decideVisit, type Life, recordVisitInput } from './visit-model'

const today = '2026-11-24'
const caseId = '5b5c3f0e-4a43-4d7c-9a15-0d1f3a3f8b01'
const known = (value: unknown, unit: string | null = null) => ({ state: 'known', value, unit })
const pain = (score: number) => known(score, '/ 10')

const places = (findings: object, seenOn = today, life: Life = { bornOn: null, diedOn: null }): string[] => {
  const parsed = recordVisitInput.safeParse({ caseId, seenOn, findings })
  if (!parsed.success) return parsed.error.issues.map(({ path }) => path.join('.'))
  const decided = decideVisit(parsed.data, boardTimeAt(`${today}T12:00:00Z`, 'Europe/London'), life)
  return !decided.ok && decided.refusal.code === 'invalid' ? decided.refusal.fields.map(({ path }) => path) : []
}

describe('what a visit may say', () => {
  test.each([
    [{ pain: pain(11) }, 'findings.pain'],
    [{ pain: pain(2.5) }, 'findings.pain'],
    [{ pain: known(3) }, 'findings.pain'],
    [{ pain: { state: 'known', unit: '/ 10' } }, 'findings.pain.value'],
    [{ ecog: known('5') }, 'findings.ecog'],
    [{ frankel: known('F') }, 'findings.frankel'],
    [{ walking: { state: 'not-assessed', value: 'independent' } }, 'findings.walking'],
    [{ weight: known(70, 'kg') }, 'findings'],
    [{ eventWords: known('x'.repeat(100_000)) }, 'findings.eventWords'],
    [{ events: known(['none', 'wound']) }, 'findings.events'],
    [{ events: known(['other']) }, 'findings.eventWords'],
    [{}, 'findings'],
  ])('%j is refused at its place', (findings, place) => {
    expect(places(findings)).toEqual([place])
  })

  test('pain of 0, no events and “not assessed” are answers', () => {
    expect(places({ pain: pain(0) })).toEqual([])
    expect(places({ events: known(['none']) })).toEqual([])
    expect(places({ pain: { state: 'not-assessed' } })).toEqual([])
    expect(places({ neurologyWords: known('أخبرت ليلى أن الألم أقل 🙂') })).toEqual([])
  })
})

describe('days of a visit', () => {
  test('not in the future', () => {
    expect(places({ pain: pain(3) }, '2026-11-25')).toEqual(['seenOn'])
    expect(places({ diedOn: known('2026-12') })).toEqual(['findings.diedOn'])
  })

  test('nobody dies before birth, or is examined after a death on record', () => {
    const life = { bornOn: '1961-03-14', diedOn: '2026-11' }
    expect(places({ diedOn: known('1960') }, today, life)).toEqual(['findings.diedOn'])
    expect(places({ diedOn: known('1961') }, today, life)).toEqual([])
    expect(places({ pain: pain(3) }, today, life)).toEqual([])
    expect(places({ pain: pain(3) }, today, { ...life, diedOn: '2026-11-20' })).toEqual(['seenOn'])
  })

  test('nobody is examined after death, but a death can be told later', () => {
    expect(places({ pain: pain(3), diedOn: known('2026-11-20') })).toEqual(['findings.diedOn'])
    expect(places({ pain: pain(3), diedOn: known('2026-11') })).toEqual([])
    expect(places({ diedOn: known('2026-11-20') })).toEqual([])
  })
})
