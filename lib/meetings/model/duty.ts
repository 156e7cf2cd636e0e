import { z } from 'zod'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { type Role, type Specialty, specialties } from '@/lib/people/model'
import { callable } from './call'

/** Digits with what people write between them; an extension goes behind “ext”. */
const telephonePattern = /^\+?[0-9][0-9 ()/.-]*( ?(ext\.?|x) ?[0-9]+)?$/

const instant = (what: string) => z.iso.datetime({ offset: true, error: `Give the day and the time of the ${what}.` })

/** Who is on call for a specialty of a board, from when until when (instants), and under which number. */
export const enterDutyInput = z.strictObject({
  boardId: z.uuid(),
  specialty: z.enum(specialties, { error: 'Choose a specialty.' }),
  userId: z.uuid({ error: 'Choose who is on duty.' }),
  telephone: z
    .string()
    .trim()
    .min(3, 'Give the telephone number.')
    .max(40, 'The telephone number can have at most 40 characters.')
    .regex(telephonePattern, 'Write the number with digits, spaces, + ( ) / . or -, an extension behind “ext”.'),
  startsAt: instant('start'),
  endsAt: instant('end'),
  /** The entry that this one takes the place of; it stays in the record. */
  replaces: z.uuid().nullable().default(null),
})
export type EnterDuty = z.infer<typeof enterDutyInput>

export const removeDutyInput = z.strictObject({ dutyId: z.uuid() })
export type RemoveDuty = z.infer<typeof removeDutyInput>

type Member = { userId: string; roles: readonly Role[]; specialty: Specialty | null }

/** Whether a duty can be entered at an instant: for who votes for the specialty, and not for a time that is over. Refuses with `invalid`. */
export function decideDuty(duty: EnterDuty, people: readonly Member[], at: string): Result<null> {
  const { specialty, userId, startsAt, endsAt } = duty
  const mayBeCalled = callable(people, specialty).some((one) => one.userId === userId)
  const isBackwards = Date.parse(endsAt) <= Date.parse(startsAt)
  const isOver = !isBackwards && Date.parse(endsAt) <= Date.parse(at)
  const problems: FieldProblem[] = [
    ...(mayBeCalled ? [] : [{ path: 'userId', message: 'This person does not vote for this specialty.' }]),
    ...(isBackwards ? [{ path: 'endsAt', message: 'The end comes before the start.' }] : []),
    ...(isOver ? [{ path: 'endsAt', message: 'This time is over already.' }] : []),
  ]
  return problems.length > 0 ? refuse('invalid', problems) : ok(null)
}

/** An entry of the duty list. */
export const dutyView = z.object({
  dutyId: z.uuid(),
  specialty: z.enum(specialties),
  userId: z.uuid(),
  name: z.string(),
  telephone: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  enteredBy: z.string(),
  enteredAt: z.string(),
})
export type DutyView = z.infer<typeof dutyView>

/** The duty list from now on: who is on duty and who comes after. */
export const dutiesView = z.object({ mayKeep: z.boolean(), duties: z.array(dutyView) })
export type DutiesView = z.infer<typeof dutiesView>

type Duty = Pick<DutyView, 'specialty' | 'userId' | 'startsAt' | 'endsAt'>

/** Whether somebody is on duty at an instant (ISO): from the first minute, to the last but not with it. */
export const isOnDuty = ({ startsAt, endsAt }: Pick<Duty, 'startsAt' | 'endsAt'>, at: string): boolean =>
  Date.parse(startsAt) <= Date.parse(at) && Date.parse(at) < Date.parse(endsAt)

/** The people of a ladder with those first who are on duty, in the order of the duty list; the others keep theirs. */
export function dutyFirst<Person extends { userId: string }>(
  people: readonly Person[],
  onDuty: readonly Pick<Duty, 'userId'>[],
): Person[] {
  const placeOf = ({ userId }: Person): number => {
    const place = onDuty.findIndex((one) => one.userId === userId)
    return place < 0 ? onDuty.length : place
  }
  return people.toSorted((one, other) => placeOf(one) - placeOf(other))
}
