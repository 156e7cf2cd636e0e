import { describe, expect, it } from 'vitest'
import {
  decideLaneClosing,
  decideListing,
  decidePullBack,
  isFollowed,
  laneAfter,
  laneWords,
  type StoredLaneAct,
} from './lane'
import { isInForce } from './protocol'

const protocol = {
  ...{ title: 'Example protocol', version: 2, recommendation: 'R' },
  ...{ signedBy: 'C. Chair', signedAt: '2026-11-02T09:00:00Z' },
}
const act = (kind: StoredLaneAct['act'], by: string, words: string | null = null): StoredLaneAct => ({
  ...{ ...protocol, act: kind, words, by, at: '2026-11-24T14:00:00Z' },
})

describe('how an item stands in the lane', () => {
  it('is listed with who did it and why', () => {
    expect(laneAfter([act('listed', 'D. Planner', 'As it says')])).toMatchObject({
      lane: { title: 'Example protocol', because: 'As it says', by: 'D. Planner', confirmed: null },
      pulledBack: null,
    })
  })

  it('leaves it when somebody pulls it back, and says who', () => {
    expect(laneAfter([act('listed', 'D. Planner', 'W'), act('pulled-back', 'S. Cutbush')])).toEqual({
      lane: null,
      pulledBack: { because: null, by: 'S. Cutbush', at: '2026-11-24T14:00:00Z' },
    })
  })

  it('can be listed again, and is confirmed by the chair', () => {
    const acts = [
      act('listed', 'A', 'W'),
      act('pulled-back', 'B', 'Look'),
      act('listed', 'C', 'V'),
      act('confirmed', 'D'),
    ]
    expect(laneAfter(acts)).toMatchObject({ lane: { by: 'C', because: 'V', confirmed: { by: 'D' } }, pulledBack: null })
  })

  it('is in no lane without an act', () => {
    expect(laneAfter([])).toEqual({ lane: null, pulledBack: null })
  })
})

describe('the lane', () => {
  const waits = { meetingState: 'planned', stage: 'queued', caseState: 'handed-in', isInLane: false } as const

  it.each([
    ['ok', waits],
    ['ok', { ...waits, meetingState: 'running' }],
    ['meeting-closed', { ...waits, meetingState: 'closed' }],
    ['item-discussed', { ...waits, stage: 'presenting' }],
    ['case-withdrawn', { ...waits, caseState: 'withdrawn' }],
    ['already-there', { ...waits, isInLane: true }],
  ] as const)('answers %s to listing', (answer, ground) => {
    const result = decideListing(ground)
    expect(result.ok ? 'ok' : result.refusal).toEqual(answer === 'ok' ? 'ok' : { code: 'closed', why: answer })
  })

  it('lets a case go until the meeting closes', () => {
    expect(decidePullBack({ meetingState: 'running', isInLane: true }).ok).toBe(true)
    expect(decidePullBack({ meetingState: 'closed', isInLane: true })).toMatchObject({
      refusal: { why: 'meeting-closed' },
    })
    expect(decidePullBack({ meetingState: 'running', isInLane: false })).toMatchObject({
      refusal: { why: 'not-in-lane' },
    })
  })

  it('needs the word of the chair at the closing, where anything is in it', () => {
    expect(decideLaneClosing(0, undefined).ok).toBe(true)
    expect(decideLaneClosing(2, true).ok).toBe(true)
    for (const confirms of [undefined, false])
      expect(decideLaneClosing(2, confirms)).toMatchObject({ refusal: { fields: [{ path: 'confirmsLane' }] } })
  })

  it('names title, version, signer and day, on the board’s clocks', () => {
    expect(laneWords({ ...protocol, signedAt: '2026-11-02T23:30:00Z' }, 'Europe/Berlin')).toBe(
      'By protocol “Example protocol”, version 2, signed by C. Chair, 03-Nov-2026; not discussed',
    )
  })
})

describe('a protocol in force', () => {
  it('is signed and not past its review', () => {
    const signed = { act: 'signed', reviewOn: '2026-11-24' } as const
    expect(isInForce(signed, '2026-11-24')).toBe(true)
    expect(isInForce(signed, '2026-11-25')).toBe(false)
    expect(isInForce({ ...signed, act: 'withdrawn' }, '2026-11-24')).toBe(false)
  })
})

it('a listed case follows its protocol until the board signs a decision after the listing', () => {
  const listed = { at: '2026-11-24T10:00:00.000Z' }
  expect(isFollowed(listed, null)).toBe(true)
  expect(isFollowed(listed, '2026-11-23T10:00:00.000Z')).toBe(true)
  expect(isFollowed(listed, '2026-11-25T10:00:00.000Z')).toBe(false)
})
