import { expect, test } from 'vitest'
import { clocksOf, suspicionOf } from './case-clocks'
import type { CaseFile } from './case-file'
import { facts } from './testing-facts'

type Known = Parameters<typeof facts>[0]
const caseOf = (symptoms: Known, clocks: Known): CaseFile =>
  ({ facts: { symptoms: { '': facts(symptoms) }, clocks: { '': facts(clocks) } } }) as unknown as CaseFile
const suspectedAt = '2026-11-23T20:00+00:00'
const rulesOf = (file: CaseFile) => clocksOf(file).map(({ rule }) => rule.id)

test('a neurological feature calls for the clocks of an emergency, pain alone for those of a week', () => {
  expect(rulesOf(caseOf({ weakness: 'present' }, { suspectedAt }))).toEqual(['PW-REC-02', 'PW-IMG-01'])
  expect(rulesOf(caseOf({ nightPain: 'present' }, { suspectedAt }))).toEqual(['PW-REC-01', 'PW-IMG-02'])
})

test('radiation has its own clock once it was decided for, in an emergency', () => {
  const decided = { suspectedAt, decidedAt: '2026-11-24T08:00+00:00' }
  expect(rulesOf(caseOf({ gait: 'present' }, { ...decided, decidedFor: 'radiation' }))).toContain('PW-RT-01')
  expect(rulesOf(caseOf({ gait: 'present' }, { ...decided, decidedFor: 'surgery' }))).not.toContain('PW-RT-01')
})

test('symptoms that nobody assessed choose no clock, and a case without any of the times has none', () => {
  expect(suspicionOf(caseOf({}, { suspectedAt }))).toBe('unknown')
  expect(rulesOf(caseOf({}, { suspectedAt }))).toEqual([])
  expect(rulesOf(caseOf({ weakness: 'present' }, {}))).toEqual([])
})

test('a time without its hour stays what it is, and a time that is not recorded is none', () => {
  const [contacted, scanned] = clocksOf(caseOf({ weakness: 'present' }, { suspectedAt, mriDoneAt: '2026-11-24' }))
  expect([contacted?.start, contacted?.end]).toEqual(['2026-11-23T20:00:00Z', null])
  expect(scanned?.end).toBe('day-only')
})
