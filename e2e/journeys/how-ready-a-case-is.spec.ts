import { placeTestCase } from '@/db/testing-board'
import { addDays, showDay } from '@/lib/foundation/time'
import { expect, surroundings, test } from '../fixtures'
import { beginning, isSaved } from './enter-case'

const draft = { state: 'draft' as const, handedInAt: null }

test('a case says what blocks it, who owes it and by when; a promise in time lifts the block', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1, draft)
  const page = await openAs(board, board.coordinator)
  await page.goto('/cases')
  await expect(page.getByRole('row', { name: /ARDENWICK1/ })).toContainText(/Blocked, \d+ required open/)
  await page.goto(`/cases/${caseId}`)
  const readiness = page.getByRole('region', { name: 'Readiness' })
  const primary = readiness.getByRole('listitem').filter({ hasText: 'Primary tumour' })
  await expect(primary).toContainText('Required')
  await expect(primary).toContainText('P. Tellwright')

  const day = showDay(addDays(new Date().toISOString().slice(0, 10), 3))
  await primary.getByRole('button', { name: 'Ask for Primary tumour' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask for: Primary tumour' })
  await dialog.getByLabel('Who is asked').selectOption({ label: 'S. Cutbush, Spine surgery' })
  await dialog.getByLabel('Answer owed by').fill('1 jan 2020')
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await expect(dialog.getByRole('alert')).toContainText('There is a problem')
  await dialog.getByLabel('Answer owed by').fill(day)
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await expect(primary).toContainText(`S. Cutbush by ${day}`)
  await expect(primary.getByRole('button', { name: 'Change who owes Primary tumour' })).toBeVisible()
})

test('the chair changes the minimum dataset with a reason, and the entry follows it', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1, draft)
  const page = await openAs(board, board.chair)
  await page.goto('/reference/minimum-dataset')
  await page.getByRole('button', { name: 'Change the dataset' }).click()
  await page.getByRole('combobox', { name: 'Histology and markers: need' }).selectOption('Required')
  await page.getByRole('textbox', { name: 'ECOG: fresh for, in days', exact: true }).fill('10')
  await page.getByRole('button', { name: 'Save as version 1' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Write why the dataset changes.' })).toBeVisible()
  await page.getByRole('textbox', { name: beginning('Why the dataset changes') }).fill('Agreed on Monday')
  await page.getByRole('button', { name: 'Save as version 1' }).click()
  const changes = page.getByRole('region', { name: 'Changes' })
  await expect(changes).toContainText('Version 1')
  await expect(changes).toContainText('“Agreed on Monday”')
  await expect(changes).toContainText('not asked → required')

  const entering = await openAs(board, board.presenter)
  await entering.goto('/reference/minimum-dataset')
  await expect(entering.getByText('The chair changes it, with a reason.')).toBeVisible()
  await entering.goto(`/cases/${caseId}/edit/tumour`)
  const badge = entering.getByText(/Blocked, \d+ required open/)
  const before = Number((await badge.textContent())?.match(/\d+/)?.[0])
  await entering.getByRole('textbox', { name: beginning('Histology and markers') }).fill('Ductal carcinoma')
  await expect(entering.getByText(`Blocked, ${before - 1} required open`)).toBeVisible()
  await isSaved(entering)
})
