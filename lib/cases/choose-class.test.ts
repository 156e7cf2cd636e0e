import { expect, test } from 'vitest'
import { mapPrimary, type PrimaryId, primaries } from '@/lib/clinical/primary-tumour'
import type { CaseFile } from './case-file'
import { mappedPrimaries, readPrognosis } from './prognosis-readings'
import { facts } from './testing-facts'

const fields = {
  katagiri: 'katagiriGrowth',
  tokuhashiRevised: 'tokuhashiPrimary',
  bauerModified: 'bauerPrimary',
  tomita: 'tomitaGrowth',
} as const
type Table = keyof typeof fields

const treated = { hormoneDependent: 'yes', targetedDrug: 'yes' } as const
const lineOf = (answers: Record<string, unknown>, table: Table) => {
  const file = { timeZone: 'Europe/London', facts: { tumour: { '': facts(answers) } } } as unknown as CaseFile
  const { katagiri, tokuhashi, bauer, tomita } = readPrognosis(file, mappedPrimaries(file), undefined)
  const reading = { katagiri, tokuhashiRevised: tokuhashi, bauerModified: bauer, tomita }[table]
  return reading.lines.find(({ item }) => item === (table === 'tomita' ? 'growth' : 'primary'))
}

const open = primaries.flatMap((id) =>
  (Object.keys(fields) as Table[]).flatMap((table) => {
    const mapped = mapPrimary({ id, hormoneDependent: true, targetedDrugActive: true })[table]
    return mapped.how === 'must-choose' ? [[id, table, mapped.oneOf as readonly string[]] as const] : []
  }),
)

test.each(open)('%s leaves %s open until a clinician chooses', (id: PrimaryId, table, oneOf) => {
  const primary = { primary: id, ...treated }
  expect(lineOf(primary, table)).toMatchObject({ state: 'partly', marks: [] })
  for (const chosen of oneOf) {
    const line = lineOf({ ...primary, [fields[table]]: chosen }, table)
    expect(line).toMatchObject({ state: 'known', answer: chosen, marks: ['assigned'] })
  }
})

test.each([
  [
    'a class that the score does not leave open',
    { primary: 'cervix', tokuhashiPrimary: 'rectum' },
    'tokuhashiRevised',
    'partly',
  ],
  [
    'a class for a tumour that the score names',
    { primary: 'kidney', tokuhashiPrimary: 'others' },
    'tokuhashiRevised',
    'known',
  ],
  [
    'a class that the answer about the treatment settles',
    { primary: 'breast', katagiriGrowth: 'slow' },
    'katagiri',
    'partly',
  ],
] as const)('%s is not taken', (_name, answers, table, state) => {
  expect(lineOf(answers, table)).toMatchObject({ state, marks: [] })
})
