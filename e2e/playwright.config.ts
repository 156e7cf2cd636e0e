import { defineConfig } from '@playwright/test'

/** Addresses, browser and zone come from `e2e/run.ts`, which starts the database and two app processes. */
const from = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the browser tests with npm run e2e`)
  return value
}

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  forbidOnly: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: from('E2E_URL'),
    timezoneId: from('E2E_TIME_ZONE'),
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: from('E2E_BROWSER'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
})
