import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { patients } from '@/db/schema/cases'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { patientSearchKey } from './case-search'
import { changePatient } from './commands/change-patient'
import { createCase } from './commands/manage-case'
import { withdrawCase } from './commands/withdraw-case'
import type { PatientInput } from './model'
import { likenessOf } from './person-likeness'
import { listCandidatesOf, listSimilarPatients } from './queries/list-candidates'

const database = testDatabase()
let board: TestBoard

type Person = Pick<PatientInput, 'familyName' | 'givenName' | 'bornOn' | 'identifier'>

const person = (familyName: string, givenName: string | null, bornOn: string | null, identifier: string | null) => ({
  ...{ familyName, givenName, bornOn, identifier },
})

/** Names that are hard to compare: by sound, by accents, exchanged, single, in two words, in other scripts, with a digit. */
const known: readonly Person[] = [
  person('Ardenwick', 'Maren', '1961-03-14', '4471 0826'),
  person('Schmidt', 'Christina', '1955-12-01', 'AB-1234-C'),
  person('Meyer', 'Jörg', '1955-01-12', '943 476 5919'),
  person('van der Berg', 'Annelies', '1972-09', null),
  person('Łukasiewicz', 'Zofia', '1980', '77-31 ab 09'),
  person('Suharto', null, '1949-06-02', null),
  person('王', '小明', '1970-02-02', '5566-12'),
  person('الأحمد', 'ليلى', null, null),
  person('Philips', 'Quentin', '1961-04-13', '12'),
  person('Wood', 'Ida', '1961-03-14', '4471 0862'),
  person('Hollingsworth', 'Bartholomew', '1938-11-30', null),
  person('Lee', 'Ann 2', '1999-09-09', '12345'),
]

/** A text with one slip at a place: a sign dropped, doubled, exchanged with the next, or replaced. */
const slips = (text: string, at: number): string[] => {
  const signs = [...text]
  const [before, here, next = '', after] = [signs.slice(0, at), signs[at] ?? '', signs[at + 1], signs.slice(at + 2)]
  const rest = [next, ...after]
  return [
    [...before, ...rest],
    [...before, here, here, ...rest],
    [...before, next, here, ...after],
    [...before, 'k', ...rest],
  ].map((one) => one.join(''))
}

const soughtFrom = (one: Person, at: number): Person[] => {
  const { familyName, givenName, bornOn, identifier } = one
  const [first, last] = [0, [...familyName].length - 1]
  const twice = slips(familyName, first).flatMap((name) => slips(name, last).slice(0, 2))
  return [
    one,
    { ...one, familyName: givenName ?? '', givenName: familyName, identifier: null },
    { ...one, givenName: null, identifier: null },
    { ...one, givenName: `${(givenName ?? '').slice(0, 1)}.`, identifier: null },
    { ...one, familyName: 'Unlike', givenName, identifier: null },
    { ...one, bornOn: bornOn?.slice(0, 4) ?? null, identifier: null },
    ...slips(familyName, at % (last + 1)).map((name) => ({ ...one, familyName: name, bornOn: null, identifier: null })),
    ...twice.map((name) => ({ ...one, familyName: name, identifier: null })),
    ...slips(identifier ?? '', at % 6).map((number) => person('Nobody', 'Known', null, number)),
  ]
}

const seen = ({ familyName, why }: { familyName: string; why: readonly string[] }) => `${familyName}: ${why.join(', ')}`

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  const own = { boardId: board.boardId, sex: 'female' as const, identifierIssuer: 'MRN', createdAt: sql`now()` }
  await asOwner(database.ownerUrl, (db) =>
    db.insert(patients).values(known.map((one) => ({ ...own, ...one, searchedAs: patientSearchKey(one) }))),
  )
})

const find = async (sought: Person) => {
  const { familyName, givenName, bornOn, identifier } = sought
  return must(
    await listSimilarPatients(board.presenter, { boardId: board.boardId, familyName, givenName, bornOn, identifier }),
  )
}

test('looking for one person finds everybody whom comparing with the whole board finds', async () => {
  const numbers = (one: Person) => (one.identifier === null ? [] : [one.identifier])
  let likely = 0
  for (const sought of known.flatMap(soughtFrom)) {
    const wanted = known.flatMap((one) => {
      const why = likenessOf({ ...one, identifiers: numbers(one) }, { ...sought, identifiers: numbers(sought) })
      return why.length === 0 ? [] : [seen({ familyName: one.familyName, why })]
    })
    likely += wanted.length
    expect((await find(sought)).map(seen).toSorted(), JSON.stringify(sought)).toEqual(wanted.toSorted())
  }
  expect(likely).toBeGreaterThan(100)
})

describe('a patient who comes back under a name of before', () => {
  const details = (familyName: string): PatientInput => ({
    ...{ familyName, givenName: 'Ottilie', title: null, bornOn: '1966-06-06', sex: 'female' },
    ...{ identifier: null, identifierIssuer: null },
  })

  test('is found by it and shown with the name of today, alone and in a list', async () => {
    const patient = { new: details('Kelleway') }
    const { caseId } = must(await createCase(board.presenter, { boardId: board.boardId, patient, question: 'Q' }))
    must(await changePatient(board.presenter, { caseId, version: 1, patient: details('Vandermoor') }))
    const maiden = person('Keleway', 'Ottilie', '1966-06-06', null)
    const met = { familyName: 'Vandermoor', foundAs: 'KELLEWAY, Ottilie', why: ['similar name', 'same birth date'] }
    expect(await find(maiden)).toMatchObject([met])
    const { boardId } = board
    expect(await listCandidatesOf(board.presenter, { boardId, people: [maiden] })).toMatchObject([[met]])
    const today = person('Vandermoor', 'Ottilie', '1966-06-06', null)
    expect(await find(today)).toMatchObject([{ familyName: 'Vandermoor', foundAs: null }])
  })
})

test('a patient who is found names the cases that are open, and none that was withdrawn', async () => {
  const details: PatientInput = {
    ...{ familyName: 'Quillfeather', givenName: 'Ambrose', title: null, bornOn: '1958-02-03', sex: 'male' },
    ...{ identifier: null, identifierIssuer: null },
  }
  const { boardId } = board
  const open = async (patient: Parameters<typeof createCase>[1]['patient']) =>
    must(await createCase(board.presenter, { boardId, patient, question: 'Q' }))
  const first = await open({ new: details })
  const sought = person('Quillfeather', 'Ambrose', '1958-02-03', null)
  const [found] = await find(sought)
  expect(found?.openCases).toMatchObject([{ caseId: first.caseId }])
  const second = await open({ id: found?.patientId ?? '' })
  must(await withdrawCase(board.presenter, { caseId: first.caseId, reason: 'Opened twice' }))
  expect((await find(sought))[0]?.openCases).toMatchObject([{ caseId: second.caseId }])
})
