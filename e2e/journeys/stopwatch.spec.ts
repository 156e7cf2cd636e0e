import type { Page } from '@playwright/test'
import { report05 } from '@/db/seed/published/case-05'
import { expect, test } from '../fixtures'
import { stopwatch, stopwatchLine } from '../stopwatch'
import { beginning, isSaved } from './enter-case'
import { isTypedAsTold } from './typed-as-told'

/** The new-case page as a person meets it, with the stopwatch running from there. */
async function begin(page: Page) {
  await page.goto('/cases')
  await page.getByRole('link', { name: 'New case' }).click()
  await expect(page.getByRole('textbox', { name: 'What should the board decide?' })).toBeFocused()
  const watch = stopwatch(page)
  const main = page.getByRole('main')
  const box = (name: string) => main.getByRole('textbox', { name: beginning(name) })
  const group = (name: string) => main.getByRole('group', { name: beginning(name) })
  const section = (name: string) =>
    watch.click(page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: beginning(name) }))
  /** Hands in with gaps, saying in the dialog why there is no study: by keys from the last section, else by the button. */
  const handIn = async (because: string, from: 'last section' | 'elsewhere') => {
    if (from === 'last section') await watch.press('Control+Enter')
    else await watch.click(page.getByRole('button', { name: 'Hand in to board' }))
    const dialog = page.getByRole('dialog')
    await watch.type(dialog.getByRole('textbox', { name: beginning('No imaging study, because') }), because)
    await expect(dialog.getByRole('button', { name: 'Hand in with gaps' })).toBeEnabled()
    await watch.press('Control+Enter')
    await expect(page.getByText('The coordinator can now put it on an agenda.')).toBeVisible()
  }
  return { watch, main, box, group, section, handIn }
}

test('case 05 is entered and handed in with one page change and few acts', async ({ board, openAs }) => {
  const page = await openAs(board, board.presenter)
  const { watch, main, box, group, section, handIn } = await begin(page)
  const { patient, question, told } = report05
  await watch.type(box('What should the board decide?'), question)
  await watch.type(box('Family name'), patient.familyName)
  await watch.type(box('Given name'), patient.givenName ?? '')
  await watch.type(box('Born'), patient.bornOn ?? '')
  await watch.choose(group('Sex'), /^Female$/, 'f')
  await watch.type(box('Identifier'), patient.identifier ?? '')
  await watch.type(main.getByRole('combobox', { name: beginning('Issued by') }), patient.identifierIssuer ?? '')
  await watch.press('Enter')
  await page.waitForURL(/\/edit\/referral$/)
  const caseId = new URL(page.url()).pathname.split('/')[2] ?? ''

  await watch.type(box('Story in a few lines'), String(told.referral?.summary))
  await watch.press('Control+Enter', 2)
  const primary = main.getByRole('combobox', { name: beginning('Primary tumour') })
  await watch.type(primary, 'br')
  await expect(primary).toHaveValue('breast')
  await watch.press('Control+Enter')
  await watch.choose(group('Back pain'), /^Present$/, 'p')
  await watch.click(main.getByRole('heading', { name: 'Pain in detail' }))
  await watch.choose(group('Mechanical pain'), /^Present$/, 'p')
  await section('Lesions by level')
  const map = page.getByRole('listbox', { name: 'Level' })
  await watch.click(map.getByRole('option', { name: beginning('L1') }))
  const level = main.getByRole('region', { name: 'L1', exact: true })
  await watch.press('Enter')
  await watch.choose(level.getByRole('group', { name: beginning('Tumour here') }), /^Certain$/, 'c')
  await watch.choose(level.getByRole('group', { name: beginning('Pain') }), /^Mechanical/, 'm')
  await watch.type(
    level.getByRole('textbox', { name: beginning('Findings in words') }),
    String(told.lesions?.L1?.words),
  )
  await section('Notes')
  await watch.type(box('Free notes'), String(told.notes?.free))
  await isSaved(page)
  await handIn(String(told.referral?.noImagingBecause), 'last section')
  const read = watch.read()
  process.stdout.write(`${stopwatchLine('Case 05', read)}\n`)
  expect(read.pages).toBeLessThanOrEqual(1)
  expect(read.clicks).toBeLessThanOrEqual(12)
  expect(read.keys).toBeLessThanOrEqual(520)
  expect(read.modelSeconds).toBeLessThanOrEqual(180)
  await isTypedAsTold(page, board.coordinator, caseId, report05)
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/prepared in (under 1|\d+) min by/)).toBeVisible({ timeout: 2000 })
  }).toPass()
})

test('an emergency is handed in with one page change and few acts', async ({ board, openAs }) => {
  const page = await openAs(board, board.presenter)
  const { watch, main, box, group, section, handIn } = await begin(page)
  await watch.type(box('What should the board decide?'), 'Cord compression T7: operate tonight?')
  await watch.type(box('Family name'), 'Ashgrove')
  await watch.type(box('Given name'), 'Mae')
  await watch.type(box('Born'), '1961')
  await watch.choose(group('Sex'), /^Female$/, 'f')
  await watch.press('Enter')
  await page.waitForURL(/\/edit\/referral$/)
  await section('Symptoms and clocks')
  await watch.choose(group('Limb weakness'), /^Present$/, 'p')
  await watch.choose(group('Difficulty walking'), /^Present$/, 'p')
  await watch.choose(group('Bladder or bowel change'), /^Absent$/, 'a')
  await watch.type(box('First neurological symptom on'), 'yesterday')
  await watch.choose(group('Deficit developed over'), /^Under 48 hours$/, 'u')
  await watch.press('Control+Enter')
  await watch.type(box('Examined on'), 't')
  await watch.type(box('Power, right leg'), '3')
  await watch.type(box('Power, left leg'), '3')
  await watch.choose(group('Sensation'), /^Reduced$/, 'r')
  await watch.choose(group('Bladder'), /^Normal$/, 'n')
  await watch.choose(group('Walking'), /^Not walking$/, 'n')
  await section('Lesions by level')
  await watch.click(page.getByRole('listbox', { name: 'Level' }).getByRole('option', { name: beginning('T7') }))
  await watch.press('Enter')
  const level = main.getByRole('region', { name: 'T7', exact: true })
  await watch.choose(level.getByRole('group', { name: beginning('Tumour here') }), /^Certain$/, 'c')
  await watch.choose(level.getByRole('group', { name: beginning('Epidural') }), /^3/, '3')
  await isSaved(page)
  await handIn('MRI on its way', 'elsewhere')
  const read = watch.read()
  process.stdout.write(`${stopwatchLine('Emergency set', read)}\n`)
  expect(read.pages).toBeLessThanOrEqual(1)
  expect(read.clicks).toBeLessThanOrEqual(15)
  expect(read.keys).toBeLessThanOrEqual(160)
})
