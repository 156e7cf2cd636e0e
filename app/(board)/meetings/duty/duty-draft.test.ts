import { expect, test } from 'vitest'
import type { DutyView } from '@/lib/meetings/model/duty'
import { dutyOf, forSpecialty, startDuty } from './duty-draft'

const boardId = crypto.randomUUID()
const duty: DutyView = {
  ...{ dutyId: crypto.randomUUID(), specialty: 'spine-surgery', userId: crypto.randomUUID(), name: 'Ash' },
  ...{ telephone: '01632 960001', startsAt: '2026-07-01T07:00:00Z', endsAt: '2026-07-02T07:00:00Z' },
  ...{ enteredBy: 'Elm', enteredAt: '2026-06-30T07:00:00Z' },
}

test('an entry that is changed is typed on the clocks of the board and says what it replaces', () => {
  const draft = startDuty(duty, 'Europe/Berlin')
  expect(draft.from.typed).toContain('01-Jul-2026 09:00')
  const sent = dutyOf(draft, boardId)
  expect(sent).toMatchObject({ input: { startsAt: duty.startsAt, endsAt: duty.endsAt, replaces: duty.dutyId } })
})

test('what is missing is said at its place, a day without a time too', () => {
  expect(dutyOf(startDuty(null, 'UTC'), boardId)).toEqual({
    problems: {
      specialty: expect.any(String),
      userId: expect.any(String),
      startsAt: expect.stringContaining('start'),
      endsAt: expect.stringContaining('end'),
    },
  })
  const untimed = { ...startDuty(duty, 'UTC'), until: { typed: '2-Jul-2026', moment: '2026-07-02' } }
  expect(dutyOf(untimed, boardId)).toEqual({ problems: { endsAt: expect.any(String) } })
})

test('another specialty asks again who', () => {
  const draft = startDuty(duty, 'UTC')
  expect(forSpecialty(draft, 'radiology').userId).toBe('')
  expect(forSpecialty(draft, 'spine-surgery').userId).toBe(duty.userId)
})
