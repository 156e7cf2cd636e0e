import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { facts } from '@/lib/cases/testing-facts'
import { therapyWords } from './therapy-lines'

const file = (values: Record<string, unknown>) =>
  ({ facts: { therapies: { a: facts(values) } } }) as unknown as CaseFile

test('a line of therapy is told with its kind, time and response, as far as each is recorded', () => {
  const all = {
    drug: 'Docetaxel',
    line: 2,
    kind: 'chemotherapy',
    given: 'no',
    startedOn: '2026-03',
    endedOn: '2026-08-14',
  }
  expect(therapyWords(file({ ...all, response: 'partial' }), 'a')).toBe(
    'Line 2, Chemotherapy, ended, from Mar-2026 to 14-Aug-2026. Response: Partial',
  )
  expect(therapyWords(file({ drug: 'Osimertinib', kind: 'targeted', given: 'yes' }), 'a')).toBe(
    'Targeted drug, given now',
  )
})
