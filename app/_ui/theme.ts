/** What a person can choose. `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Name of the cookie that holds the choice. Not secret, not personal; absent means `system`. */
export const themeCookie = 'theme'

/** The choice in a cookie value; anything unknown is `system`. */
export const readTheme = (value: string | undefined): Theme => themes.find((theme) => theme === value) ?? 'system'

/** Value of `data-theme` on the html element: absent for `system`, so that the style sheet follows the device. */
export const themeAttribute = (theme: Theme): 'light' | 'dark' | undefined => (theme === 'system' ? undefined : theme)
