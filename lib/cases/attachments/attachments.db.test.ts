import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ledgerEntries } from '@/db/schema/ledger'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import type { Actor } from '@/lib/people/model'
import { addAttachment } from '../commands/attach-file'
import { changeAttachment, moveAttachment, restoreAttachment, withdrawAttachment } from '../commands/change-attachment'
import { withdrawCase } from '../commands/withdraw-case'
import { getAttachmentFile, listAttachments } from '../queries/attachments'
import { type AttachmentKind, addAttachmentInput } from './attachment'
import { fileOf, testPdf, testPng } from './testing-files'

const database = testDatabase()
let board: TestBoard
let number = 0
beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const freshCase = async (on = board) => {
  number += 1
  return (await placeTestCase(database.ownerUrl, on, number)).caseId
}

const attach = (actor: Actor, caseId: string, bytes: Buffer, kind: AttachmentKind = 'key-image', said: object = {}) =>
  addAttachment(actor, addAttachmentInput.parse({ caseId, kind, file: fileOf(bytes, 'a file'), ...said }))

const captionsOf = async (caseId: string) =>
  must(await listAttachments(board.observer, { caseId })).map(({ caption }) => caption)

const storedOn = ({ boardId }: TestBoard) =>
  asOwner(database.ownerUrl, async (db) =>
    Number((await db.execute(sql`select count(*) from stored_files where board_id = ${boardId}`)).rows[0]?.count),
  )

const noSuch = { ok: false, refusal: { code: 'not-found' } }

describe('a file of a case', () => {
  test('stands with what was said of it, and is served drawn anew under the name of the case', async () => {
    const caseId = await freshCase()
    const said = { caption: 'Cord at T8', level: 'T8' }
    const { attachmentId } = must(await attach(board.presenter, caseId, testPng('first'), 'key-image', said))
    expect(must(await listAttachments(board.observer, { caseId }))).toEqual([
      {
        ...{
          attachmentId,
          caseId,
          kind: 'key-image',
          study: null,
          ...said,
          mediaType: 'image/png',
          width: 60,
          height: 80,
        },
        ...{ pages: null, fileName: 'a file', version: 1, addedBy: 'P. Tellwright' },
        ...{ byteLength: expect.any(Number), addedAt: expect.stringMatching(/^20/) },
      },
    ])
    const full = must(await getAttachmentFile(board.observer, { attachmentId, size: 'full' }))
    expect(full.type).toBe('image/png')
    expect(full.name).toMatch(/^case-2026-\d{4}-key-image-1\.png$/)
    const small = must(await getAttachmentFile(board.observer, { attachmentId, size: 'small' }))
    expect(small.type).toBe('image/jpeg')
  })

  test('comes back whole, also in several slices', async () => {
    const noise = Buffer.alloc(9_000_000)
    for (let at = 0; at < noise.byteLength; at += 1) noise[at] = (at * 7919) % 251
    const sent = testPdf(['Referral'], [{ dictionary: '', data: noise }])
    const { attachmentId } = must(await attach(board.coordinator, await freshCase(), sent, 'referral'))
    const served = must(await getAttachmentFile(board.chair, { attachmentId, size: 'full' }))
    expect(Buffer.from(await served.arrayBuffer()).equals(sent)).toBe(true)
    expect(await getAttachmentFile(board.chair, { attachmentId, size: 'small' })).toEqual(noSuch)
  })

  test('is one attachment when it is sent twice, and its bytes are kept once for the board', async () => {
    const [caseId, other] = [await freshCase(), await freshCase()]
    const first = must(await attach(board.presenter, caseId, testPng('twice')))
    const stored = await storedOn(board)
    const again = must(await attach(board.surgeon, caseId, testPng('twice')))
    expect(again).toEqual({ attachmentId: first.attachmentId, isNew: false })
    expect(must(await attach(board.presenter, other, testPng('twice'))).isNew).toBe(true)
    expect(await storedOn(board)).toBe(stored)
  })

  test('sent twice at the same moment is one attachment, too', async () => {
    const caseId = await freshCase()
    const both = await Promise.all([1, 2].map(() => attach(board.presenter, caseId, testPng('at once'))))
    expect(new Set(both.map((one) => must(one).attachmentId)).size).toBe(1)
    expect(await captionsOf(caseId)).toHaveLength(1)
  })

  test('is refused before it is unpacked to whoever may not write in the case', async () => {
    const caseId = await freshCase()
    const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
    const broken = Buffer.from('no picture')
    expect(await attach(board.observer, caseId, broken)).toEqual({ ok: false, refusal: { code: 'forbidden' } })
    expect(await attach(board.administrator, caseId, broken)).toEqual(noSuch)
    expect(await attach(strangers.presenter, caseId, broken)).toEqual(noSuch)
    must(await withdrawCase(board.presenter, { caseId, reason: 'Entered twice' }))
    const closed = { ok: false, refusal: { code: 'closed', why: 'case-withdrawn' } }
    expect(await attach(board.presenter, caseId, testPng('late'))).toEqual(closed)
  })

  test('is hidden from strangers under whatever address they try', async () => {
    const { attachmentId } = must(await attach(board.presenter, await freshCase(), testPng('hidden')))
    const { presenter } = await makeTestBoard(database.ownerUrl, 'Others')
    expect(await getAttachmentFile(presenter, { attachmentId, size: 'small' })).toEqual(noSuch)
    expect(await withdrawAttachment(presenter, { attachmentId, because: 'x' })).toEqual(noSuch)
    expect(await getAttachmentFile(board.administrator, { attachmentId, size: 'full' })).toEqual(noSuch)
  })

  test('names a study of this case only', async () => {
    const caseId = await freshCase()
    const study = '5b6f3c9e-4f0b-4e0a-9c52-0d7f4f2a1c11'
    expect(await attach(board.presenter, caseId, testPng('study'), 'key-image', { study })).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'study', message: 'This study is not recorded in this case.' }] },
    })
  })

  test('leaves in the ledger who attached, opened and withdrew it, and nothing of what it shows', async () => {
    const caseId = await freshCase()
    const said = { caption: 'SECRET-CAPTION' }
    const { attachmentId } = must(await attach(board.presenter, caseId, testPng('ledger'), 'key-image', said))
    must(await getAttachmentFile(board.observer, { attachmentId, size: 'small' }))
    must(await getAttachmentFile(board.observer, { attachmentId, size: 'full' }))
    must(await withdrawAttachment(board.coordinator, { attachmentId, because: 'SECRET-REASON' }))
    const rows = await asOwner(database.ownerUrl, (db) =>
      db.select().from(ledgerEntries).where(eq(ledgerEntries.aboutId, attachmentId)).orderBy(ledgerEntries.id),
    )
    expect(rows.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ['attachment.added', board.presenter.userId],
      ['attachment.opened', board.observer.userId],
      ['attachment.withdrawn', board.coordinator.userId],
    ])
    expect(JSON.stringify(rows)).not.toContain('SECRET')
  })
})

describe('what is said of a file', () => {
  test('changes with its version; another version is refused with both values', async () => {
    const caseId = await freshCase()
    const { attachmentId } = must(await attach(board.presenter, caseId, testPng('said')))
    const change = (version: number, caption: string, by = board.presenter) =>
      changeAttachment(by, { attachmentId, version, caption, level: null, study: null })
    expect(must(await change(1, 'Cord at T8'))).toEqual({ version: 2 })
    expect(await change(1, 'Cord at T9', board.surgeon)).toMatchObject({
      refusal: {
        code: 'stale',
        fields: [{ path: 'caption', yours: 'Cord at T9', theirs: 'Cord at T8', version: 2, by: 'P. Tellwright' }],
      },
    })
    expect(must(await change(1, 'Cord at T8'))).toEqual({ version: 2 })
    expect(await captionsOf(caseId)).toEqual(['Cord at T8'])
  })

  test('keeps its order, is moved within it, and a withdrawn one comes back to its place', async () => {
    const caseId = await freshCase()
    const ids: string[] = []
    for (const caption of ['a', 'b', 'c']) {
      ids.push(must(await attach(board.presenter, caseId, testPng(caption), 'key-image', { caption })).attachmentId)
    }
    const [a = '', b = '', c = ''] = ids
    must(await moveAttachment(board.presenter, { attachmentId: c, to: 'earlier' }))
    expect(await captionsOf(caseId)).toEqual(['a', 'c', 'b'])
    must(await moveAttachment(board.presenter, { attachmentId: a, to: 'earlier' }))
    must(await withdrawAttachment(board.presenter, { attachmentId: c, because: 'Wrong patient' }))
    expect(await captionsOf(caseId)).toEqual(['a', 'b'])
    expect(await getAttachmentFile(board.presenter, { attachmentId: c, size: 'full' })).toEqual(noSuch)
    must(await moveAttachment(board.presenter, { attachmentId: b, to: 'earlier' }))
    must(await restoreAttachment(board.presenter, { attachmentId: c }))
    expect(await captionsOf(caseId)).toEqual(['b', 'c', 'a'])
  })

  test('a withdrawn file that was attached again meanwhile is not doubled', async () => {
    const caseId = await freshCase()
    const { attachmentId } = must(await attach(board.presenter, caseId, testPng('again')))
    must(await withdrawAttachment(board.presenter, { attachmentId, because: 'By mistake' }))
    must(await attach(board.presenter, caseId, testPng('again')))
    const there = { ok: false, refusal: { code: 'closed', why: 'already-there' } }
    expect(await restoreAttachment(board.presenter, { attachmentId })).toEqual(there)
  })
})
