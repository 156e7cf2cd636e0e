import { expect, test } from 'vitest'
import { hashPassword, hashToTry, passwordMatches } from './secrets'

const costOf = (hash: string) => hash.split('$').slice(0, 4).join('$')

test('nobody’s password costs what a person’s costs, and is never right', async () => {
  const hash = await hashPassword('four words of a password')
  expect(costOf(hash)).toBe('$argon2id$v=19$m=19456,t=2,p=1')
  expect(costOf(await hashToTry(null))).toBe(costOf(hash))
  expect(await hashToTry(hash)).toBe(hash)
  expect(await passwordMatches(hash, 'four words of a password')).toBe(true)
  expect(await passwordMatches(hash, 'four words of another')).toBe(false)
  expect(await passwordMatches(null, 'four words of a password')).toBe(false)
})
