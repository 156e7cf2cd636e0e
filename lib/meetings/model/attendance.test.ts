import { describe, expect, it } from 'vitest'
import { countedNotSeen, notSeenSince } from './attendance'

const at = new Date('2026-11-24T13:10:00.000Z')
const seen = (iso: string | null, leftAt: string | null = null) =>
  notSeenSince({ seenAt: iso === null ? null : new Date(iso), leftAt: leftAt === null ? null : new Date(leftAt) }, at)

describe('who is there and has not been seen', () => {
  it('is said after more than 5 minutes, with when the last sign of life was', () => {
    expect(seen('2026-11-24T13:04:59.999Z')).toBe('2026-11-24T13:04:59.999Z')
    expect(seen('2026-11-24T13:05:00.000Z')).toBeNull()
  })

  it('is not said of who never gave a sign of life, nor of who has left', () => {
    expect(seen(null)).toBeNull()
    expect(seen('2026-11-24T12:00:00.000Z', '2026-11-24T12:30:00.000Z')).toBeNull()
  })

  it('counts where the quorum needs the specialty and the person is not recused', () => {
    const person = (userId: string, specialty: 'radiology' | 'pathology' | null, notSeen = true) => ({
      ...{ userId, specialty },
      ...(notSeen && { notSeenSince: '2026-11-24T12:00:00.000Z' }),
    })
    const attendance = [
      person('counted', 'radiology'),
      person('seen', 'radiology', false),
      person('not asked for', 'pathology'),
      person('chair', null),
      person('recused', 'radiology'),
    ]
    const quorum = {
      needs: [{ specialty: 'radiology' as const, least: 1, there: 2 }],
      recused: [{ userId: 'recused', name: 'R', specialty: 'radiology' as const }],
    }
    expect(countedNotSeen(attendance, quorum).map(({ userId }) => userId)).toEqual(['counted'])
    expect(countedNotSeen(attendance, { ...quorum, needs: [] })).toEqual([])
  })
})
