import { beforeAll, describe, expect, test } from 'vitest'
import { patientContacts, patientIdentifiers } from '@/db/schema/cases'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { changePatient } from './commands/change-patient'
import { createCase } from './commands/manage-case'
import { recordFactsOf } from './commands/record-facts'
import type { ChangePatient, PatientInput } from './model'
import { getCase, listCases } from './queries'
import { getContact } from './queries/get-contact'
import { listCandidatesOf, listSimilarPatients } from './queries/list-candidates'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
})

const nhs = { issuer: 'NHS No.', value: '943 476 5919' }
const bsn = { issuer: 'BSN', value: '111222333' }

const person = (familyName: string, changes: Partial<PatientInput> = {}): PatientInput => ({
  ...{ familyName, givenName: 'Maren', title: null, bornOn: '1961-03-04', sex: 'female' },
  ...{ identifier: null, identifierIssuer: null },
  ...changes,
})

const open = async (familyName: string, changes: Partial<PatientInput> = {}): Promise<string> => {
  const patient = { new: person(familyName, changes) }
  return must(await createCase(board.presenter, { boardId: board.boardId, patient, question: 'Q' })).caseId
}

const patientOf = async (caseId: string) => {
  const view = await getCase(board.observer, caseId)
  if (!view) throw new Error('The case was not found')
  return view.file.patient
}

const change = async (caseId: string, patient: PatientInput, contact?: ChangePatient['contact']) =>
  changePatient(board.presenter, { caseId, version: (await patientOf(caseId)).version, patient, contact })

describe('several identifiers of one patient', () => {
  test('are kept with their issuers in the order they were given, and the patient is found by each', async () => {
    const caseId = await open('Severalby', { identifier: '77-1', identifierIssuer: 'MRN', otherIdentifiers: [nhs] })
    must(
      await change(
        caseId,
        person('Severalby', { identifier: '77-1', identifierIssuer: 'MRN', otherIdentifiers: [nhs, bsn] }),
      ),
    )
    expect((await patientOf(caseId)).otherIdentifiers).toEqual([nhs, bsn])
    const { rows } = must(await listCases(board.observer, { boardId: board.boardId, search: '111 222 333' }))
    expect(rows.map((row) => row.caseId)).toEqual([caseId])
    const sought = { boardId: board.boardId, familyName: 'Somebody', identifier: '943-476-5919' }
    const found = must(await listSimilarPatients(board.presenter, sought))
    expect(found).toMatchObject([{ familyName: 'Severalby', why: ['same identifier, written differently'] }])
  })

  test('stay as they are when a correction does not speak of them, and one taken away stays in the record', async () => {
    const kept = { issuer: 'MRN (West)', value: '12' }
    const gone = { issuer: 'MRN (East)', value: '34' }
    const caseId = await open('Keepwell', { preferredName: 'Mo', otherIdentifiers: [kept, gone] })
    must(await change(caseId, person('Keepwell')))
    expect(await patientOf(caseId)).toMatchObject({ preferredName: 'Mo', otherIdentifiers: [kept, gone] })
    must(await change(caseId, person('Keepwell', { preferredName: null, otherIdentifiers: [kept] })))
    expect(await patientOf(caseId)).toMatchObject({ preferredName: null, otherIdentifiers: [kept] })
    const rows = await asOwner(database.ownerUrl, (db) => db.select().from(patientIdentifiers))
    expect(rows.find(({ issuer }) => issuer === gone.issuer)).toMatchObject({
      value: gone.value,
      removedBy: board.presenter.userId,
      removedAt: expect.any(Date),
    })
    must(await change(await open('Nextby'), person('Nextby', { otherIdentifiers: [gone] })))
  })

  test('belong to one patient, whichever row they stand in and however they are written', async () => {
    const taken = { issuer: 'MRN (North)', value: '90 18-a' }
    await open('Holderby', { otherIdentifiers: [taken] })
    const caseId = await open('Otherby')
    const refusedAt = async (changes: Partial<PatientInput>) => {
      const refused = await change(caseId, person('Otherby', changes))
      return refused.ok || refused.refusal.code !== 'invalid' ? [] : refused.refusal.fields.map(({ path }) => path)
    }
    expect(await refusedAt({ identifier: '9018A', identifierIssuer: 'MRN (North)' })).toEqual(['identifier'])
    expect(await refusedAt({ otherIdentifiers: [{ issuer: 'mrn (north)', value: '9018a' }] })).toEqual([
      'otherIdentifiers.0.value',
    ])
    expect(
      await refusedAt({ identifier: '5', identifierIssuer: 'X', otherIdentifiers: [{ issuer: 'x', value: '5' }] }),
    ).toEqual(['otherIdentifiers.0.value'])
    expect(await refusedAt({ identifier: '9018A', identifierIssuer: 'MRN (South)' })).toEqual([])
  })

  test('belong to one patient under each name of their issuer, and their check digit is looked at under each', async () => {
    await open('Issuerby', { identifier: '450 557 7104', identifierIssuer: 'NHS number' })
    const caseId = await open('Aliasby')
    const refused = async (issuer: string, value: string) => {
      const answer = await change(caseId, person('Aliasby', { otherIdentifiers: [{ issuer, value }] }))
      return answer.ok || answer.refusal.code !== 'invalid' ? [] : answer.refusal.fields.map(({ message }) => message)
    }
    for (const issuer of ['NHS No.', 'nhs no', 'N.H.S. Number', 'National Health Service number']) {
      expect(await refused(issuer, '4505577104'), issuer).toEqual([expect.stringContaining('Another patient')])
      expect(await refused(issuer, '4505577105'), issuer).toEqual([expect.stringContaining('check digit')])
    }
    expect(await refused('NHS Trust', '4505577104')).toEqual([])
  })
})

describe('the contact of a patient', () => {
  const contact = { telephone: '01632 960001', kinName: 'J. Ardby', kinRelation: 'Son', kinTelephone: null }

  test('is read by the treating team, and by nobody who only watches', async () => {
    const caseId = await open('Contactby')
    expect(must(await getContact(board.chair, { caseId }))).toEqual({
      version: 1,
      ...{ telephone: null, kinName: null, kinRelation: null, kinTelephone: null },
    })
    must(await change(caseId, person('Contactby'), contact))
    for (const actor of [board.presenter, board.surgeon, board.chair, board.coordinator]) {
      expect(must(await getContact(actor, { caseId }))).toEqual({ version: 2, ...contact })
    }
    expect(await getContact(board.observer, { caseId })).toMatchObject({ refusal: { code: 'forbidden' } })
    for (const actor of [board.administrator, strangers.presenter]) {
      expect(await getContact(actor, { caseId })).toMatchObject({ refusal: { code: 'not-found' } })
    }
    expect(JSON.stringify(await getCase(board.presenter, caseId))).not.toContain('960001')
  })

  test('stays when a correction does not speak of it, and what it replaced is kept', async () => {
    const caseId = await open('Phoneby')
    must(await change(caseId, person('Phoneby'), contact))
    must(await change(caseId, person('Phoneby', { title: 'Ms' })))
    expect(must(await getContact(board.presenter, { caseId }))).toEqual({ version: 3, ...contact })
    must(await change(caseId, person('Phoneby'), { ...contact, telephone: '01632 960002' }))
    expect(must(await getContact(board.presenter, { caseId })).telephone).toBe('01632 960002')
    const { patientId } = await patientOf(caseId)
    const rows = await asOwner(database.ownerUrl, (db) => db.select().from(patientContacts))
    const told = rows.filter((row) => row.patientId === patientId).map(({ telephone }) => telephone)
    expect(told).toEqual(['01632 960001', '01632 960002'])
  })
})

test('a list of people meets the same candidates as one person does, exchanged digits and a near birth date included', async () => {
  await open('Zebulby', { givenName: 'Ottilie', identifier: '5566-12', identifierIssuer: 'MRN' })
  const people = [
    { familyName: 'Unlike', givenName: 'Name', identifier: '5566 21' },
    { familyName: 'Zebulby', givenName: 'Quill', bornOn: '1961-04-03' },
    { familyName: 'Zebulby', givenName: 'Quill', bornOn: '1990-12-12' },
  ]
  const found = await listCandidatesOf(board.presenter, { boardId: board.boardId, people })
  expect(found.map((candidates) => candidates.map(({ why }) => why))).toEqual([
    [['two digits of the identifier exchanged']],
    [['same family name', 'day and month of birth exchanged']],
    [],
  ])
  for (const [index, sought] of people.entries()) {
    const alone = must(await listSimilarPatients(board.presenter, { boardId: board.boardId, ...sought }))
    expect(alone).toEqual(found[index])
  }
})

test('a day before the birth of the patient is refused, whether it is the answer or the day of one', async () => {
  const caseId = await open('Latterby', { bornOn: '1961' })
  const write = (field: string, value: string, refersOn: string | null = null) => {
    const fact = { state: 'known' as const, value, unit: null, refersOn }
    return recordFactsOf(board.presenter, {
      caseId,
      changes: [{ section: 'neurology', item: '', field, base: 0, fact }],
    })
  }
  const refusedAt = (path: string) => ({
    refusal: {
      code: 'invalid',
      fields: [{ path, message: '22-Nov-1926 lies before the patient was born, 1961. Check the year.' }],
    },
  })
  expect(await write('examinedOn', '1926-11-22')).toMatchObject(refusedAt('neurology.examinedOn'))
  expect(await write('ais', 'D', '1926-11-22')).toMatchObject(refusedAt('neurology.ais'))
  must(await write('examinedOn', '1961'))
})
