import type { Page } from '@playwright/test'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { draftCase, expect, surroundings, test } from '../fixtures'
import { beginning, isSaved } from './enter-case'

const today = new Date().toISOString().slice(0, 10)

/**
 * Names everything that the keyboard must reach: each link, button and field, and one of each group of radio buttons.
 * From now on a control that gets the focus says whether it, or what is drawn around it, looks other than before.
 */
const markControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lookOf = (control: Element) =>
      [control, control.nextElementSibling, control.parentElement, control.parentElement?.parentElement].map((each) => {
        if (!each) return ''
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(each)
        return outlineStyle === 'none' ? boxShadow : `${outlineStyle} ${outlineWidth} ${outlineColor} ${boxShadow}`
      })
    const unfocused = new Map<Element, string>()
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement)) return
      target.dataset.seen = String(unfocused.get(target) !== lookOf(target).join('|'))
    })
    const nameOf = (control: HTMLElement, index: number) =>
      control instanceof HTMLInputElement && control.type === 'radio'
        ? `radio buttons ${control.name}`
        : `${index} ${control.tagName} ${control.textContent.slice(0, 40)}`
    const wanted = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
    const names = [...document.querySelectorAll<HTMLElement>(wanted)].flatMap((control, index) => {
      if (!control.checkVisibility({ visibilityProperty: true })) return []
      if (control.matches(':disabled, [tabindex="-1"]')) return []
      unfocused.set(control, lookOf(control).join('|'))
      control.dataset.stop = nameOf(control, index)
      return [control.dataset.stop]
    })
    return [...new Set(names)]
  })

/** Walks with Tab from the top until the page is left; gives what was passed and where the focus did not show. */
async function walk(page: Page, most: number) {
  const passed = new Set<string>()
  const unseen: string[] = []
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement instanceof HTMLElement ? { ...activeElement.dataset } : {}
    })
    if (!here.stop) break
    passed.add(here.stop)
    if (here.seen !== 'true') unseen.push(here.stop)
  }
  return { passed, unseen }
}

test('Tab reaches every control of the main pages, and the focus is seen at each', async ({ board, openAs }) => {
  test.slow()
  const { caseId } = await signTestCase(surroundings.ownerUrl, board, today, (id) =>
    recordTestFacts(board, id, [{ section: 'lesions', item: 'T7', field: 'involvement', value: 'certain' }], today),
  )
  const page = await openAs(board, board.medicalOncologist)
  for (const address of [`/cases/${caseId}`, `/cases/${caseId}/edit/lesions`, '/today']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(page.getByText(/^Loading/)).toHaveCount(0)
    const wanted = await markControls(page)
    expect(wanted.length, address).toBeGreaterThan(10)
    const { passed, unseen } = await walk(page, wanted.length + 20)
    expect
      .soft(
        wanted.filter((each) => !passed.has(each)),
        `not reached on ${address}`,
      )
      .toEqual([])
    expect.soft(unseen, `focus not seen on ${address}`).toEqual([])
  }
})

test('a level is found, opened, answered and left by keys', async ({ board, openAs }) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/lesions`)
  const map = page.getByRole('listbox', { name: 'Level' })
  await map.focus()
  await page.keyboard.type('L2')
  await expect(page.getByRole('heading', { name: 'L2', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const form = page.getByRole('region', { name: 'L1', exact: true })
  await expect(form.locator(':focus')).toHaveCount(1)
  await form
    .getByRole('group', { name: beginning('Tumour here') })
    .getByRole('radio', { name: 'Certain' })
    .focus()
  await page.keyboard.press('Space')
  await isSaved(page)
  await page.keyboard.press('Escape')
  await expect(map).toBeFocused()
  await expect(page.getByRole('option', { name: beginning('L1') })).toHaveAttribute('aria-selected', 'true')
})

test('the first Tab offers to skip to the content', async ({ board, openAs }) => {
  const page = await openAs(board, board.presenter)
  await page.goto('/cases')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
