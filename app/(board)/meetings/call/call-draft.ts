import type { CallBoard } from '@/lib/meetings/model/call'
import { callable } from '@/lib/meetings/model/call'
import { type DutyView, dutyFirst } from '@/lib/meetings/model/duty'
import { type Role, type Specialty, specialties } from '@/lib/people/model'

export type Person = { userId: string; name: string; roles: readonly Role[]; specialty: Specialty | null }

/** Who is on duty now: the head of a ladder. */
export type OnDuty = Pick<DutyView, 'userId' | 'specialty' | 'telephone' | 'endsAt'>

/** A specialty that can be called, with its people in the order in which they would be. */
export type Rung = { specialty: Specialty; isCalled: boolean; people: readonly Person[] }

export type CallDraft = {
  title: string
  within: string
  next: string
  rungs: readonly Rung[]
  because: string
}

/** Minutes until the board is to have answered, and until the next name is called. Product choices. */
export const withinChoices = [
  { value: '60', label: '1 h' },
  { value: '240', label: '4 h' },
  { value: '1440', label: '24 h' },
  { value: '4320', label: '3 days' },
] as const
export const nextChoices = [
  { value: '5', label: '5 min' },
  { value: '15', label: '15 min' },
  { value: '30', label: '30 min' },
  { value: '60', label: '60 min' },
] as const

/** Who is ticked from the start where a clock runs: who operates and who irradiates. Product choice. */
const inEmergency: readonly Specialty[] = ['spine-surgery', 'radiation-oncology']

/**
 * The form as it opens: an emergency, where a clock runs, is ready to be sent; otherwise everybody is asked, with more time. Each ladder
 * begins with who is on duty.
 */
export function startCall(
  people: readonly Person[],
  onDuty: readonly OnDuty[],
  isEmergency: boolean,
  isBlocked: boolean,
): CallDraft {
  const rungs = specialties.flatMap((specialty) => {
    const there = dutyFirst(
      callable(people, specialty),
      onDuty.filter((duty) => duty.specialty === specialty),
    )
    return there.length === 0 ? [] : [{ specialty, isCalled: true, people: there }]
  })
  const needed = rungs.some(({ specialty }) => inEmergency.includes(specialty))
  return {
    title: isEmergency ? 'Emergency board' : 'Board without a meeting',
    within: isEmergency ? '240' : '4320',
    next: isEmergency ? '15' : '60',
    rungs:
      isEmergency && needed
        ? rungs.map((rung) => ({ ...rung, isCalled: inEmergency.includes(rung.specialty) }))
        : rungs,
    because: isEmergency && isBlocked ? 'Emergency: the board is asked before everything is recorded.' : '',
  }
}

/** The same ladder with one person at its head. */
export const callFirst = (rung: Rung, userId: string): Rung => ({
  ...rung,
  people: rung.people.toSorted((one, other) => Number(other.userId === userId) - Number(one.userId === userId)),
})

/** What is sent: the specialties that are ticked, each with its people in order. */
export const callOf = (draft: CallDraft, caseId: string, isBlocked: boolean): CallBoard => ({
  caseId,
  title: draft.title,
  answerWithinMinutes: Number(draft.within),
  calls: draft.rungs
    .filter(({ isCalled }) => isCalled)
    .map(({ specialty, people }) => ({
      specialty,
      ladder: people.map(({ userId }) => userId),
      nextAfterMinutes: Number(draft.next),
    })),
  ...(isBlocked ? { because: draft.because } : {}),
})
