import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Seconds of the keystroke-level model for a skilled person without hesitation about the facts: Card SK, Moran TP, Newell A.
 * The keystroke-level model for user performance time with interactive systems. Commun ACM 1980;23(7):396-410. `key` is the
 * average typist (40 words a minute), `point` a mouse movement to a target, `click` pressing and letting go of its button
 * (twice 0.1 s), `home` a hand that moves between mouse and keys, `think` the pause before each answer.
 */
const seconds = { key: 0.28, point: 1.1, click: 0.2, home: 0.4, think: 1.35 }

/** Tabs that a person presses rather than reach for the mouse. */
const mostTabs = 4

/** How many presses of Tab lead from the focus to a control; -1 when it lies before it or is no stop of the keyboard. */
const tabsTo = (control: Locator): Promise<number> =>
  control.evaluate((wanted) => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
    ]
    const isStop = (stop: HTMLElement) => {
      if (stop.tabIndex < 0 || !stop.checkVisibility({ visibilityProperty: true }) || stop.matches(':disabled'))
        return false
      if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio') return true
      const row = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        ({ name }) => name === stop.name,
      )
      return (row.find(({ checked }) => checked) ?? row[0]) === stop
    }
    const order = stops.filter(isStop)
    const row = wanted.closest('fieldset')
    const to = order.findIndex((stop) => stop === wanted || (stop.matches('input[type=radio]') && row?.contains(stop)))
    const { activeElement } = document
    const from = activeElement instanceof HTMLElement ? order.indexOf(activeElement) : -1
    return from >= 0 && to >= from ? to - from : -1
  })

/**
 * A hand on one page that counts what it does. It stays on the keys where a few Tabs lead to the next field, and takes the
 * mouse where they do not.
 */
export function stopwatch(page: Page) {
  const count = { clicks: 0, keys: 0, pages: 0, answers: 0, changesOfHand: 0 }
  const startedAt = performance.now()
  let hand: 'mouse' | 'keys' = 'mouse'
  let path = new URL(page.url()).pathname
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return
    const now = new URL(page.url()).pathname
    // Sections of the form change in place: nothing is loaded and nothing is waited for.
    const isSection = /\/edit\//.test(now) && /\/edit\//.test(path)
    if (now !== path && !isSection) count.pages += 1
    path = now
  })
  const take = (next: typeof hand) => {
    if (hand !== next) count.changesOfHand += 1
    hand = next
  }
  const press = async (key: string, times = 1) => {
    take('keys')
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
    count.keys += times * key.split('+').length
  }
  const click = async (target: Locator) => {
    take('mouse')
    await target.click()
    count.clicks += 1
  }
  /** Brings the focus to a field: by Tab when it is near, else by a click. */
  const reach = async (field: Locator) => {
    const tabs = await tabsTo(field)
    if (tabs < 0 || tabs > mostTabs) return click(field)
    if (tabs > 0) await press('Tab', tabs)
    if (!(await field.evaluate((control) => control === document.activeElement))) await click(field)
  }
  const typeIn = async (text: string) => {
    take('keys')
    await page.keyboard.type(text)
    count.keys += text.length
  }
  return {
    press,
    click: async (target: Locator) => {
      count.answers += 1
      await click(target)
    },
    type: async (field: Locator, text: string) => {
      count.answers += 1
      await reach(field)
      await expect(field).toBeFocused()
      await typeIn(text)
    },
    /** Gives one of a row of answers: by its first letter when the row is near, else by a click. */
    choose: async (group: Locator, name: RegExp, letter: string) => {
      count.answers += 1
      const answer = group.getByRole('radio', { name })
      const tabs = await tabsTo(answer)
      const isNear = tabs >= 0 && tabs <= mostTabs
      if (isNear) await press('Tab', tabs)
      const isIn = (row: Element) => row.contains(document.activeElement)
      if (!isNear || !(await group.evaluate(isIn))) await click(answer.locator('..'))
      else {
        for (let time = 0; time < 4 && !(await answer.isChecked()); time += 1) await press(letter)
      }
      await expect(answer).toBeChecked()
    },
    /** What it took: counts, the seconds of the script, and those of a person by the model. */
    read: () => {
      const { clicks, keys, changesOfHand, answers } = count
      const byModel =
        keys * seconds.key +
        clicks * (seconds.point + seconds.click) +
        changesOfHand * seconds.home +
        answers * seconds.think
      return { ...count, scriptSeconds: (performance.now() - startedAt) / 1000, modelSeconds: byModel }
    },
  }
}

/** The reading in one line. */
export const stopwatchLine = (
  what: string,
  { clicks, keys, pages, scriptSeconds, modelSeconds }: ReturnType<ReturnType<typeof stopwatch>['read']>,
): string =>
  `${what}: ${clicks} clicks, ${keys} keys, ${pages} page change${pages === 1 ? '' : 's'}; ${scriptSeconds.toFixed(1)} s by script, ${modelSeconds.toFixed(0)} s by keystroke-level model`
