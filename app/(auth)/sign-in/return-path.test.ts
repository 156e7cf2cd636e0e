import { expect, test } from 'vitest'
import { returnPath } from './return-path'

test.each([
  ['/cases/1?tab=notes#goals', '/cases/1?tab=notes#goals'],
  [undefined, '/'],
  ['', '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example/', '/'],
  ['/\t/elsewhere.example', '/'],
  ['cases', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?callbackUrl=/sign-in', '/'],
  ['/api/auth/signout', '/'],
])('after sign-in %s leads to %s', (asked, path) => expect(returnPath(asked)).toBe(path))
