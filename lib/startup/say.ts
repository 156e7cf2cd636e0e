import { StartupProblem } from '@/lib/foundation/startup-problem'

/** One line for the person at the console. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const sentenceOf = (problem: unknown): string | undefined => {
  if (problem instanceof StartupProblem) return problem.message
  const { code, path } = problem as NodeJS.ErrnoException
  if (path && (code === 'EACCES' || code === 'EPERM')) {
    return `${path} belongs to another user: start as that user, or move the folder away.`
  }
  if (code === 'ENOSPC') return 'The disk is full: make room and start again.'
  return undefined
}

/**
 * Runs a command of the console. A StartupProblem, a full disk and a file of somebody else are told in one sentence and
 * end with code 1; anything else is a fault of ours and keeps its stack.
 */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command()
  } catch (problem) {
    process.stderr.write(`${sentenceOf(problem) ?? (problem as Error).stack}\n`)
    process.exit(1)
  }
}
