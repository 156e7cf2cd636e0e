import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type HoldAgent, holdAgents, holdWindowsOf, holdWords } from './hold-windows'

const agents = Object.keys(holdAgents) as HoldAgent[]
const pathway = readFileSync(new URL('./PATHWAY.md', import.meta.url), 'utf8')
const cellsOf = (id: string) =>
  pathway
    .split('\n')
    .find((line) => line.startsWith(`| ${id} |`))
    ?.split('|')
    .map((cell) => cell.trim()) ?? []

/** The numbers of a cell that count days, without those in brackets. */
const daysOf = (cell: string | undefined) =>
  (cell ?? '')
    .replace(/\(.*?\)/g, '')
    .split(/;|where/)[0]
    ?.match(/\d+/g)
    ?.map(Number) ?? []

test.each(agents.flatMap((agent) => holdWindowsOf(agent).map((row) => [agent, row.id, row] as const)))(
  '%s: %s has the days of PATHWAY 8.3.1',
  (_, id, { stopBefore, restartAfter }) => {
    const cells = cellsOf(id)
    expect([...(stopBefore ?? [])]).toEqual(daysOf(cells[4]))
    expect([...(restartAfter ?? [])]).toEqual(daysOf(cells[5]))
  },
)

test.each(agents.flatMap((agent) => holdWindowsOf(agent).map((row) => [agent, row.id, row] as const)))(
  '%s: %s has the region and the verification of PATHWAY 8.3.1',
  (_, id, { region, grade }) => {
    const cells = cellsOf(id)
    expect(cells[3]?.replace('/', ' and ')).toContain(region.split(',')[0])
    expect(grade).toMatch(/^V[123]$/)
    expect(cells[7]).toContain(grade)
    expect(region).not.toBe('')
  },
)

test('a row is told in words: one number as the least, two as a range, and what else the text says behind it', () => {
  const [us, , nccn] = holdWindowsOf('bevacizumab').map((row) => holdWords(row).replaceAll('\u00a0', ' '))
  expect(us).toBe(
    'US label: stop at least 28 d before elective surgery; start again at least 28 d after it and once the wound has healed. About two half-lives are 42 d.',
  )
  expect(nccn).toBe(
    'NCCN: stop at least 42 d before elective surgery; start again 42 to 56 d after it and once the wound has healed.',
  )
})

test('a text without a number says so and gives none', () => {
  const [, , eu] = holdWindowsOf('ramucirumab')
  expect(eu && holdWords(eu)).toBe(
    'EU: no number for the time before; no number for the time after; the wound has healed.',
  )
})

test('an agent without a row has no interval', () => expect(holdWindowsOf('none')).toEqual([]))
