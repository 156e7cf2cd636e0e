import { configureGlobal } from 'fast-check'
import { afterAll, afterEach, beforeEach } from 'vitest'

// Properties try the same values for every mutant, so that two runs find the same survivors.
configureGlobal({ seed: 4 })

/** How the run of this process stands: whether a test has failed, and whether a file was begun and not got through. */
type Run = { isKilled: boolean; isInside: boolean }
const shared: typeof globalThis & { mutantRun?: Run } = globalThis
shared.mutantRun ??= { isKilled: false, isInside: false }
const run = shared.mutantRun

// One failed test is enough: the other tests are skipped, and the other files need not even be read.
if (run.isKilled) throw new Error('The mutant is killed')

// A file that a mutant keeps from being read has no test that could fail, and Stryker would take the mutant for alive.
const isUnread = run.isInside
run.isInside = true
afterAll(() => {
  run.isInside = false
})
beforeEach(({ skip }) => {
  if (run.isKilled) skip()
  if (isUnread) throw new Error('The file before this one could not be read')
})
afterEach(({ task }) => {
  if (task.result?.state === 'fail') run.isKilled = true
})
