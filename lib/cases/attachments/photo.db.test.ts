import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { signTestCase } from '@/db/testing-signed-case'
import { setPhotos } from '@/lib/people/commands/set-photos'
import type { Actor } from '@/lib/people/model'
import { addAttachment } from '../commands/attach-file'
import { restoreAttachment, withdrawAttachment } from '../commands/change-attachment'
import { withdrawCase } from '../commands/withdraw-case'
import { getCase } from '../queries'
import { getAttachmentFile, listAttachments } from '../queries/attachments'
import { addAttachmentInput } from './attachment'
import { fileOf, testPdf, testPng } from './testing-files'

const database = testDatabase()
let board: TestBoard
let caseId: string
beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
  caseId = (await placeTestCase(database.ownerUrl, board, 1)).caseId
})

const show = (shown: boolean) => setPhotos(board.administrator, { boardId: board.boardId, shown })
const addPhoto = (actor: Actor, bytes = testPng('a face'), to = caseId) =>
  addAttachment(actor, addAttachmentInput.parse({ caseId: to, kind: 'photo', file: fileOf(bytes, 'face.png') }))
const photoSeenBy = async (actor: Actor, of = caseId) => (await getCase(actor, of))?.file.photo
const noSuch = { ok: false, refusal: { code: 'not-found' } }

describe('the photo of a patient', () => {
  test('P14 is off until the administrator switches it on, and off again is shown to nobody and kept', async () => {
    expect(await photoSeenBy(board.presenter)).toBeUndefined()
    expect(await addPhoto(board.presenter)).toEqual({ ok: false, refusal: { code: 'closed', why: 'photos-off' } })
    must(await show(true))
    expect(await photoSeenBy(board.presenter)).toBeNull()
    const { attachmentId } = must(await addPhoto(board.presenter))
    expect(await photoSeenBy(board.surgeon)).toBe(attachmentId)
    must(await show(false))
    expect(await photoSeenBy(board.surgeon)).toBeUndefined()
    expect(await getAttachmentFile(board.surgeon, { attachmentId, size: 'small' })).toEqual(noSuch)
    expect(must(await listAttachments(board.surgeon, { caseId }))).toEqual([])
    must(await show(true))
    expect(await photoSeenBy(board.surgeon)).toBe(attachmentId)
  })

  test('P14 is seen by the treating team, by no observer and nobody of another board', async () => {
    must(await show(true))
    const { attachmentId } = must(await addPhoto(board.presenter))
    const strangers = await makeTestBoard(database.ownerUrl)
    for (const actor of [board.presenter, board.surgeon, board.chair, board.coordinator]) {
      expect(must(await getAttachmentFile(actor, { attachmentId, size: 'small' })).type).toBe('image/jpeg')
    }
    for (const actor of [board.observer, board.administrator, strangers.presenter]) {
      expect(await getAttachmentFile(actor, { attachmentId, size: 'small' })).toEqual(noSuch)
    }
    expect(await photoSeenBy(board.observer)).toBeUndefined()
    expect(must(await listAttachments(board.observer, { caseId }))).toEqual([])
  })

  test('is a picture, one at a time in a case', async () => {
    must(await show(true))
    const refused = (message: string) => ({
      ok: false,
      refusal: { code: 'invalid', fields: [{ path: 'file', message }] },
    })
    expect(await addPhoto(board.presenter, testPdf(['A face']))).toEqual(
      refused('A photo is a PNG or JPEG picture, not a PDF.'),
    )
    const { attachmentId } = must(await addPhoto(board.presenter))
    expect(await addPhoto(board.presenter, testPng('another'))).toEqual(
      refused('This case has a photo already. Withdraw it, then add the new one.'),
    )
    must(await withdrawAttachment(board.presenter, { attachmentId, because: 'Too old' }))
    expect(await photoSeenBy(board.presenter)).toBeNull()
    const newer = must(await addPhoto(board.presenter, testPng('another')))
    expect(await photoSeenBy(board.presenter)).toBe(newer.attachmentId)
    const there = { ok: false, refusal: { code: 'closed', why: 'already-there' } }
    expect(await restoreAttachment(board.presenter, { attachmentId })).toEqual(there)
  })

  test('goes with the patient from case to case, but not out of a case that was withdrawn', async () => {
    must(await show(true))
    const later = await laterCaseOfSamePatient()
    const { attachmentId } = must(await addPhoto(board.presenter))
    expect(await photoSeenBy(board.presenter, later)).toBe(attachmentId)
    must(await withdrawCase(board.coordinator, { caseId, reason: 'Another patient' }))
    expect(await photoSeenBy(board.presenter, later)).toBeNull()
  })

  test('is no part of what is signed', async () => {
    must(await show(true))
    const withPhoto = async (signedCase: string) =>
      void must(await addPhoto(board.presenter, testPng('a face'), signedCase))
    await signTestCase(database.ownerUrl, board, new Date().toISOString().slice(0, 10), withPhoto)
    const found = await asOwner(database.ownerUrl, (db) =>
      db.execute(sql`select snapshot ? 'photo' or snapshot::text like '%"photo"%' as told from conclusions`),
    )
    expect(found.rows).toEqual([{ told: false }])
  })

  test('leaves a ledger row when it is switched', async () => {
    must(await show(true))
    const found = await asOwner(database.ownerUrl, (db) =>
      db.execute(
        sql`select actor_id, details from ledger_entries where board_id = ${board.boardId} and kind = 'board.photos-set'`,
      ),
    )
    expect(found.rows).toEqual([{ actor_id: board.administrator.userId, details: { shown: true } }])
  })
})

const laterCaseOfSamePatient = async () => {
  const later = (await placeTestCase(database.ownerUrl, board, 2)).caseId
  await asOwner(database.ownerUrl, (db) =>
    db.execute(
      sql`update cases set patient_id = (select patient_id from cases where id = ${caseId}) where id = ${later}`,
    ),
  )
  return later
}
