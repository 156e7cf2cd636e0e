import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '@/lib/foundation/search-words'
import { guessColumns, importTargets, templateHeader } from './import-columns'
import { readRows } from './import-rows'
import { readTable } from './import-table'

const time = { today: '2026-11-24', now: '2026-11-24T10:00:00Z', timeZone: 'Europe/London' }

const rowsOf = (text: string) => {
  const table = readTable(text)
  if (table.kind === 'problem') throw new Error(table.why)
  return readRows(table, guessColumns(table.header), time)
}

describe('columns', () => {
  test('are known by the labels of the form and by the usual names', () => {
    expect(guessColumns(['Surname', 'First name', 'D.O.B.', 'MRN', 'Question', 'primary tumour', 'Shoe size'])).toEqual(
      [
        'patient.familyName',
        'patient.givenName',
        'patient.bornOn',
        'patient.identifier',
        'question',
        'tumour.primary',
        null,
      ],
    )
  })

  test('two of one name are not both taken', () => {
    expect(guessColumns(['Surname', 'Family name'])).toEqual(['patient.familyName', null])
  })

  test('that name levels are no tumour by guess, and a gender is no sex', () => {
    expect(guessColumns(['Levels', 'Involved levels', 'Levels with certain tumour', 'Gender', 'Sex'])).toEqual([
      ...[null, null, 'lesions.certain', 'patient.gender', 'patient.sex'],
    ])
    const [row] = rowsOf('Family name,Question,Gender\nA,Q,Non-binary\n')
    expect(row?.ready?.patient).toMatchObject({ sex: 'not-known', gender: 'Non-binary' })
  })

  test('may be those of one examination, whose day stays unknown unless it is told; goals are no column', () => {
    const [row] = rowsOf('Family name,Question,ECOG,KPS,Frankel grade\nA,Q,2,70,D\n')
    const told = row?.ready?.changes.map(({ section, item, field, fact }) => [section, item, field, fact.value])
    expect(told).toEqual([
      ['fitness', '', 'ecog', '2'],
      ['fitness', '', 'kps', 70],
      ['neurology', '', 'frankel', 'D'],
    ])
    expect(importTargets.filter(({ id }) => id.startsWith('goals.'))).toEqual([])
  })

  test('the template is understood whole', () => {
    const guessed = guessColumns(templateHeader)
    expect(guessed).not.toContain(null)
    expect(guessed).toContain('lesions.certain')
  })

  test('a header is looked up in no dictionary that knows more names than ours', () => {
    expect(guessColumns(['__proto__', 'constructor', 'toString'])).toEqual([null, null, null])
  })
})

describe('a row', () => {
  test('becomes a patient, a question and facts; what is empty stays unknown', () => {
    const [row] = rowsOf(
      'Family name,Given name,Born,Sex,Question,Primary tumour,Levels with certain tumour,Brain metastases\n' +
        'Brackenmoor,Odile,03-Apr-1960,F,Operate?,Breast,T6-T8 L2,pending\n',
    )
    expect(row?.problems).toEqual([])
    expect(row?.ready?.patient).toMatchObject({ familyName: 'Brackenmoor', bornOn: '1960-04-03', sex: 'female' })
    expect(
      row?.ready?.changes.map(({ section, item, field, fact }) => [section, item, field, fact.value ?? fact.state]),
    ).toEqual([
      ['tumour', '', 'primary', 'breast'],
      ['lesions', 'T6', 'involvement', 'certain'],
      ['lesions', 'T7', 'involvement', 'certain'],
      ['lesions', 'T8', 'involvement', 'certain'],
      ['lesions', 'L2', 'involvement', 'certain'],
      ['tumour', '', 'brain', 'pending'],
    ])
  })

  test.each([
    ['a date in two readings', 'Family name,Question,Born\nA,Q,03/04/1960', 'Born', '03-Apr-1960 or 04-Mar-1960'],
    ['a day that does not exist', 'Family name,Question,Born\nA,Q,31-Feb-1960', 'Born', 'no day 31'],
    ['a birth to come', 'Family name,Question,Born\nA,Q,2030', 'Born', 'future'],
    [
      'a diagnosis before the birth that the row names',
      'Family name,Question,Born,tumour.diagnosedOn\nA,Q,1961,1950',
      'tumour.diagnosedOn',
      'before the patient was born',
    ],
    ['no name', 'Family name,Question\n,Q', 'Family name', 'Write the family name'],
    ['no question', 'Family name,Question\nA,', 'Question to the board', 'Write the question'],
    [
      'an answer that is not offered',
      'Family name,Question,Primary tumour\nA,Q,Brest',
      'Primary tumour',
      '“Brest” is not one of the answers',
    ],
    [
      'a number beyond its limits',
      'Family name,Question,Vertebrae with metastasis\nA,Q,99',
      'Vertebrae with metastasis',
      'goes from 1 to 30',
    ],
    [
      'a decimal comma',
      'Family name;Question;Vertebrae with metastasis\nA;Q;1,5',
      'Vertebrae with metastasis',
      'with a point',
    ],
    [
      'a level that is none',
      'Family name,Question,Levels with certain tumour\nA,Q,T14',
      'Levels with certain tumour',
      'Name levels from C0 to S5',
    ],
    ['an identifier without its issuer', 'Family name,Question,MRN\nA,Q,12', 'Issued by', 'who issued'],
    ['too many cells', 'Family name,Question\nA,Q,and more', 'Whole row', '3 cells, the header 2'],
    [
      'a cell of 100,000 characters',
      `Family name,Question,Free notes\nA,Q,${'x'.repeat(100_000)}`,
      'Free notes',
      '20,000 is the most',
    ],
  ])('%s is rejected with column and reason', (_, text, column, reason) => {
    const [row] = rowsOf(text)
    expect(row?.ready).toBeNull()
    expect(row?.problems).toEqual([{ column, message: expect.stringContaining(reason) }])
  })

  test('a formula is text like any other', () => {
    const [row] = rowsOf('Family name,Question\n=cmd|A1,Q')
    expect(row?.ready?.patient.familyName).toBe('=cmd|A1')
  })

  test('the same person twice in a file is rejected the second time, with the first line', () => {
    const rows = rowsOf(
      'Family name,Born,Question,MRN,Issued by\nA,1960-04-03,Q,1,X\nB,,Q,1,X\na,1960-04-03,Other,,\nC,,Q,2,X\n',
    )
    expect(rows.map(({ problems }) => problems.map(({ message }) => message))).toEqual([
      [],
      [expect.stringContaining('line 2')],
      [expect.stringContaining('line 2')],
      [],
    ])
  })

  test('whatever stands in a cell, a row is either ready or says why not', () => {
    const label = fc.constantFrom(...importTargets.map(({ label }) => label))
    fc.assert(
      fc.property(
        fc.uniqueArray(label, { selector: foldText, maxLength: 6 }),
        fc.array(fc.string(), { maxLength: 6 }),
        (names, cells) => {
          const columns = guessColumns(names)
          const [row] = readRows({ header: names, rows: [{ line: 2, cells }] }, columns, time)
          expect((row?.problems.length ?? 0) > 0).toBe(row?.ready === null)
        },
      ),
    )
  })
})
