import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findOptionType } from '@/lib/clinical/catalogue/catalogue'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { type Heading, headings, type PublishedReport } from './report'
import { reports } from './reports'

const here = path.resolve('db/seed/published')
const read = (file: string): string => readFileSync(path.join(here, file), 'utf8')

/** The text under a heading of a retelling. */
function under(text: string, title: string): string {
  const [, after] = text.split(`\n## ${title}\n`)
  if (after === undefined) throw new Error(`The retelling has no heading “${title}”`)
  return after.split('\n## ')[0] ?? ''
}

const linesUnder = (text: string, heading: Heading): string[] =>
  under(text, headings[heading])
    .split('\n')
    .filter((line) => line.startsWith('- '))

/** Every value that is told, as a path: `lesions.L1.pain`, `imaging.0.findings`, `tumour.primary`. */
function leavesOf(value: unknown, above = ''): string[] {
  const at = (key: string) => (above ? `${above}.${key}` : key)
  if (typeof value !== 'object' || value === null || above.split('.').length > 3) return [above]
  const isList = Array.isArray(value) && typeof value[0] !== 'object'
  return isList ? [above] : Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, at(key)))
}

const toldBy = ({ patient, told, outcome }: PublishedReport): string[] => [
  ...['bornOn', 'sex'].flatMap((key) => (patient[key as 'sex'] ? [`patient.${key}`] : [])),
  ...leavesOf(told),
  ...outcome.flatMap(({ findings }) => Object.keys(findings).map((field) => `visit.${field}`)),
]

const tokensOf = (report: PublishedReport): string[] =>
  Object.values(report.places).flatMap((lines) => lines.flatMap((line) => line.split(' ').filter(Boolean)))

const holds = (place: string, leaf: string): boolean => leaf === place || leaf.startsWith(`${place}.`)

/** Each row of the list of facts without a place: their name and the numbers of the cases. */
const withoutPlace = read('FACTS-WITHOUT-A-PLACE.md')
  .split('\n')
  .flatMap((line) => {
    const [, name, cases, , reason] = line.split('|').map((cell) => cell.trim())
    return name?.startsWith('`') ? [{ name: name.slice(1, -1), cases: cases?.split(', ') ?? [], reason }] : []
  })

test('there is a fixture for each of the 24 retellings, each with its citation and licence', () => {
  expect(reports.map(({ number }) => number)).toEqual(
    Array.from({ length: 24 }, (_, index) => String(index + 1).padStart(2, '0')),
  )
  for (const { retold } of reports) {
    expect(under(read(`retold/${retold}`), 'Source')).toMatch(/^- .+\n- Licence: .+\n- Text read: .+/)
  }
})

describe.each(reports.map((report) => [report.number, report] as const))('published case %s', (_, report) => {
  const text = read(`retold/${report.retold}`)
  const told = toldBy(report)
  const tokens = tokensOf(report)

  test('says of every line of the retelling where it went', () => {
    for (const heading of Object.keys(headings) as Heading[]) {
      expect([heading, report.places[heading].length]).toEqual([heading, linesUnder(text, heading).length])
    }
  })

  test('names only places that are there', () => {
    const isThere = (token: string) =>
      token === 'sins' ||
      (token.startsWith('~') && withoutPlace.some(({ name }) => name === token.slice(1))) ||
      (token.startsWith('option.') && findOptionType(token.slice(7)) !== undefined) ||
      told.some((leaf) => holds(token, leaf))
    expect(tokens.filter((token) => !isThere(token))).toEqual([])
  })

  test('tells nothing that no line of the retelling stands behind', () => {
    expect(told.filter((leaf) => !tokens.some((token) => holds(token, leaf)))).toEqual([])
  })

  test('tells nothing of what the source does not state', () => {
    expect(report.notStated.filter((gap) => told.some((leaf) => holds(gap, leaf)))).toEqual([])
  })

  test('expects the SINS range that the retelling gives as our reading', () => {
    const ours = /possible range (\d+)–(\d+)(?:; if it covers L4 only, (\d+)–(\d+))?/.exec(under(text, 'Stability'))
    const range = ours ? [Number(ours[3] ?? ours[1]), Number(ours[4] ?? ours[2])] : null
    const known = /only the location item is known/.test(text) ? [3, 18] : range
    if (known) expect(Object.values(report.reads.sins)).toContainEqual(known)
  })

  test('files each treatment under a kind of treatment of the catalogue', () => {
    const lines = report.places.given
    expect(lines).toHaveLength(modalities.length)
    const options = lines.flatMap((line) => line.split(' ').filter((token) => token.startsWith('option.')))
    expect(options.filter((token) => !findOptionType(token.slice(7)))).toEqual([])
  })
})

test('the list of facts without a place names just those of the fixtures, each with a reason', () => {
  const named = reports.flatMap((report) =>
    tokensOf(report).flatMap((token) => (token.startsWith('~') ? [`${token.slice(1)} ${report.number}`] : [])),
  )
  const listed = withoutPlace.flatMap(({ name, cases }) => cases.map((number) => `${name} ${number}`))
  expect(listed.sort()).toEqual([...new Set(named)].sort())
  expect(withoutPlace.filter(({ reason }) => !reason)).toEqual([])
})
