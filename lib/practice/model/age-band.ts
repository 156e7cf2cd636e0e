import { type Day, type PartialDay, yearsOn } from '@/lib/foundation/time'

/**
 * The age on a day as a band of ten years: `60–69 y`. Below 18 and from 90 years on there is one band each, since few people are
 * that young or old. A birth date that is known in part gives the bands that it allows.
 */
export function ageBand(bornOn: PartialDay | null, on: Day): string {
  const years = bornOn ? yearsOn(bornOn, on) : undefined
  if (!years) return 'age not known'
  if (years.most < 18) return 'under 18 y'
  if (years.least >= 90) return '90 y or over'
  const from = years.least < 18 ? 'under 18' : `${Math.floor(years.least / 10) * 10}`
  return `${from}–${years.most >= 90 ? 'over 90' : Math.floor(years.most / 10) * 10 + 9} y`
}
