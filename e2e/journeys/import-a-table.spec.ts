import { readFileSync } from 'node:fs'
import { placeTestCase } from '@/db/testing-board'
import { expect, surroundings, test } from '../fixtures'

/** The bytes of a file as an older spreadsheet writes them: one byte for each letter, the dash included. */
const windows1252 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0))))

test('a presenter imports a table: sees each row before anything is written, says who is known, and keeps the rejected rows', async ({
  board,
  openAs,
}) => {
  const known = await placeTestCase(surroundings.ownerUrl, board, 61)
  const page = await openAs(board, board.presenter)
  const table = [
    'Surname;First name;Date of birth;Question;Primary tumour;Ward',
    `${known.familyName};Marena;14-Mar-1961;Operate again?;Kidney;3`,
    'Müllerhaus;Odile;1978;"Fixation – then SBRT?\nHow soon?";Breast;4',
    '=cmd|A1;Nobody;03/04/1960;Radiation?;Brest;5',
  ].join('\n')

  await test.step('the file is read, its columns are known, one is chosen by hand', async () => {
    await page.goto('/cases')
    await page.getByRole('link', { name: 'Import' }).click()
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'referrals.csv', mimeType: 'text/csv', buffer: windows1252(table) })
    await expect(page.getByText('referrals.csv, WINDOWS-1252')).toBeVisible()
    await expect(page.getByText('6 columns, separated by semicolons. 1 of them is not imported.')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Surname' })).toHaveValue('patient.familyName')
    await expect(
      page.getByRole('status').filter({ hasText: '1 row ready · 1 row to choose · 1 row rejected' }),
    ).toBeVisible()
  })

  const rows = page.getByRole('table', { name: 'Rows of the table' })
  await test.step('a column is mapped by hand, and an answer given before the rows are read again stays', async () => {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/api/**/preview*', async (route) => {
      await answered
      await route.continue()
    })
    await page.getByRole('combobox', { name: 'Ward' }).selectOption({ label: 'Notes: Free notes' })
    await rows.getByRole('combobox', { name: 'Line 2: who is it?' }).selectOption({ index: 1 })
    answer()
    await expect(page.getByText('6 columns, separated by semicolons.', { exact: true })).toBeVisible()
    await expect(rows.getByRole('combobox', { name: 'Line 2: who is it?' })).toHaveValue(known.patientId)
  })

  await test.step('each row says what becomes of it, the rejected one with line, column and reason', async () => {
    await expect(page.getByRole('status').filter({ hasText: '2 rows ready · 1 row rejected' })).toBeVisible()
    const rejected = rows.getByRole('row').filter({ hasText: 'Rejected' })
    await expect(rejected.getByRole('cell').first()).toHaveText('5')
    await expect(rejected).toContainText('Date of birth: This can mean 03-Apr-1960 or 04-Mar-1960.')
    await expect(rejected).toContainText('Primary tumour: “Brest” is not one of the answers')
    await expect(rows.getByRole('row').filter({ hasText: 'Müllerhaus' })).toContainText('Fixation – then SBRT?')
  })

  await test.step('what the row says otherwise of the known patient is said with both values', async () => {
    const ofKnown = rows.getByRole('row').filter({ hasText: 'Operate again?' })
    await expect(ofKnown).toContainText('Given name: recorded Maren, in the table Marena')
    await expect(ofKnown).toContainText('What is recorded stays')
  })

  await test.step('the order of day and month is said once, on a date of the table', async () => {
    const order = page.getByRole('combobox', { name: 'Dates in figures, such as 03/04/1960 in “Date of birth”' })
    await order.selectOption({ label: 'The month stands first: 04-Mar-1960' })
    const brest = rows.getByRole('row').filter({ hasText: 'Radiation?' })
    await expect(brest).not.toContainText('This can mean')
    await expect(brest).toContainText('Primary tumour: “Brest” is not one of the answers')
    await order.selectOption({ label: 'Choose' })
    await expect(brest).toContainText('This can mean 03-Apr-1960 or 04-Mar-1960.')
  })

  await test.step('the rejected rows are taken as a file that runs no formula', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download the rejected rows' }).click()
    const taken = readFileSync(await (await download).path(), 'utf8')
    expect(taken).toContain('"\'=cmd|A1",Nobody,03/04/1960')
    expect(taken).toContain('This can mean 03-Apr-1960 or 04-Mar-1960')
  })

  await test.step('the import opens both cases as drafts', async () => {
    await page.getByRole('button', { name: 'Import 2 cases' }).click()
    await expect(page.getByText('2 cases were opened.')).toBeVisible()
    await page.getByRole('link', { name: 'See the drafts' }).click()
    await expect(page.getByRole('rowheader').filter({ hasText: 'MÜLLERHAUS' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: 'Operate again?' })).toContainText(
      known.familyName.toUpperCase(),
    )
  })
})

test('what is no table is answered with a sentence, and what was pasted stays', async ({ board, openAs }) => {
  const page = await openAs(board, board.coordinator)
  await page.goto('/cases/import')
  const choose = page.getByLabel('Choose a file')
  await choose.setInputFiles({
    name: 'scan.png',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]),
  })
  await expect(page.getByText(/This is no text file/)).toBeVisible()
  await choose.setInputFiles({ name: 'huge.csv', mimeType: 'text/csv', buffer: Buffer.alloc(10_000_000, 'a') })
  await expect(page.getByText(/This file has 10.0 MB; 2.0 MB is the most/)).toBeVisible()
  const text = page.getByRole('textbox', { name: 'Table' })
  await text.fill('Family name,Question\n')
  await page.getByRole('button', { name: 'Read the table' }).click()
  await expect(page.getByText(/has a header and no row under it/)).toBeVisible()
  await expect(text).toHaveValue('Family name,Question\n')
})
