import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { fact, facts } from '@/lib/cases/testing-facts'
import { aliveWords } from './external-prognosis'

const percent = (value: number) => ({ ...fact(value), unit: '%' })
const file = (values: object) => ({ facts: { externalPrognosis: { a: values } } }) as unknown as CaseFile

test('a result computed elsewhere is told time by time, without a time that nobody recorded', () => {
  const all = { ...facts({ tool: 'SORG-ML' }), aliveAt90Days: percent(82), aliveAt1Year: percent(41) }
  expect(aliveWords(file(all), 'a')).toBe('alive at 90 days 82\u00a0% and at 1 year 41\u00a0%')
  expect(aliveWords(file({ ...facts({ tool: 'PathFx' }), aliveAt1Year: fact(null, 'pending') }), 'a')).toBe(
    'no figure recorded',
  )
})
