import { expect, type Locator, type Page } from '@playwright/test'
import type { Conclusion, Part } from '@/db/seed/story'
import { type Modality, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { addDays, type Day, showDay } from '@/lib/foundation/time'
import { password } from '../fixtures'
import type { PublishedCase } from '../fixtures/cases/published-case'
import { beginning } from './enter-case'
import { titleOf } from './hold-meeting'

/** The names of the people who play the parts, and the board's day. */
type Table = { names: Partial<Record<Part, string>>; today: Day }

type Decision = Conclusion['decisions'][Modality]

/** Writes the conclusion as the chair: an answer for each kind of treatment, and the words. */
export async function writeConclusion(page: Page, { conclusion, options }: PublishedCase, table: Table) {
  await page.getByRole('button', { name: 'Conclude this case' }).click()
  const form = page.getByRole('region', { name: 'Conclusion', exact: true })
  for (const [modality, decision] of Object.entries(conclusion.decisions)) {
    const { title } = modalityFacts[modality as Modality]
    await decide(form.getByRole('region', { name: title, exact: true }), decision, options, table)
  }
  const words = {
    Rationale: conclusion.rationale,
    'How the patient’s goals were considered': conclusion.goalsConsidered,
  }
  for (const [label, text] of Object.entries(words)) {
    await form.getByRole('textbox', { name: beginning(label) }).fill(text)
  }
  await answerBeside(form)
}

/** What is asked beside the treatments: one of support and trials, why the others wait, and each recorded goal. */
export async function answerBeside(form: Locator) {
  const support = form.getByRole('region', { name: 'Support and trials' })
  const palliative = support.getByRole('group', { name: 'What the board says on palliative care' })
  await palliative.getByRole('radio', { name: 'Offered' }).check()
  await support.getByRole('textbox', { name: beginning('Signing without an answer, because') }).fill('Asked next week')
  for (const goal of await form.getByRole('group', { name: /^How this goal was considered/ }).all()) {
    await goal.getByRole('radio', { name: 'Served', exact: true }).check()
  }
  for (const risk of await form.getByRole('group', { name: /a risk that the patient called unacceptable/ }).all()) {
    await risk.getByRole('radio', { name: 'No', exact: true }).check()
  }
}

async function decide(row: Locator, decision: Decision, options: PublishedCase['options'], table: Table) {
  const say = (outcome: string) => row.getByRole('radio', { name: outcome, exact: true }).check()
  if ('none' in decision) {
    await say('None')
    await row.getByRole('textbox', { name: /because/ }).fill(decision.none)
  } else if ('deferred' in decision) {
    await say('Defer')
    await row.getByRole('textbox', { name: beginning('What is missing') }).fill(decision.deferred)
    await carry(row, decision, table)
  } else {
    await say('Recommend')
    for (const { option, ...carried } of decision.recommend) {
      const proposed = options[option]
      if (!proposed) throw new Error(`There is no option ${option}`)
      await row.getByRole('checkbox', { name: titleOf(proposed.plan) }).check()
      await carry(row, carried, table)
    }
    // Every option of the vote that is not recommended gets a place.
    for (const group of await row.getByRole('group', { name: /^How the board sees/ }).all()) {
      await group.getByRole('radio', { name: 'Suitable, not first' }).check()
    }
  }
}

async function carry(row: Locator, { owner, dueInDays }: { owner: Part; dueInDays: number }, { names, today }: Table) {
  await row.getByRole('combobox', { name: beginning('Who sees to it') }).selectOption({ label: names[owner] ?? owner })
  await row.getByRole('textbox', { name: beginning('Due on') }).fill(showDay(addDays(today, dueInDays)))
}

/** Signs what was written, with the year of birth and the password typed again and a reason for every stop of the pathway. */
export async function sign(page: Page, bornOn: string) {
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign this conclusion?' })
  const year = dialog.getByRole('textbox', { name: beginning('Year of birth') })
  await expect(year).toBeFocused()
  await year.fill(bornOn.slice(0, 4))
  const stops = dialog.getByRole('region', { name: 'Stops of the pathway' })
  await expect(stops.or(dialog.getByText('No stop of the pathway stands.'))).toBeVisible()
  for (const reason of await stops.getByRole('textbox').all())
    await reason.fill('The board decides with what is known today')
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(dialog).toBeHidden()
}
