import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { Field } from '@/lib/cases/field'
import { sections } from '@/lib/cases/sections/sections'
import type { PublishedCase } from '../fixtures/cases/published-case'
import { beginning, fillField } from './enter-case'

/** Records the outcome of the report as one visit; what it does not say stays open. */
export async function recordVisit(page: Page, caseId: string, { visit }: PublishedCase) {
  await page.goto(`/cases/${caseId}/follow-up`)
  const form = page.getByRole('region', { name: beginning('Record a visit') })
  const fields: Readonly<Record<string, Field>> = sections.visit.fields
  for (const [name, finding] of Object.entries(visit)) {
    const field = fields[name]
    if (!field || finding.state !== 'known') throw new Error(`The visit has no known ${name}`)
    const known = form.getByRole('radiogroup', { name: `${field.label}: is it known?` })
    await expect(known.getByRole('radio', { checked: true })).toHaveCount(0)
    await fillField(form, field, finding.value)
    await expect(known.getByRole('radio', { name: 'Known', exact: true })).toBeChecked()
  }
  await form.getByRole('button', { name: 'Record the visit' }).click()
  await expect(form.getByText('Visit recorded.')).toBeVisible()
}

/** The letter on the screen, and the same as a file. */
export async function takeLetter(page: Page, caseId: string, { patient, conclusion }: PublishedCase) {
  await page.goto(`/cases/${caseId}/letter`)
  const paper = page.getByRole('main')
  await expect(paper).toContainText(conclusion.rationale)
  await expect(paper).toContainText(new RegExp(patient.familyName, 'i'))
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'PDF', exact: true }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.pdf$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
}

const worklist = (page: Page) => page.getByRole('region', { name: 'Worklist' })

/** The worklist holds every task; the first one is closed there. */
export async function closeOneTask(page: Page, { tasks }: PublishedCase) {
  await page.goto('/today?view=open')
  const rows = worklist(page).getByRole('row').filter({ hasText: /case/ })
  await expect(rows).toHaveCount(tasks.length)
  for (const task of new Set(tasks)) await expect(rows.filter({ hasText: task }).first()).toBeVisible()
  const done = tasks.find((task) => !task.startsWith('Decide')) ?? ''
  await rows
    .filter({ hasText: done })
    .getByRole('button', { name: beginning(`Act on ${done}`) })
    .click()
  await page.getByRole('menuitem', { name: 'Done', exact: true }).click()
  await page.getByRole('dialog', { name: 'Done' }).getByRole('button', { name: 'Save as done' }).click()
  await expect(rows.filter({ hasText: done })).toContainText('Done')
}
