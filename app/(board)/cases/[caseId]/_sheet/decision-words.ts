import type { SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { showDay } from '@/lib/foundation/time'

type DecisionLine = { said: string; carried: string | null }

/** What the board signed for one kind of treatment, in a line, and who sees to it until when. */
export const decisionLine = (one: SnapshotRecommendation): DecisionLine => {
  const { outcome, title, because, missing, owner, dueOn } = one
  const carried = owner && dueOn ? `${owner}, due ${showDay(dueOn)}` : null
  if (outcome === 'recommended') return { said: title ?? 'Option not recorded', carried }
  if (outcome === 'deferred') return { said: `Deferred, missing: ${missing ?? 'not recorded'}`, carried }
  return { said: `None, because: ${because ?? 'not recorded'}`, carried: null }
}
