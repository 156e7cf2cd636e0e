import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { agendaItems } from '@/db/schema/meetings'
import type { CaseFile } from '@/lib/cases/case-file'
import { readingsOf } from '@/lib/cases/readings'
import type { LockedItem } from '@/lib/meetings/commands/lock-item'
import { readAttendance, type readMeeting } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'
import { countedBallots } from '../model/ballot'
import type { ConclusionText, Recommendation } from '../model/conclusion'
import { dissentOf, type SignedSnapshot } from '../model/snapshot'
import { readRevealedBallots } from '../queries/read-ballots'
import type { StoredOption } from '../queries/read-options'

type Ground = {
  item: LockedItem
  stored: ConclusionText & { version: number; changeReason: string | null }
  file: CaseFile
  held: NonNullable<Awaited<ReturnType<typeof readMeeting>>>
  options: readonly StoredOption[]
  people: readonly { userId: string; name: string }[]
  recommendations: readonly Recommendation[]
  today: string
  signedAt: string
}

async function itemTimes(tx: Tx, itemId: string): Promise<SignedSnapshot['item']> {
  const [times] = await tx
    .select({
      presentedAt: agendaItems.presentedAt,
      votingAt: agendaItems.votingAt,
      revealedAt: agendaItems.revealedAt,
    })
    .from(agendaItems)
    .where(eq(agendaItems.id, itemId))
  return {
    itemId,
    presentedAt: times?.presentedAt?.toISOString() ?? null,
    votingAt: times?.votingAt?.toISOString() ?? null,
    revealedAt: times?.revealedAt?.toISOString() ?? null,
  }
}

/**
 * Gathers what a conclusion rests on, as plain JSON: reading it back from the database gives the same value, so that its
 * check sum can be computed again at any time.
 */
export async function takeSnapshot(tx: Tx, actor: Actor, ground: Ground): Promise<SignedSnapshot> {
  const { item, stored, file, held, options, people, recommendations, today, signedAt } = ground
  const { meeting, boardName, timeZone } = held
  const revealed = await readRevealedBallots(tx, item)
  if (revealed === 'hidden') throw new Error('A conclusion was about to be signed before its reveal')
  const ballots = countedBallots(revealed).map(({ optionId, voterId, name, specialty, stance, reason }) => ({
    ...{ optionId, voterId, name, specialty, stance, reason },
  }))
  const shown = options.map(({ proposer, ...option }) => ({ ...option, proposedBy: proposer }))
  const named = recommendations.map((one) => {
    const option = options.find(({ optionId }) => optionId === one.optionId)
    const owner = people.find(({ userId }) => userId === one.ownerId)?.name ?? null
    return { ...one, title: option?.title ?? null, detail: option?.detail ?? null, owner }
  })
  const snapshot: SignedSnapshot = {
    format: 1,
    version: stored.version,
    changeReason: stored.changeReason,
    signedAt,
    signedBy: { userId: actor.userId, name: actor.name },
    board: { boardId: item.boardId, name: boardName, timeZone },
    meeting: {
      meetingId: meeting.id,
      title: meeting.title,
      place: meeting.place,
      startsAt: meeting.startsAt.toISOString(),
    },
    attendance: await readAttendance(tx, meeting.id),
    item: await itemTimes(tx, item.id),
    today,
    case: file,
    readings: readingsOf(file),
    options: shown,
    ballots,
    conclusion: {
      rationale: stored.rationale,
      goalsConsidered: stored.goalsConsidered,
      dissent: stored.dissent,
      dissenting: dissentOf(recommendations, options, ballots),
      recommendations: named,
    },
  }
  return JSON.parse(JSON.stringify(snapshot))
}
