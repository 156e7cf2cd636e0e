import { expect, it } from 'vitest'
import { certain } from './certain'

it('passes on a value that is there, zero and no included, and names the one that a declaration lacks', () => {
  expect([certain(0, 'points'), certain(false, 'an answer'), certain('', 'a text')]).toEqual([0, false, ''])
  expect(() => certain(undefined, 'the points of a class')).toThrow('A declaration lacks the points of a class.')
  expect(() => certain(null, 'points')).toThrow(TypeError)
})
