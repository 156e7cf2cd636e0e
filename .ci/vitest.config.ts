import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const alias = { '@': root, 'server-only': fileURLToPath(new URL('./empty.ts', import.meta.url)) }

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    // Vitest keeps one core for itself, which on two halves the speed: it waits while its workers work.
    maxWorkers: '100%',
    // `npm run coverage`: of the clinical engine and the pathway rules; `vectors` are test cases.
    coverage: {
      provider: 'v8',
      include: ['lib/clinical/**/*.ts'],
      exclude: ['lib/clinical/vectors/**', '**/*.test.ts'],
      reporter: ['text-summary', 'json'],
      thresholds: { branches: 100 },
    },
    projects: [
      {
        resolve: { alias },
        root,
        test: {
          name: 'unit',
          include: ['{app,db,lib}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts'],
          // Most rooms under test are pure: files share their process, which spares each of them the imports. What a test
          // changes for the whole process (clock, environment, globals) it sets back.
          isolate: false,
          // Properties try hundreds of values: a shared machine may need several times Vitest's five seconds.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        root,
        test: {
          name: 'database',
          include: ['{app,db,lib}/**/*.db.test.ts'],
          globalSetup: ['db/testing-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
