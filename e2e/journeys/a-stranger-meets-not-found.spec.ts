import { signTestCase } from '@/db/testing-signed-case'
import { expect, newBoard, surroundings, test } from '../fixtures'
import { everyPage, pagesOfOneThing } from './every-page'
import { attachTestPicture, everyReading, read, sendTestPlan } from './rest'

const today = new Date().toISOString().slice(0, 10)

test.describe('somebody of another board', () => {
  test('meets "not found" on every page of a case and of a meeting', async ({ board, openAs }) => {
    const places = await signTestCase(surroundings.ownerUrl, board, today)
    const strangers = await newBoard('Strangers')
    const member = await openAs(board, board.chair)
    const stranger = await openAs(strangers, strangers.chair)
    const pages = pagesOfOneThing(places)
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) {
      expect.soft((await member.request.get(page)).status(), `${page} for a member`).toBe(200)
      expect.soft((await stranger.request.get(page)).status(), `${page} for a stranger`).toBe(404)
    }
    await stranger.goto(`/cases/${places.caseId}`)
    await expect(stranger.getByText(/was not found/)).toBeVisible()
    await expect(stranger.getByText(places.code)).toHaveCount(0)
  })

  test('finds nothing of it on the pages of the own board', async ({ board, openAs }) => {
    const places = await signTestCase(surroundings.ownerUrl, board, today)
    const strangers = await newBoard('Strangers')
    const stranger = await openAs(strangers, strangers.coordinator)
    for (const page of everyPage(places)) {
      const answer = await stranger.request.get(page)
      const text = await answer.text()
      const told = ['Ardenwick', places.code].filter((word) => text.includes(word))
      expect.soft(told, `told by ${page}`).toEqual([])
    }
  })

  test('meets "not found" at every reading of the API, a visitor meets the door', async ({
    board,
    openAs,
    request,
  }) => {
    const { caseId, meetingId, itemId, conclusionId } = await signTestCase(surroundings.ownerUrl, board, today)
    const strangers = await newBoard('Strangers')
    const stranger = await openAs(strangers, strangers.chair)
    const attachmentId = await attachTestPicture(board.presenter, caseId)
    const dispatchId = await sendTestPlan(await openAs(board, board.presenter), conclusionId)
    const ids = { boardId: board.boardId, caseId, meetingId, itemId, conclusionId, attachmentId, dispatchId }
    const readings = await everyReading(request, ids)
    expect(readings.length).toBeGreaterThan(10)
    for (const reading of readings) {
      const { address } = reading
      const refused = await read(stranger.request, reading)
      expect.soft(refused.status(), `${address} for a stranger`).toBe(404)
      expect.soft(await refused.text(), address).not.toContain('Ardenwick')
      expect.soft((await read(request, reading)).status(), `${address} for a visitor`).toBe(401)
    }
  })
})
