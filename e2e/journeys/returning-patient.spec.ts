import type { Page } from '@playwright/test'
import { placeTestCase, type TestBoard } from '@/db/testing-board'
import { recordTestFacts } from '@/db/testing-signed-case'
import { expect, surroundings, test } from '../fixtures'
import { beginning, isSaved } from './enter-case'

const known = [
  { section: 'tumour', field: 'histology', value: 'Clear-cell carcinoma' },
  { section: 'safety', field: 'mriObstacle', value: 'present' },
  { section: 'safety', field: 'mriObstacleKinds', value: ['pacemaker'] },
  { section: 'allergy', item: 'c8a61c1e-0000-4000-8000-000000000001', field: 'substance', value: 'Penicillin' },
]

/** Opens a second case for the patient whom the form finds by what is typed, through the screens. */
async function comeBack(page: Page, board: TestBoard): Promise<{ code: string }> {
  const { caseId, code, familyName } = await placeTestCase(surroundings.ownerUrl, board, 1)
  await recordTestFacts(board, caseId, known, '2026-03-14')
  await page.goto('/cases/new')
  await page.getByRole('textbox', { name: 'What should the board decide?' }).fill('Irradiate T7 again?')
  await page.getByRole('textbox', { name: beginning('Family name') }).fill(familyName)
  await page.getByRole('textbox', { name: beginning('Given name') }).fill('Ottilie')
  await page.getByRole('textbox', { name: beginning('Born') }).fill('14-Mar-1967')
  const candidate = page.getByRole('listitem').filter({ hasText: 'birth date differs in one digit' })
  await expect(candidate).toContainText('same family name')
  await page.getByRole('textbox', { name: beginning('Identifier') }).fill('4417-0001')
  await expect(page.getByText('two digits of the identifier exchanged')).toBeVisible()
  await page.getByRole('combobox', { name: beginning('Issued by') }).fill('Northbridge no.')
  await page.getByRole('radio', { name: 'Female', exact: true }).check()
  await page.getByRole('button', { name: 'Open case', exact: true }).click()
  await expect(page.getByText('No case was opened yet')).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Open case for another patient' })).toBeVisible()
  await page.getByRole('button', { name: beginning('Use this patient') }).click()
  await page.getByRole('button', { name: 'Open case for this patient' }).click()
  await page.waitForURL(/edit\/referral$/)
  return { code }
}

test('what an earlier case knows is not asked twice: it is confirmed with its source and its day', async ({
  board,
  openAs,
}) => {
  const page = await openAs(board, board.presenter)
  const { code } = await comeBack(page, board)
  const panel = page.getByRole('region', { name: 'Known from earlier cases' })
  await expect(panel.getByRole('listitem').filter({ hasText: 'Clear-cell carcinoma' })).toContainText(
    `Case ${code}, 14-Mar-2026`,
  )
  await panel.getByRole('button', { name: beginning('Still so: Histology') }).click()
  await expect(panel).not.toContainText('Clear-cell carcinoma')
  await expect(page.getByText('Confirmed: Histology and markers.')).toBeVisible()
  await panel.getByRole('button', { name: 'Confirm these: Safety' }).click()
  await expect(panel).not.toContainText('Penicillin')
  await isSaved(page)

  await page.reload()
  await expect(page.getByRole('region', { name: 'Patient', exact: true }).first()).toContainText('Penicillin')
  await expect(panel).not.toContainText('Clear-cell carcinoma')
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: /Tumour and disease/ })
    .click()
  await expect(page.getByRole('textbox', { name: beginning('Histology') })).toHaveValue('Clear-cell carcinoma')
  await expect(page.getByText(`confirmed from case ${code}, findings from 14-Mar-2026`)).toBeVisible()
})

test('a person has several identifiers, a preferred name and somebody to telephone, and the banner copies a number', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/referral`)
  await page.getByRole('button', { name: 'Add another identifier' }).click()
  await page.getByRole('textbox', { name: beginning('Further identifier 1') }).fill('943 476 5918')
  await page.getByRole('combobox', { name: beginning('Issuer of further identifier 1') }).fill('NHS No.')
  await page.getByText('Preferred name, suffix, gender').click()
  await page.getByRole('textbox', { name: beginning('Preferred name') }).fill('Mari')
  await page.getByRole('textbox', { name: beginning('Gender') }).fill('Woman')
  await page.getByRole('textbox', { name: beginning('Telephone') }).fill('01632 960001')
  await page.getByRole('textbox', { name: beginning('Next of kin') }).fill('J. Ardenwick')
  await page.getByRole('button', { name: 'Save patient' }).click()
  await expect(page.getByText('The check digit of this NHS number is wrong. Compare it again.').first()).toBeVisible()
  await page.getByRole('textbox', { name: beginning('Further identifier 1') }).fill('943-476 5919')
  await page.getByRole('button', { name: 'Save patient' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()

  await page.reload()
  await page.getByText('Who entered this, and what it replaced').click()
  const entry = page
    .getByRole('listitem')
    .filter({ hasText: `${board.presenter.name} corrected the patient’s details` })
  await expect(entry).toContainText('Preferred nameMari')
  await expect(page.getByRole('textbox', { name: beginning('Telephone') })).toHaveValue('01632 960001')
  const banner = page.getByRole('region', { name: 'Patient', exact: true }).first()
  await expect(banner).toContainText('Likes to be called Mari')
  await expect(banner).toContainText('Woman')
  const number = banner.getByRole('button', { name: /^Copy NHS No. 943\s476\s5919$/ })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await number.focus()
  await page.keyboard.press('Enter')
  await expect(banner.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('9434765919')

  const watching = await openAs(board, board.observer)
  await watching.goto(`/cases/${caseId}`)
  await expect(watching.getByText('Likes to be called Mari')).toBeVisible()
  await expect(watching.getByText('01632 960001')).toHaveCount(0)
})
