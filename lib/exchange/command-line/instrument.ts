import { runInstrumentCommand } from './instrument-command'
import { WrongCommand } from './wrong-command'

// Whoever reads the output has seen enough, as in `... | head`: there is nobody left to tell.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

try {
  process.exitCode = await runInstrumentCommand(process.argv.slice(2), { input: process.stdin, output: process.stdout })
} catch (problem) {
  if (!(problem instanceof WrongCommand)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = 2
}
