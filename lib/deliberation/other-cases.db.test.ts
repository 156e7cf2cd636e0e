import { beforeAll, expect, test } from 'vitest'
import { askIn, readAs } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { signTestCase } from '@/db/testing-signed-case'
import { createCase } from '@/lib/cases/commands/manage-case'
import { getCase } from '@/lib/cases/queries'
import { dayAt } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { askOtherCases } from './queries/list-other-cases'

const database = testDatabase()
const otherCases = (actor: Actor, caseId: string) => readAs(actor, (tx) => askIn(tx, askOtherCases(actor, caseId)))
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
})

test('a returning patient gets a new case that names the earlier one with what was decided', async () => {
  const today = dayAt(new Date().toISOString(), 'Europe/London')
  const earlier = await signTestCase(database.ownerUrl, board, today)
  const view = await getCase(board.presenter, earlier.caseId)
  const patient = { id: view?.file.patient.patientId ?? '' }
  const created = must(
    await createCase(board.presenter, { boardId: board.boardId, patient, question: 'Irradiate again?' }),
  )

  const [found, ...more] = await otherCases(board.presenter, created.caseId)
  expect(more).toEqual([])
  expect(found).toMatchObject({ caseId: earlier.caseId, code: view?.file.code, isEarlier: true })
  expect(found?.decided).toHaveLength(5)
  expect(found?.decided).toEqual(
    expect.arrayContaining([
      { modality: 'surgery', outcome: 'none', words: 'Not fit for an operation' },
      { modality: 'systemic', outcome: 'deferred', words: 'Receptor status' },
    ]),
  )
  expect(await otherCases(board.observer, earlier.caseId)).toMatchObject([
    { caseId: created.caseId, isEarlier: false, decided: [] },
  ])
})

test('a stranger and a person without patients learn of none', async () => {
  const { caseId } = must(
    await createCase(board.presenter, {
      boardId: board.boardId,
      patient: {
        new: {
          ...{ familyName: 'Quillfeather', givenName: null, title: null, bornOn: null, sex: 'not-known' },
          ...{ identifier: null, identifierIssuer: null },
        },
      },
      question: 'First question?',
    }),
  )
  expect(await otherCases(board.presenter, caseId)).toEqual([])
  expect(await otherCases(strangers.chair, caseId)).toEqual([])
  expect(await otherCases(board.administrator, caseId)).toEqual([])
})
