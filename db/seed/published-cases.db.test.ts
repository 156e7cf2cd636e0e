import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { case04 } from '@/e2e/fixtures/cases/case-04'
import { case14 } from '@/e2e/fixtures/cases/case-14'
import type { PublishedCase } from '@/e2e/fixtures/cases/published-case'
import { getCase } from '@/lib/cases/queries'
import { readingsOf } from '@/lib/cases/readings'
import { getFollowUp } from '@/lib/follow-up/queries/get-follow-up'
import { type Stage, setStage } from './demo-board'
import { conclude, present, propose, vote } from './discuss'
import { visit } from './follow'
import { holdMeeting } from './hold-meeting'
import { handIn, openCase, tell } from './tell-case'

const database = testDatabase()
let stage: Stage

beforeAll(async () => {
  stage = await setStage(database.ownerUrl, new Date('2026-11-24T15:00:00Z'))
})

/** One published case from referral to follow-up, through the commands that the screens use. */
async function live(published: PublishedCase): Promise<string> {
  const { on, at } = stage.time
  const story = {
    minutes: 15,
    prepare: async () => {
      const caseId = await openCase(stage, at('2026-11-23', '10:00'), 'oncologist', published)
      await tell(stage, caseId, { at: at('2026-11-23', '10:30'), by: 'oncologist' }, published.told)
      await handIn(stage, caseId, at('2026-11-23', '11:00'), 'oncologist')
      return caseId
    },
    discuss: async (_: Stage, itemId: string) => {
      await present(stage, itemId, at('2026-11-24', '14:05'))
      const proposed = await propose(stage, itemId, at('2026-11-24', '14:08'), published.options)
      await vote(stage, itemId, at('2026-11-24', '14:10'), proposed, published.ballots)
      const signing = {
        at: at('2026-11-24', '14:20'),
        heldOn: on('2026-11-24'),
        bornOn: published.patient.bornOn,
        ballots: published.ballots,
      }
      await conclude(stage, itemId, signing, proposed, published.conclusion)
    },
    afterwards: async (_: Stage, caseId: string) => {
      const seen = { at: at('2026-11-24', '14:50'), by: 'surgeon' as const, seenOn: on('2026-11-24') }
      await visit(stage, caseId, seen, published.visit)
    },
  }
  const plan = { plannedAt: at('2026-11-17', '15:00'), startsAt: at('2026-11-24', '14:00') }
  const held = { ...plan, here: ['coordinator', 'surgeon', 'radiationOncologist', 'oncologist'] as const }
  const [caseId] = await holdMeeting(stage, { ...held, endsAt: at('2026-11-24', '14:40') }, [story])
  return caseId ?? ''
}

const rangeOf = (reading: object): unknown =>
  'total' in reading ? [reading.total, reading.total] : 'between' in reading ? reading.between : reading

describe.each([
  ['04', case04],
  ['14', case14],
])('published case %s', (_, published) => {
  test('goes from referral to follow-up, and what is not stated stays open', async () => {
    const caseId = await live(published)
    const view = await getCase(stage.actors.coordinator, caseId)
    if (!view) throw new Error('The coordinator does not see the case')
    const readings = readingsOf(view.file)
    expect({
      sins: Object.fromEntries(readings.levels.map(({ level, sins }) => [level, rangeOf(sins)])),
      tokuhashi: rangeOf(readings.tokuhashi),
      tomita: rangeOf(readings.tomita),
      bauer: rangeOf(readings.bauer),
    }).toEqual(published.reads)
    const followUp = await getFollowUp(stage.actors.coordinator, caseId)
    const said = followUp?.signed.flatMap(({ recommendations }) => recommendations)
    expect(said?.flatMap(({ task }) => task?.title ?? [])).toEqual(published.tasks)
    expect(followUp?.visits).toHaveLength(1)
  })
})
