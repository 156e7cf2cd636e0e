import { expect, test } from 'vitest'
import { packsAsShipped } from '@/lib/clinical/pathway/packs'
import { clocksOf } from './case-clocks'
import type { CaseFile } from './case-file'
import { readPathway } from './pathway/case-pathway'
import { noCourse } from './pathway/course'
import { readingsOf } from './readings'
import { facts } from './testing-facts'

type Known = Parameters<typeof facts>[0]
const caseOf = (symptoms: Known, clocks: Known): CaseFile =>
  ({
    timeZone: 'Europe/London',
    patient: { bornOn: null, diedOn: null },
    facts: {
      symptoms: { '': facts(symptoms) },
      ...(Object.keys(clocks).length > 0 ? { clocks: { '': facts(clocks) } } : {}),
    },
  }) as unknown as CaseFile
const suspectedAt = '2026-11-23T20:00+00:00'
const clocksIn = (file: CaseFile) =>
  clocksOf(
    file,
    readPathway(
      file,
      readingsOf(file),
      { packs: packsAsShipped, signed: [], exceptions: [], course: noCourse },
      '2026-11-24T09:00:00Z',
    ),
  )
const rulesOf = (file: CaseFile) => clocksIn(file).map(({ rule }) => rule.id)

test('a neurological feature calls for the clocks of an emergency, pain alone for those of a week', () => {
  expect(rulesOf(caseOf({ weakness: 'present' }, { suspectedAt }))).toEqual(['PW-REC-02', 'PW-IMG-01', 'PW-STR-01'])
  expect(rulesOf(caseOf({ nightPain: 'present' }, { suspectedAt }))).toEqual([
    ...['PW-REC-01', 'PW-IMG-02', 'PW-IMG-02', 'PW-PAI-01'],
  ])
})

test('radiation has its own clock once it was decided for in a compression, and none of a feature that imaging excludes it for', () => {
  const radiationClock = (decidedFor: string, escc: string) => {
    const file = caseOf({ gait: 'present' }, { suspectedAt, decidedAt: '2026-11-24T08:00+00:00', decidedFor })
    const lesions = { T8: facts({ involvement: 'certain', escc }) }
    return rulesOf({ ...file, facts: { ...file.facts, lesions } }).includes('PW-RT-01')
  }
  expect(radiationClock('radiation', '2')).toBe(true)
  expect(radiationClock('surgery', '2')).toBe(false)
  expect(radiationClock('radiation', '1b')).toBe(false)
})

test('a feature that came after suspicion from pain starts the clock of 24 h anew, from its entry', () => {
  const file = caseOf(
    { nightPain: 'present', weakness: 'present', neuroOnset: '2026-11-24T06:00+00:00' },
    { suspectedAt },
  )
  expect(rulesOf(file)).toContain('PW-REC-06')
  expect(rulesOf(file)).not.toContain('PW-IMG-01')
  expect(clocksIn(file).find(({ rule }) => rule.id === 'PW-REC-06')?.start).toBe('2026-11-24T13:02:00Z')
})

test('symptoms that nobody assessed choose no clock, and a case without any of the times has none', () => {
  expect(rulesOf(caseOf({}, { suspectedAt }))).toEqual([])
  expect(rulesOf(caseOf({ weakness: 'present' }, {}))).toEqual([])
})

test('a time without its hour stays what it is, and a time that is not recorded is none', () => {
  const [contacted, scanned] = clocksIn(caseOf({ weakness: 'present' }, { suspectedAt, mriDoneAt: '2026-11-24' }))
  expect([contacted?.start, contacted?.end]).toEqual(['2026-11-23T20:00:00Z', null])
  expect(contacted?.outcome.kind).toBe('overdue')
  expect(scanned?.end).toBe('day-only')
  expect(scanned?.outcome).toEqual({ kind: 'cannot-evaluate', gaps: [{ fact: 'wholeSpineMriDoneAt', why: 'no-hour' }] })
})

test('an MRI that leaves out a part of the spine does not end the clock of the whole spine', () => {
  const emergency = caseOf({ weakness: 'present' }, { suspectedAt, mriDoneAt: '2026-11-23T22:00+00:00' })
  const scannedAs = (...regions: (readonly string[] | null)[]) => {
    const studies = regions.map((region, at) => [
      `i${at}`,
      facts(region ? { modality: 'mri', region } : { modality: 'mri' }),
    ])
    const file = { ...emergency, facts: { ...emergency.facts, imaging: Object.fromEntries(studies) } }
    return clocksIn(file).find(({ rule }) => rule.id === 'PW-IMG-01')?.outcome.kind
  }
  expect(scannedAs()).toBe('met')
  expect(scannedAs(['whole'])).toBe('met')
  expect(scannedAs(null)).toBe('met')
  expect(scannedAs(['thoracic'])).toBe('running')
  expect(scannedAs(['thoracic'], ['whole'])).toBe('met')
  expect(scannedAs(['thoracic'], ['lumbar'])).toBe('running')
})
