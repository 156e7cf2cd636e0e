import { dayAt } from '@/lib/foundation/time'
import { mayChair, mayListInLane, mayPullBack } from '@/lib/meetings/policy'
import type { Step } from './invariants'
import type { LaneTables, StoredLaneRow } from './lane-tables'
import { actorOf, boardId, itemOf, type Store, timeZone } from './store'

type Broken = string | null

const addedIn = ({ before, after }: Step): StoredLaneRow[] => after.laneRows.slice(before.laneRows.length)

/** Whether an item is in the lane, told from its last row alone. */
const isListed = ({ laneRows }: LaneTables, itemId: string): boolean => {
  const last = laneRows.findLast((one) => one.itemId === itemId)
  return last !== undefined && last.act !== 'pulled-back'
}

/** Whether the version is the last one of its protocol, signed, and to be reviewed today at the earliest. */
function isInForceNow({ protocols }: LaneTables, { protocolId, version }: StoredLaneRow, at: Date): boolean {
  const newest = protocols.filter((one) => one.protocolId === protocolId).at(-1)
  return newest?.version === version && newest.act === 'signed' && newest.reviewOn >= dayAt(at.toISOString(), timeZone)
}

/** Rows of the lane and versions of protocols are added and never changed, each by whom it is open to. */
export function laneIsWrittenOnce(step: Step): Broken {
  const { before, after, userId } = step
  if (before.laneRows.some((row, place) => after.laneRows[place] !== row)) return 'A row of the lane was changed'
  if (before.protocols.some((row, place) => after.protocols[place] !== row))
    return 'A version of a protocol was changed'
  const actor = actorOf(before, userId)
  const may = { listed: mayListInLane, 'pulled-back': mayPullBack, confirmed: mayChair }
  const stray = addedIn(step).find(({ act }) => !may[act](actor, { boardId }))
  return stray ? `${userId} wrote ${stray.act} on ${stray.itemId}` : null
}

/** A case is listed and confirmed by a version of a protocol that is in force just then. */
export function laneFollowsProtocolsInForce(step: Step): Broken {
  const stray = addedIn(step).find((row) => row.act !== 'pulled-back' && !isInForceNow(step.before, row, step.at))
  return stray ? `${stray.itemId} is ${stray.act} by version ${stray.version}, which is not in force` : null
}

/** What is listed is not discussed: it is shown to nobody and voted on by nobody until somebody pulls it back. */
export function laneIsNotDiscussed({ after }: Step): Broken {
  const shown = after.meeting.presentingItemId
  const stray = after.items.find(
    ({ itemId, stage }) => isListed(after, itemId) && (stage !== 'queued' || itemId === shown),
  )
  return stray ? `${stray.itemId} is listed by a protocol and ${stray.stage}` : null
}

/** What was pulled back is in the lane no more, also on the agenda that everybody sees. */
export function pulledBackIsDiscussed({ after, act }: Step): Broken {
  const seen = after.items.find(({ itemId, lane }) => (lane !== null) !== isListed(after, itemId))
  if (seen) return `The agenda shows ${seen.itemId} as ${seen.lane ? '' : 'not '}listed`
  return act.kind === 'pull-back' && isListed(after, act.itemId)
    ? `${act.itemId} is listed after it was pulled back`
    : null
}

/** With the closing the chair has given the word for every listed case that is before the board, and for no other; at no other time. */
export function laneIsConfirmedAtTheClosing(step: Step): Broken {
  const { before, after, act } = step
  const confirmed = addedIn(step).filter((row) => row.act === 'confirmed')
  const closes = before.meeting.state !== 'closed' && after.meeting.state === 'closed'
  if (confirmed.length > 0 && !closes) return `${confirmed[0]?.itemId} was confirmed without a closing`
  if (!closes) return null
  if (confirmed.length > 0 && !(act.kind === 'close' && act.confirmsLane)) return 'Nobody gave the word for the lane'
  const due = dueIn(before)
  const told = confirmed.map(({ itemId }) => itemId)
  const missed = due.find((itemId) => !told.includes(itemId)) ?? told.find((itemId) => !due.includes(itemId))
  return missed ? `${missed} was ${told.includes(missed) ? '' : 'not '}confirmed` : null
}

const dueIn = (store: Store): string[] =>
  store.items
    .map(({ itemId }) => itemId)
    .filter((itemId) => isListed(store, itemId) && itemOf(store, itemId)?.caseState === 'handed-in')

/** Looked at after every commit. */
export const laneStepInvariants = [
  laneIsWrittenOnce,
  laneFollowsProtocolsInForce,
  laneIsNotDiscussed,
  pulledBackIsDiscussed,
  laneIsConfirmedAtTheClosing,
]
