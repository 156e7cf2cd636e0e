import { must, type TestBoard } from '@/db/testing-board'
import { openTestVote, singleFraction, vote } from '@/db/testing-vote'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { getConclusions } from '@/lib/deliberation/queries/get-conclusions'
import { addDays, showDay } from '@/lib/foundation/time'
import { expect, type OpenAs, surroundings, test } from '../fixtures'
import { answerBeside, sign } from './conclude-case'
import { beginning } from './enter-case'
import { titleOf } from './hold-meeting'

/** A revealed case whose chair has opened the conclusion. */
async function beginConclusion(board: TestBoard, openAs: OpenAs) {
  const item = await openTestVote(surroundings.ownerUrl, board)
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  const page = await openAs(board, board.chair)
  await page.goto(`/meetings/${item.meetingId}/room`)
  await page.getByRole('button', { name: 'Conclude this case' }).click()
  return { item, page }
}

test('P12 the chair signs what stands on the screen, also after a first try and second thoughts', async ({
  board,
  openAs,
}) => {
  const { item, page } = await beginConclusion(board, openAs)
  const form = page.getByRole('region', { name: 'Conclusion', exact: true })
  const rationale = form.getByRole('textbox', { name: beginning('Rationale') })

  await test.step('signing an empty conclusion names what is missing, and the form goes on saving', async () => {
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(form.getByText(/Say what the board says on radiation/).first()).toBeVisible()
    const open = 'Answer palliative care, rehabilitation, psychological support and clinical trial'
    await expect(form.getByText(open).first()).toBeVisible()
    for (const modality of modalities) {
      const row = form.getByRole('region', { name: modalityFacts[modality].title, exact: true })
      await row.getByRole('radio', { name: 'None', exact: true }).check()
      await row.getByRole('textbox', { name: /because/ }).fill('Not wanted')
    }
    await form.getByRole('textbox', { name: beginning('How the patient’s goals were considered') }).fill('Home first')
    await answerBeside(form)
    await rationale.fill('First thoughts')
    await expect.poll(async () => must(await getConclusions(board.chair, item)).draft?.rationale).toBe('First thoughts')
  })

  await test.step('"Save draft" after it saved itself saves, and the signature is open', async () => {
    await expect(form.getByText(/^\s*Saved \d\d:\d\d:\d\d/)).toBeVisible()
    const answered = page.waitForResponse(/saveConclusion/)
    await form.getByRole('button', { name: 'Save draft' }).click()
    await answered
    await expect(form.getByText(/^\s*Saved \d\d:\d\d:\d\d/)).toBeVisible()
  })

  await test.step('what was changed after a "Not yet" is what is signed', async () => {
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Sign this conclusion?' })
    await dialog.getByRole('textbox', { name: beginning('Year of birth') }).fill('1961')
    await dialog.getByLabel('Your password').fill('not the password')
    // The stops come after the dialog has opened.
    const reasons = dialog.getByRole('textbox', { name: /^Why the board goes on/ })
    await expect(reasons.first()).toBeVisible()
    for (const reason of await reasons.all()) await reason.fill('Known')
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(dialog.getByText('This is not your password. Enter it again.').first()).toBeVisible()
    await dialog.getByRole('button', { name: 'Not yet' }).click()
    await rationale.fill('Second thoughts')
    await sign(page, '1961-03-14')
    await expect
      .poll(async () => must(await getConclusions(board.chair, item)).signed?.rationale)
      .toBe('Second thoughts')
  })

  await test.step('the code under the signature tells that it is in force', async () => {
    const signature = page.getByRole('region', { name: 'Signature of version 1' })
    await expect(signature).toContainText('which is in force')
    await signature.getByRole('link').click()
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(page.getByRole('status')).toContainText(/belongs to a record signed on .*, version 1\./)
  })
})

test('F6 an error at the conclusion goes when its field is right, and a date that cannot be read is said to be that', async ({
  board,
  openAs,
}) => {
  const { page } = await beginConclusion(board, openAs)
  await expect(page.getByRole('list', { name: 'Steps of this case' }).locator('[aria-current=step]')).toHaveText(
    /Conclude/,
  )
  const form = page.getByRole('region', { name: 'Conclusion', exact: true })
  const row = form.getByRole('region', { name: modalityFacts[singleFraction.modality].title, exact: true })
  const dueOn = row.getByRole('textbox', { name: beginning('Due on') })
  const summary = form.getByRole('alert').filter({ hasText: 'There is a problem' })
  const reading = /cannot be read as a date\. Write it for example 22-Nov-2026\./

  await row.getByRole('radio', { name: 'Recommend', exact: true }).check()
  await row.getByRole('checkbox', { name: titleOf(singleFraction) }).check()
  await dueOn.fill('in 5 days')
  await dueOn.blur()
  await expect(row.getByText(reading)).toBeVisible()
  await form.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(summary).toBeFocused()
  await expect(summary.getByText(reading)).toBeVisible()
  await expect(dueOn).toHaveValue('in 5 days')

  await expect(summary.getByText(/Say how the board sees this option/)).toBeVisible()
  await row
    .getByRole('group', { name: /^How the board sees/ })
    .getByText('Suitable, not first')
    .click()
  await expect(summary.getByText(/Say how the board sees this option/)).toHaveCount(0)

  await dueOn.fill('31-Dec-2099')
  await expect(summary.getByText(reading)).toHaveCount(0)
  await expect(summary.getByText(/more than two years ahead/)).toBeVisible()
  await dueOn.fill(showDay(addDays(new Date().toISOString().slice(0, 10), 60)))
  await expect(summary.getByText(/more than two years ahead/)).toHaveCount(0)
  await expect(dueOn).not.toHaveAttribute('aria-invalid', 'true')
  await expect(dueOn).toBeFocused()
  await expect(summary.getByText(/Write why the board says so/)).toBeVisible()
  await form.getByRole('textbox', { name: beginning('Rationale') }).fill('Unstable')
  await expect(form.getByText(/Write why the board says so/)).toHaveCount(0)
})
