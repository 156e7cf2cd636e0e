import type { Locator } from '@playwright/test'
import { placeTestCase } from '@/db/testing-board'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { expect, surroundings, test } from '../fixtures'

/** Where a finger would land on the first letters of a text. */
const middleOf = async (text: Locator) => {
  const box = await text.boundingBox()
  return { clientX: (box?.x ?? 0) + 8, clientY: (box?.y ?? 0) + 8 }
}

const today = new Date().toISOString().slice(0, 10)

test('what changed since the board stands on the sheet, and leads to the sheet as it was then', async ({
  board,
  openAs,
}) => {
  const words = { section: 'notes', field: 'free' }
  const { caseId } = await signTestCase(surroundings.ownerUrl, board, today, (id) =>
    recordTestFacts(board, id, [{ ...words, value: 'Walks to the shop' }], today),
  )
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}`)
  const since = page.getByRole('region', { name: 'Changed since the last board' })
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Walks to the shop')
  await expect(since).toContainText(/^Nothing changed since the board of/)

  await recordTestFacts(board, caseId, [{ ...words, value: 'Needs a frame', base: 1 }], today)
  await page.reload()
  await since.locator('summary').click()
  await expect(since.locator('summary')).toContainText('1 value changed since the board of')
  await expect(since.getByRole('row', { name: /Free notes/ })).toContainText('Walks to the shop')
  await expect(since.getByRole('row', { name: /Free notes/ })).toContainText('Needs a frame')
  await expect(since.getByRole('row', { name: /Free notes/ })).toContainText(board.presenter.name)

  await since.getByRole('link', { name: 'The sheet as it was then' }).click()
  await expect(page.getByText(/^As known on .*; 1 value changed since\.$/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Walks to the shop')
  await expect(page.getByRole('region', { name: 'Notes' })).not.toContainText('Needs a frame')
  await expect(page.getByRole('link', { name: 'Edit case' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Board sheet of today' }).click()
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Needs a frame')
})

test('M12 a value opens who entered it, when and what it replaced, from the sheet and from the points of a score', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const pain = { section: 'lesions', item: 'T7', field: 'pain' }
  await recordTestFacts(board, caseId, [{ ...pain, value: 'occasional' }], today)
  await recordTestFacts(board, caseId, [{ ...pain, value: 'mechanical', base: 1 }], today)
  const page = await openAs(board, board.observer)
  await page.goto(`/cases/${caseId}`)
  const row = page.getByRole('region', { name: /^Stability/ }).getByRole('row', { name: /^Pain/ })
  await row.getByRole('button').focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /T7: Pain/ })
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expect(dialog.getByRole('listitem').first()).toContainText('Mechanical')
  await expect(dialog.getByRole('listitem').last()).toContainText('Occasional')
  await expect(dialog.getByRole('listitem').last()).toContainText(board.presenter.name)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(row.getByRole('button')).toBeFocused()

  await test.step('D10 an abbreviation is spelled out under the pointer, under a touch, and where the keyboard is', async () => {
    const spelledOut = page.getByText('SINS: Spinal Instability Neoplastic Score', { exact: true })
    const short = page.getByText(/^SINS\b/).first()
    await short.hover({ position: { x: 8, y: 8 } })
    await expect(spelledOut).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(spelledOut).toHaveCount(0)
    await short.dispatchEvent('pointerup', { pointerType: 'touch', ...(await middleOf(short)) })
    await expect(spelledOut).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(spelledOut).toHaveCount(0)
    await page.getByRole('link', { name: /^SINS .*points behind it at T7/ }).focus()
    await expect(spelledOut).toBeVisible()
  })

  await test.step('a score shows what another answer would change, and the case keeps its own', async () => {
    const stability = page.getByRole('region', { name: /^Stability/ })
    const before = await stability.textContent()
    await stability.getByRole('button', { name: /^What if/ }).click()
    const asking = page.getByRole('dialog', { name: 'What if: SINS, T7' })
    await expect(asking.getByRole('status')).toContainText('Nothing changed yet')
    await asking.getByRole('radio', { name: /^No pain/ }).check()
    await expect(asking.getByRole('status')).toContainText('Pain: Mechanical → No pain from this lesion')
    await asking.getByRole('button', { name: 'Back to the case’s answers' }).click()
    await expect(asking.getByRole('radio', { name: /^Mechanical/ })).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(stability.getByRole('button', { name: /^What if/ })).toBeFocused()
    expect(await stability.textContent()).toBe(before)
  })
})

test('the history tells values by person, and one group alone', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1, {}, 'none')
  await recordTestFacts(board, caseId, [{ section: 'notes', field: 'free', value: 'Lives alone' }], today)
  await recordTestFacts(board, caseId, [{ section: 'tumour', field: 'histology', value: 'Clear-cell' }], today)
  const page = await openAs(board, board.observer)
  await page.goto(`/cases/${caseId}`)
  await page.getByRole('link', { name: 'History' }).click()
  const told = page.getByRole('region', { name: 'What happened' })
  await expect(told).toContainText(`${board.presenter.name} recorded 2 values`)
  await expect(told).toContainText('Lives alone')
  await told.getByLabel('Group').selectOption('notes')
  await expect(told).toContainText('recorded 1 value')
  await expect(told).not.toContainText('Clear-cell')
})

test('a value on which sources differ shows both until it is settled with a reason, and the history tells it', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const lesion = { section: 'lesions', item: 'T7', field: 'lesion' }
  await recordTestFacts(board, caseId, [{ ...lesion, value: 'lytic' }], today)
  const page = await openAs(board, board.radiationOncologist)
  await page.goto(`/cases/${caseId}/edit/lesions#T7`)
  await page.getByRole('button', { name: 'Source of Bone lesion' }).click()
  await page.getByRole('menuitem', { name: 'Another source on Bone lesion' }).click()
  const adding = page.getByRole('dialog', { name: 'Another source on Bone lesion' })
  await adding.getByRole('radio', { name: /^Blastic/ }).check()
  await adding.getByRole('button', { name: 'Keep both values' }).click()
  await expect(adding.getByRole('alert')).toContainText('Write which source says this.')
  await adding.getByLabel('Source').fill('CT report of the other hospital')
  await adding.getByRole('button', { name: 'Keep both values' }).click()
  const differ = page.getByRole('region', { name: 'Sources differ on Bone lesion' })
  await expect(differ.getByRole('listitem')).toHaveText([/^Lytic.*Recorded first/, /^Blastic.*CT report of the other/])
  await expect(page.getByRole('radio', { name: /^Lytic/ })).toBeDisabled()

  await page.goto(`/cases/${caseId}`)
  const row = page.getByRole('region', { name: /^Stability/ }).getByRole('row', { name: /^Bone lesion/ })
  await expect(row).toContainText('Lytic or Blastic')
  await expect(row).toContainText('CT report of the other hospital')
  await expect(page.getByRole('region', { name: 'Readiness' })).toContainText('two sources differ: Lytic or Blastic')

  await page.goto(`/cases/${caseId}/edit/lesions#T7`)
  await differ.getByRole('button', { name: 'Settle which counts: Bone lesion' }).click()
  const settling = page.getByRole('dialog', { name: 'Settle: Bone lesion' })
  await settling.getByRole('radio', { name: /^Blastic/ }).check()
  await settling.getByLabel('Reason').fill('Read again on thin slices')
  await settling.getByRole('button', { name: 'Settle' }).click()
  await expect(differ).toHaveCount(0)
  await expect(page.getByRole('radio', { name: /^Blastic/ })).toBeChecked()

  // A slip of one's own needs nobody to settle it: it is taken back, and the value stands alone again.
  await page.getByRole('button', { name: 'Source of Bone lesion' }).click()
  await page.getByRole('menuitem', { name: 'Another source on Bone lesion' }).click()
  await adding.getByRole('radio', { name: /^Mixed/ }).check()
  await adding.getByLabel('Source').fill('Letter about another patient')
  await adding.getByRole('button', { name: 'Keep both values' }).click()
  await differ.getByRole('button', { name: /^Take back “Mixed/ }).click()
  const slip = page.getByRole('dialog', { name: /^Take back “Mixed/ })
  await slip.getByRole('button', { name: 'Take back' }).click()
  await expect(slip.getByRole('alert')).toContainText('Write why it is taken back.')
  await slip.getByLabel('Reason').fill('Wrong letter')
  await slip.getByRole('button', { name: 'Take back' }).click()
  await expect(differ).toHaveCount(0)
  await expect(page.getByRole('radio', { name: /^Blastic/ })).toBeChecked()

  await page.goto(`/cases/${caseId}/history`)
  const told = page.getByRole('region', { name: 'What happened' })
  const entries = told.getByRole('listitem')
  await expect(entries.filter({ hasText: 'recorded what another source says' })).toContainText([
    'Mixed lytic and blastic (source: Letter about another patient)',
    'Blastic (source: CT report of the other hospital)',
  ])
  await expect(entries.filter({ hasText: 'took back what another source says' })).toContainText('Wrong letter')
  await expect(entries.filter({ hasText: 'settled which of two values counts' })).toContainText(
    'counts. Read again on thin slices',
  )
})
