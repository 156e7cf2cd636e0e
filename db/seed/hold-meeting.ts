import { addItem } from '@/lib/meetings/commands/build-agenda'
import { closeMeeting, createMeeting, startMeeting } from '@/lib/meetings/commands/manage-meeting'
import { recordAttendance } from '@/lib/meetings/commands/record-attendance'
import type { Stage } from './demo-board'
import type { Part } from './story'

/** One patient's way through the demo: what is told before a meeting, what happens in it, what comes after. */
export type Story = {
  minutes: number
  /** The chair's reason to discuss it, for a case whose required answers are open. */
  admitted?: string
  prepare: (stage: Stage) => Promise<string>
  discuss?: (stage: Stage, itemId: string) => Promise<void>
  afterwards?: (stage: Stage, caseId: string) => Promise<void>
}

const discussedAllTheSame = 'The decision cannot wait; what is missing is asked in the meeting.'

type Plan = {
  plannedAt: Date
  startsAt: Date
  /** Who comes, here or from elsewhere; nobody for a meeting that is still to come. */
  here?: readonly Part[]
  remote?: readonly Part[]
  /** When the meeting ends; one without an end is still running. */
  endsAt?: Date
}

async function gather(stage: Stage, meetingId: string, { startsAt, here = [], remote = [] }: Plan): Promise<void> {
  const { coordinator } = stage.actors
  await stage.act(startsAt, () => startMeeting(coordinator, { meetingId }))
  for (const part of [...here, ...remote]) {
    const { userId } = stage.actors[part]
    const seen = { meetingId, userId, remote: remote.includes(part), left: false }
    await stage.act(startsAt, () => recordAttendance(coordinator, seen))
  }
}

/** Plans a meeting with the cases of its stories, holds it when somebody comes, and tells what follows once it has ended. Returns the ids of the cases. */
export async function holdMeeting(stage: Stage, plan: Plan, stories: readonly Story[]): Promise<string[]> {
  const { coordinator } = stage.actors
  const named = { title: 'Spine board', place: 'Seminar room 2', startsAt: plan.startsAt.toISOString() }
  const { meetingId } = await stage.act(plan.plannedAt, () =>
    createMeeting(coordinator, { boardId: stage.boardId, ...named }),
  )
  const placed: { story: Story; caseId: string; itemId: string }[] = []
  for (const story of stories) {
    const caseId = await story.prepare(stage)
    const item = { meetingId, caseId, minutes: story.minutes, because: story.admitted ?? discussedAllTheSame }
    placed.push({ story, caseId, ...(await stage.act(plan.startsAt, () => addItem(coordinator, item))) })
  }
  if (plan.here) await gather(stage, meetingId, plan)
  for (const { story, itemId } of placed) await story.discuss?.(stage, itemId)
  if (plan.endsAt)
    await stage.act(plan.endsAt, () =>
      closeMeeting(coordinator, { meetingId, because: 'No time left; first on the next list.' }),
    )
  for (const { story, caseId } of placed) await story.afterwards?.(stage, caseId)
  return placed.map(({ caseId }) => caseId)
}
