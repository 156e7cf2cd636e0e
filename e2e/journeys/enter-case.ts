import { expect, type Locator, type Page } from '@playwright/test'
import { groupsOf } from '@/lib/cases/asked'
import type { Field } from '@/lib/cases/field'
import type { Section } from '@/lib/cases/sections/section'
import { pageOf, type SectionId, sections } from '@/lib/cases/sections/sections'
import { showMoment } from '@/lib/foundation/moment'
import { showDay } from '@/lib/foundation/time'
import type { PublishedCase } from '../fixtures/cases/published-case'

type Values = Readonly<Record<string, unknown>>

/** Matches a name that begins with these words and goes on with a hint, points or nothing. */
export const beginning = (words: string): RegExp => new RegExp(`^${escaped(words)}(?!\\w)`)

/** The words as a part of a pattern that matches just them, whatever spaces are between them. */
export const escaped = (words: string): string =>
  words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+')

/** Opens a case through the form: the question, then the patient. Gives the id of the case. */
export async function openCase(page: Page, { question, patient }: Pick<PublishedCase, 'question' | 'patient'>) {
  await page.goto('/cases')
  await page.getByRole('link', { name: 'New case' }).click()
  await page.getByRole('textbox', { name: 'What should the board decide?' }).fill(question)
  await page.getByRole('textbox', { name: beginning('Family name') }).fill(patient.familyName)
  await page.getByRole('textbox', { name: beginning('Given name') }).fill(patient.givenName ?? '')
  await page.getByRole('textbox', { name: beginning('Born') }).fill(showDay(patient.bornOn ?? ''))
  await page.getByRole('radio', { name: patient.sex === 'female' ? 'Female' : 'Male', exact: true }).check()
  await page.getByRole('textbox', { name: beginning('Identifier') }).fill(patient.identifier ?? '')
  await page.getByRole('combobox', { name: beginning('Issued by') }).fill(patient.identifierIssuer ?? '')
  await page.getByRole('button', { name: 'Open case' }).click()
  await page.waitForURL(/\/cases\/[\w-]{36}\/edit\/referral$/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Types what is told of a case into its sections and waits until all of it is saved. What is not told is not touched. */
export async function tellCase(page: Page, { told }: Pick<PublishedCase, 'told'>) {
  for (const [id, group] of Object.entries(told)) {
    const section = id as SectionId
    await openSection(page, section)
    const form = page.getByRole('main')
    if (['one', 'series'].includes(sections[section].repeats)) await fillFields(form, section, group as Values)
    if (sections[section].repeats === 'list') await addItems(form, section, group as readonly Values[])
    if (sections[section].repeats === 'vertebra') {
      for (const [level, values] of Object.entries(group)) {
        await form.getByRole('option', { name: beginning(level) }).click()
        await fillFields(form.getByRole('region', { name: level, exact: true }), section, values as Values)
      }
    }
    await isSaved(page)
  }
}

/** Goes to a section by the list at the side. */
const openSection = (page: Page, section: SectionId): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: beginning(sections[pageOf(section)].title) })
    .click()

/** Waits until the state line says that everything is saved. */
export const isSaved = (page: Page): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: /^\s*Saved \d\d:\d\d:\d\d/ })).toBeVisible()

async function addItems(form: Locator, section: SectionId, items: readonly Values[]) {
  const { entries }: Section = sections[section]
  if (!entries) throw new Error(`${section} is no list of the form`)
  const { add, one } = entries
  for (const [index, values] of items.entries()) {
    await form.getByRole('button', { name: add }).click()
    const card = form.getByRole('region', { name: new RegExp(`^(New ${one.toLowerCase()}$|${one} ${index + 1}:)`) })
    await fillFields(card, section, values)
  }
}

async function fillFields(form: Locator, section: SectionId, values: Values) {
  const fields: Readonly<Record<string, Field>> = sections[section].fields
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name]
    if (!field) throw new Error(`${section} has no field ${name}`)
    await unfold(
      form,
      groupsOf(sections[section]).find(({ fields: grouped }) => grouped.includes(name)),
    )
    await fillField(form, field, value)
  }
}

/** Opens the folded group that a field lies in, as somebody does who looks for it. */
async function unfold(form: Locator, group: ReturnType<typeof groupsOf>[number] | undefined) {
  if (!group?.folded || group.title === null) return
  const heading = form.getByRole('heading', { name: group.title, exact: true })
  const isClosed = await heading.evaluate((place) => place.closest('details')?.open === false)
  if (isClosed) await heading.click()
}

/** Gives one answer as a person would: chooses the card, ticks the boxes, or types. */
export async function fillField(form: Locator, field: Field, value: unknown) {
  switch (field.kind) {
    case 'choice':
      return choose(form, field, String(value))
    case 'several':
      for (const one of value as readonly string[]) {
        const group = form.getByRole('group', { name: beginning(field.label) })
        await group.getByRole('checkbox', { name: beginning(field.options[one] ?? one) }).check()
      }
      return
    case 'day':
      return form.getByRole('textbox', { name: beginning(field.label) }).fill(showDay(String(value)))
    case 'moment':
      return form.getByRole('textbox', { name: beginning(field.label) }).fill(showMoment(String(value)))
    default:
      return form.getByRole('textbox', { name: beginning(field.label) }).fill(String(value))
  }
}

async function choose(form: Locator, { label, options }: Extract<Field, { kind: 'choice' }>, value: string) {
  const words = options[value] ?? value
  if (Object.keys(options).length > 8) {
    await form.getByRole('combobox', { name: beginning(label) }).selectOption({ label: words })
    return
  }
  const name = beginning(words.split(':')[0] ?? words)
  await form
    .getByRole('group', { name: beginning(label) })
    .getByRole('radio', { name })
    .check()
}

/** Hands the case in although answers are missing, as the dialog offers. */
export async function handIn(page: Page) {
  await page.getByRole('button', { name: 'Hand in to board' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in with gaps' }).click()
  await expect(page.getByText('Handed in', { exact: true })).toBeVisible()
  await expect(page.getByText('The coordinator can now put it on an agenda.')).toBeVisible()
}
