import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { changePatient } from './commands/change-patient'
import { createCase } from './commands/manage-case'
import { patientGroup } from './history'
import type { ChangePatient, PatientInput } from './model'
import { getCase, listCases } from './queries'
import { listHistory } from './queries/list-history'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
})

const person = (familyName: string, changes: Partial<PatientInput> = {}): PatientInput => ({
  ...{ familyName, givenName: 'Maren', title: null, bornOn: '1961-03-04', sex: 'female' },
  ...{ identifier: null, identifierIssuer: null },
  ...changes,
})

const at = <T>(instant: string, work: () => Promise<T>): Promise<T> => withClock(() => new Date(instant), work)

const open = async (patient: { new: PatientInput } | { id: string }): Promise<string> =>
  must(await createCase(board.presenter, { boardId: board.boardId, patient, question: 'Q' })).caseId

const patientOf = async (caseId: string) => {
  const view = await getCase(board.observer, caseId)
  if (!view) throw new Error('The case was not found')
  return view.file.patient
}

const correct = async (by: Actor, caseId: string, patient: PatientInput, contact?: ChangePatient['contact']) =>
  must(await changePatient(by, { caseId, version: (await patientOf(caseId)).version, patient, contact }))

const told = async (actor: Actor, caseId: string, section?: string) =>
  must(await listHistory(actor, { caseId, section })).rows.flatMap((row) => (row.kind === 'patient' ? [row] : []))

describe('the history of a patient', () => {
  test('tells who entered and who corrected each part, when, and what it replaced, in every case of the patient', async () => {
    const entered = person('Halvergate', { identifier: '77-12', identifierIssuer: 'MRN' })
    const caseId = await at('2026-11-22T13:00:00Z', () => open({ new: entered }))
    const corrected = {
      ...entered,
      familyName: 'Halversgate',
      otherIdentifiers: [{ issuer: 'BSN', value: '111222333' }],
    }
    await at('2026-11-22T14:05:00Z', () => correct(board.coordinator, caseId, corrected))
    await at('2026-11-22T15:00:00Z', () => correct(board.coordinator, caseId, corrected))
    const { patientId } = await patientOf(caseId)
    const later = await open({ id: patientId })
    for (const section of [undefined, patientGroup]) {
      expect(await told(board.observer, later, section)).toMatchObject([
        {
          by: board.coordinator.name,
          at: '2026-11-22T14:05:00.000Z',
          isCorrection: true,
          changes: [
            { part: 'familyName', before: 'Halvergate', after: 'Halversgate' },
            { part: 'otherIdentifier', before: null, after: { issuer: 'BSN', value: '111222333' } },
          ],
        },
        { by: board.presenter.name, at: '2026-11-22T13:00:00.000Z', isCorrection: false },
      ])
    }
    const alone = must(await listHistory(board.observer, { caseId, section: patientGroup })).rows
    expect(alone.every(({ kind }) => kind === 'patient')).toBe(true)
    expect(must(await listHistory(board.observer, { caseId, section: 'notes' })).rows).toEqual([])
    expect(await listHistory(strangers.chair, { caseId, section: patientGroup })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })

  test('keeps from an observer how the patient is reached, also what it replaced', async () => {
    const caseId = await open({ new: person('Phonewell') })
    const contact = { telephone: '01632 960001', kinName: null, kinRelation: null, kinTelephone: null }
    await at('2026-11-22T14:05:00Z', () => correct(board.presenter, caseId, person('Phonewell'), contact))
    const moved = { ...contact, telephone: '01632 960002' }
    await at('2026-11-23T14:05:00Z', () => correct(board.surgeon, caseId, person('Phonewell'), moved))
    expect((await told(board.chair, caseId)).filter(({ changes }) => changes[0]?.part === 'telephone')).toMatchObject([
      {
        ...{ by: board.surgeon.name, isCorrection: true },
        changes: [{ part: 'telephone', before: '01632 960001', after: '01632 960002' }],
      },
      { isCorrection: false, changes: [{ part: 'telephone', before: null, after: '01632 960001' }] },
    ])
    for (const section of [undefined, patientGroup]) {
      const seen = JSON.stringify(must(await listHistory(board.observer, { caseId, section })))
      expect(seen).toContain('Phonewell')
      expect(seen).not.toContain('96000')
    }
  })

  test('a refused correction leaves none', async () => {
    const caseId = await open({ new: person('Refuseby') })
    const patient = person('Refuseby', { bornOn: '2999-01-01' })
    expect(await changePatient(board.presenter, { caseId, version: 1, patient })).toMatchObject({ ok: false })
    expect(await told(board.chair, caseId)).toHaveLength(1)
  })
})

describe('a patient who was recorded under another name', () => {
  test('is found by it, and the row says which name is that of before', async () => {
    const caseId = await open({ new: person('Kelleway') })
    await correct(board.presenter, caseId, person('Vandermoor'))
    await correct(board.presenter, caseId, person('Vandermoor', { title: 'Ms' }))
    const found = async (search: string) =>
      must(await listCases(board.observer, { boardId: board.boardId, search })).rows.map(({ familyName, foundAs }) => [
        familyName,
        foundAs,
      ])
    expect(await found('kelleway maren')).toEqual([['Vandermoor', 'KELLEWAY, Maren']])
    expect(await found('vandermoor')).toEqual([['Vandermoor', null]])
  })
})
