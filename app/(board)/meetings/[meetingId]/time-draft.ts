import { readNumber } from '@/app/_ui/number-field'
import type { FieldProblem } from '@/lib/foundation/result'
import { breakMinutes } from '@/lib/meetings/model/break'
import { budgetMinutes, type SetMeetingTime } from '@/lib/meetings/model/meeting-time'
import type { MeetingView } from '@/lib/meetings/model/views'

/** What was typed of a meeting’s time. `place`: `rule`, empty for no break, or the number of cases before it. */
export type TimeDraft = { budget: string; place: string; lasts: string }

/** What a break lasts that nobody has timed. */
const usualBreak = 15

/** The time of a meeting as it stands, to be changed. */
export function timeDraftOf(
  view: Pick<MeetingView, 'budgetMinutes' | 'break' | 'breakRule' | 'breakByHand'>,
): TimeDraft {
  const { budgetMinutes: budget, breakByHand, breakRule } = view
  const lasts = breakByHand?.minutes ?? breakRule?.lasts ?? usualBreak
  const standing = breakRule ? 'rule' : ''
  const place = breakByHand ? String(breakByHand.after || '') : standing
  return { budget: budget === null ? '' : String(budget), place, lasts: String(lasts) }
}

type Said = Pick<SetMeetingTime, 'budgetMinutes' | 'placedBreak'>

/** What a draft says, or what cannot be read in it. An empty budget is none. */
export function readTimeDraft(
  { budget, place, lasts }: TimeDraft,
  hasRule: boolean,
): { said: Said; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const read = (path: string, typed: string, schema: typeof breakMinutes): number | null => {
    const number = readNumber(typed)
    const parsed = schema.safeParse(number.kind === 'number' ? number.value : undefined)
    if (parsed.success) return parsed.data
    problems.push({ path, message: parsed.error.issues[0]?.message ?? '' })
    return null
  }
  const minutes = budget.trim() === '' ? null : read('budgetMinutes', budget, budgetMinutes)
  if (place === '') {
    // Only a rule that would place one has to be told that there is none.
    const left = hasRule ? { after: 0, minutes: usualBreak } : null
    return { said: { budgetMinutes: minutes, placedBreak: left }, problems }
  }
  const pause = place === 'rule' ? null : read('placedBreak.minutes', lasts, breakMinutes)
  const placedBreak = pause === null ? null : { after: Number(place), minutes: pause }
  return { said: { budgetMinutes: minutes, placedBreak }, problems }
}
