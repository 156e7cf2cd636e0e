import { expect, test } from 'vitest'
import { recounted } from './worklist'

const ground = { userId: 'me', today: '2026-11-24' }
const counts = { week: 3, late: 1, mine: 2, open: 5, closed: 4 }
const late = { state: 'open', dueOn: '2026-11-23', ownerId: 'me' } as const

test('a task that is closed leaves every open view at once and joins the closed ones', () => {
  const after = recounted(counts, late, { ...late, state: 'done' }, ground)
  expect(after).toEqual({ week: 2, late: 0, mine: 1, open: 4, closed: 5 })
})

test('a task that is handed over for a later day stays open and leaves the other views', () => {
  const after = recounted(counts, late, { ...late, ownerId: 'you', dueOn: '2026-12-02' }, ground)
  expect(after).toEqual({ week: 2, late: 0, mine: 1, open: 5, closed: 4 })
})
