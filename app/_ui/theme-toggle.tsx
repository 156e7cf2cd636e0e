'use client'
import { useState } from 'react'
import { Icon, type IconName } from './icon'
import { type Theme, themeAttribute, themeCookie, themes } from './theme'

const looks: Readonly<Record<Theme, { icon: IconName; words: string }>> = {
  system: { icon: 'screen', words: 'Theme: as the device' },
  light: { icon: 'sun', words: 'Theme: light' },
  dark: { icon: 'moon', words: 'Theme: dark' },
}

const apply = (theme: Theme) => {
  const attribute = themeAttribute(theme)
  if (attribute === undefined) delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = attribute
}

const oneYearMs = 365 * 24 * 60 * 60 * 1000

// The Cookie Store is missing on plain http: there the choice lasts until the page is loaded anew.
const remember = (theme: Theme) => {
  if (!('cookieStore' in window)) return
  const cookie = { name: themeCookie, path: '/', sameSite: 'lax' } as const
  const kept =
    theme === 'system'
      ? window.cookieStore.delete({ name: themeCookie, path: '/' })
      : window.cookieStore.set({ ...cookie, value: theme, expires: Date.now() + oneYearMs })
  kept.catch(() => undefined)
}

/** Steps through device, light and dark. `initial` is what the server read from the cookie, so nothing flashes. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const { icon, words } = looks[theme]
  return (
    <button
      type="button"
      className="icon-btn"
      title={words}
      onClick={() => {
        setTheme(next)
        apply(next)
        remember(next)
      }}
    >
      <Icon name={icon} size="large" label={words} />
    </button>
  )
}
