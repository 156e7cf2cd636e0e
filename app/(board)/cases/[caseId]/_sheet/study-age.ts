import { imaging } from '@/lib/cases/sections/imaging'
import { type Day, daysBetween, daysMeantBy } from '@/lib/foundation/time'

/**
 * Age of a study in whole days and whether that is past the limit of imaging. A day known only in part gives the least
 * age that it allows: `at least 20 d`.
 */
export function studyAge(doneOn: string | undefined, today: Day): { words: string; old: boolean } {
  if (doneOn === undefined) return { words: 'day not known', old: false }
  const { first, last } = daysMeantBy(doneOn)
  const days = Math.max(0, daysBetween(last < today ? last : today, today))
  const old = days > imaging.freshDays
  const lead = first === last ? '' : 'at least '
  return { words: `${lead}${days}\u00a0d${old ? `, limit ${imaging.freshDays}\u00a0d` : ''}`, old }
}
