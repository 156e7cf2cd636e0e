import { describe, expect, test } from 'vitest'
import { decideVisit, type RecordVisit, recordVisitInput } from './visit-model'

const today = '2026-11-24'
const caseId = '5b5c3f0e-4a43-4d7c-9a15-0d1f3a3f8b01'
const known = <T>(value: T) => ({ state: 'known' as const, value })
const visit = (findings: RecordVisit['findings'], seenOn = today): RecordVisit =>
  recordVisitInput.parse({ caseId, seenOn, findings })
const places = (input: RecordVisit) => {
  const decided = decideVisit(input, today)
  return !decided.ok && decided.refusal.code === 'invalid' ? decided.refusal.fields.map(({ path }) => path) : []
}

describe('what a visit may say', () => {
  test.each([
    [{ pain: known(11) }, 'findings.pain.value'],
    [{ pain: known(2.5) }, 'findings.pain.value'],
    [{ ecog: known(5) }, 'findings.ecog.value'],
    [{ frankel: known('F') }, 'findings.frankel.value'],
    [{ pain: { state: 'known' } }, 'findings.pain.value'],
    [{ walking: { state: 'not-assessed', value: 'independent' } }, 'findings.walking'],
    [{ weight: known(70) }, 'findings'],
    [{ eventsText: known('x'.repeat(100_000)) }, 'findings.eventsText.value'],
  ])('%j is refused at its place', (findings, place) => {
    const parsed = recordVisitInput.safeParse({ caseId, seenOn: today, findings })
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([place])
  })

  test('pain of 0 and no events are findings; nothing at all is not', () => {
    expect(places(visit({ pain: known(0) }))).toEqual([])
    expect(places(visit({ events: known([]) }))).toEqual([])
    expect(places(visit({ pain: { state: 'not-assessed' } }))).toEqual([])
    expect(places(visit({}))).toEqual(['findings'])
  })

  test('names in any script pass', () => {
    expect(places(visit({ neurologyText: known('أخبرت ليلى أن الألم أقل 🙂') }))).toEqual([])
  })
})

describe('days of a visit', () => {
  test('not in the future', () => {
    expect(places(visit({ pain: known(3) }, '2026-11-25'))).toEqual(['seenOn'])
    expect(places(visit({ diedOn: known('2026-12') }))).toEqual(['findings.diedOn'])
  })

  test('nobody is examined after death, but a death can be told later', () => {
    expect(places(visit({ pain: known(3), diedOn: known('2026-11-20') }))).toEqual(['findings.diedOn'])
    expect(places(visit({ pain: known(3), diedOn: known('2026-11') }))).toEqual([])
    expect(places(visit({ diedOn: known('2026-11-20') }))).toEqual([])
  })

  test('something else needs its words', () => {
    expect(places(visit({ events: known(['other']) }))).toEqual(['findings.eventsText'])
    expect(places(visit({ events: known(['other']), eventsText: known('Fell at home') }))).toEqual([])
  })
})
