import { must } from '@/db/testing-board'
import { openTestVote, vote } from '@/db/testing-vote'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { getConclusions } from '@/lib/deliberation/queries/get-conclusions'
import { expect, surroundings, test } from '../fixtures'
import { sign } from './conclude-case'
import { beginning } from './enter-case'

test('the chair signs what stands on the screen, also after a first try and second thoughts', async ({
  board,
  openAs,
}) => {
  const item = await openTestVote(surroundings.ownerUrl, board)
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  const page = await openAs(board, board.chair)
  await page.goto(`/meetings/${item.meetingId}/room`)
  await page.getByRole('button', { name: 'Conclude this case' }).click()
  const form = page.getByRole('region', { name: 'Conclusion', exact: true })
  const rationale = form.getByRole('textbox', { name: beginning('Rationale') })

  await test.step('signing an empty conclusion names what is missing, and the form goes on saving', async () => {
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(form.getByText(/Say what the board says on radiation/).first()).toBeVisible()
    for (const modality of modalities) {
      const row = form.getByRole('region', { name: modalityFacts[modality].title, exact: true })
      await row.getByRole('radio', { name: 'None', exact: true }).check()
      await row.getByRole('textbox', { name: /because/ }).fill('Not wanted')
    }
    await form.getByRole('textbox', { name: beginning('How the patient’s goals were considered') }).fill('Home first')
    await rationale.fill('First thoughts')
    await expect.poll(async () => must(await getConclusions(board.chair, item)).draft?.rationale).toBe('First thoughts')
  })

  await test.step('what was changed after a "Not yet" is what is signed', async () => {
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Not yet' }).click()
    await rationale.fill('Second thoughts')
    await sign(page, '1961-03-14')
    await expect
      .poll(async () => must(await getConclusions(board.chair, item)).signed?.rationale)
      .toBe('Second thoughts')
  })
})
