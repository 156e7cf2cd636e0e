import type { Modality } from '@/lib/clinical/catalogue/modalities'
import { emptyText } from '@/lib/deliberation/model/conclusion'
import { conclusions, planOptions, recommendations } from './schema/deliberation'
import { tasks } from './schema/follow-up'
import { agendaItems, meetings } from './schema/meetings'
import { asOwner, type TestBoard, type TestCase } from './testing-board'

/** What a test wants signed: one task for each modality named, with its owner and due date. */
type SignedPlan = {
  signedAt: Date
  tasks: readonly { modality: Modality; title: string; ownerId: string; dueOn: string }[]
}

const first = <T>(rows: T[]): T => {
  const [row] = rows
  if (!row) throw new Error('A test row was not stored')
  return row
}

/** Stores a signed conclusion with its tasks straight into the tables, for tests of what comes afterwards. */
export const signForTest = (ownerUrl: string, board: TestBoard, { caseId }: TestCase, plan: SignedPlan) =>
  asOwner(ownerUrl, async (db) => {
    const { boardId, chair, coordinator, presenter } = board
    const at = plan.signedAt
    const meeting = first(
      await db
        .insert(meetings)
        .values({
          boardId,
          title: 'Board',
          startsAt: at,
          state: 'running',
          createdBy: coordinator.userId,
          createdAt: at,
        })
        .returning({ id: meetings.id }),
    )
    const placed = { boardId, meetingId: meeting.id, caseId, position: 1, minutes: 10, stage: 'concluded' as const }
    const item = first(
      await db
        .insert(agendaItems)
        .values({ ...placed, addedBy: coordinator.userId, addedAt: at, concludedAt: at })
        .returning({ id: agendaItems.id }),
    )
    const signed = {
      state: 'signed' as const,
      signedBy: chair.userId,
      signedAt: at,
      snapshot: {},
      snapshotSha256: 'ab',
      ranksAs: 'decision' as const,
    }
    const words = {
      ...emptyText(),
      rationale: 'Because.',
      goalsConsidered: 'Walking first.',
      draftedBy: chair.userId,
      draftedAt: at,
    }
    const conclusion = first(
      await db
        .insert(conclusions)
        .values({ boardId, itemId: item.id, caseId, version: 1, ...words, ...signed })
        .returning({ id: conclusions.id }),
    )
    const taskIds: string[] = []
    for (const [index, task] of plan.tasks.entries()) {
      const { modality, title, ownerId, dueOn } = task
      const letter = String.fromCharCode(65 + index)
      const proposed = { letter, plan: {}, title, detail: '', proposedBy: presenter.userId, proposedAt: at }
      const option = first(
        await db
          .insert(planOptions)
          .values({ boardId, itemId: item.id, modality, ...proposed })
          .returning({ id: planOptions.id }),
      )
      const said = { outcome: 'recommended' as const, optionId: option.id, ownerId, dueOn }
      const recommendation = first(
        await db
          .insert(recommendations)
          .values({ boardId, conclusionId: conclusion.id, caseId, modality, ...said })
          .returning({ id: recommendations.id }),
      )
      const carried = { boardId, caseId, recommendationId: recommendation.id, modality, title, ownerId, dueOn }
      const stored = first(
        await db
          .insert(tasks)
          .values({ ...carried, createdAt: at })
          .returning({ id: tasks.id }),
      )
      taskIds.push(stored.id)
    }
    return { conclusionId: conclusion.id, taskIds }
  })
