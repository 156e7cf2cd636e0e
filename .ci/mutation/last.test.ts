import { expect, test } from 'vitest'

// Last of all: the check of `setup.ts` that the file before could be read needs a test that it can fail.
test('every file could be read, and no test in it failed', () => {
  expect(globalThis).toHaveProperty('mutantRun.isKilled', false)
})
