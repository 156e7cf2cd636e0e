'use client'
import { shownStances, shownStanceWords } from '@/app/_ui/stance-cell'
import type { StanceCount } from '@/lib/deliberation/model/ballot'
import { placeOf } from '@/lib/deliberation/model/disagreement'
import { countsOf, weightedWords } from '@/lib/deliberation/model/result'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { WeightsLine } from '../result/weights-line'

const membersWords = (counts: StanceCount): string =>
  shownStances
    .filter((stance) => counts[stance] > 0)
    .map((stance) => `${shownStanceWords[stance]} ${counts[stance]}`)
    .join(', ') || 'no ballot'

/** Where the board weighs specialties: each option's members, and beside them what they weigh. Nothing with equal weights. */
export function WeightedCounts({ item, timeZone }: { item: RoomItemView; timeZone: string }) {
  const { tally, weightedTally, options, voting } = item
  if (!tally || !weightedTally) return null
  return (
    <div className="stack-tight">
      <WeightsLine {...{ voting, timeZone }} />
      <ul className="small">
        {standingOf(options).map((option) => (
          <li key={option.optionId}>
            <b>{placeOf(option)}</b> {membersWords(countsOf(tally, option.optionId))};{' '}
            {weightedWords(countsOf(weightedTally, option.optionId))}
          </li>
        ))}
      </ul>
    </div>
  )
}
