import { StartupProblem } from '@/lib/foundation/startup-problem'

/** One line for the person at the console. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/**
 * Runs a command of the console. A StartupProblem is told as its one sentence and ends with code 1; anything else is a
 * fault of ours and keeps its stack.
 */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command()
  } catch (problem) {
    process.stderr.write(`${problem instanceof StartupProblem ? problem.message : String((problem as Error).stack)}\n`)
    process.exit(1)
  }
}
