import { expect, type Locator, type Page } from '@playwright/test'
import type { Answer } from '@/db/seed/story'
import { findOptionType } from '@/lib/clinical/catalogue/catalogue'
import { describeOption } from '@/lib/clinical/catalogue/describe-option'
import { intentTitles, modalityFacts, urgencyFacts } from '@/lib/clinical/catalogue/modalities'
import type { Parameter } from '@/lib/clinical/catalogue/parameter'
import { type PlanOption, type PlanOptionInput, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { beginning, escaped } from './enter-case'

/** Makes a meeting for today and opens it. */
export async function planMeeting(page: Page, title: string): Promise<string> {
  await page.goto('/meetings')
  await page.getByRole('button', { name: 'New meeting' }).click()
  const form = page.getByRole('dialog', { name: 'New meeting' })
  await form.getByRole('textbox', { name: beginning('Title') }).fill(title)
  await form.getByRole('textbox', { name: beginning('Day') }).fill('today')
  await form.getByRole('textbox', { name: beginning('Time') }).fill('13:00')
  await form.getByRole('button', { name: 'Make the meeting' }).click()
  await page.waitForURL(/\/meetings\/[\w-]{36}$/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Puts the one case of a patient that waits, blocked since its letter leaves much open, on the agenda as a chair may, and starts the meeting. */
export async function addCaseAndStart(page: Page, familyName: string) {
  await page.getByRole('button', { name: 'Add a case' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add a case' })
  await expect(dialog.getByText(/^Blocked/)).toBeVisible()
  await dialog.getByRole('button', { name: new RegExp(`^Add ${familyName}`, 'i') }).click()
  const asking = page.getByRole('dialog', { name: new RegExp(`^Add ${familyName}`, 'i') })
  await asking.getByLabel(/^Why the board discusses/).fill('The decision cannot wait')
  await asking.getByRole('button', { name: 'Add with this reason' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('rowheader', { name: new RegExp(familyName, 'i') })).toBeVisible()
  await page.getByRole('button', { name: 'Start the meeting' }).click()
  await expect(page.getByRole('button', { name: 'Close the meeting' })).toBeVisible()
}

/** Enters the room by the button of the meeting's page. */
export async function enterRoom(page: Page, meetingId: string) {
  await page.goto(`/meetings/${meetingId}`)
  await page.getByRole('link', { name: 'Open room' }).click()
  await page.waitForURL(/\/room$/)
}

/** The words by which the board knows an option. */
export const titleOf = (plan: PlanOptionInput): string => describeOption(planOptionSchema.parse(plan)).title

/** Proposes an option in the row of its kind of treatment. */
export async function propose(page: Page, input: PlanOptionInput) {
  const plan = planOptionSchema.parse(input)
  const { title } = modalityFacts[plan.modality]
  await page.getByRole('button', { name: `Propose for ${title.toLowerCase()}` }).click()
  const form = page.getByRole('dialog', { name: 'Propose an option' })
  await fillOption(form, plan)
  await form.getByRole('button', { name: 'Propose', exact: true }).click()
  const row = page.getByRole('region', { name: title, exact: true })
  await expect(row.getByText(titleOf(input), { exact: true }).first()).toBeVisible()
}

async function fillOption(form: Locator, plan: PlanOption) {
  const type = findOptionType(plan.optionType)
  if (!type) throw new Error(`${plan.optionType} is not in the catalogue`)
  const box = (label: string) => form.getByRole('textbox', { name: beginning(label) })
  await form.getByRole('combobox', { name: beginning('What is proposed') }).selectOption({ label: type.title })
  if (type.levels !== 'none') await box('Levels').first().fill(plan.levels.join(', '))
  if (plan.urgency) await form.getByRole('radio', { name: beginning(urgencyFacts[plan.urgency].title) }).check()
  for (const intent of plan.intents) {
    const group = form.getByRole('group', { name: beginning('Meant to achieve') })
    await group.getByRole('checkbox', { name: intentTitles[intent] }).check()
  }
  if (plan.sequence) await box('Before or after what').fill(plan.sequence)
  const given = Object.entries(plan.parameters)
  if (given.some(([key]) => !type.parameters[key]?.required)) await form.getByText(/^More about it/).click()
  for (const [key, value] of given) {
    const parameter = type.parameters[key]
    if (parameter) await fillParameter(form, parameter, value)
  }
}

async function fillParameter(form: Locator, parameter: Parameter, value: unknown) {
  const name = beginning(parameter.label)
  if (parameter.kind === 'choice') {
    const label = parameter.choices[String(value)] ?? String(value)
    await form.getByRole('combobox', { name }).selectOption({ label })
    return
  }
  const text = Array.isArray(value) ? value.join(', ') : wordsOf(value)
  await form.getByRole('textbox', { name }).fill(text)
}

const wordsOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : String(value)

const stanceWords = { support: 'Support', acceptable: 'Acceptable', oppose: 'Oppose' } as const

/** Answers one option of the own ballot; an answer that is none of the three stances is given for its whole modality. */
export async function answer(page: Page, plan: PlanOptionInput, said: Answer) {
  const { stance, reason } = typeof said === 'string' ? { stance: said, reason: '' } : said
  const title = titleOf(plan)
  const { title: modality } = modalityFacts[plan.modality]
  const row = page.getByRole('region', { name: modality, exact: true })
  if (stance === 'support' || stance === 'acceptable' || stance === 'oppose') {
    const control = row.getByRole('group', { name: `Your stance on ${title}`, exact: true })
    await control.getByRole('radio', { name: stanceWords[stance] }).check()
    if (reason) await reasonFor(row, title).fill(reason)
    return
  }
  await row.getByRole('button', { name: `${modality}: Other answer` }).click()
  await page.getByRole('menuitem', { name: 'Need information' }).click()
  await row.getByRole('textbox', { name: new RegExp(`^What is missing.* for ${modality}$`) }).fill(reason)
}

/** The text that goes with a stance on an option, within the ballot. */
export const reasonFor = (ballot: Page | Locator, title: string): Locator =>
  ballot.getByRole('textbox', { name: new RegExp(`^Reason.* for ${escaped(title)}$`) })

/** Casts the ballot as it stands. */
export async function cast(page: Page) {
  await page.getByRole('button', { name: 'Cast sealed ballot' }).click()
  await expect(page.getByText(/Cast \d\d:\d\d, sealed\./)).toBeVisible()
}

/** How many have cast, as everybody in the room sees it. */
export const castCount = (page: Page): Locator =>
  page.getByRole('region', { name: 'Sealed vote' }).getByRole('status').first()

/** The row of an option among the revealed stances; two kinds of treatment may have options of the same words. */
export function stancesOn(page: Page, plan: PlanOptionInput): Locator {
  const { title } = modalityFacts[plan.modality]
  const heading = page.getByRole('rowheader', { name: title, exact: true })
  const group = page.getByRole('region', { name: 'Stances' }).getByRole('rowgroup').filter({ has: heading })
  return group
    .getByRole('row')
    .filter({ hasText: titleOf(plan) })
    .first()
}

/** How long until the page shows this, in milliseconds. An assertion looks in growing steps, which would count too. */
export async function timeUntil(page: Page, pattern: string): Promise<number> {
  const from = Date.now()
  const isShown = (sought: string) => new RegExp(sought).test(document.querySelector('main')?.textContent ?? '')
  await page.waitForFunction(isShown, pattern, { polling: 50 })
  return Date.now() - from
}
