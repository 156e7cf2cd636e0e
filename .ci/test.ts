import { spawn } from 'node:child_process'
import { systemPrograms } from '@/db/programs'

/** `again`: tests that failed and then passed at their second try. `names`: every test that failed once, as its runner names it. */
type Counted = { passed: number; failed: number; again: number; names: string[] }
type Step = { title: string; command: string; env?: Record<string, string> }

const system = systemPrograms()
const vitest = 'vitest run --config .ci/vitest.config.ts'

const steps: Step[] = [
  { title: 'Types', command: 'npm run -s types' },
  { title: 'Format and lint', command: 'npm run -s lint' },
  { title: 'Unit, house and database tests (embedded PostgreSQL)', command: vitest },
  { title: 'Unit tests in another time zone', command: `${vitest} --project unit`, env: { TZ: 'Pacific/Auckland' } },
  ...(system
    ? [
        {
          title: `Database tests on this machine's PostgreSQL ${system.major}`,
          command: `${vitest} --project database`,
          env: { SPINEBOARD_TEST_SERVER: 'system' },
        },
      ]
    : []),
  // The unit tests play the first 400.
  { title: 'Simulated meetings', command: 'npm run -s simulate -- --seeds 401..2000' },
  { title: 'Build', command: 'npm run -s build' },
  { title: 'Start-up faults', command: 'vitest run --config e2e/faults/vitest.config.ts' },
  { title: 'Browser tests', command: 'npm run -s e2e' },
]

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/**
 * Adds up the closing lines of Vitest (`Tests  1 failed | 7 passed (8)`) and Playwright (`  3 passed (5s)`), and finds the names
 * that they list: `FAIL  |unit| file > test` and, below Playwright's figures, `    file:line:column › test`.
 */
const count = (output: string): Counted => {
  const plain = output.replace(escapes, '')
  const closing = plain.match(/^\s+Tests {2}.*$|^ {2}\d+ (passed|failed|flaky|interrupted|did not run)\b/gm) ?? []
  const names = [...plain.matchAll(/^ *FAIL {2}(\S.*)$|^ {4}(\S+:\d+:\d+ › .*?)[ ─]*$/gm)].map(
    ([, vitest, playwright]) => vitest ?? playwright ?? '',
  )
  const sum = (words: string) =>
    [...closing.join('\n').matchAll(new RegExp(`(\\d+) (?:${words})`, 'g'))].reduce(
      (total, match) => total + Number(match[1]),
      0,
    )
  return {
    passed: sum('passed'),
    failed: sum('failed|interrupted|did not run'),
    again: sum('flaky'),
    names: [...new Set(names)],
  }
}

const run = ({ command, env }: Step): Promise<{ code: number; counted: Counted }> =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.on('data', (chunk: Buffer) => {
        to.write(chunk)
        output += chunk.toString()
      })
    }
    child.once('close', (code) => resolve({ code: code ?? 1, counted: count(output) }))
  })

const say = (line: string) => process.stdout.write(`${line}\n`)

const results: { title: string; ok: boolean; counted: Counted; seconds: number }[] = []
for (const step of steps) {
  say(`\n== ${step.title}`)
  const began = performance.now()
  const { code, counted } = await run(step)
  results.push({ title: step.title, ok: code === 0, counted, seconds: Math.round((performance.now() - began) / 1000) })
}

if (!system)
  say('\nThis machine has no PostgreSQL 15 or newer of its own: the database tests ran on the embedded one alone.')
say('')
for (const { title, ok, counted, seconds } of results) {
  const again = counted.again > 0 ? `, ${counted.again} passed at the second try` : ''
  const tests =
    counted.passed + counted.failed > 0 ? `: ${counted.passed} passed, ${counted.failed} failed${again}` : ''
  say(`${ok ? 'ok    ' : 'FAILED'}  ${title}${tests} (${seconds} s)`)
  for (const name of counted.names) say(`        ${name}`)
}
const total = (pick: (counted: Counted) => number) => results.reduce((sum, { counted }) => sum + pick(counted), 0)
const stepsFailed = results.filter(({ ok, counted }) => !ok && counted.failed === 0).length
say(`${total(({ passed, again }) => passed + again)} passed, ${total(({ failed }) => failed) + stepsFailed} failed`)
process.exit(results.every(({ ok }) => ok) ? 0 : 1)
