import { defineConfig } from '@playwright/test'

/** Addresses, browser and zone come from `e2e/run.ts`, which starts the database and two app processes. */
const from = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the browser tests with npm run e2e`)
  return value
}

/**
 * Journeys in which no day or hour is typed, told or compared, or only by steps that another journey takes in every zone: the
 * first zone proves them. Any other runs in every zone.
 */
const onlyInTheFirstZone = [
  'a-rule-leads-to-its-answer',
  'a-stranger-meets-not-found',
  'bad-input-is-answered-at-its-place',
  'decide-a-part-anew',
  'drafts-save-themselves',
  'every-page-is-accessible',
  'files-that-attack',
  'hide-identity',
  'hold-a-meeting-by-keyboard',
  'hospital-sign-in',
  'how-ready-a-case-is',
  'invite-and-sign-in',
  'key-images',
  'leave-an-idle-screen',
  'lists-tell-who-is-who',
  'live-across-processes',
  'looks-do-not-leak',
  'nothing-of-a-ballot-before-the-reveal',
  'nothing-typed-is-lost',
  'order-the-agenda',
  'practise-on-a-past-case',
  'print-the-sheet',
  'published-cases',
  'rate-from-one-to-nine',
  'seven-browsers-in-one-meeting',
  'stopwatch',
  'the-door-is-kept',
  'too-much-at-once',
  'two-tabs-and-a-way-back',
  'vote-again',
  'vote-blind-then-reveal',
  'withdraw-and-restore',
  'work-by-keyboard-alone',
  'work-on-a-bad-network',
]

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: from('E2E_ZONE_ORDER') === 'first' ? [] : onlyInTheFirstZone.map((name) => `**/${name}.spec.ts`),
  outputDir: '../test-results',
  forbidOnly: true,
  // A test that needs its second try is named at the end of `npm test`: a race to be mended, not a reason to stop.
  retries: 1,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: from('E2E_URL'),
    timezoneId: from('E2E_TIME_ZONE'),
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: from('E2E_BROWSER'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
})
