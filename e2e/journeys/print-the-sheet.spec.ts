import type { Page } from '@playwright/test'
import { ardenwick } from '@/db/seed/stories/1-ardenwick'
import { placeTestCase } from '@/db/testing-board'
import { tellTestStory } from '@/db/testing-story'
import { expect, surroundings, test } from '../fixtures'
import { textOfPages } from '../pdf-text'

/** Words without the spaces between them, and one form of each sign: where a line ends on paper says nothing. */
const packed = (text: string): string => text.normalize('NFKC').replaceAll('\u02bc', '\u2019').replaceAll(/\s+/g, '')

/** The sheet as it comes out of the printer, its pages as packed words. */
async function print(page: Page, caseId: string): Promise<string[]> {
  await page.goto(`/cases/${caseId}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const pages = await textOfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  return pages.map(packed)
}

/** Every page says who it is about, who printed it and when, which page it is, and that it is a copy (DESIGN M11). */
function saysOnEveryPage(pages: readonly string[], words: readonly string[]) {
  for (const [index, text] of pages.entries()) {
    for (const one of [...words, `Page ${index + 1} of ${pages.length}`, 'Printed copy – check system for changes']) {
      expect.soft(text, `page ${index + 1}`).toContain(packed(one))
    }
    expect.soft(text, `time on page ${index + 1}`).toMatch(/\d{2}-[A-Z][a-z]{2}-\d{4}\d{2}:\d{2}/)
  }
}

/** The words of every row that stands on the printed sheet, a list of cells for each. What is folded does not print. */
const rowsOf = (page: Page) =>
  page.locator('.sheet tr:visible:not(.visually-hidden *)').evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.querySelectorAll('th, td')].filter((cell) => !cell.closest('.visually-hidden'))
      return cells.map((cell) => {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
        let words = ''
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          if (text.parentElement?.checkVisibility() && !text.parentElement.closest('.visually-hidden')) {
            words += text.textContent ?? ''
          }
        }
        return words
      })
    }),
  )

test('M11 D10 a full case prints on two pages, each of which says whose it is, spells out what is short, and cuts no row', async ({
  board,
  openAs,
}) => {
  const caseId = await tellTestStory(board, ardenwick)
  const page = await openAs(board, board.chair)
  const pages = await print(page, caseId)
  expect(pages).toHaveLength(2)
  expect(pages.at(-1)).toContain(packed('SINS Spinal Instability Neoplastic Score'))
  saysOnEveryPage(pages, ['ARDENWICK, Maren (Ms)', 'Born 14-Mar-1961', 'Northbridge no. 4471 0826', board.chair.name])
  await page.emulateMedia({ media: 'print' })
  const rows = await rowsOf(page)
  expect(rows.length).toBeGreaterThan(10)
  for (const cells of rows) {
    const words = cells.map(packed).filter(Boolean)
    const isWhole = pages.some((text) => words.every((one) => text.includes(one)))
    expect.soft(isWhole, `on one page: ${cells.join(' | ')}`).toBe(true)
  }
})

test('a case of which little is known prints its gaps, on no more than two pages', async ({ board, openAs }) => {
  const { caseId, familyName, code } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.observer)
  const pages = await print(page, caseId)
  expect(pages.length).toBeLessThanOrEqual(2)
  saysOnEveryPage(pages, [familyName.toUpperCase(), 'Born 14-Mar-1961', '4471 0001', code, board.observer.name])
  expect(pages.join(' ')).toContain(packed('No involved level recorded.'))
  expect(pages.join(' ')).toContain(packed('No study recorded.'))
})
