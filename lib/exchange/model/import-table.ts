import Papa from 'papaparse'
import { mostImportCharacters } from './import-text'

/** One line of the table: the line of the file on which it begins, and its cells. */
export type TableRow = { line: number; cells: readonly string[]; problem?: string }

export type Table =
  | { kind: 'table'; separator: string; header: readonly string[]; rows: readonly TableRow[] }
  | { kind: 'problem'; why: string }

/** The most rows that one import takes. */
export const mostImportRows = 1000

const mostColumns = 200

const problem = (why: string): Table => ({ kind: 'problem', why })

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

// Excel writes `sep=;` above the table to tell itself the separator.
const separatorLine = /^sep=(.)\r?\n/i

/** The separator by the first rows of a table; a comma where nothing tells. */
const guessSeparator = (text: string): string =>
  Papa.parse(text, { delimitersToGuess: [',', ';', '\t', '|'], newline: '\n', preview: 20, skipEmptyLines: 'greedy' })
    .meta.delimiter

function separatorOf(text: string): { separator: string; skipped: number } {
  const named = separatorLine.exec(text)
  return named
    ? { separator: named[1] ?? ',', skipped: named[0].length }
    : { separator: guessSeparator(text), skipped: 0 }
}

const newlinesIn = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The text with one kind of line end, so that lines are counted as an editor counts them. */
const plainLines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/**
 * Reads a table whose first row names the columns. The separator (comma, semicolon, tab or bar) is found out; quoted cells
 * may hold separators and line breaks. Blank rows are passed over. A table without a header, or over the limits, is a problem.
 */
export function readTable(typed: string): Table {
  if (typed.length > mostImportCharacters) {
    return problem('This is more than one import takes: 2 MB. Split it into smaller files.')
  }
  const whole = plainLines(typed)
  const { separator, skipped } = separatorOf(whole)
  const text = whole.slice(skipped)
  if (text.trim() === '')
    return problem('There is no table here. The first row names the columns, each further row is a case.')
  let line = 1 + newlinesIn(whole, 0, skipped)
  let begun = 0
  const rows: TableRow[] = []
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const isOpen = errors.some(({ type }) => type === 'Quotes')
      if (!isBlank(data)) {
        rows.push({
          line,
          cells: data,
          ...(isOpen && { problem: 'A quotation mark is not closed, or stands inside a text.' }),
        })
      }
      line += newlinesIn(text, begun, meta.cursor)
      begun = meta.cursor
      if (rows.length > mostImportRows + 1) parser.abort()
    },
  })
  const [header, ...cases] = rows
  if (!header) return problem('There is no table here.')
  if (header.problem) return problem(`The first row cannot be read. ${header.problem}`)
  if (header.cells.length > mostColumns)
    return problem(`The table has ${header.cells.length} columns; ${mostColumns} is the most.`)
  if (cases.length === 0)
    return problem('The table has a header and no row under it. Each row under the header is a case.')
  if (cases.length > mostImportRows)
    return problem('The table has over 1,000 rows; 1,000 is the most. Split it into smaller files.')
  return { kind: 'table', separator, header: header.cells.map((name) => name.trim()), rows: cases }
}

/** Rows as a CSV that spreadsheets open. A cell that they would take for a formula gets an apostrophe in front. */
export const writeTable = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
