import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from './security-headers'

const plain = { nonce: 'abc', isSecure: false, isDevelopment: false }
const directive = (policy: string, name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `))

describe('the headers of every answer', () => {
  test('let scripts and styles run only with the nonce', () => {
    const policy = contentSecurityPolicy(plain)
    expect(directive(policy, 'script-src')).toBe(`script-src 'self' 'nonce-abc' 'strict-dynamic'`)
    expect(directive(policy, 'style-src')).toBe(`style-src 'self' 'nonce-abc'`)
    expect(directive(policy, 'frame-ancestors')).toBe(`frame-ancestors 'none'`)
  })

  test('allow eval in development only', () => {
    expect(contentSecurityPolicy({ ...plain, isDevelopment: true })).toContain('unsafe-eval')
    expect(contentSecurityPolicy(plain)).not.toContain('unsafe-eval')
  })

  test('keep no copy, and demand https only where the site has it', () => {
    expect(securityHeaders(plain)['cache-control']).toBe('no-store')
    expect(securityHeaders(plain)).not.toHaveProperty('strict-transport-security')
    const secure = securityHeaders({ ...plain, isSecure: true })
    expect(secure['strict-transport-security']).toMatch(/^max-age=\d{8}/)
    expect(secure['content-security-policy']).toContain('upgrade-insecure-requests')
  })
})
