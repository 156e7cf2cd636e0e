import { instantOfMoment, isMoment, momentAt, showMomentIn } from '@/lib/foundation/moment'
import type { DutyView, EnterDuty } from '@/lib/meetings/model/duty'
import type { Specialty } from '@/lib/people/model'

/** When as it was typed and as it is understood so far; `moment` is null while it is not. */
type When = { typed: string; moment: string | null }

/** What is typed of an entry. */
export type DutyDraft = {
  specialty: Specialty | ''
  userId: string
  telephone: string
  from: When
  until: When
  replaces: string | null
}

const nothing: When = { typed: '', moment: null }

/** The form as it opens: empty, or with the entry that is changed. */
export function startDuty(duty: DutyView | null, timeZone: string): DutyDraft {
  if (!duty) return { specialty: '', userId: '', telephone: '', from: nothing, until: nothing, replaces: null }
  const when = (instant: string): When => {
    const moment = momentAt(instant, timeZone)
    return { typed: showMomentIn(moment, timeZone), moment }
  }
  const { specialty, userId, telephone, startsAt, endsAt, dutyId } = duty
  return { specialty, userId, telephone, from: when(startsAt), until: when(endsAt), replaces: dutyId }
}

/** The same for another specialty: who was chosen does not vote for it. */
export const forSpecialty = (draft: DutyDraft, specialty: DutyDraft['specialty']): DutyDraft => ({
  ...draft,
  specialty,
  userId: draft.specialty === specialty ? draft.userId : '',
})

const problemsOf = (draft: DutyDraft, from: string | null, until: string | null): Record<string, string> => ({
  ...(draft.specialty === '' && { specialty: 'Choose a specialty.' }),
  ...(draft.userId === '' && { userId: 'Choose who is on duty.' }),
  ...(from === null && { startsAt: 'Give the day and the time of the start, for example 22-Nov-2026 08:00.' }),
  ...(until === null && { endsAt: 'Give the day and the time of the end, for example 23-Nov-2026 08:00.' }),
})

const instantOf = ({ moment }: When): string | null =>
  moment !== null && isMoment(moment) ? instantOfMoment(moment) : null

/** What is sent, or what is wrong by the path of its field, each in a sentence. */
export function dutyOf(draft: DutyDraft, boardId: string): { input: EnterDuty } | { problems: Record<string, string> } {
  const [startsAt, endsAt] = [instantOf(draft.from), instantOf(draft.until)]
  const { specialty, userId, telephone, replaces } = draft
  if (specialty === '' || userId === '' || startsAt === null || endsAt === null)
    return { problems: problemsOf(draft, startsAt, endsAt) }
  return { input: { boardId, specialty, userId, telephone, startsAt, endsAt, replaces } }
}
