import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { contested, facts } from '@/lib/cases/testing-facts'
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

test('of a line on which sources differ both are told: that it is given, and since when', () => {
  const disputed = {
    ...facts({ drug: 'Docetaxel', kind: 'chemotherapy' }),
    ...{ given: contested('yes', 'no'), startedOn: contested('2026-03', '2026-05') },
  }
  expect(therapyWords({ facts: { therapies: { a: disputed } } } as unknown as CaseFile, 'a')).toBe(
    'Chemotherapy, given now or ended (sources differ), from Mar-2026 or May-2026 (sources differ)',
  )
})
