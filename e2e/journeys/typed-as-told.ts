import { expect, type Page } from '@playwright/test'
import type { PublishedReport } from '@/db/seed/published/report'
import { getCase } from '@/lib/cases/queries'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import type { Actor } from '@/lib/people/model'

const range = ([low, high]: readonly [number, number]) => (low === high ? String(low) : `${low}–${high}`)

/** Every value recorded of a case by section, without the ids and days that typing adds. */
async function recordedValues(reader: Actor, caseId: string) {
  const facts = (await getCase(reader, caseId))?.file.facts ?? {}
  const valuesIn = (fields: Record<string, { value: unknown }>) =>
    Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))
  return Object.fromEntries(
    Object.entries(facts).map(([id, items]) => {
      const { repeats } = sections[id as SectionId]
      if (repeats === 'one' || repeats === 'series') return [id, valuesIn(items[''] ?? {})]
      const listed = Object.entries(items).map(([item, fields]) => [item, valuesIn(fields)] as const)
      return [id, repeats === 'vertebra' ? Object.fromEntries(listed) : listed.map(([, values]) => values)]
    }),
  )
}

/** The case holds what the report states and not one value more; the sheet says ranges where a score is open. */
export async function isTypedAsTold(
  page: Page,
  reader: Actor,
  caseId: string,
  { reads, told }: Pick<PublishedReport, 'reads' | 'told'>,
) {
  const { imaging = [], treatments = [], ...rest } = told
  const { imaging: studies = [], treatments: courses = [], ...others } = await recordedValues(reader, caseId)
  expect(others).toEqual(rest)
  expect(studies).toHaveLength(imaging.length)
  expect(studies).toEqual(expect.arrayContaining([...imaging]))
  expect(courses).toEqual(treatments)
  await page.goto(`/cases/${caseId}`)
  for (const between of Object.values(reads.sins)) {
    await expect(page.getByRole('region', { name: /^Stability/ })).toContainText(range(between))
  }
  await expect(page.getByRole('region', { name: 'Readiness' })).toContainText(/\d+ of \d+ needed answers known/)
}
