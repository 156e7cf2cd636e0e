import { expect, test } from 'vitest'
import { followedBy } from './signed-versions'

test('what took the place of a version is the one signed next, whatever numbers older records have', () => {
  const signed = [5, 3, 1, 1].map((version) => ({ version }))
  expect(signed.map((_, place) => followedBy(signed, place))).toEqual([null, 5, 3, 1])
})
