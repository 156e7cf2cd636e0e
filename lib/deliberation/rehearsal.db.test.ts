import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { must } from '@/db/testing-board'
import { openTestVote, vote } from '@/db/testing-vote'
import { recordAttendance } from '@/lib/meetings/commands/record-attendance'
import { castBallot } from './commands/cast-ballot'
import { revealBallots } from './commands/hold-vote'
import { castBallotInput } from './model/ballot'
import { getRoom } from './queries/get-room'
import { randomFrom } from './simulation/random'
import { nextRehearsalStep } from './simulation/rehearsal'

const database = testDatabase()

test('a simulated member comes, casts a whole ballot that the board takes, once, and nothing after the reveal', async () => {
  const item = await openTestVote(database.ownerUrl)
  const { board, meetingId } = item
  const random = randomFrom(7)
  const member = board.medicalOncologist
  const step = async () => nextRehearsalStep(random, must(await getRoom(member, { meetingId })), member.name)

  expect(await step()).toEqual({ kind: 'join' })
  const present = { meetingId, userId: member.userId, remote: false, left: false }
  must(await recordAttendance(board.coordinator, present))
  const cast = await step()
  if (cast?.kind !== 'cast') throw new Error('The member does not vote')
  expect(cast.ballot.answers).toHaveLength(3)
  must(await castBallot(member, castBallotInput.parse(cast.ballot)))
  expect(await step()).toBeNull()
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  expect(await step()).toBeNull()
})

test('whoever has no vote comes and does not cast', async () => {
  const { board, meetingId } = await openTestVote(database.ownerUrl)
  const member = board.presenter
  const room = must(await getRoom(member, { meetingId }))
  expect(nextRehearsalStep(randomFrom(1), room, member.name)).toEqual({ kind: 'join' })
  must(await recordAttendance(board.coordinator, { meetingId, userId: member.userId, remote: false, left: false }))
  const there = must(await getRoom(member, { meetingId }))
  expect(nextRehearsalStep(randomFrom(1), there, member.name)).toBeNull()
})
