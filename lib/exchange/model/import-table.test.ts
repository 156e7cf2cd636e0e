import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { mostImportRows, readTable, writeTable } from './import-table'
import { decodeText } from './import-text'

const utf16 = (text: string, isBigEndian: boolean, mark: boolean): Uint8Array => {
  const units = mark ? `\uFEFF${text}` : text
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), !isBigEndian)
  return bytes
}

const sample = 'Family name;Question\nMüller;Operate or not?'

describe('the bytes of a file', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(sample), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${sample}`), 'utf-8'],
    ['UTF-16, little end first, with a mark', utf16(sample, false, true), 'utf-16le'],
    ['UTF-16, big end first, with a mark', utf16(sample, true, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(sample, false, false), 'utf-16le'],
    ['Windows-1252', Uint8Array.from([...sample].map((one) => one.charCodeAt(0))), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => expect(decodeText(bytes)).toEqual({ kind: 'text', text: sample, encoding }))

  test('a picture or a workbook is no text', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    expect(decodeText(picture)).toMatchObject({ kind: 'problem', why: expect.stringContaining('no text file') })
  })

  test('ten megabytes are refused with their size, and not read', () => {
    expect(decodeText(new Uint8Array(10_000_000))).toMatchObject({ why: expect.stringContaining('10.0 MB; 2.0 MB') })
  })

  test('any bytes give an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decodeText(bytes)
        if (decoded.kind === 'text') readTable(decoded.text)
      }),
    )
  })
})

const tableOf = (text: string) => {
  const table = readTable(text)
  if (table.kind === 'problem') throw new Error(table.why)
  return table
}

describe('a table', () => {
  test.each([
    ['comma', 'A,B\n1,2'],
    ['semicolon', 'A;B\n1;2'],
    ['tab', 'A\tB\n1\t2'],
    ['bar', 'A|B\n1|2'],
    ['line ends of Windows', 'A;B\r\n1;2\r\n'],
    ['a mark in front', '\uFEFFA,B\n1,2'],
    ['the separator named above', 'sep=;\r\nA;B\r\n1;2'],
  ])('with %s', (_, text) => {
    const { header, rows } = tableOf(text)
    expect([header, rows.map(({ cells }) => cells)]).toEqual([['A', 'B'], [['1', '2']]])
  })

  test('names the line of the file on which each row begins, over line breaks in quotes and blank rows', () => {
    const { rows } = tableOf('A,B\n"one\ntwo\nthree",x\n\ny,"a ""word"", and more"\n')
    expect(rows).toEqual([
      { line: 2, cells: ['one\ntwo\nthree', 'x'] },
      { line: 6, cells: ['y', 'a "word", and more'] },
    ])
  })

  test('a quotation mark that is never closed is said of its row', () => {
    const { rows } = tableOf('A,B\n1,2\n3,"open\n4,5')
    expect(rows[0]?.problem).toBeUndefined()
    expect(rows.at(-1)).toMatchObject({ line: 3, problem: expect.stringContaining('quotation mark') })
  })

  test('without rows, without text or with too many rows it is a problem', () => {
    expect(readTable('  \n')).toMatchObject({ kind: 'problem' })
    expect(readTable('A,B\n')).toMatchObject({ why: expect.stringContaining('no row under it') })
    const most = `A,B\n${'1,2\n'.repeat(mostImportRows)}`
    expect(tableOf(most).rows).toHaveLength(mostImportRows)
    expect(readTable(`${most}1,2\n`)).toMatchObject({ why: expect.stringContaining('1,000 rows') })
  })

  test('D11 what is written for a spreadsheet runs no formula there and reads back', () => {
    const written = writeTable(
      ['A', 'B'],
      [
        ['=1+1', '@x'],
        ['-2', 'a,"b"\nc'],
      ],
    )
    expect(Papa.parse<string[]>(written.slice(1), { skipEmptyLines: true }).data).toEqual([
      ['A', 'B'],
      ["'=1+1", "'@x"],
      ["'-2", 'a,"b"\nc'],
    ])
  })
})
