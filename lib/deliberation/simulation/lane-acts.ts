import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import { decideClose, decideWaiting } from '@/lib/meetings/model'
import { decideLaneClosing, decideLaneInForce, decideListing, decidePullBack } from '@/lib/meetings/model/lane'
import { decideSigning } from '@/lib/meetings/model/protocol'
import { mayChair, mayEnterRoom, mayListInLane, mayPullBack, maySignProtocol } from '@/lib/meetings/policy'
import { type Done, type Moment, recorded, type Transition } from './acts'
import { covers, isToConfirm, laneRowsOf, latestOf, type StoredProtocol, withLaneRow } from './lane-tables'
import { boardId, itemOf, timeZone } from './store'

/** What people do with cases that a local protocol covers. */
export type LaneAct =
  | { kind: 'sign-protocol'; protocolId: string; version: number; reviewOn: string }
  | { kind: 'withdraw-protocol'; protocolId: string; version: number }
  | { kind: 'list-in-lane'; itemId: string; protocolId: string; version: number }
  | { kind: 'pull-back'; itemId: string }
  | { kind: 'close'; because?: string; confirmsLane?: boolean }

const onBoard = { boardId }
const ofBoard = { counts: false }

type Written = Pick<StoredProtocol, 'protocolId' | 'version' | 'act' | 'reviewOn'>

function written(moment: Moment, protocol: Written): Result<Done> {
  const row = { ...protocol, ...byNow(moment) }
  const store = { ...moment.store, protocols: [...moment.store.protocols, row] }
  const { protocolId, version } = protocol
  return ok({
    store: recorded({ ...moment, store }, 'board.protocol-signed', protocolId, ofBoard),
    answer: { protocolId, version },
  })
}

const signProtocol: Transition<'sign-protocol'> = (moment, { protocolId, version, reviewOn }) => {
  const { store, actor, at } = moment
  if (!maySignProtocol(actor, onBoard)) return refuse('forbidden')
  if ((latestOf(store, protocolId)?.version ?? 0) !== version) return refuse('stale', [])
  const decided = decideSigning({ reviewOn }, dayAt(at.toISOString(), timeZone))
  return decided.ok ? written(moment, { protocolId, version: version + 1, act: 'signed', reviewOn }) : decided
}

/** The signature of the latest version is taken back: another row of that version. */
const withdrawProtocol: Transition<'withdraw-protocol'> = (moment, { protocolId, version }) => {
  const { store, actor } = moment
  if (!maySignProtocol(actor, onBoard)) return refuse('forbidden')
  const latest = latestOf(store, protocolId)
  if (!latest) return refuse('not-found')
  if (latest.version !== version) return refuse('stale', [])
  if (latest.act === 'withdrawn') return refuse('closed', 'not-signed-off')
  return written(moment, { protocolId, version, act: 'withdrawn', reviewOn: latest.reviewOn })
}

const listInLane: Transition<'list-in-lane'> = (moment, { itemId, protocolId, version }) => {
  const { store, actor, at } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayListInLane(actor, onBoard)) return refuse('forbidden')
  const decided = decideListing({ ...item, meetingState: store.meeting.state, isInLane: item.lane !== null })
  if (!decided.ok) return decided
  if (!covers(store, { protocolId, version }, at))
    return refuse('invalid', [{ path: 'protocolId', message: 'Not in force' }])
  const row = { itemId, protocolId, version, act: 'listed' as const, words: 'A plain one', ...byNow(moment) }
  return ok({
    store: recorded({ ...moment, store: withLaneRow(store, row) }, 'item.listed-by-protocol', itemId),
    answer: null,
  })
}

const byNow = ({ actor, at }: Moment) => ({ by: actor.name, at: at.toISOString() })

const pullBack: Transition<'pull-back'> = (moment, { itemId }) => {
  const { store, actor } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayPullBack(actor, onBoard)) return refuse('forbidden')
  const last = laneRowsOf(store, itemId).at(-1)
  const decided = decidePullBack({ meetingState: store.meeting.state, isInLane: item.lane !== null })
  if (!decided.ok) return decided
  if (!last) throw new Error('A case that is in the lane was listed there')
  const row = { ...last, act: 'pulled-back' as const, words: null, ...byNow(moment) }
  return ok({
    store: recorded({ ...moment, store: withLaneRow(store, row) }, 'item.pulled-back', itemId),
    answer: null,
  })
}

const close: Transition<'close'> = (moment, { because, confirmsLane }) => {
  const { store, actor, at } = moment
  if (!mayEnterRoom(actor, onBoard)) return refuse('not-found')
  if (!mayChair(actor, onBoard)) return refuse('forbidden')
  const lane = store.items.filter(isToConfirm)
  const discussed = store.items.filter((item) => !isToConfirm(item)).map(({ stage }) => stage)
  const decided = decideClose(store.meeting.state, discussed)
  if (!decided.ok) return decided
  const confirmed = decideLaneClosing(lane.length, confirmsLane)
  if (!confirmed.ok) return confirmed
  const lapsed = lane.filter(({ itemId }) =>
    laneRowsOf(store, itemId)
      .slice(-1)
      .some((row) => !covers(store, row, at)),
  )
  const covered = decideLaneInForce(lapsed.map(({ code }) => code))
  if (!covered.ok) return covered
  const waiting = decideWaiting(discussed, because)
  if (!waiting.ok) return waiting
  let after = store
  for (const { itemId } of lane) {
    for (const last of laneRowsOf(store, itemId).slice(-1)) {
      const row = { ...last, act: 'confirmed' as const, words: null, ...byNow(moment) }
      after = recorded({ ...moment, store: withLaneRow(after, row) }, 'item.confirmed-by-protocol', itemId)
    }
  }
  const meeting = { ...after.meeting, state: decided.value, presentingItemId: null }
  const closed = { ...after, meeting, closedAt: at }
  return ok({ store: recorded({ ...moment, store: closed }, 'meeting.closed', meeting.id), answer: null })
}

/** Every act on the lane, and the closing that confirms it, as the commands run them. */
export const laneTransitions = {
  'sign-protocol': signProtocol,
  'withdraw-protocol': withdrawProtocol,
  'list-in-lane': listInLane,
  'pull-back': pullBack,
  close,
}
