import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { knownText } from './case-file'
import { createCase } from './commands/manage-case'
import { recordFactsOf } from './commands/record-facts'
import { withdrawCase } from './commands/withdraw-case'
import type { FactChange } from './facts'
import { getCase } from './queries'
import { listFactHistory } from './queries/list-fact-history'
import { listKnownBefore, listKnownBeforeOf } from './queries/list-known-before'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
})

const change = (field: string, fact: Partial<FactChange['fact']>, section = 'tumour', item = ''): FactChange => ({
  ...{ section, item, field, base: 0 },
  fact: { state: 'known', unit: null, refersOn: '2026-03-14', ...fact },
})
const write = (caseId: string, ...changes: FactChange[]) => recordFactsOf(board.presenter, { caseId, changes })
const drug = 'c8a61c1e-0000-4000-8000-000000000001'

const caseOf = async (patient: Parameters<typeof createCase>[1]['patient']) =>
  must(await createCase(board.presenter, { boardId: board.boardId, patient, question: 'Q' }))

async function firstCase(familyName: string) {
  const named = { familyName, givenName: null, title: null, bornOn: '1961-03-04', sex: 'female' as const }
  const opened = await caseOf({ new: { ...named, identifier: null, identifierIssuer: null } })
  const view = await getCase(board.presenter, opened.caseId)
  if (!view) throw new Error('The case was not found')
  return { ...opened, patientId: view.file.patient.patientId }
}

/** A patient who comes back: the first case knows something, the second nothing yet. */
async function returning(familyName: string) {
  const first = await firstCase(familyName)
  must(
    await write(
      first.caseId,
      change('primary', { value: 'breast' }),
      change('histology', { value: 'Ductal', refersOn: null }),
      change('brain', { value: 'no' }),
      change('substance', { value: 'Penicillin' }, 'allergy', drug),
      change('words', { value: 'At home.' }, 'goals'),
    ),
  )
  const second = await caseOf({ id: first.patientId })
  return { first, second }
}

const fileOf = async (caseId: string) => {
  const view = await getCase(board.observer, caseId)
  if (!view) throw new Error('The case was not found')
  return view.file
}

describe('a patient who comes back', () => {
  test('has nothing copied; what lasts is offered with its case and its day, and nothing else', async () => {
    const { first, second } = await returning('Returnby')
    expect((await fileOf(second.caseId)).facts).toEqual({})
    const known = must(await listKnownBeforeOf(board.observer, { caseId: second.caseId }))
    const today = new Date().toISOString().slice(0, 4)
    expect(known.map(({ section, field }) => `${section}.${field}`).sort()).toEqual([
      'allergy.substance',
      'tumour.histology',
      'tumour.primary',
    ])
    expect(known.find(({ field }) => field === 'primary')).toMatchObject({
      ...{ caseId: first.caseId, code: first.code, value: 'breast', on: '2026-03-14', by: 'P. Tellwright' },
    })
    expect(known.find(({ field }) => field === 'histology')?.on).toMatch(new RegExp(`^${today}-\\d\\d-\\d\\d$`))
    expect(await listKnownBefore(board.observer, first.caseId)).toEqual([])
  })

  test('what is confirmed is a fact of this case, with its origin and its day, and is offered no more', async () => {
    const { first, second } = await returning('Confirmby')
    const confirmedFrom = first.caseId
    must(
      await write(
        second.caseId,
        change('primary', { value: 'breast', confirmedFrom }),
        change('substance', { value: 'Penicillin', confirmedFrom }, 'allergy', drug),
      ),
    )
    const file = await fileOf(second.caseId)
    expect(file.facts.tumour?.['']?.primary).toMatchObject({
      ...{ value: 'breast', refersOn: '2026-03-14', by: 'P. Tellwright', version: 1, confirmedFrom: first.code },
    })
    expect(knownText(file, 'allergy', 'substance', drug)).toBe('Penicillin')
    const left = must(await listKnownBeforeOf(board.presenter, { caseId: second.caseId }))
    expect(left.map(({ field }) => field)).toEqual(['histology'])
    const place = { caseId: second.caseId, section: 'tumour', item: '', field: 'primary' }
    must(await write(second.caseId, { ...change('primary', { value: 'lung-non-small-cell' }), base: 1 }))
    expect(must(await listFactHistory(board.observer, place)).map(({ confirmedFrom: from }) => from)).toEqual([
      undefined,
      first.code,
    ])
  })

  test('an origin is never a guess: another value, another day, a passing finding or another patient is refused', async () => {
    const { first, second } = await returning('Honestby')
    const elsewhere = await returning('Othersby')
    const confirmedFrom = first.caseId
    const unfounded = [
      change('primary', { value: 'lung-non-small-cell', confirmedFrom }),
      change('primary', { value: 'breast', refersOn: '2026-03-15', confirmedFrom }),
      change('brain', { value: 'no', confirmedFrom }),
      change('primary', { value: 'breast', confirmedFrom: second.caseId }),
      change('primary', { value: 'breast', confirmedFrom: elsewhere.first.caseId }),
      change('stage', { value: 'IV', confirmedFrom }),
    ]
    for (const one of unfounded) {
      expect(await write(second.caseId, one)).toMatchObject({
        refusal: { code: 'invalid', fields: [{ path: `tumour.${one.field}` }] },
      })
    }
    expect((await fileOf(second.caseId)).facts).toEqual({})
  })

  test('a withdrawn case tells nothing, and strangers learn of none', async () => {
    const { first, second } = await returning('Withdrawnby')
    for (const actor of [strangers.presenter, board.administrator]) {
      expect(await listKnownBeforeOf(actor, { caseId: second.caseId })).toMatchObject({
        refusal: { code: 'not-found' },
      })
    }
    must(await withdrawCase(board.presenter, { caseId: first.caseId, reason: 'Wrong patient' }))
    expect(await listKnownBefore(board.presenter, second.caseId)).toEqual([])
  })
})
