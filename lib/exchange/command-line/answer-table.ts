import Papa from 'papaparse'
import type { Instrument } from '@/lib/clinical/instrument'
import { allowedAnswers, type Item } from '@/lib/clinical/item'
import type { Reading } from '@/lib/clinical/reading'
import { type Given, type LineForm, lineReader, noAnswers, type Outcome } from './answer-lines'
import type { InputLine } from './lines'

/** The first line of a table: which column holds which item, and which is kept. */
type Header = { readonly separator: string; readonly columns: readonly string[] }

const rowOf = (text: string, separator?: string) => {
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    delimiter: separator,
    delimitersToGuess: [',', ';', '\t'],
  })
  const isBroken = errors.some(({ type }) => type === 'Quotes')
  return { cells: data[0] ?? [], isBroken, isSeveral: data.length > 1, separator: meta.delimiter }
}

/** Where a line of the input is several rows: it ends with a carriage return alone, as some spreadsheets write it. */
const severalRows = 'A carriage return stands inside the line. End each row with a line feed.'

/** Reads the names of the columns; text where the table cannot be read by them, since then no row can. */
function readHeader(text: string, instrument: Instrument, keep: readonly string[]): Header | string {
  const { cells, isBroken, isSeveral, separator } = rowOf(text)
  if (isSeveral) return severalRows
  if (isBroken) return 'A quotation mark is not closed, or stands inside a name.'
  const columns = cells.map((name) => name.trim())
  const twice = columns.filter((name, at) => columns.indexOf(name) !== at)
  if (twice.length > 0) return `The column ${twice[0]} stands there twice.`
  const missing = keep.filter((name) => !columns.includes(name))
  if (missing.length > 0) return `There is no column ${missing.join(', ')} to keep.`
  const known = [...Object.keys(instrument.items), ...Object.keys(instrument.context ?? {}), ...keep]
  const unknown = columns.filter((name) => !known.includes(name))
  if (unknown.length === 0) return { separator, columns }
  return `${unknown.join(', ')} is no item of ${instrument.title}. Items: ${known.join(', ')}. Keep a column of your own with --keep.`
}

const isNumber = /^-?\d+(\.\d+)?$/

/** A cell as an answer: empty is missing, `a | b` is a set of possible answers, `3.4 g/dL` a measurement with its unit. */
function answerOf(item: Item, cell: string): unknown {
  const text = cell.trim()
  if (text === '') return undefined
  if (text.includes('|')) return { oneOf: text.split('|').map((part) => singleOf(item, part.trim())) }
  const single = singleOf(item, text)
  if (item.kind !== 'choose' || !item.measured || allowedAnswers(item).includes(single)) return single
  const [, number, unit = ''] = /^([-\d.,]+)\s*(.*)$/.exec(text) ?? []
  if (number === undefined) return single
  return { measured: isNumber.test(number) ? Number(number) : Number.NaN, unit }
}

const singleOf = (item: Item, text: string): string | number =>
  item.kind === 'number' && isNumber.test(text) ? Number(text) : text

/** The answers of a row. Every row stands on one line; no answer has a line break in it. */
function answersOfRow(text: string, { separator, columns }: Header, instrument: Instrument): Given {
  const { cells, isBroken, isSeveral } = rowOf(text, separator)
  if (isSeveral) return noAnswers(severalRows)
  if (isBroken) return noAnswers('A quotation mark is not closed, or stands inside a cell.')
  if (cells.length !== columns.length)
    return noAnswers(`The row has ${cells.length} cells, the first line has ${columns.length}.`)
  const items = new Map<string, Item>(Object.entries({ ...instrument.items, ...instrument.context }))
  const answers: [string, unknown][] = []
  const kept: [string, string][] = []
  columns.forEach((name, at) => {
    const item = items.get(name)
    const cell = cells[at] ?? ''
    if (item) answers.push([name, answerOf(item, cell)])
    else kept.push([name, cell])
  })
  const given = Object.fromEntries(answers.filter(([, answer]) => answer !== undefined))
  return kept.length === 0 ? { answers: given } : { answers: given, kept: Object.fromEntries(kept) }
}

type Columns = Readonly<Record<string, (reading: Reading) => string | number | undefined>>

const listed = (words: readonly (string | number)[]): string => words.join(' | ')
const ids = (named: readonly { readonly id: string }[]): string => listed(named.map(({ id }) => id))

const always: Columns = {
  kind: ({ kind }) => kind,
  missing: (reading) => (reading.kind === 'incomplete' ? listed(reading.missing.map(({ item }) => item)) : ''),
  why: (reading) => ('why' in reading ? reading.why : ''),
  caveats: ({ caveats }) => ids(caveats),
}

const bands = (reading: Reading): string => {
  if ('bands' in reading) return ids(reading.bands)
  return 'band' in reading && reading.band ? reading.band.id : ''
}

const ofForm: Readonly<Record<Reading['form'], Columns>> = {
  sum: {
    total: (reading) => ('total' in reading ? reading.total : ''),
    lowest: (reading) => ('between' in reading ? reading.between?.[0] : ''),
    highest: (reading) => ('between' in reading ? reading.between?.[1] : ''),
    bands,
  },
  grade: {
    grades: (reading) => {
      if ('grades' in reading) return listed(reading.grades)
      return 'grade' in reading ? reading.grade : ''
    },
    bands,
  },
  rule: {
    findings: (reading) => ('findings' in reading ? ids(reading.findings) : ''),
    possible: (reading) => ('possible' in reading ? ids(reading.possible) : ''),
  },
}

function columnsFor(instrument: Instrument): Columns {
  if (instrument.form !== 'sum')
    return { ...ofForm[instrument.form === 'grade' || instrument.form === 'highest' ? 'grade' : 'rule'], ...always }
  const points = Object.keys(instrument.items).map((key): [string, Columns[string]] => [
    `${key} points`,
    ({ lines }) => lines.find(({ item }) => item === key)?.points ?? '',
  ])
  return { ...ofForm.sum, ...always, ...Object.fromEntries(points) }
}

/** An outcome as a row: its line in the input, what was kept, the reading, and what was wrong. */
function rowWriter(keep: readonly string[], columns: Columns): (outcome: Outcome) => string {
  return (outcome) => {
    const errors = 'errors' in outcome ? outcome.errors : []
    return written([
      outcome.line,
      ...keep.map((name) => outcome.kept?.[name]),
      ...Object.values(columns).map((cell) => ('reading' in outcome ? cell(outcome.reading) : '')),
      errors.map(({ item, message }) => (item === null ? message : `${item}: ${message}`)).join(' '),
    ])
  }
}

/** What a spreadsheet would take for a formula: such a cell gets an apostrophe before it. A number with its sign is none. */
const formula = /^(?![+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$)[=+\-@\t\r]/i

const written = (cells: readonly unknown[]): string => `${Papa.unparse([[...cells]], { escapeFormulae: formula })}\n`

/** Tables both ways, by the first line of the one that comes in; text where it does not name the columns, since then no row can be read. */
export function tableForm(first: InputLine, instrument: Instrument, keep: readonly string[]): LineForm | string {
  const header = 'text' in first ? readHeader(first.text, instrument, keep) : first.problem
  if (typeof header === 'string') return header
  const columns = columnsFor(instrument)
  return {
    head: written(['line', ...keep, ...Object.keys(columns), 'errors']),
    read: lineReader(instrument, (text) => answersOfRow(text, header, instrument)),
    write: rowWriter(keep, columns),
  }
}
