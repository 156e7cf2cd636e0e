import { readNumber } from '@/app/_ui/number-field'
import type { FieldProblem } from '@/lib/foundation/result'
import { closingHours } from '@/lib/meetings/model/late'
import type { QuorumNeed } from '@/lib/meetings/model/quorum'
import type { RulesSaid } from '@/lib/meetings/model/rules'

/** The rules as they are typed: numbers stay the text that was written until they are read. */
export type RulesDraft = { quorum: readonly QuorumNeed[]; agendaClosesHours: string }

/** The rules in force, to be changed. */
export const draftOf = ({ quorum, agendaClosesHours }: RulesSaid): RulesDraft => ({
  quorum,
  agendaClosesHours: String(agendaClosesHours),
})

/** What a draft says, with what cannot be read in it; a field that cannot be read keeps what is in force. */
export function readDraft(draft: RulesDraft, current: RulesSaid): { said: RulesSaid; problems: FieldProblem[] } {
  const hours = readNumber(draft.agendaClosesHours)
  const read = closingHours.safeParse(hours.kind === 'number' ? hours.value : undefined)
  return {
    said: { quorum: draft.quorum, agendaClosesHours: read.success ? read.data : current.agendaClosesHours },
    problems: read.success ? [] : [{ path: 'agendaClosesHours', message: read.error.issues[0]?.message ?? '' }],
  }
}
