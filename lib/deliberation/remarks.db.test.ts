import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { goOnDespiteStops } from '@/db/go-on'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { signTestCase } from '@/db/testing-signed-case'
import { openTestVote, type PresentedItem, presentTestItem, vote } from '@/db/testing-vote'
import type { Actor } from '@/lib/people/model'
import { revealBallots } from './commands/hold-vote'
import { saveConclusion } from './commands/write-conclusion'
import { withdrawRemark, writeRemark } from './commands/write-remark'
import { saveConclusionInput } from './model/conclusion'
import { getSignedRecord } from './queries/get-conclusions'
import { getRoom } from './queries/get-room'

const database = testDatabase()
let board: TestBoard
let item: PresentedItem

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  item = await presentTestItem(database.ownerUrl, board)
})

const remark = (text: string, more: object = {}) => ({
  ...{ remarkId: randomUUID(), itemId: item.itemId, replyToId: null, addressedTo: null, text },
  ...more,
})
const roomFor = async (actor: Actor) => must(await getRoom(actor, item))

describe('remarks on an item', () => {
  test('are read by everybody in the room, with whom they ask and who answered, and move the meeting on', async () => {
    const { sequence } = await roomFor(board.observer)
    const question = remark('Is T6 involved?', { addressedTo: 'radiology' as const })
    must(await writeRemark(board.surgeon, question))
    const reply = remark('No', { replyToId: question.remarkId })
    must(await writeRemark(board.medicalOncologist, reply))
    must(await writeRemark(board.surgeon, remark('Thank you', { replyToId: reply.remarkId })))
    const room = await roomFor(board.observer)
    expect(room.sequence).toBe(sequence + 3)
    expect(room.item?.may.remark.why).toBe('forbidden')
    const shown = room.item?.remarks.map(({ text, addressedTo, specialty, replyToId }) => [
      ...[text, addressedTo, specialty, replyToId === question.remarkId],
    ])
    expect(shown).toEqual([
      ['Is T6 involved?', 'radiology', 'spine-surgery', false],
      ['No', null, 'medical-oncology', true],
      ['Thank you', null, 'spine-surgery', true],
    ])
  })

  test('sent twice are one, and nobody writes in the place of another’s', async () => {
    const sent = remark('Sent twice')
    must(await writeRemark(board.surgeon, sent))
    must(await writeRemark(board.surgeon, sent))
    expect(await writeRemark(board.chair, sent)).toMatchObject({ refusal: { code: 'forbidden' } })
    const { remarks } = (await roomFor(board.chair)).item ?? {}
    expect(remarks?.filter(({ text }) => text === 'Sent twice')).toHaveLength(1)
  })

  test('are written by members and withdrawn by their writer alone, who says why; the words stay', async () => {
    expect(await writeRemark(board.observer, remark('O'))).toMatchObject({ refusal: { code: 'forbidden' } })
    const stranger = (await makeTestBoard(database.ownerUrl, 'Others')).chair
    expect(await writeRemark(stranger, remark('S'))).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await writeRemark(board.chair, remark('R', { replyToId: randomUUID() }))).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const wrong = remark('The other patient has it')
    must(await writeRemark(board.surgeon, wrong))
    const withdrawal = { remarkId: wrong.remarkId, because: 'Wrong patient' }
    expect(await withdrawRemark(board.chair, withdrawal)).toMatchObject({ refusal: { code: 'forbidden' } })
    must(await withdrawRemark(board.surgeon, withdrawal))
    expect(await withdrawRemark(board.surgeon, withdrawal)).toMatchObject({ refusal: { why: 'already-there' } })
    const { remarks } = (await roomFor(board.observer)).item ?? {}
    expect(remarks?.find(({ remarkId }) => remarkId === wrong.remarkId)).toMatchObject({
      ...{ text: 'The other patient has it', withdrawn: { because: 'Wrong patient' } },
    })
  })

  test('stand in the signed record, which stays intact', async () => {
    const day = new Date().toISOString().slice(0, 10)
    const signed = await signTestCase(database.ownerUrl, board, day)
    expect(must(await getSignedRecord(board.observer, signed)).snapshot.remarks).toEqual([])
    const noted = await openTestVote(database.ownerUrl, board)
    must(await writeRemark(board.surgeon, remark('On record', { itemId: noted.itemId })))
    must(await vote(board.surgeon, noted))
    must(await revealBallots(board.chair, noted))
    const none = { outcome: 'none', because: 'Not wanted' }
    const draft = saveConclusionInput.parse({
      ...{ itemId: noted.itemId, draftVersion: 0, rationale: 'R', goalsConsidered: 'G', dissent: '' },
      needs: { openBecause: 'Not discussed' },
      answers: { radiation: none, surgery: none, systemic: none, pain: none, supportive: none },
    })
    const saved = must(await saveConclusion(board.chair, draft))
    await goOnDespiteStops(board.chair, noted)
    must(await signAtKeyboard(board.chair, { ...saved, patientBirthYear: '1961' }))
    const record = must(await getSignedRecord(board.observer, saved))
    expect(record.intact).toBe(true)
    expect(record.snapshot.remarks).toMatchObject([{ text: 'On record', writer: board.surgeon.name }])
  })
})
