import { conflictKinds } from '@/lib/meetings/model/conflict'
import { specialties } from '@/lib/people/model'
import type { RoomItemView, RoomView } from '../model/views'
import type { Random } from './random'
import type { SafetyAct } from './safety-acts'
import type { Person } from './store'

const standing = ({ options }: RoomItemView): string[] =>
  options.flatMap(({ optionId, withdrawnBecause }) => (withdrawnBecause === null ? [optionId] : []))

const objection = (random: Random, people: readonly Person[], item: RoomItemView): SafetyAct => ({
  ...{ kind: 'object', itemId: item.itemId },
  optionId: random.chance(0.7) && standing(item).length > 0 ? random.pick(standing(item)) : null,
  addressedTo: random.chance(0.5) ? random.pick(people).userId : null,
})

const newRemark = (random: Random, { itemId, remarks }: RoomItemView): SafetyAct => ({
  ...{ kind: 'remark', remarkId: `remark-${random.whole(1, 1_000_000)}`, itemId },
  replyToId: remarks.length > 0 && random.chance(0.5) ? random.pick(remarks).remarkId : null,
  addressedTo: random.chance(0.3) ? random.pick(specialties) : null,
})

/** A remark that was sent before, sent again as another request: a screen that came back from the dead. */
const sameRemark = (random: Random, { itemId, remarks }: RoomItemView): SafetyAct => {
  const { remarkId, replyToId, addressedTo } = random.pick(remarks)
  return { kind: 'remark', remarkId, itemId, replyToId, addressedTo }
}

/** How often somebody finds a conflict of interest: more often on a board without a meeting, most of all after their ballot. */
const readiness = ({ kind }: RoomView, { myBallot }: RoomItemView): number => {
  if (kind === 'live') return 0.01
  return myBallot ? 0.12 : 0.02
}

/** What somebody says beside the ballots, or null: mostly nothing, but an objection that waits for them is answered. */
export function speak(random: Random, person: Person, people: readonly Person[], room: RoomView): SafetyAct | null {
  const { item } = room
  if (!item) return null
  const { itemId, may } = item
  // Now and then also one that is not theirs to answer, their own among them.
  const open = item.objections.find(({ answer }) => answer === null)
  if (open && random.chance(open.mayAnswer.open ? 0.6 : 0.05)) {
    return { kind: 'answer-objection', objectionId: open.objectionId, answer: `Seen to, ${random.whole(1, 99)}` }
  }
  if (may.object.why !== 'forbidden' && random.chance(0.012)) return objection(random, people, item)
  if (may.remark.open && random.chance(0.03)) {
    const isAgain = item.remarks.length > 0 && random.chance(0.3)
    return isAgain ? sameRemark(random, item) : newRemark(random, item)
  }
  const remark = item.remarks.find(({ writerId, withdrawn }) => writerId === person.userId && withdrawn === null)
  if (remark && random.chance(0.02)) return { kind: 'withdraw-remark', remarkId: remark.remarkId }
  if (may.declareConflict.open && random.chance(readiness(room, item))) {
    return { kind: 'declare-conflict', itemId, conflict: random.pick(conflictKinds) }
  }
  const conflict = item.conflicts.find(({ mayWithdraw }) => mayWithdraw.open)
  return conflict && random.chance(0.05) ? { kind: 'withdraw-conflict', itemId, conflictId: conflict.conflictId } : null
}

/** Whatever it is: one's own objection answered, somebody else's words taken back, an item that is not there. */
export function speakOutOfTurn(random: Random, people: readonly Person[], item: RoomItemView | null): SafetyAct {
  const itemId = item?.itemId ?? `item-${random.whole(1, 4)}`
  const seen = item?.objections ?? []
  const objectionId = seen.length > 0 ? random.pick(seen).objectionId : `objection-${random.whole(1, 30)}`
  return random.pick<() => SafetyAct>([
    () => ({ kind: 'object', itemId, optionId: `option-${random.whole(1, 9)}`, addressedTo: null }),
    () => ({ kind: 'object', itemId, optionId: null, addressedTo: random.pick(people).userId }),
    () => ({ kind: 'answer-objection', objectionId, answer: 'Mischief' }),
    () => ({ kind: 'withdraw-remark', remarkId: `remark-${random.whole(1, 9)}` }),
    () => ({
      ...{ kind: 'remark', remarkId: `remark-${random.whole(1, 9)}`, itemId },
      ...{ replyToId: `remark-${random.whole(1, 9)}`, addressedTo: null },
    }),
    () => ({ kind: 'declare-conflict', itemId, conflict: 'other' }),
    () => ({ kind: 'withdraw-conflict', itemId, conflictId: `conflict-${random.whole(1, 30)}` }),
  ])()
}
