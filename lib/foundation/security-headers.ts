type Site = { nonce: string; isSecure: boolean; isDevelopment: boolean }

/**
 * The content security policy of one answer. Scripts and styles run only with this answer's nonce; style attributes are
 * allowed because measured positions (menus, map labels) need them. Development needs `eval` and unsigned styles for
 * reloading modules.
 */
export const contentSecurityPolicy = ({ nonce, isSecure, isDevelopment }: Site): string =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${isDevelopment ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    // The worker that draws PDFs (app/_files/pdf-pages.tsx) is a file of our own.
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** For an answer that is no page, such as a file: nothing in it may run, load or be framed. */
export const inertContentPolicy = `default-src 'none'; frame-ancestors 'none'; sandbox`

const twoYears = 'max-age=63072000; includeSubDomains'

/** What every answer carries, by header name: no copy is kept, nothing is guessed, nothing is told to other sites. */
export const securityHeaders = (site: Site): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(site),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  ...(site.isSecure ? { 'strict-transport-security': twoYears } : {}),
})
