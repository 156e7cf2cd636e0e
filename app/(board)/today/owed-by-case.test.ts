import { expect, test } from 'vitest'
import type { OwedAnswer } from '@/lib/cases/owed-answers'
import { owedByCase } from './owed-by-case'

const answer = (caseId: string, label: string, changes: Partial<OwedAnswer> = {}): OwedAnswer => ({
  ...{
    caseId,
    code: `2026-${caseId}`,
    patient: 'HALVERSGATE, Noor',
    section: 'fitness',
    item: '',
    field: label,
    label,
  },
  ...{ neededFor: 'NOMS', need: 'required', state: 'open', askedBy: null, until: '2026-11-24', isNew: true },
  ...changes,
})

test('a case stands once, where its first answer stands, with all of its answers', () => {
  const cases = owedByCase([answer('2', 'ECOG'), answer('1', 'ECOG'), answer('2', 'KPS')])
  expect(cases.map(({ code, answers }) => [code, answers.map(({ label }) => label)])).toEqual([
    ['2026-2', ['ECOG', 'KPS']],
    ['2026-1', ['ECOG']],
  ])
})

test('a day and newness are said once for the case only where they hold for all that is open', () => {
  const [same] = owedByCase([
    answer('1', 'ECOG'),
    answer('1', 'KPS'),
    answer('1', 'Pain', { state: 'answered', isNew: false }),
  ])
  expect(same).toMatchObject({ until: '2026-11-24', isNew: true })
  const [mixed] = owedByCase([answer('1', 'ECOG'), answer('1', 'KPS', { until: '2026-11-25', isNew: false })])
  expect(mixed).toMatchObject({ until: undefined, isNew: false })
  expect(owedByCase([answer('1', 'ECOG', { until: null })])).toMatchObject([{ until: null }])
})
