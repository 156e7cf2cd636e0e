import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The start-up faults: real processes that are started, killed and started again, one file after the other. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': fileURLToPath(new URL('../../.ci/empty.ts', import.meta.url)) } },
  test: {
    name: 'faults',
    include: ['e2e/faults/*.fault.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
