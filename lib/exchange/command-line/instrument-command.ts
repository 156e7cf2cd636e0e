import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { Instrument } from '@/lib/clinical/instrument'
import { findInstrument, heldBack, instruments } from '@/lib/clinical/instruments/instruments'
import { jsonForm } from './answer-lines'
import { describeInstrument, summaryOf } from './describe-instrument'
import { type InputLine, linesOf } from './lines'
import { WrongCommand } from './wrong-command'

const usage = `Reads answers through an instrument of the clinical engine: no server, no database.

  npm run -s instrument -- list                          every instrument, one JSON object a line
  npm run -s instrument -- describe <id>                 items, values, bands, source as JSON
  npm run -s instrument -- read <id> < answers.jsonl     one JSON object in, one out for each line
      --csv                                              tables both ways; the first line names the items
      --keep <name,name>                                 keys or columns of your own, handed through unread

<id> is an id of the list, or id@version. Ends with 0 when every line was read, 1 when a line failed, 2 when the command is wrong.
`

/** Where a command reads from and writes to. */
export type Streams = { readonly input: AsyncIterable<Uint8Array>; readonly output: Writable }

function instrumentOf(name: string | undefined): Instrument {
  const [id = '', version] = (name ?? '').split('@')
  const found = findInstrument(id, version === undefined ? undefined : Number(version))
  if (found) return found
  const held = heldBack.find((one) => one.id === id)
  if (held) throw new WrongCommand(`${held.title} is held back: ${held.heldBack}`)
  throw new WrongCommand(name ? 'There is no such instrument. See: npm run -s instrument -- list' : usage)
}

/** Reads every line and says how many failed. Only as much is read as the output takes. */
async function readAll(
  { input, output }: Streams,
  instrument: Instrument,
  keep: readonly string[],
  isTable: boolean,
): Promise<number> {
  const table = isTable ? await import('./answer-table') : null
  let form = table ? null : jsonForm(instrument, keep)
  let failed = 0
  const begin = (first: InputLine): string => {
    const found = table?.tableForm(first, instrument, keep) ?? ''
    if (typeof found === 'string') throw new WrongCommand(`The first line does not name the columns. ${found}`)
    form = found
    return found.head
  }
  const read = (line: InputLine): string => {
    if (!form) return begin(line)
    const outcome = form.read(line)
    if ('errors' in outcome) failed += 1
    return form.write(outcome)
  }
  for await (const lines of linesOf(input)) {
    if (!output.write(lines.map(read).join(''))) await once(output, 'drain')
  }
  if (!form) throw new WrongCommand('There is no table: its first line names the columns.')
  return failed
}

/** Carries out a command. Gives 0 when every line was read and 1 when one failed; throws `WrongCommand` where nothing can be read. */
export async function runInstrumentCommand(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = parseCommand(args)
  const [command, name, ...others] = positionals
  if (others.length > 0) throw new WrongCommand(usage)
  if (command === 'list' && name === undefined) {
    for (const one of instruments) streams.output.write(`${JSON.stringify(summaryOf(one))}\n`)
    return 0
  }
  if (command === 'describe') {
    streams.output.write(`${JSON.stringify(describeInstrument(instrumentOf(name)), null, 2)}\n`)
    return 0
  }
  if (command !== 'read') throw new WrongCommand(usage)
  const instrument = instrumentOf(name)
  const keep = values.keep.split(',').filter(Boolean)
  const read = keep.find((one) => Object.hasOwn({ ...instrument.items, ...instrument.context }, one))
  if (read) throw new WrongCommand(`${read} is an item of ${instrument.title}: it is read, and cannot be kept unread.`)
  return (await readAll(streams, instrument, keep, values.csv)) === 0 ? 0 : 1
}

function parseCommand(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { csv: { type: 'boolean', default: false }, keep: { type: 'string', default: '' } },
    })
  } catch {
    throw new WrongCommand(usage)
  }
}
