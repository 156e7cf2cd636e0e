import { expect, test } from 'vitest'
import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import { evaluateRule } from '@/lib/clinical/pathway/evaluate'
import { pathwayRules } from '@/lib/clinical/pathway/rules'
import { groupPathway } from './pathway-groups'

const read = (facts: PathwayFacts, ...ids: string[]) =>
  pathwayRules
    .filter(({ id }) => ids.includes(id))
    .map((one) => evaluateRule(one, { facts, now: '2026-11-24T12:00:00Z', timeZone: 'Europe/London' }))
const ids = (readings: readonly { rule: { id: string } }[]) => readings.map(({ rule }) => rule.id)

test('what is late, what runs and what has to be looked at stand apart, and what only counts for audit is left out', () => {
  const facts: PathwayFacts = {
    ...{ neuroFeature: true, painFeature: false, knownCancer: true, mscc: true, coordinatorTriaged: false },
    ...{ suspectedAt: '2026-11-24T09:00:00Z', contactedAt: null, wholeSpineMriDoneAt: null, surgeonOpinion: null },
  }
  const groups = groupPathway({
    readings: read(facts, 'PW-REC-02', 'PW-IMG-01', 'PW-SUR-01', 'PW-COO-01'),
    exceptions: [],
  })
  expect(ids(groups.overdue)).toEqual(['PW-REC-02'])
  expect(ids(groups.running)).toEqual(['PW-IMG-01'])
  expect(ids(groups.attention)).toEqual(['PW-SUR-01'])
})

test('missing facts come once each with the rules that wait, those that no answer in the case gives apart', () => {
  const groups = groupPathway({
    readings: read({ mscc: null, immobilised: null }, 'PW-SUR-01', 'PW-IMM-03', 'PW-IMM-04', 'PW-COO-03', 'PW-PAI-07'),
    exceptions: [],
  })
  expect(groups.missing).toEqual([
    { gap: { fact: 'immobilised', why: 'not-recorded' }, rules: ['PW-IMM-03', 'PW-IMM-04'] },
    { gap: { fact: 'mscc', why: 'not-recorded' }, rules: ['PW-SUR-01'] },
  ])
  expect(groups.untold).toEqual([
    { why: 'of-option', facts: ['augmentation'], rules: 1 },
    { why: 'of-board', facts: ['rotaComplete'], rules: 1 },
  ])
})
