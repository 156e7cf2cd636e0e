import { placeTestCase } from '@/db/testing-board'
import { expect, surroundings, test } from '../fixtures'
import { beginning, isSaved } from './enter-case'

const draft = { state: 'draft' as const, handedInAt: null }

test('a rule that cannot be told leads to the field that answers it, and an answer brings the next question', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1, draft)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}`)
  const pathway = page.getByRole('region', { name: 'Pathway' })
  await pathway.getByText(/^Cannot be told yet/).click()
  await expect(pathway).not.toContainText('no place')
  await expect(pathway).toContainText('Of the board, not of a case')
  await pathway.getByRole('link', { name: 'Carer identified: not recorded' }).click()

  const carer = page.getByRole('group', { name: beginning('Carer identified') })
  await expect(carer.getByRole('radio', { name: 'Yes' })).toBeFocused()
  const support = page.getByRole('group', { name: beginning('Carer support offered') })
  await expect(support).toBeHidden()
  await carer.getByRole('radio', { name: 'Yes' }).check()
  await expect(support).toBeVisible()
  await support.getByRole('radio', { name: 'No' }).check()
  await isSaved(page)

  await page.goto(`/cases/${caseId}`)
  await pathway.getByText(/^Notes: /).click()
  await expect(pathway).toContainText('Note: No support offered.')
  await expect(page.getByRole('region', { name: 'Care and checks' })).toContainText('Carer support offered')
})

test('what no rule asks now is one fold away, and stays where it is while it is answered', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1, draft)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/care`)
  const form = page.getByRole('region', { name: 'Care and checks' })
  const collar = form.getByRole('group', { name: beginning('Fitted hard collar') })
  await expect(collar).toBeHidden()
  await form.getByText('All other questions').click()
  await collar.getByRole('radio', { name: 'Yes' }).check()
  await expect(collar.getByRole('radio', { name: 'Yes' })).toBeFocused()
  await isSaved(page)
  await page.reload()
  await expect(collar.getByRole('radio', { name: 'Yes' })).toBeChecked()
})
