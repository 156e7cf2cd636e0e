import type { Locator, Page } from '@playwright/test'
import { must, placeTestCase } from '@/db/testing-board'
import { testPdf, testPng } from '@/lib/cases/attachments/testing-files'
import { recordFactsOf } from '@/lib/cases/commands/record-facts'
import { expect, surroundings, test } from '../fixtures'

const picture = (word: string) => ({ name: `${word}.png`, mimeType: 'image/png', buffer: testPng(word, 300, 400) })

const choose = (page: Page, button: string, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel(button, { exact: true }).and(page.locator('input')).setInputFiles(files)

const isLoaded = (image: Locator) =>
  expect.poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(0)

test('M10 a coordinator attaches key images; the board looks at them one by one', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const study = crypto.randomUUID()
  const told = (field: string, value: string) => ({
    ...{ section: 'imaging', item: study, field, base: 0 },
    fact: { state: 'known' as const, value, unit: null, refersOn: null },
  })
  must(
    await recordFactsOf(board.presenter, {
      caseId,
      changes: [told('modality', 'mri'), told('doneOn', '2026-11-20')],
    }),
  )
  const page = await openAs(board, board.coordinator)
  await page.goto(`/cases/${caseId}/edit/imaging`)

  await test.step('several at once; one that is no picture is refused at its place', async () => {
    const wrong = { name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') }
    await choose(page, 'Add key images', [picture('sagittal'), wrong, picture('axial')])
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      '“scan.png” was not attached. This is not a PNG, JPEG or PDF',
    )
    await expect(page.getByRole('button', { name: /^Open Key image/ })).toHaveCount(2)
    await page.getByRole('button', { name: 'Put scan.png away' }).click()
    await expect(page.getByText('“scan.png” was not attached')).toBeHidden()
  })

  await test.step('captioned, put in order; what is typed saves itself', async () => {
    await page.getByRole('textbox', { name: 'Caption of key image 1' }).fill('Cord displaced')
    await page.getByRole('combobox', { name: 'Level of key image 1' }).selectOption('T8')
    await page.getByRole('combobox', { name: 'Study of key image 1' }).selectOption('MRI, 20-Nov-2026')
    await expect
      .poll(async () => (await (await page.request.get(`/api/v1/cases/${caseId}/attachments`)).json())[0])
      .toMatchObject({ caption: 'Cord displaced', level: 'T8', study })
    await page.getByRole('button', { name: 'Move key image 1 later' }).click()
    await expect(page.getByRole('textbox', { name: 'Caption of key image 2' })).toHaveValue('Cord displaced')
  })

  await test.step('pasted from the clipboard, and known again when it comes a second time', async () => {
    const bytes = [...testPng('pasted', 200, 200)]
    await page.evaluate((sent) => {
      const pasted = new DataTransfer()
      pasted.items.add(new File([new Uint8Array(sent)], 'image.png', { type: 'image/png' }))
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }))
    }, bytes)
    await expect(page.getByRole('button', { name: /^Open Key image/ })).toHaveCount(3)
    await choose(page, 'Add key images', [picture('axial')])
    await expect(page.getByText('“axial.png” is attached already.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Open Key image/ })).toHaveCount(3)
  })

  await test.step('withdrawn with a reason, and put back', async () => {
    await page.getByRole('button', { name: 'Withdraw key image 3' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Withdraw' }).click()
    await expect(dialog.getByText('Write why the file is withdrawn.')).toBeVisible()
    await dialog.getByRole('textbox', { name: /^Why it is withdrawn/ }).fill('Another patient')
    await dialog.getByRole('button', { name: 'Withdraw' }).click()
    await expect(page.getByRole('button', { name: /^Open Key image/ })).toHaveCount(2)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('button', { name: /^Open Key image/ })).toHaveCount(3)
  })

  await test.step('on the board sheet by keyboard alone', async () => {
    const observer = await openAs(board, board.observer)
    await observer.goto(`/cases/${caseId}`)
    const first = observer.getByRole('button', { name: 'Key image 1 of 3' })
    await first.focus()
    await observer.keyboard.press('Enter')
    const viewer = observer.getByRole('dialog')
    await expect(viewer).toContainText('ARDENWICK1, Maren')
    await expect(viewer).toContainText('For review in the meeting – not for primary diagnosis')
    await observer.keyboard.press('ArrowRight')
    await expect(viewer.getByRole('status').first()).toHaveText('Key image 2 of 3')
    await isLoaded(viewer.getByRole('img', { name: 'Key image 2 of 3, MRI, 20-Nov-2026, level T8: Cord displaced' }))
    await observer.keyboard.press('+')
    await expect(viewer.getByRole('button', { name: '100 %' })).toBeVisible()
    await observer.keyboard.press('0')
    await observer.keyboard.press('Escape')
    await expect(viewer).toBeHidden()
    await expect(first).toBeFocused()
  })
})

test('P13 an image of another case is never shown in this one', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter)
  const form = { kind: 'key-image', file: picture('astray') }
  expect((await page.request.post(`/api/v1/cases/${caseId}/attachments`, { multipart: form })).status()).toBe(200)
  await page.route('**/rpc/attachments/list', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replaceAll(caseId, crypto.randomUUID())
    await route.fulfill({ response: answer, body })
  })
  await page.goto(`/cases/${caseId}`)
  await page.getByRole('button', { name: 'Key image 1 of 1' }).click()
  const viewer = page.getByRole('dialog')
  await expect(viewer.getByRole('alert')).toContainText('This image belongs to another case than this screen.')
  await expect(viewer.getByRole('img')).toHaveCount(0)
})

test('a referral is read beside the form while it is typed in', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter, { viewport: { width: 1440, height: 900 } })
  await page.goto(`/cases/${caseId}/edit/referral`)
  const pdf = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: testPdf(['Dear colleagues', 'Second page']) }
  const typed = page.getByRole('textbox', { name: /^Referring doctor/ })
  await typed.fill('Dr Hollow')
  await choose(page, 'Attach a referral', [pdf])
  await page.getByRole('button', { name: 'Read letter.pdf beside the form' }).click()
  const beside = page.getByRole('region', { name: 'Referral “letter.pdf”' })
  await expect(beside.getByRole('img', { name: 'Referral “letter.pdf”, page 1 of 2' })).toBeVisible()
  await expect(beside).toContainText('Dear colleagues')
  await expect(typed).toHaveValue('Dr Hollow')
  const width = async () => (await beside.boundingBox())?.width ?? 0
  const before = await width()
  await page.getByRole('separator', { name: 'Width of the document' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBeGreaterThan(before)
  await typed.fill('Dr Hollow, Northbridge')
  await beside.getByRole('button', { name: 'Close the document' }).click()
  await expect(beside).toBeHidden()
  await expect(typed).toHaveValue('Dr Hollow, Northbridge')
})

test('on a phone the document and the form are two tabs', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter, { viewport: { width: 390, height: 844 } })
  await page.goto(`/cases/${caseId}/edit/referral`)
  await choose(page, 'Attach a referral', [picture('photo')])
  await page.getByRole('button', { name: 'Read photo.png beside the form' }).click()
  const beside = page.getByRole('region', { name: 'Referral “photo.png”' })
  await isLoaded(beside.getByRole('img', { name: 'Referral “photo.png”' }))
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await expect(beside).toBeHidden()
  await page.getByRole('button', { name: 'Document', exact: true }).click()
  await expect(beside).toBeVisible()
})

test('a file that did not get through keeps its caption and is tried again', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/imaging`)
  await page.route('**/rpc/attachments/add', (route) => route.abort())
  await choose(page, 'Add key images', [picture('lost')])
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '“lost.png” was not attached. The server could not be reached.',
  )
  await page.getByRole('textbox', { name: 'Caption of lost.png' }).fill('Kept words')
  await page.unroute('**/rpc/attachments/add')
  await page.getByRole('button', { name: 'Try lost.png again' }).click()
  await expect(page.getByRole('textbox', { name: 'Caption of key image 1' })).toHaveValue('Kept words')
})

test('a file whose answer was lost is the same file when it is tried again, with the words typed since', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/imaging`)
  await page.route('**/rpc/attachments/add', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await choose(page, 'Add key images', [picture('unanswered')])
  await expect(page.getByText('“unanswered.png” was not attached.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Caption of unanswered.png' }).fill('Kept words')
  await page.unroute('**/rpc/attachments/add')
  await page.getByRole('button', { name: 'Try unanswered.png again' }).click()
  await expect(page.getByRole('textbox', { name: 'Caption of key image 1' })).toHaveValue('Kept words')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Caption of key image 1' })).toHaveValue('Kept words')
  await expect(page.getByRole('button', { name: /^Open Key image/ })).toHaveCount(1)
})

test('words that a spreadsheet copies as a picture, too, go into the field that they are pasted into', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/referral`)
  const isLeftToField = await page.getByRole('textbox', { name: /^Referring doctor/ }).evaluate(
    (field, sent) => {
      const pasted = new DataTransfer()
      pasted.setData('text/plain', 'Dr Hollow')
      pasted.items.add(new File([new Uint8Array(sent)], 'image.png', { type: 'image/png' }))
      return field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
      )
    },
    [...testPng('cells', 200, 200)],
  )
  expect(isLeftToField).toBe(true)
  await expect(page.getByRole('list', { name: 'Files on their way' })).toHaveCount(0)
})
