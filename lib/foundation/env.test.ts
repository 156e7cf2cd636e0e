import { describe, expect, test } from 'vitest'
import { derivedSecret, needed, readSettings } from './env'
import { StartupProblem } from './startup-problem'

const oidc = {
  OIDC_ISSUER: 'https://id.example.org',
  OIDC_CLIENT_ID: 'board',
  OIDC_CLIENT_SECRET: 'word',
  OIDC_NAME: 'Hospital sign-in',
}

describe('settings', () => {
  test('have safe defaults', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      SPINEBOARD_TIME_ZONE: 'Europe/London',
      SESSION_IDLE_MINUTES: 30,
      SESSION_HOURS: 12,
      SPINEBOARD_DATA: '.data',
    })
  })

  test('an empty variable counts as unset', () => expect(readSettings({ PORT: '', OIDC_NAME: '' }).PORT).toBe(3000))

  test('the demo may rest longer, unless told otherwise', () => {
    expect(readSettings({ SPINEBOARD_DEMO: '1' }).SESSION_IDLE_MINUTES).toBe(480)
    expect(readSettings({ SPINEBOARD_DEMO: '1', SESSION_IDLE_MINUTES: '5' }).SESSION_IDLE_MINUTES).toBe(5)
  })

  test('the public address loses its last slash', () => {
    expect(readSettings({ SPINEBOARD_URL: 'https://board.example.org/' }).SPINEBOARD_URL).toBe(
      'https://board.example.org',
    )
  })

  test('the identity provider is told in full', () => expect(readSettings(oidc)).toMatchObject(oidc))

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['SPINEBOARD_SECRET', 'x'.repeat(31)],
    ['SPINEBOARD_URL', 'board.example.org'],
    ['SPINEBOARD_URL', 'https://example.org/board'],
    ['SPINEBOARD_URL', 'ftp://example.org'],
    ['DATABASE_URL', 'postgresql:///board'],
    ['DATABASE_URL', 'postgresql://host'],
    ['APP_DATABASE_URL', 'http://host/board'],
    ['SPINEBOARD_DEMO', 'true'],
    ['SPINEBOARD_TIME_ZONE', 'London'],
    ['SESSION_HOURS', '0'],
    ['SESSION_IDLE_MINUTES', '1.5'],
    ['NODE_ENV', 'staging'],
    ['OIDC_ISSUER', 'id.example.org'],
    ['OIDC_ISSUER', 'http://id.example.org'],
    ['TRUSTED_PROXIES', 'proxy.example.org'],
  ])('%s=%s is refused in one sentence that names it and does not repeat the value', (name, value) => {
    expect(() => readSettings({ ...oidc, [name]: value })).toThrow(StartupProblem)
    expect(() => readSettings({ ...oidc, [name]: value })).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`))
  })

  test.each(Object.keys(oidc))('an identity provider without %s is refused', (name) => {
    expect(() => readSettings({ ...oidc, [name]: undefined })).toThrow(`${name} is missing`)
  })

  test('a needed variable that is unset is refused by name', () => {
    expect(() => needed(readSettings({}), 'SPINEBOARD_SECRET')).toThrow(/^SPINEBOARD_SECRET is not set/)
    expect(needed(readSettings({ PORT: '80' }), 'PORT')).toBe(80)
  })
})

test('a derived secret depends on secret and purpose and shows neither', () => {
  const one = derivedSecret('secret', 'purpose')
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(derivedSecret('secret', 'purpose')).toBe(one)
  expect(derivedSecret('secret', 'other')).not.toBe(one)
  expect(derivedSecret('other', 'purpose')).not.toBe(one)
})
