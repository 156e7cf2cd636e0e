import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { vote } from '@/db/testing-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import type { Audience } from '@/lib/foundation/operation'
import type { Actor, Role } from '@/lib/people/model'
import { treatingRoles } from '@/lib/people/policy'
import { router } from './router'
import { ask, procedureOf } from './testing-ask'
import { examples, type OperationName, type Places } from './testing-examples'
import { arrangePlaces } from './testing-places'

const database = testDatabase()

const names = Object.keys(examples) as OperationName[]

const askAs = (name: OperationName, actor: Actor | null, places: Places) =>
  ask(name, actor && { ...actor, sessionId: randomUUID() }, examples[name](places))

const roleOf = (board: TestBoard): Record<Role, Actor> => ({
  presenter: board.presenter,
  'core-member': board.medicalOncologist,
  chair: board.chair,
  coordinator: board.coordinator,
  administrator: board.administrator,
  observer: board.observer,
})

/** Where the relation counts beside the role: who is let through although the thing is somebody else's. */
const ofOthers: Partial<Record<OperationName, readonly Role[]>> = {
  'meetings.recordAttendance': ['chair', 'coordinator'],
  'meetings.answerCall': ['core-member'],
  'deliberation.withdraw': ['chair'],
  'deliberation.answerObjection': ['chair'],
  'deliberation.withdrawConflict': [],
  'deliberation.withdrawRemark': [],
  'followUp.closeTask': ['chair', 'coordinator'],
  'followUp.reopenTask': ['chair', 'coordinator'],
  'followUp.assignTask': ['chair', 'coordinator'],
  'documents.get': treatingRoles,
  'documents.preview': treatingRoles,
  'documents.getSent': treatingRoles,
  'practice.get': ['presenter', 'coordinator', 'observer'],
  'practice.rate': ['presenter', 'coordinator', 'observer'],
  'practice.getShared': ['observer'],
  'practice.share': ['observer'],
}

const audienceOf = (name: OperationName): Audience => {
  const { audience } = procedureOf(name)['~orpc'].meta as { audience?: Audience }
  if (!audience) throw new Error(`${name} does not say whom it is for`)
  return audience
}

const refusals = [401, 403, 404]

/** Refused for another reason than who asks: a history that was never written, a session that these actors do not have. */
const emptyFor: OperationName[] = ['cases.listFactHistory', 'people.keepSession']

describe('role x operation', () => {
  let places: Places
  let stranger: Actor
  beforeAll(async () => {
    places = await arrangePlaces(database.ownerUrl)
    stranger = (await makeTestBoard(database.ownerUrl, 'Strangers')).chair
  })

  test('every operation of the router has an example', () => {
    const all = Object.entries(router).flatMap(([room, operations]) =>
      Object.keys(operations).map((one) => `${room}.${one}`),
    )
    expect([...names].sort()).toEqual(all.sort())
  })

  for (const name of names.filter((one) => !emptyFor.includes(one))) {
    test(`${name} lets through whom it says`, async () => {
      const audience = audienceOf(name)
      const expectedOf = ofOthers[name] ?? audience
      const answers = Object.entries(roleOf(places.board)).map(async ([role, actor]) => {
        const letThrough = !refusals.includes((await askAs(name, actor, places)).status)
        const expected = typeof expectedOf === 'string' || expectedOf.includes(role as Role)
        return { role, letThrough, expected }
      })
      const wrong = (await Promise.all(answers)).filter(({ letThrough, expected }) => letThrough !== expected)
      expect(wrong).toEqual([])
      expect((await askAs(name, null, places)).status === 401).toBe(audience !== 'anyone')
      const ofStranger = (await askAs(name, stranger, places)).status
      if (Array.isArray(audience) && name !== 'people.createBoard') expect(ofStranger).toBe(404)
    })
  }
})

describe('before the reveal', () => {
  const secret = 'SEALED-REASON-7Q'

  /** One sealed vote serves all operations until one of them ends it: making one takes longer than asking everybody. */
  let places: Places | null = null
  const sealed = async (): Promise<Places> => {
    if (places) {
      const { board, item } = places
      const room = must(await getRoom(board.surgeon, { meetingId: item.meetingId, itemId: item.itemId }))
      if (room.item?.stage === 'voting' && JSON.stringify(room.item.myBallot).includes(secret)) return places
    }
    places = await arrangePlaces(database.ownerUrl)
    const { board, item } = places
    must(await vote(board.surgeon, item, { single: { stance: 'oppose', reason: secret } }))
    return places
  }

  test.each(names)('%s shows no ballot to anybody but its voter', async (name) => {
    const places = await sealed()
    const { board } = places
    const others = [...Object.values(roleOf(board)), board.radiationOncologist, null]
    for (const actor of others) {
      const { body } = await askAs(name, actor, places)
      expect(body).not.toContain(secret)
      expect(body).not.toContain('"stance":"oppose","reason":"SEALED')
    }
    const own = await askAs(name, board.surgeon, places)
    if (name === 'deliberation.getRoom') expect(own.body).toContain(secret)
    if (name === 'exchange.letterPdf') expect(own.body).toContain('Recommendation of the board')
  })
})
