import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { runSimulateCommand } from './simulate-command'
import { WrongCommand } from './wrong-command'

/** What a command writes, and how it ends. */
function carriedOut(...args: string[]): { code: number; written: string } {
  let written = ''
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      written += chunk.toString()
      done()
    },
  })
  return { code: runSimulateCommand(args, output), written }
}

test('says how many meetings a minute it played, and that nothing is broken', () => {
  const { code, written } = carriedOut('--seeds', '1..5')
  expect(code).toBe(0)
  expect(written).toMatch(
    /^5 meetings, [\d,]+ a minute\n[\d,]+ operations, [\d,]+ acts committed, \d+ cases concluded\n0 violations\n$/,
  )
})

test('tells one meeting act by act, the same each time', () => {
  const first = carriedOut('--seed', '9')
  expect(first.written).toMatch(/chair key-\d+ {"kind":"start"}: done null/)
  expect(first.written).toMatch(/\nSeed 9: \d+ operations, \d+ acts committed, \d cases concluded, 0 violations\n$/)
  expect(carriedOut('--seed', '9')).toEqual(first)
})

test.each([
  [[]],
  [['--seeds', '5..1']],
  [['--seeds', 'all']],
  [['--seeds', '1..2..3']],
  [['--seed', '-1']],
  [['--odd']],
])('cannot carry out %j', (args) => {
  expect(() => carriedOut(...args)).toThrow(WrongCommand)
})
