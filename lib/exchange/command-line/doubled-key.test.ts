import { expect, it } from 'vitest'
import { doubledKey } from './doubled-key'

it.each([
  ['at the top', '{"a":1,"b":2,"a":3}', 'a'],
  ['deeper', '{"a":{"oneOf":[{"b":1,"b":2}]}}', 'b'],
  ['after an inner object has ended', '{"a":{"b":1},"a":2}', 'a'],
  ['written in two ways', '{"a":1,"\\u0061":2}', 'a'],
  ['the same in several objects', '{"a":{"a":[{"a":1},{"a":2}]}}', null],
  ['inside of words', '{"a":"\\"a\\":1, {\\"b\\":[","b":"a","c":"}"}', null],
  ['as a word', '{"a":["b","b"],"b":"b"}', null],
])('a key that stands twice: %s', (_name, text, found) => {
  expect(JSON.parse(text)).toBeTypeOf('object')
  expect(doubledKey(text)).toBe(found)
})
