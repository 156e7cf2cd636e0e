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

/** A form takes the focus when it opens: this puts it above all controls, where a walk begins. */
const startAbove = (page: Page) =>
  page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })

/** Names the part of the page that stays in its place while the page scrolls and now lies over all of what has the focus. */
const coverOfFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const { activeElement } = document
    if (!activeElement) return null
    const focus = activeElement.getBoundingClientRect()
    const cover = [...document.querySelectorAll('body *')].find((part) => {
      if (!['sticky', 'fixed'].includes(getComputedStyle(part).position) || part.contains(activeElement)) return false
      if (activeElement.contains(part) || !part.checkVisibility({ visibilityProperty: true })) return false
      const { top, bottom, left, right } = part.getBoundingClientRect()
      return top <= focus.top && bottom >= focus.bottom && left <= focus.left && right >= focus.right
    })
    return cover ? `${cover.tagName} ${cover.className}` : null
  })

/** Walks with Tab from the top until the page is left; gives what was passed, and where the focus did not show or was covered. */
async function walk(page: Page, most: number) {
  const passed = new Set<string>()
  const unseen: string[] = []
  const covered: string[] = []
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement instanceof HTMLElement ? { ...activeElement.dataset } : {}
    })
    if (!here.stop) break
    passed.add(here.stop)
    if (here.seen !== 'true') unseen.push(here.stop)
    const cover = await coverOfFocus(page)
    if (cover) covered.push(`${here.stop} under ${cover}`)
  }
  return { passed, unseen, covered }
}

test('K1 P1 F12 Tab reaches every control of the main pages, the focus is seen at each, and banner and main act stay in sight', async ({
  board,
  openAs,
}) => {
  test.slow()
  const { caseId } = await signTestCase(surroundings.ownerUrl, board, today, (id) =>
    recordTestFacts(board, id, [{ section: 'lesions', item: 'T7', field: 'involvement', value: 'certain' }], today),
  )
  const page = await openAs(board, board.medicalOncologist)
  for (const address of [`/cases/${caseId}`, `/cases/${caseId}/edit/lesions`, '/cases/new', '/today']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(page.getByText(/^Loading/)).toHaveCount(0)
    // A new case begins in its first field, once the page is awake: the walk must not begin before that.
    if (address === '/cases/new') await expect(page.getByLabel('What should the board decide?')).toBeFocused()
    await startAbove(page)
    const wanted = await markControls(page)
    expect(wanted.length, address).toBeGreaterThan(10)
    const { passed, unseen, covered } = await walk(page, wanted.length + 20)
    expect
      .soft(
        wanted.filter((each) => !passed.has(each)),
        `not reached on ${address}`,
      )
      .toEqual([])
    expect.soft(unseen, `focus not seen on ${address}`).toEqual([])
    expect.soft(covered, `focus covered on ${address}`).toEqual([])
    if (address.startsWith('/cases/'))
      await expect(page.getByRole('region', { name: 'Patient' })).toBeInViewport({ ratio: 1 })
    if (address.includes('/edit/')) await expect(page.locator('.entry-head')).toBeInViewport({ ratio: 1 })
  }
})

test('K1 a level is found, opened, answered and left by keys', async ({ board, openAs }) => {
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

test('K1 the first Tab offers to skip to the content', async ({ board, openAs }) => {
  const page = await openAs(board, board.presenter)
  await page.goto('/cases')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('K3 single keys are listed by "?", rest while somebody types, and can be switched off', async ({
  board,
  openAs,
}) => {
  await signTestCase(surroundings.ownerUrl, board, today)
  const page = await openAs(board, board.coordinator)
  await page.goto('/today?view=open')
  const rows = page.getByRole('region', { name: 'Worklist' }).locator('[data-row]')
  await expect(rows.first()).toBeVisible()
  const search = page.getByRole('searchbox', { name: 'Patient or case' })
  await search.focus()
  await page.keyboard.type('?j')
  await expect(search).toHaveValue('?j')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await search.fill('')
  await search.blur()
  await expect(rows.first()).toBeVisible()

  await page.keyboard.press('j')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keys on this screen' })
  await expect(list).toContainText('go to the worklist')
  await list.getByRole('checkbox', { name: 'Single keys work on this device' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(rows.first()).toBeFocused()

  await page.keyboard.press('d')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await rows.first().blur()
  await page.keyboard.press('j')
  await expect(rows.first()).not.toBeFocused()
  await page.keyboard.press('?')
  await expect(list).toBeVisible()
})

test('laboratory values are a table that is filled in by keys alone: Tab and Enter go on to the next row', async ({
  board,
  openAs,
}) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/labs`)
  const row = (number: number) => page.getByRole('group', { name: beginning(`Value ${number}`) })
  await page.getByRole('button', { name: 'Add a value' }).press('Enter')
  await expect(row(1).getByLabel('Test')).toBeFocused()
  for (const typed of ['LDH', '240 U/L', '22-Nov-2025', '135 to 225']) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
  await expect(row(2).getByLabel('Test')).toBeFocused()
  await page.keyboard.type('Alb')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3.5 g/L')
  await page.keyboard.press('Enter')
  await expect(row(3).getByLabel('Test')).toBeFocused()
  await expect(row(1)).toHaveAccessibleName(/LDH, 240\sIU\/L$/)
  await expect(row(2)).toContainText('Does the report say g/dL?')
  await row(2).getByRole('button', { name: 'It is 3.5 g/dL' }).press('Enter')
  await expect(row(2)).toContainText('= 35')
  await isSaved(page)
  await page.reload()
  await expect(page.getByRole('group', { name: /^Value 2: Albumin, 3.5\sg\/dL$/ })).toBeVisible()
})
