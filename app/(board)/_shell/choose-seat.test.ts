import { describe, expect, test } from 'vitest'
import type { Role, Seat } from '@/lib/people/model'
import { chooseSeat, homeOf } from './choose-seat'

const seat = (boardId: string, roles: Role[] = ['presenter']): Seat => ({
  boardId,
  boardName: boardId,
  roles,
  specialty: null,
})

describe('the current board', () => {
  test('is the wished one while the person has a seat there', () => {
    const seats = [seat('north'), seat('south')]
    expect(chooseSeat(seats, 'south')?.boardId).toBe('south')
    expect(chooseSeat(seats, 'elsewhere')?.boardId).toBe('north')
    expect(chooseSeat(seats, undefined)?.boardId).toBe('north')
    expect(chooseSeat([], 'north')).toBeUndefined()
  })

  test('opens with patients for clinical roles only', () => {
    expect(homeOf(seat('north', ['administrator']))).toBe('/admin')
    expect(homeOf(seat('north', ['observer', 'administrator']))).toBe('/today')
  })
})
