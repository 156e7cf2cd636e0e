import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { radiosensitivityOf } from '@/lib/cases/noms-readings'
import { mappedPrimaries } from '@/lib/cases/prognosis-readings'
import { facts } from '@/lib/cases/testing-facts'
import { sensitivityWords } from './sensitivity-words'

const wordsOf = (tumour: Record<string, unknown>) => {
  const file = { facts: { tumour: { '': facts(tumour) } } } as unknown as CaseFile
  const { noms, sc24 } = radiosensitivityOf(file, mappedPrimaries(file))
  return [sensitivityWords(noms), sensitivityWords(sc24)]
}

test.each([
  [{ primary: 'kidney' }, ['resistant', 'resistant']],
  [{ primary: 'thyroid' }, ['resistant', 'sensitive']],
  [{ primary: 'lung-unspecified' }, ['open: very sensitive or resistant', 'sensitive']],
  [{ primary: 'lung-unspecified', radiosensitivity: 'resistant' }, ['resistant, chosen by a clinician', 'sensitive']],
])('both lists of REFERENCE 7.2 for %j', (tumour, expected) => expect(wordsOf(tumour)).toEqual(expected))
