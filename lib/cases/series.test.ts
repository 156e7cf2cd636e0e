import { describe, expect, test } from 'vitest'
import { boardTimeAt } from '@/lib/foundation/moment'
import { type CaseFile, earlierFact, examinationsOf, factOf, newestOf, seriesOf } from './case-file'
import { decideChanges, type FactsView } from './facts'
import { neurologyChange } from './neurology-change'
import { readiness } from './readiness'
import { readingsOf } from './readings'
import { contested, fact, facts } from './testing-facts'

const first = ''
const second = '0b8f1a52-6d0e-4b6e-8f5a-0d4c5a6b7c8d'
const third = '1c9f2b63-7e1f-4c7f-9a6b-1e5d6b7c8d9e'

const fileOf = (found: FactsView): CaseFile => ({
  ...{ caseId: 'c', boardId: 'b', code: '2026-0001', state: 'draft', version: 1, question: 'Q', presenter: 'P' },
  patient: {
    ...{ patientId: 'p', familyName: 'X', givenName: null, title: null, bornOn: null, sex: 'female', diedOn: null },
    ...{ identifier: null, identifierIssuer: null, version: 1 },
    ...{ suffix: null, preferredName: null, gender: null, otherIdentifiers: [] },
  },
  handedInAt: null,
  changedAt: '2026-11-24T13:02:00Z',
  timeZone: 'Europe/London',
  facts: found,
})

/** Facts of one entry that were recorded at an instant. */
const at = (instant: string, values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { ...fact(value), at: instant }]))

const neurology = (items: FactsView[string]) => fileOf({ neurology: items })

describe('the newest examination speaks for the case', () => {
  const file = neurology({
    [second]: facts({ examinedOn: '2026-11-24', powerLeftLeg: 3 }),
    [first]: facts({ examinedOn: '2026-11-20', powerLeftLeg: 5, walking: 'independent' }),
  })

  test('by its own day, not by the order in which it was entered', () => {
    expect(examinationsOf(file, 'neurology')).toEqual([second, first])
    expect(newestOf(file, 'neurology')).toBe(second)
    expect(factOf(file, 'neurology', 'powerLeftLeg')?.value).toBe(3)
    expect(factOf(file, 'neurology', 'powerLeftLeg', first)?.value).toBe(5)
  })

  test('and what it did not look for is unknown, whatever an earlier one found', () => {
    expect(factOf(file, 'neurology', 'walking')).toBeUndefined()
    expect(readiness(file).gaps).toContainEqual(
      expect.objectContaining({ section: 'neurology', item: second, field: 'walking' }),
    )
  })

  test('also where its grade is only an AIS and the earlier one had a Frankel', () => {
    const graded = neurology({
      [first]: facts({ examinedOn: '2026-11-20', frankel: 'E' }),
      [second]: facts({ examinedOn: '2026-11-24', ais: 'C' }),
    })
    expect(readingsOf(graded).frankel).toMatchObject({ kind: 'complete', grade: 'C' })
  })

  test('one without a day counts by the day on which it was entered, the later of one day as the newer', () => {
    const undated = neurology({
      [first]: at('2026-11-22T09:00:00Z', { powerLeftLeg: 4 }),
      [second]: at('2026-11-25T09:00:00Z', { examinedOn: '2026-11-21' }),
      [third]: at('2026-11-22T10:00:00Z', { powerLeftLeg: 2 }),
    })
    expect(examinationsOf(undated, 'neurology')).toEqual([third, first, second])
  })

  test('one without a day keeps its place when it is corrected, or taken back and put there again', () => {
    const since = '2026-11-20T09:00:00Z'
    const again = { ...fact(1), version: 3, at: '2026-11-26T09:00:00Z', since }
    const dated = at('2026-11-24T10:00:00Z', { examinedOn: '2026-11-24', powerLeftLeg: 4 })
    const file = neurology({ [first]: { powerLeftLeg: again }, [second]: dated })
    expect(examinationsOf(file, 'neurology')).toEqual([second, first])
    const taken = { ...fact(null, 'withdrawn'), version: 2, at: '2026-11-26T08:00:00Z', since }
    const walking = { ...fact('with-aid'), at: '2026-11-26T09:00:00Z' }
    const rest = neurology({ [first]: { powerLeftLeg: taken, walking }, [second]: dated })
    expect(examinationsOf(rest, 'neurology')).toEqual([second, first])
  })

  test('the day of entry is that of the board', () => {
    const file = {
      ...neurology({
        [first]: at('2026-11-20T15:30:00Z', { powerLeftLeg: 1 }),
        [second]: at('2026-11-20T14:00:00Z', { examinedOn: '2026-11-20', powerLeftLeg: 4 }),
        [third]: at('2026-11-20T16:00:00Z', { examinedOn: '2026-11-21', powerLeftLeg: 3 }),
      }),
      timeZone: 'Asia/Tokyo',
    }
    expect(examinationsOf(file, 'neurology')).toEqual([third, first, second])
  })

  test('one that was taken back does not count', () => {
    const taken = neurology({
      [first]: facts({ examinedOn: '2026-11-20', walking: 'with-aid' }),
      [second]: { examinedOn: fact(null, 'withdrawn'), walking: fact(null, 'withdrawn') },
    })
    expect(factOf(taken, 'neurology', 'walking')?.value).toBe('with-aid')
  })
})

test('a wish holds until the patient changes it: what the newest conversation leaves out stands as it was said before', () => {
  const file = fileOf({
    goals: {
      [first]: facts({ spokenOn: '2026-11-01', resuscitation: 'do-not-attempt', intensity: 'selective' }),
      [second]: facts({ spokenOn: '2026-11-20', intensity: 'comfort' }),
    },
  })
  expect(factOf(file, 'goals', 'resuscitation')?.value).toBe('do-not-attempt')
  expect(factOf(file, 'goals', 'intensity')?.value).toBe('comfort')
  expect(readiness(file).gaps.map(({ field }) => field)).not.toContain('resuscitation')
})

test('a trend has every value with its day, oldest first, and a value knows the one before it', () => {
  const file = neurology({
    [second]: facts({ examinedOn: '2026-11-24', residual: 60 }),
    [first]: facts({ examinedOn: '2026-11', residual: 20 }),
    [third]: facts({ examinedOn: '2026-11-25' }),
  })
  expect(seriesOf(file, 'neurology', 'residual').map(({ on, fact: one }) => [on, one.value])).toEqual([
    ['2026-11', 20],
    ['2026-11-24', 60],
  ])
  const place = { section: 'neurology', field: 'residual' } as const
  expect(earlierFact(file, { ...place, item: third })?.on).toBe('2026-11-24')
  expect(earlierFact(file, { ...place, item: first })).toBeUndefined()
})

describe('what changed since the last examination', () => {
  test('is said of what was known both times, worse and better by finding, and of nothing else', () => {
    const change = neurologyChange(
      neurology({
        [first]: facts({
          ...{ examinedOn: '2026-11-20', powerLeftLeg: 4, powerRightLeg: 4, walking: 'independent', bladder: 'normal' },
          ...{ bowel: 'tone', frankel: 'D', sensation: 'reduced' },
        }),
        [second]: {
          ...facts({ examinedOn: '2026-11-24', powerLeftLeg: 3, powerRightLeg: 4, walking: 'with-aid' }),
          ...facts({ bladder: 'retention', bowel: 'incontinence', frankel: 'E', ais: 'D' }),
          sensation: fact(null, 'not-assessed'),
        },
      }),
    )
    expect([change?.from, change?.to]).toEqual(['2026-11-20', '2026-11-24'])
    expect(change?.changes.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
      'Right leg same',
      'Left leg worse',
      'Bladder worse',
      'Bowel other',
      'Walking worse',
      'Frankel better',
    ])
    expect(change?.changes[1]).toMatchObject({ before: '4\u00a0/\u00a05', now: '3\u00a0/\u00a05' })
    expect(change?.changes.at(-1)).toMatchObject({ before: 'D', now: 'E' })
    expect(change?.open).toEqual(['Sensation', 'AIS'])
  })

  test('is not said of what sources differ on: neither better nor worse', () => {
    const change = neurologyChange(
      neurology({
        [first]: facts({ examinedOn: '2026-11-20', walking: 'with-aid' }),
        [second]: { ...facts({ examinedOn: '2026-11-24' }), walking: contested('independent', 'non-ambulatory') },
      }),
    )
    expect(change).toMatchObject({ changes: [], open: ['Walking'] })
  })

  test('is not said of a single examination', () => {
    expect(neurologyChange(neurology({ [first]: facts({ walking: 'independent' }) }))).toBeNull()
  })
})

test('the first entry of a series needs no id, a later one needs a proper one', () => {
  const change = (item: string) => ({
    ...{ section: 'neurology', item, field: 'walking', base: 0 },
    fact: { state: 'known' as const, value: 'with-aid', unit: null, refersOn: null },
  })
  const problemOf = (item: string) => {
    const decided = decideChanges([change(item)], {}, boardTimeAt('2026-11-24T12:00:00Z', 'Europe/London'))
    return decided.ok ? null : decided.refusal.code
  }
  expect([first, second, 'second', '__proto__'].map(problemOf)).toEqual([null, null, 'invalid', 'invalid'])
})
