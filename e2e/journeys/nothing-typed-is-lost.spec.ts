import type { Page } from '@playwright/test'
import { must } from '@/db/testing-board'
import { noSurgery, openTestVote, shortCourse, singleFraction } from '@/db/testing-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { draftCase, enter, expect, givePassword, surroundings, test } from '../fixtures'
import { beginning, isSaved } from './enter-case'
import { answer } from './hold-meeting'

const words = 'Typed in the cellar. ألم 🦴'
const notesOf = (page: Page) => page.getByRole('textbox', { name: beginning('Free notes') })

/** How many drafts lie in this browser, and whether their bytes show any of the words. */
const drafts = (page: Page, secret = words) =>
  page.evaluate(async (sought) => {
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const isThere = (await indexedDB.databases()).some(({ name }) => name === 'spineboard-drafts')
    if (!isThere) return { count: 0, readable: false }
    const database = await answerOf(indexedDB.open('spineboard-drafts'))
    const all = await answerOf(database.transaction('drafts').objectStore('drafts').getAll())
    database.close()
    const texts = all.map(({ sealed, ...rest }) => JSON.stringify(rest) + new TextDecoder().decode(sealed.bytes))
    return { count: all.length, readable: texts.some((text) => text.includes(sought)) }
  }, secret)

/** Opens the notes and waits until the page has its key. */
async function openNotes(page: Page, caseId: string) {
  const key = page.waitForResponse(/getDraftKey/)
  await page.goto(`/cases/${caseId}/edit/notes`)
  await (await key).finished()
}

/** Types into the notes, saving being stopped, until the words lie in the browser. */
async function typeUnsaved(page: Page, caseId: string) {
  await page.context().route('**/recordFacts', (route) => route.abort())
  await openNotes(page, caseId)
  await notesOf(page).fill(words)
  await expect.poll(() => drafts(page)).toEqual({ count: 1, readable: false })
}

/** Types into the notes while nothing can be sent, until the words lie in the browser. */
async function typeInTheCellar(page: Page, caseId: string) {
  await openNotes(page, caseId)
  await page.context().setOffline(true)
  await notesOf(page).fill(words)
  await expect.poll(() => drafts(page)).toEqual({ count: 1, readable: false })
}

test('F2 a killed tab gives its words to the next one, which saves them; the browser then keeps nothing', async ({
  board,
  openAs,
}) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await typeInTheCellar(page, caseId)
  await page.close({ runBeforeUnload: false })
  const next = await page.context().newPage()
  await next.context().setOffline(false)
  await next.goto(`/cases/${caseId}/edit/notes`)
  await expect(notesOf(next)).toHaveValue(words)
  await expect(next.getByText(/^1 answer of \d\d-\w{3}-\d{4} \d\d:\d\d is back\.$/)).toBeVisible()
  await isSaved(next)
  await expect.poll(() => drafts(next)).toEqual({ count: 0, readable: false })
  await next.reload()
  await expect(notesOf(next)).toHaveValue(words)
})

test('F2 what was typed after the session had ended is there after the next sign-in, for the same person only', async ({
  board,
  openAs,
}) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await openNotes(page, caseId)
  const context = page.context()
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
  await context.request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  await notesOf(page).fill(words)
  await expect(page.getByText('What you type is kept on this device, encrypted for you')).toBeVisible()
  await expect.poll(() => drafts(page)).toEqual({ count: 1, readable: false })
  await page.close({ runBeforeUnload: false })

  await enter(context, await givePassword(board, board.medicalOncologist), board.boardId)
  const other = await context.newPage()
  await openNotes(other, caseId)
  await expect(notesOf(other)).toHaveValue('')
  await other.close()

  await enter(context, await givePassword(board, board.presenter), board.boardId)
  const again = await context.newPage()
  await again.goto(`/cases/${caseId}/edit/notes`)
  await expect(notesOf(again)).toHaveValue(words)
  await isSaved(again)
})

test('F2 a sealed ballot that could not be sent survives its tab, unreadable, and the next one casts it once', async ({
  board,
  openAs,
}) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  const key = page.waitForResponse(/getDraftKey/)
  await page.goto(`/meetings/${meetingId}/room`)
  await (await key).finished()
  await answer(page, singleFraction, 'support')
  await answer(page, shortCourse, 'support')
  await answer(page, noSurgery, { stance: 'oppose', reason: words })
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Cast sealed ballot' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent yet.' })).toBeVisible({ timeout: 10_000 })
  await expect.poll(() => drafts(page)).toEqual({ count: 1, readable: false })
  await page.close({ runBeforeUnload: false })
  const next = await page.context().newPage()
  await next.context().setOffline(false)
  await next.goto(`/meetings/${meetingId}/room`)
  await expect(next.getByText(/Cast \d\d:\d\d, sealed\./)).toBeVisible({ timeout: 15_000 })
  await expect.poll(() => drafts(next)).toEqual({ count: 0, readable: false })
  const room = must(await getRoom(board.surgeon, { meetingId }))
  expect(room.item).toMatchObject({ cast: 1, myBallot: { revision: 1 } })
  expect(room.item?.myBallot?.answers.map(({ reason }) => reason)).toContain(words)
})

test('F2 a value that somebody else changed meanwhile is shown beside the one that comes back', async ({
  board,
  openAs,
}) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await typeInTheCellar(page, caseId)
  await page.close({ runBeforeUnload: false })
  const theirs = await openAs(board, board.medicalOncologist)
  await theirs.goto(`/cases/${caseId}/edit/notes`)
  await notesOf(theirs).fill('Written upstairs.')
  await isSaved(theirs)
  await page.context().setOffline(false)
  const next = await page.context().newPage()
  await next.goto(`/cases/${caseId}/edit/notes`)
  const conflict = next.getByRole('alert').filter({ hasText: 'saved Written upstairs.' })
  await expect(conflict).toContainText(words)
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await isSaved(next)
})

test('F2 a tab that still lives keeps its words to itself', async ({ board, openAs }) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await typeUnsaved(page, caseId)
  const second = await page.context().newPage()
  await openNotes(second, caseId)
  await expect(notesOf(second)).toHaveValue('')
  expect(await drafts(second)).toEqual({ count: 1, readable: false })
  await page.context().unroute('**/recordFacts')
  await isSaved(page)
})

test('F2 signing out asks before it takes unsaved words, and leaves nothing in the browser', async ({
  board,
  openAs,
}) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await typeUnsaved(page, caseId)
  const signOut = async () => {
    await page.getByRole('button', { name: /Board and sign out$/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
  }
  await signOut()
  const question = page.getByRole('dialog', { name: 'Not everything is saved' })
  await question.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(notesOf(page)).toHaveValue(words)
  await signOut()
  await question.getByRole('button', { name: 'Sign out and lose it' }).click()
  await page.waitForURL(/\/sign-in/)
  expect(await drafts(page)).toEqual({ count: 0, readable: false })
})

test('F2 a new case that was typed and not sent is back when the form opens again, until somebody starts afresh', async ({
  board,
  openAs,
}) => {
  const page = await openAs(board, board.presenter)
  const key = page.waitForResponse(/getDraftKey/)
  await page.goto('/cases/new')
  await (await key).finished()
  const question = (on: Page) => on.getByRole('textbox', { name: 'What should the board decide?' })
  await question(page).fill('Operate first?')
  await page.getByRole('textbox', { name: beginning('Family name') }).fill('Ostrander')
  await expect.poll(() => drafts(page, 'Ostrander')).toEqual({ count: 1, readable: false })
  await page.close({ runBeforeUnload: false })
  const next = await page.context().newPage()
  await next.goto('/cases/new')
  await expect(question(next)).toHaveValue('Operate first?')
  await expect(next.getByRole('textbox', { name: beginning('Family name') })).toHaveValue('Ostrander')
  await next.getByRole('button', { name: 'Start afresh' }).click()
  await expect(question(next)).toHaveValue('')
  await expect.poll(() => drafts(next)).toEqual({ count: 0, readable: false })
})
