const site = 'http://site.invalid'

/** The page to open after sign-in: a path of this site other than the sign-in page itself, else the start page. */
export function returnPath(asked: string | undefined): string {
  if (!asked || !URL.canParse(asked, site)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, site)
  if (!asked.startsWith('/') || origin !== site) return '/'
  const isPage = !/^\/(sign-in|api|welcome|no-board)(\/|$)/.test(pathname)
  return isPage ? `${pathname}${search}${hash}` : '/'
}
