import { expect, type Locator, type Page } from '@playwright/test'

/** No way by Tab to a control of one screen is longer. */
const mostTabs = 80

const hasFocus = (control: Locator) =>
  control.evaluate((wanted) => wanted === document.activeElement || wanted.contains(document.activeElement))

/** A person without a pointer: reaches by Tab, answers by keys, and takes what has the focus by Enter. */
export function keysOf(page: Page) {
  const { keyboard } = page
  /** Goes on to a control, or into a group of them, in the order of the screen. */
  const reach = async (control: Locator) => {
    await expect(control).toBeVisible()
    for (let tabs = 0; tabs < mostTabs && !(await hasFocus(control)); tabs += 1) await keyboard.press('Tab')
    expect(await hasFocus(control), `Tab reaches ${control}`).toBe(true)
  }
  return {
    reach,
    /** Takes what a key or an act has led to: it has the focus already. */
    take: async (control: Locator) => {
      await expect(control).toBeFocused()
      await keyboard.press('Enter')
    },
    reachAndTake: async (control: Locator) => {
      await reach(control)
      await keyboard.press('Enter')
    },
    write: async (field: Locator, words: string) => {
      await reach(field)
      await keyboard.type(words)
      await expect(field).toHaveValue(words)
    },
    /** Gives one of a row of answers. */
    choose: async (group: Locator, name: string) => {
      const answer = group.getByRole('radio', { name, exact: true })
      await reach(group)
      const answers = await group.getByRole('radio').count()
      for (let steps = 0; steps < answers && !(await hasFocus(answer)); steps += 1) await keyboard.press('ArrowRight')
      await keyboard.press('Space')
      await expect(answer).toBeChecked()
    },
  }
}
