import type { CaseWithClocks } from '@/lib/cases/queries/list-open-clocks'

/** A week: what ran out before that is no emergency of today. Product rule. */
const longAgoMs = 7 * 24 * 3_600_000

/** Cases with a clock that runs or ran out within a week, and those where every open clock ran out longer ago. */
export function byPressure(cases: readonly CaseWithClocks[], now: string) {
  const isPressing = ({ clocks }: CaseWithClocks) =>
    clocks.some(({ due }) => Date.parse(due) >= Date.parse(now) - longAgoMs)
  return { pressing: cases.filter(isPressing), longAgo: cases.filter((one) => !isPressing(one)) }
}
