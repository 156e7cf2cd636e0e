import { expect, test } from 'vitest'
import { roomsOf } from './rooms'
import { initialsOf, seatWords } from './seat-words'

test('roles and specialty read as one phrase', () => {
  expect(seatWords({ roles: ['chair', 'coordinator'], specialty: null })).toBe('Chair, coordinator')
  expect(seatWords({ roles: ['core-member'], specialty: 'spine-surgery' })).toBe('Core member, spine surgery')
})

test.each([
  ['E. Wyndlass', 'EW'],
  ['  ana  maria  lópez ', 'AL'],
  ['Cher', 'C'],
  ['𝒜lma Öst', '𝒜Ö'],
  ['', ''],
])('initials of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

test('an administrator without a clinical role finds no room with patients', () => {
  expect(roomsOf({ roles: ['administrator'] }).map(({ href }) => href)).toEqual(['/reference', '/admin'])
  expect(roomsOf({ roles: ['observer'] }).map(({ label }) => label)).not.toContain('Admin')
})
