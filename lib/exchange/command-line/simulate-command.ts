import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { type Outcome, simulateMeeting } from '@/lib/deliberation/simulation/meeting'
import { WrongCommand } from './wrong-command'

const usage = `Plays meetings with random people on a bad network and looks whether anything is lost, doubled or told too early.

  npm run -s simulate -- --seeds 1..100000   the meetings of these seeds
  npm run -s simulate -- --seed 4711         one meeting again, with everything that happens in it

Ends with 0 when nothing is broken, 1 when something is, 2 when the command is wrong.
`

const count = (number: number): string => number.toLocaleString('en-GB')

/** One meeting, told request by request. */
function playOne(seed: number, output: Writable): Outcome {
  const outcome = simulateMeeting(seed, undefined, (line) => output.write(`${line}\n`))
  const { operations, committed, concluded, violation } = outcome
  output.write(
    `Seed ${seed}: ${count(operations)} operations, ${count(committed)} acts committed, ${count(concluded)} cases concluded, ${violation ? '1 violation' : '0 violations'}\n`,
  )
  return outcome
}

/** Every meeting from one seed to another; the broken ones are named as they are found. */
function playAll(first: number, last: number, output: Writable): number {
  const began = performance.now()
  const sums = { operations: 0, committed: 0, concluded: 0, violations: 0 }
  for (let seed = first; seed <= last; seed++) {
    const { operations, committed, concluded, violation } = simulateMeeting(seed)
    sums.operations += operations
    sums.committed += committed
    sums.concluded += concluded
    if (!violation) continue
    sums.violations += 1
    output.write(
      `Seed ${seed}: ${violation.invariant}: ${violation.message}\n  again: npm run -s simulate -- --seed ${seed}\n`,
    )
  }
  const meetings = last - first + 1
  const perMinute = Math.round((meetings * 60_000) / (performance.now() - began))
  output.write(
    [
      `${count(meetings)} meetings, ${count(perMinute)} a minute`,
      `${count(sums.operations)} operations, ${count(sums.committed)} acts committed, ${count(sums.concluded)} cases concluded`,
      `${count(sums.violations)} violations`,
    ].join('\n'),
  )
  output.write('\n')
  return sums.violations
}

const whole = /^\d{1,9}$/

function seedsOf(range: string): [number, number] {
  const [first = '', last = first, ...others] = range.split('..')
  if (others.length > 0 || !whole.test(first) || !whole.test(last) || Number(last) < Number(first)) {
    throw new WrongCommand('Give the seeds as a range of whole numbers, for example --seeds 1..1000.')
  }
  return [Number(first), Number(last)]
}

/** Carries out a command. Gives 0 when no invariant was broken, otherwise 1; throws `WrongCommand` for what cannot be played. */
export function runSimulateCommand(args: readonly string[], output: Writable): number {
  const { seeds, seed } = parseCommand(args)
  if ((seeds === undefined) === (seed === undefined)) throw new WrongCommand(usage)
  if (seed === undefined) return playAll(...seedsOf(seeds ?? ''), output) === 0 ? 0 : 1
  if (!whole.test(seed)) throw new WrongCommand('Give the seed as a whole number, for example --seed 4711.')
  return playOne(Number(seed), output).violation ? 1 : 0
}

function parseCommand(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { seeds: { type: 'string' }, seed: { type: 'string' } } }).values
  } catch {
    throw new WrongCommand(usage)
  }
}
