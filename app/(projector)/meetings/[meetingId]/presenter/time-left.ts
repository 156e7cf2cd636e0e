import type { timeOnCase } from '@/app/_meeting/time-on-case'

type Taken = ReturnType<typeof timeOnCase>

/** What is left of the minutes planned for a case: `08:20 left`, or by how much they are over; null before it is presented. */
export function timeLeft(taken: Taken, minutes: number): { shown: string; isOver: boolean } | null {
  if (taken === null) return null
  const seconds = Math.round((minutes - taken.minutes) * 60)
  const [whole, rest] = [Math.floor(Math.abs(seconds) / 60), Math.abs(seconds) % 60]
  const clock = `${String(whole).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
  return { shown: `${clock} ${seconds < 0 ? 'over' : 'left'}`, isOver: seconds < 0 }
}
