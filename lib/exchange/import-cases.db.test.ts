import { randomUUID } from 'node:crypto'
import { call } from '@orpc/server'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { cases, patients } from '@/db/schema/cases'
import { ledgerEntries } from '@/db/schema/ledger'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, placeTestCase, type TestBoard, type TestCase } from '@/db/testing-board'
import { router } from '@/lib/api/router'
import { factOf } from '@/lib/cases/case-file'
import { changePatient } from '@/lib/cases/commands/change-patient'
import { createCase } from '@/lib/cases/commands/manage-case'
import { getCase } from '@/lib/cases/queries'
import { ok, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { importCases } from './commands/import-cases'
import { previewImport } from './queries/preview-import'

const database = testDatabase()
let board: TestBoard
let known: TestCase

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  known = await placeTestCase(database.ownerUrl, board, 71)
})

const countCases = () =>
  asOwner(
    database.ownerUrl,
    async (db) => (await db.select().from(cases).where(eq(cases.boardId, board.boardId))).length,
  )

const getCaseOf = async (caseId: string) => {
  const view = await getCase(board.coordinator, caseId)
  return view ? ok(view) : refuse('not-found')
}

const source = (text: string) => ({ boardId: board.boardId, text })

test('a preview says what each row would do and writes nothing', async () => {
  const before = await countCases()
  const text = `Family name,Given name,Born,Question\n${known.familyName},Maren,14-Mar-1961,Q\nWintergrove,Aldo,,Q\nNobody,,03/04/1960,Q\n`
  const preview = must(await previewImport(board.presenter, source(text)))
  expect(preview.rows.map(({ line, problems, candidates }) => [line, problems.length, candidates.length])).toEqual([
    [2, 0, 1],
    [3, 0, 0],
    [4, 1, 0],
  ])
  expect(preview.rows[0]?.candidates[0]).toMatchObject({
    patientId: known.patientId,
    why: ['same name', 'same birth date'],
  })
  expect(await countCases()).toBe(before)
})

test('a row that looks like a known patient says what of it is left aside, with both values', async () => {
  const text = `Family name,Given name,Title,Born,Sex,MRN,Issued by,Question\n${known.familyName.toUpperCase()},Marena,,1961,male,999,Other,Q\n`
  const preview = must(await previewImport(board.presenter, source(text)))
  const asKnown = preview.rows[0]?.asKnown.find(({ patientId }) => patientId === known.patientId)
  expect(asKnown?.differing).toEqual([
    { label: 'Given name', recorded: 'Maren', typed: 'Marena' },
    { label: 'Born', recorded: '14-Mar-1961', typed: '1961' },
    { label: 'Sex', recorded: 'Female', typed: 'Male' },
    { label: 'Identifier', recorded: expect.stringContaining('4471'), typed: 'Other\u00a0999' },
  ])
  expect(asKnown?.problems).toEqual([])
})

test('a day before the birth of the patient that may be meant is told in the preview, by column', async () => {
  const text = `Family name,Given name,Question,Seen since,tumour.diagnosedOn\n${known.familyName},Maren,Q,,1950\n`
  const preview = must(await previewImport(board.presenter, source(text)))
  expect(preview.rows[0]?.problems).toEqual([])
  expect(preview.rows[0]?.asKnown.find(({ patientId }) => patientId === known.patientId)).toMatchObject({
    ...{
      differing: [],
      problems: [{ column: 'tumour.diagnosedOn', message: expect.stringMatching(/before the patient was born/) }],
    },
  })
})

test('dates in figures are read in the order that is said for the table, in preview and import alike', async () => {
  const text = 'Family name,Born,Question\nOrderly,03/04/1960,Q\n'
  const unsaid = must(await previewImport(board.presenter, source(text)))
  expect(unsaid).toMatchObject({ dayOrder: null, orderExample: { column: 'Born', typed: '03/04/1960' } })
  expect(unsaid.rows[0]?.problems).toHaveLength(1)
  const said = { ...source(text), dayOrder: 'month-first' as const }
  expect(must(await previewImport(board.presenter, said)).rows[0]).toMatchObject({ bornOn: '1960-03-04', problems: [] })
  const { cases: opened } = must(await importCases(board.presenter, { ...said, rows: [{ line: 2, patientId: null }] }))
  const view = await getCase(board.coordinator, opened[0]?.caseId ?? '')
  expect(view?.file.patient.bornOn).toBe('1960-03-04')
})

test('the chosen rows become drafts of the person who imports, with their facts, each in the ledger', async () => {
  const text = `Family name,Question,Primary tumour,Levels with certain tumour\n${known.familyName},Again?,Kidney,\nTarnwick,Cement?,,T10\nLeft out,Q,,\n`
  const rows = [
    { line: 2, patientId: known.patientId },
    { line: 3, patientId: null },
  ]
  const { cases: opened } = must(await importCases(board.presenter, { ...source(text), rows }))
  expect(opened.map(({ line }) => line)).toEqual([2, 3])
  const [again, fresh] = await Promise.all(opened.map(({ caseId }) => getCase(board.coordinator, caseId)))
  expect(again?.file).toMatchObject({ state: 'draft', question: 'Again?', presenter: 'P. Tellwright' })
  expect(again?.file.patient.patientId).toBe(known.patientId)
  expect(again && factOf(again.file, 'tumour', 'primary')?.value).toBe('kidney')
  expect(fresh?.file.facts).toMatchObject({ lesions: { T10: { involvement: { value: 'certain' } } } })
  expect(fresh && factOf(fresh.file, 'tumour', 'primary')).toBeUndefined()
  const acts = await asOwner(database.ownerUrl, (db) =>
    db
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.caseId, fresh?.file.caseId ?? '')),
  )
  expect(acts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['case.created', 'case.facts-recorded']))
})

test('one row that is refused keeps every other row out, and is named', async () => {
  const before = await countCases()
  const text = 'Family name,Question,MRN,Issued by\nFirst,Q,,\nSecond,Q,4471 0071,MRN (Northbridge)\n'
  const rows = [2, 3].map((line) => ({ line, patientId: null }))
  const taken = await importCases(board.presenter, { ...source(text), rows })
  expect(taken).toMatchObject({ ok: false, refusal: { code: 'invalid', fields: [{ path: 'rows.3' }] } })
  const [stranger, twice, none] = [
    [{ line: 2, patientId: randomUUID() }],
    [rows[0], rows[0]],
    [{ line: 9, patientId: null }],
  ].map((wrong) => importCases(board.presenter, { ...source(text), rows: wrong as typeof rows }))
  for (const refused of await Promise.all([stranger, twice, none])) {
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  }
  expect(await countCases()).toBe(before)
})

const through = (actor: Actor, idempotencyKey: string | null = null) => ({
  context: { actor: async () => ({ ...actor, sessionId: randomUUID() }), idempotencyKey, address: 'import' },
})

test('the same import sent again opens nothing a second time', async () => {
  const input = { ...source('Family name,Question\nOnlyonce,Q\n'), rows: [{ line: 2, patientId: null }] }
  const key = randomUUID()
  const first = await call(router.exchange.importCases, input, through(board.presenter, key))
  const again = await call(router.exchange.importCases, input, through(board.presenter, key))
  expect(again).toEqual(first)
  const people = await asOwner(database.ownerUrl, (db) =>
    db.select().from(patients).where(eq(patients.familyName, 'Onlyonce')),
  )
  expect(people).toHaveLength(1)
})

test.each([
  ['NUL characters', 'Family name,Question\nA\u0000B,Q\n'],
  ['no table', '   '],
  ['more than one import takes', `Family name,Question\n${'A,Q\n'.repeat(1001)}`],
])('%s are refused at their place', async (_, text) => {
  const refused = call(router.exchange.previewImport, source(text), through(board.presenter))
  await expect(refused).rejects.toMatchObject({ status: 422, data: { code: 'invalid', fields: [{ path: 'text' }] } })
})

test('a column that is nothing we know, or two that are the same, are refused', async () => {
  const text = 'Family name,Question\nA,Q\n'
  for (const columns of [
    ['__proto__', 'question'],
    ['question', 'question'],
  ]) {
    const refused = call(router.exchange.previewImport, { ...source(text), columns }, through(board.presenter))
    await expect(refused).rejects.toMatchObject({ status: 422 })
  }
})

test('a long list is compared and imported whole', async () => {
  const people = Array.from({ length: 60 }, (_, index) => `Row${index}x,Ann,Q,L${1 + (index % 5)}`)
  const text = `Family name,Given name,Question,Levels with certain tumour\n${people.join('\n')}\n`
  const preview = must(await previewImport(board.presenter, source(text)))
  const rows = preview.rows.map(({ line }) => ({ line, patientId: null }))
  const { cases: opened } = must(await importCases(board.presenter, { ...source(text), rows }))
  expect(new Set(opened.map(({ code }) => code)).size).toBe(60)
})

test('an import and whoever opens or corrects one patient meanwhile wait for each other in one order', async () => {
  const people = Array.from(
    { length: 80 },
    (_, index) => `Crowd${index},Q,${index < 10 ? ',' : `C-${index},MRN (Crowd)`}`,
  )
  const text = `Family name,Question,MRN,Issued by\n${people.join('\n')}\n${known.familyName},Again,,\n`
  const rows = people.map((_, index): { line: number; patientId: string | null } => ({
    line: index + 2,
    patientId: null,
  }))
  const person = (identifier: string) => ({
    ...{ familyName: `Single${identifier}`, givenName: null, title: null, bornOn: null, sex: 'not-known' as const },
    ...{ identifier, identifierIssuer: 'MRN (Crowd)' },
  })
  const before = must(await getCaseOf(known.caseId)).file.patient
  const correct = async () => {
    // The import holds the identifiers by then.
    await new Promise((resolve) => setTimeout(resolve, 250))
    const patient = { ...person('K-1'), familyName: known.familyName }
    return changePatient(board.coordinator, { caseId: known.caseId, version: before.version, patient })
  }
  const one = (index: number) =>
    createCase(board.coordinator, { boardId: board.boardId, patient: { new: person(`S-${index}`) }, question: 'Q' })
  const whole = importCases(board.presenter, {
    ...source(text),
    rows: [...rows, { line: people.length + 2, patientId: known.patientId }],
  })
  const done = await Promise.all([whole, correct(), ...[1, 2, 3, 4].map(one)])
  expect(done.map(({ ok }) => ok)).toEqual(done.map(() => true))
})

test('an observer and a stranger import nothing', async () => {
  const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  const text = 'Family name,Question\nA,Q\n'
  const rows = [{ line: 2, patientId: null }]
  for (const [actor, code] of [
    [board.observer, 'forbidden'],
    [strangers.presenter, 'not-found'],
  ] as const) {
    expect(await previewImport(actor, source(text))).toMatchObject({ refusal: { code } })
    expect(await importCases(actor, { ...source(text), rows })).toMatchObject({ refusal: { code } })
  }
})
