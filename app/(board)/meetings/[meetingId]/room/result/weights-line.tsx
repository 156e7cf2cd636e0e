import { dayAt } from '@/lib/foundation/time'
import { type VotingRule, weightsLine } from '@/lib/meetings/model/voting'

/** What the board's specialties weigh, who set it and when; nothing while all weigh the same. */
export function WeightsLine({ voting, timeZone }: { voting: VotingRule; timeZone: string }) {
  const line = weightsLine(voting, (instant) => dayAt(instant, timeZone))
  return line === null ? null : (
    <p className="small">
      {line}.{' '}
      <span className="quiet">The weighted counts stand beside the counts of members; the spread is unweighted.</span>
    </p>
  )
}
