import { draftCase, expect, test } from '../fixtures'
import { beginning, isSaved } from './enter-case'

const status = (words: RegExp) => ({ hasText: words })

test.describe('the entry of a case', () => {
  test('F1 saves by itself, and a reload shows what was typed', async ({ board, openAs }) => {
    const { caseId } = await draftCase(board)
    const page = await openAs(board, board.presenter)
    await page.goto(`/cases/${caseId}/edit/symptoms`)
    const story = page.getByRole('textbox', { name: beginning('In words') })
    await story.fill('Pain since spring. ألم في الظهر 🦴')
    await page.getByRole('textbox', { name: beginning('Worst pain') }).fill('0')
    await page
      .getByRole('group', { name: beginning('Limb weakness') })
      .getByRole('radio', { name: 'Absent' })
      .check()
    await isSaved(page)
    await page.reload()
    await expect(story).toHaveValue('Pain since spring. ألم في الظهر 🦴')
    await expect(page.getByRole('textbox', { name: beginning('Worst pain') })).toHaveValue('0')
    await expect(
      page.getByRole('group', { name: beginning('Limb weakness') }).getByRole('radio', { name: 'Absent' }),
    ).toBeChecked()
    // What nobody answered is neither "no" nor "normal".
    const gait = page.getByRole('group', { name: beginning('Difficulty walking') })
    await expect(gait.getByRole('radio', { checked: true })).toHaveCount(0)
  })

  test('F1 says when nothing can be saved, keeps what is typed, and saves it once the network is back', async ({
    board,
    openAs,
  }) => {
    const { caseId } = await draftCase(board)
    const page = await openAs(board, board.presenter)
    await page.goto(`/cases/${caseId}/edit/notes`)
    const notes = page.getByRole('textbox', { name: beginning('Free notes') })
    await page.context().setOffline(true)
    await notes.fill('Typed in the cellar.')
    await notes.blur()
    await expect(page.getByRole('status').filter(status(/Not saved: .+ Kept on this screen/))).toBeVisible()
    await expect(notes).toHaveValue('Typed in the cellar.')
    await page.context().setOffline(false)
    await isSaved(page)
    await page.reload()
    await expect(notes).toHaveValue('Typed in the cellar.')
  })

  test('F4 shows both values when two people typed into one field, until one of them chooses', async ({
    board,
    openAs,
  }) => {
    const { caseId } = await draftCase(board)
    const [mine, theirs] = [await openAs(board, board.presenter), await openAs(board, board.medicalOncologist)]
    const field = beginning('Other illness')
    for (const page of [mine, theirs]) await page.goto(`/cases/${caseId}/edit/comorbidity`)
    await theirs.getByRole('textbox', { name: field }).fill('Diabetes')
    await isSaved(theirs)
    await mine.getByRole('textbox', { name: field }).fill('Hypertension')
    const conflict = mine.getByRole('alert').filter({ hasText: 'Other illness: yours Hypertension, saved Diabetes' })
    await expect(conflict).toBeVisible()
    await expect(conflict).toContainText('E. Wyndlass')
    await expect(mine.getByRole('status').filter(status(/1 answer changed by somebody else/))).toBeVisible()
    await conflict.getByRole('button', { name: 'Keep mine' }).click()
    await isSaved(mine)
    await theirs.reload()
    await expect(theirs.getByRole('textbox', { name: field })).toHaveValue('Hypertension')
  })
})
