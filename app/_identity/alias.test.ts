import { expect, test } from 'vitest'
import { shownName, underAlias } from './alias'

const patient = { familyName: 'Ardenwick', givenName: 'Maren', title: 'Ms', suffix: null }
const of = { code: '2026-0001', patient }

test('P15 a hidden patient has the name of the case in the banner and everywhere else, and no photo', () => {
  expect(shownName(of, false)).toBe('ARDENWICK, Maren (Ms)')
  const unknown = { state: 'not-recorded' } as const
  const banner = {
    name: shownName(of, false),
    photo: '/api/v1/attachments/a/file',
    identifiers: [],
    allergies: unknown,
    anticoagulant: unknown,
  }
  const shown = underAlias({ ...banner, mriObstacle: unknown }, { code: of.code, age: '65\u00a0y' })
  expect(shown.name).toBe(shownName(of, true))
  expect(shown.name).toBe('Case 2026-0001')
  expect(shown.photo).toBeUndefined()
})
