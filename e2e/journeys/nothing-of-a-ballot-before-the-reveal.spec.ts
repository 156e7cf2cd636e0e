import type { APIResponse, Page } from '@playwright/test'
import { must, type TestBoard } from '@/db/testing-board'
import { signTestCase } from '@/db/testing-signed-case'
import { openTestVote, type PresentedItem, vote } from '@/db/testing-vote'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { savePreBallot } from '@/lib/deliberation/commands/save-pre-ballot'
import { pdfPages } from '@/lib/exchange/testing-pdf-text'
import type { Actor } from '@/lib/people/model'
import { expect, surroundings, test } from '../fixtures'
import { everyPage } from './every-page'
import { castCount } from './hold-meeting'
import { attachTestPicture, everyReading, read, sendTestPlan } from './rest'

const marker = 'SEALED-REASON-7Q'

const others = ({
  presenter,
  medicalOncologist,
  radiationOncologist,
  chair,
  coordinator,
  observer,
  administrator,
}: TestBoard) => ({ presenter, medicalOncologist, radiationOncologist, chair, coordinator, observer, administrator })

async function sealBallot(board: TestBoard): Promise<PresentedItem> {
  const item = await openTestVote(surroundings.ownerUrl, board)
  must(await vote(board.surgeon, item, { single: { stance: 'oppose', reason: marker } }))
  const change = { optionId: item.options.short, stance: 'oppose' as const, reason: `${marker} not cast` }
  must(await savePreBallot(board.surgeon, { itemId: item.itemId, answers: [change] }))
  return item
}

/** Addresses whose answer holds the marker: pages as a browser loads them first and as it walks on inside the app. */
async function pagesWithMarker({ request }: Page, item: PresentedItem): Promise<string[]> {
  const found: string[] = []
  for (const page of everyPage(item)) {
    for (const headers of [{}, { RSC: '1' }] as Record<string, string>[]) {
      const answer = await request.get(page, { headers })
      if ((await answer.text()).includes(marker)) found.push(`${page}${headers.RSC ? ' inside the app' : ''}`)
    }
  }
  return found
}

async function readingsWithMarker({ request }: Page, ids: Record<string, string>): Promise<string[]> {
  const found: string[] = []
  // A stream never ends; the test of the open room below hears it.
  const readings = (await everyReading(request, ids)).filter(({ path }) => !path.endsWith('/events'))
  expect(readings.length).toBeGreaterThan(10)
  for (const reading of readings) {
    const answer = await read(request, reading)
    if ((await textOf(answer)).includes(marker)) found.push(reading.address)
  }
  return found
}

/** What an answer says; the pages of a letter are compressed, so that their bytes would hide any word. */
async function textOf(answer: APIResponse): Promise<string> {
  const isPdf = answer.headers()['content-type']?.startsWith('application/pdf')
  if (!isPdf) return answer.text()
  const text = pdfPages(await answer.body()).join('\n')
  expect(text).toMatch(/Recommendation of the board|Working plan/)
  return text
}

test.describe('while the vote is sealed', () => {
  test('no page holds a word of a ballot, whoever looks', async ({ board, openAs }) => {
    test.slow()
    const item = await sealBallot(board)
    for (const [role, person] of Object.entries(others(board))) {
      expect.soft(await pagesWithMarker(await openAs(board, person), item), `pages of the ${role}`).toEqual([])
    }
  })

  test('no answer of the API holds a word of a ballot, whoever asks', async ({ board, openAs, page }) => {
    test.slow()
    const today = new Date().toISOString().slice(0, 10)
    const { conclusionId } = await signTestCase(surroundings.ownerUrl, board, today)
    const { caseId, meetingId, itemId } = await sealBallot(board)
    const attachmentId = await attachTestPicture(board.presenter, caseId)
    const dispatchId = await sendTestPlan(await openAs(board, board.presenter), conclusionId)
    const ids = { boardId: board.boardId, caseId, meetingId, itemId, conclusionId, attachmentId, dispatchId }
    for (const [role, person] of Object.entries(others(board))) {
      expect.soft(await readingsWithMarker(await openAs(board, person), ids), `answers to the ${role}`).toEqual([])
    }
    expect(await readingsWithMarker(page, ids), 'answers to a visitor').toEqual([])
    const own = await readingsWithMarker(await openAs(board, board.surgeon), ids)
    expect(own, 'the voter alone reads the own ballot').toEqual([`/api/v1/meetings/${meetingId}/room`])
  })

  test('the open room hears that a ballot was cast and nothing of it, until the reveal', async ({ board, openAs }) => {
    const item = await openTestVote(surroundings.ownerUrl, board)
    const chair = await openAs(board, board.chair)
    const heard = listen(chair)
    await chair.goto(`/meetings/${item.meetingId}/room`)
    await expect(castCount(chair)).toHaveText(/^0 of/)
    await castAs(board.surgeon, item)
    await expect(castCount(chair)).toHaveText(/^1 of \d cast$/)
    await expect.poll(() => heard.some(saysOneIsCast), 'an answer says that a ballot was cast').toBe(true)
    expect(heard.filter((text) => text.includes(marker))).toEqual([])
    expect(await chair.content()).not.toContain(marker)
    must(await revealBallots(board.chair, item))
    await expect(chair.getByText(marker).first()).toBeVisible()
  })
})

const castAs = async (voter: Actor, item: PresentedItem) =>
  must(await vote(voter, item, { single: { stance: 'oppose', reason: marker } }))

/** Every whole answer that the page's requests bring from now on; a stream brings numbers only and never ends. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('response', (answer) => {
    if (/event-stream/.test(answer.headers()['content-type'] ?? '')) return
    answer.text().then(
      (text) => heard.push(text),
      () => heard.push(''),
    )
  })
  return heard
}

/** Whether an answer is the room as it stands after the first ballot. */
const saysOneIsCast = (text: string): boolean => /"cast":1\b/.test(text)
