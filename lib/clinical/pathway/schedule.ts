import { type Condition, numbers } from './condition'

export type Schedule = readonly [doseGy: number, fractions: number]

/** Dose and fractions are those of one of these schedules. */
export const schedule = (...schedules: readonly Schedule[]): Condition =>
  numbers(
    ['doseGy', 'fractions'],
    { schedules },
    (bounds) => (dose, count) => bounds.schedules.some(([doseGy, fractions]) => doseGy === dose && fractions === count),
  )
