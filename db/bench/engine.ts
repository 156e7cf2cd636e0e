import { readAny, type SumInstrument, totalOf } from '@/lib/clinical/instrument'
import { allowedAnswers } from '@/lib/clinical/item'
import { type Answers, caseMaker, type EngineCase, readOfEveryCase, repeatable } from './engine-cases'

const cases = 1_000_000
const atOnce = 1000

/** The scores that add points up, with their place among what is read of every case. */
const sums = readOfEveryCase.flatMap((one, at) =>
  one.form === 'sum' ? [{ at, instrument: one as SumInstrument }] : [],
)

/** The same points by hand: for each score its items, each a plain table of points by answer. */
const pointTables = sums.map(({ at, instrument }) => ({
  at,
  items: Object.entries(instrument.items).map(([key, item]) => ({
    key,
    points: Object.fromEntries(
      allowedAnswers(item).map((answer) => [
        answer,
        readAny(instrument, { [key]: answer }).lines.find((line) => line.item === key)?.points ?? 0,
      ]),
    ),
  })),
}))

function sumByHand(one: EngineCase): number {
  let all = 0
  for (const { at, items } of pointTables) {
    const answers = one[at] as Readonly<Record<string, string>>
    for (const { key, points } of items) all += points[answers[key] ?? ''] ?? 0
  }
  return all
}

function totalsOnly(one: EngineCase): number {
  let all = 0
  for (const { at, instrument } of sums) all += totalOf(instrument, one[at] as Answers) ?? 0
  return all
}

function explained(one: EngineCase): number {
  let lines = 0
  for (const [at, instrument] of readOfEveryCase.entries())
    lines += readAny(instrument, one[at] as Answers).lines.length
  return lines
}

type Act = { readonly name: string; readonly made: () => EngineCase; readonly act: (one: EngineCase) => number }

/**
 * Nanoseconds of processor time for each case, the collection of garbage included: each act in turn on blocks of cases that are
 * made in between and not timed. Processor time, since other work on the machine must not count.
 */
function measureActs(acts: readonly Act[], count: number): number[] {
  const took = acts.map(() => 0)
  let kept = 0
  for (let block = 0; block < count / atOnce; block += 1) {
    for (const [at, { made, act }] of acts.entries()) {
      const some = Array.from({ length: atOnce }, made)
      const from = process.cpuUsage()
      for (const one of some) kept += act(one)
      const { user, system } = process.cpuUsage(from)
      took[at] = (took[at] ?? 0) + user + system
    }
  }
  if (!Number.isFinite(kept)) throw new Error('An act gave no number.')
  return took.map((microseconds) => (microseconds * 1000) / count)
}

const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20)

/** `npm run bench -- engine`: every line of what it says. One core; memory is that of the process after a tenth and at the end. */
export function benchEngine(): string[] {
  const whole = caseMaker(repeatable(1), 0)
  const withGaps = caseMaker(repeatable(2), 0.1)
  const acts: Act[] = [
    { name: 'points added up by hand', made: whole, act: sumByHand },
    { name: 'totals only', made: whole, act: totalsOnly },
    { name: 'explained, all answers known', made: whole, act: explained },
    { name: 'explained, one answer in ten missing', made: withGaps, act: explained },
  ]
  measureActs(acts, cases / 10)
  const before = megabytes()
  const taken = measureActs(acts, cases)
  const byHand = taken[0] ?? Number.NaN
  return [
    `${cases} synthetic cases: ${readOfEveryCase.length} instruments each, ${sums.length} of them sums of points`,
    ...acts.map(({ name }, at) => {
      const each = taken[at] ?? Number.NaN
      return `${name.padEnd(38)} ${each.toFixed(0).padStart(6)} ns a case   ${(each / byHand).toFixed(1).padStart(5)} x by hand`
    }),
    `memory ${before} MB after the first ${cases / 10}, ${megabytes()} MB at the end`,
  ]
}
