import { ok, refuse } from '@/lib/foundation/result'
import { ballotScales, type VotingVersion, weightFactors, weightsThatDiffer } from '@/lib/meetings/model/voting'
import { maySetMeetingRules } from '@/lib/meetings/policy'
import { specialties } from '@/lib/people/model'
import { recorded, type Transition } from './acts'
import type { Random } from './random'
import { boardId } from './store'

/** Another way to hold a vote: either scale, and for some boards one or two specialties that weigh more or less than the others. */
export function rulesToSet(random: Random): Pick<VotingVersion, 'scale' | 'weights'> {
  const heavy = random.shuffled([...specialties]).slice(0, random.whole(0, 2))
  const factors = weightFactors.filter((factor) => factor !== 1)
  return {
    scale: random.pick(ballotScales),
    weights: weightsThatDiffer(heavy.map((specialty) => ({ specialty, weight: random.pick(factors) }))),
  }
}

/** The chair sets how votes are held from the next round on, whatever is open meanwhile. */
export const setRules: Transition<'set-rules'> = (moment, { scale, weights }) => {
  const { store, actor, at } = moment
  if (!maySetMeetingRules(actor, { boardId })) return refuse('forbidden')
  const version = store.rules.length + 1
  const set = { version, scale, weights, by: actor.name, at: at.toISOString() }
  const written = { ...moment, store: { ...store, rules: [...store.rules, set] } }
  return ok({
    store: recorded(written, 'board.meeting-rules-set', boardId, { counts: false }),
    answer: { version },
  })
}
