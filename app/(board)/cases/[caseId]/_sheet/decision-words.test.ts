import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { decidedOtherwise } from '@/lib/cases/changes'
import { facts } from '@/lib/cases/testing-facts'
import type { SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { decisionLine, olderWords, packsInWords } from './decision-words'

const nothing: SnapshotRecommendation = {
  ...{ modality: 'radiation', outcome: 'none', optionId: null, condition: null, because: null, missing: null },
  ...{ ownerId: null, dueOn: null, title: null, detail: null, owner: null },
}

test('a recommendation, nothing with its reason, and a question put off with what is missing: a line each', () => {
  const carried = { ownerId: 'r', owner: 'R. Marbeck', dueOn: '2026-11-27' }
  expect(
    decisionLine({ ...nothing, ...carried, outcome: 'recommended', title: '8\u00a0Gy in 1 fraction, T7' }),
  ).toEqual({
    said: '8\u00a0Gy in 1 fraction, T7',
    carried: 'R. Marbeck, due 27-Nov-2026',
  })
  expect(decisionLine({ ...nothing, ...carried, outcome: 'deferred', missing: 'Receptor status' })).toEqual({
    said: 'Deferred, missing: Receptor status',
    carried: 'R. Marbeck, due 27-Nov-2026',
  })
  expect(decisionLine({ ...nothing, because: 'Not fit for an operation' })).toEqual({
    said: 'None, because: Not fit for an operation',
    carried: null,
  })
})

test('what the record does not hold is said to be not recorded', () => {
  expect(decisionLine({ ...nothing, outcome: 'recommended' }).said).toBe('Option not recorded')
  expect(decisionLine(nothing).said).toBe('None, because: not recorded')
})

test('a decision says which of its facts are known otherwise since, and how many more', () => {
  const signed = { neurology: { '': facts({ walking: 'independent' }) } }
  const now = {
    neurology: { '': facts({ walking: 'non-ambulatory' }) },
    symptoms: {
      '': facts({ gait: 'present', weakness: 'present', sphincter: 'present', worstPain: 8, nightPain: 'present' }),
    },
    notes: { '': facts({ free: 'Rang the ward.' }) },
  }
  const file = { facts: now } as unknown as CaseFile
  const changes = decidedOtherwise(signed, now)
  expect(changes).toHaveLength(6)
  const words = olderWords(file, changes)
  expect(words).toContain('Stands on older facts. Changed since the signing: Neurology: Walking; ')
  expect(words).toMatch(/; and 1 more\.$/)
  expect(decidedOtherwise(now, now)).toEqual([])
})

test('the packs that were in force stand with their versions', () => {
  const inForce = [
    { id: 'uk-nice', version: 1 },
    { id: 'local', version: 2 },
  ] as const
  expect(packsInWords({ at: '2026-11-24T14:00:00Z', packs: inForce, rules: [] })).toBe(
    'UK (NICE), version 1; Local targets, version 2',
  )
})
