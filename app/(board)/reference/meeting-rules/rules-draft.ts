import { readNumber } from '@/app/_ui/number-field'
import type { FieldProblem } from '@/lib/foundation/result'
import { breakAfterCases, breakAfterMinutes, breakMinutes } from '@/lib/meetings/model/break'
import { closingHours } from '@/lib/meetings/model/late'
import type { QuorumNeed } from '@/lib/meetings/model/quorum'
import type { RulesSaid } from '@/lib/meetings/model/rules'

/** The part of the rules that is typed in this form. */
type MeetingSaid = Pick<RulesSaid, 'quorum' | 'agendaClosesHours' | 'breakRule'>

/** The rules as they are typed: numbers stay the text that was written until they are read. */
export type RulesDraft = {
  quorum: readonly QuorumNeed[]
  agendaClosesHours: string
  /** A break after so many minutes, or cases; there is none while both are empty. */
  breakMinutes: string
  breakCases: string
  breakLasts: string
}

/** What a break lasts that nobody has timed. */
const usualBreak = 15

const shown = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value))

/** The rules in force, to be changed. */
export const draftOf = ({ quorum, agendaClosesHours, breakRule }: MeetingSaid): RulesDraft => ({
  quorum,
  agendaClosesHours: String(agendaClosesHours),
  breakMinutes: shown(breakRule?.afterMinutes),
  breakCases: shown(breakRule?.afterCases),
  breakLasts: String(breakRule?.lasts ?? usualBreak),
})

/** What a draft says, with what cannot be read in it; what cannot be read keeps what is in force. */
export function readDraft(draft: RulesDraft, current: MeetingSaid): { said: MeetingSaid; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const read = (path: keyof RulesDraft & string, typed: string, schema: typeof closingHours): number | null => {
    const number = readNumber(typed)
    const parsed = schema.safeParse(number.kind === 'number' ? number.value : undefined)
    if (parsed.success) return parsed.data
    problems.push({ path, message: parsed.error.issues[0]?.message ?? '' })
    return null
  }
  const load = (path: 'breakMinutes' | 'breakCases', schema: typeof closingHours) =>
    draft[path].trim() === '' ? null : read(path, draft[path], schema)
  const hours = read('agendaClosesHours', draft.agendaClosesHours, closingHours)
  const rule = {
    afterMinutes: load('breakMinutes', breakAfterMinutes),
    afterCases: load('breakCases', breakAfterCases),
  }
  const hasBreak = draft.breakMinutes.trim() !== '' || draft.breakCases.trim() !== ''
  const lasts = hasBreak ? read('breakLasts', draft.breakLasts, breakMinutes) : null
  const isUnread = problems.some(({ path }) => path.startsWith('break'))
  const breakRule = hasBreak && lasts !== null ? { ...rule, lasts } : null
  return {
    said: {
      quorum: draft.quorum,
      agendaClosesHours: hours ?? current.agendaClosesHours,
      breakRule: isUnread ? current.breakRule : breakRule,
    },
    problems,
  }
}
