import { expect, test } from 'vitest'
import type { PreviewRow } from '@/lib/exchange/queries/preview-import'
import {
  chosenRows,
  countFates,
  fateOf,
  leftBehindWords,
  problemsOf,
  type RowChoice,
  stillHolding,
} from './import-choices'

const row = (line: number, more: Partial<PreviewRow> = {}): PreviewRow => ({
  ...{ line, name: 'A', bornOn: null, question: 'Q', problems: [], candidates: [], asKnown: [] },
  ...more,
})

const candidate: PreviewRow['candidates'][number] = {
  ...{ patientId: 'p', familyName: 'A', givenName: null, bornOn: null, sex: 'not-known', identifier: null },
  ...{ identifierIssuer: null, foundAs: null, suffix: null, why: ['same name'], openCases: [] },
}

const rows = [
  row(2),
  row(3, { problems: [{ column: 'Born', message: 'No' }] }),
  ...[4, 5, 6, 7].map((line) => row(line, { candidates: [candidate] })),
]

test('only rows that are clear are sent: a likeness waits for a choice, a problem keeps a row out', () => {
  const choices = new Map<number, RowChoice>([
    [3, { kind: 'new' }],
    [5, { kind: 'known', patientId: 'p' }],
    [6, { kind: 'new' }],
    [7, { kind: 'left-out' }],
  ])
  expect(chosenRows(rows, choices)).toEqual([
    { line: 2, patientId: null },
    { line: 5, patientId: 'p' },
    { line: 6, patientId: null },
  ])
  expect(countFates(rows, choices)).toEqual({ new: 2, known: 1, rejected: 1, asked: 1, 'left-out': 1 })
})

test('a row that cannot be true of the patient who is chosen for it is kept out, until somebody else is chosen', () => {
  const problems = [{ column: 'Diagnosed', message: 'Before the birth' }]
  const one = row(4, { candidates: [candidate], asKnown: [{ patientId: 'p', differing: [], problems }] })
  const asKnown = new Map<number, RowChoice>([[4, { kind: 'known', patientId: 'p' }]])
  expect(fateOf(one, asKnown)).toBe('rejected')
  expect(problemsOf(one, asKnown)).toEqual(problems)
  expect(chosenRows([one], asKnown)).toEqual([])
  expect(fateOf(one, new Map([[4, { kind: 'new' }]]))).toBe('new')
  expect(fateOf(one, new Map())).toBe('asked')
})

test('what an import did not take is said with its reasons, and nothing where it took all', () => {
  const counts = { new: 2, known: 1, rejected: 2, asked: 1, 'left-out': 1 }
  expect(leftBehindWords(counts)).toBe('Not imported: 2 rows rejected, 1 row nobody chose for, 1 row left out.')
  expect(leftBehindWords({ ...counts, rejected: 0, asked: 0, 'left-out': 0 })).toBeNull()
})

test('an answer given while the columns are mapped anew holds as long as its person still looks alike', () => {
  const choices = new Map<number, RowChoice>([
    [2, { kind: 'left-out' }],
    [4, { kind: 'known', patientId: 'p' }],
    [5, { kind: 'known', patientId: 'somebody else' }],
    [6, { kind: 'new' }],
    [9, { kind: 'new' }],
  ])
  expect([...stillHolding(choices, rows)]).toEqual([
    [4, { kind: 'known', patientId: 'p' }],
    [6, { kind: 'new' }],
  ])
})
