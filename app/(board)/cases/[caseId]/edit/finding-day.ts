import type { CaseFile } from '@/lib/cases/case-file'
import type { Section } from '@/lib/cases/sections/section'
import { findSection } from '@/lib/cases/sections/sections'
import { dayOfStudySeenOn } from '@/lib/cases/study-names'
import type { PartialDay } from '@/lib/foundation/time'
import type { Place } from './save-queue'

/** True when the form asks “These findings are from”: values of this section grow old, and no field holds their day. */
export const asksForDay = (section: string): boolean => growsOld(findSection(section))

const growsOld = (section: Section | undefined): boolean =>
  section?.freshDays !== undefined && section.dayField === undefined

/**
 * The day that a value given now refers to: the section's own field, else the day stated above the form, else that of the study
 * a level was seen on, else not known.
 */
export function refersOnOf(file: CaseFile, { section, item, field }: Place, stated: PartialDay | null): string | null {
  const dayField = findSection(section)?.dayField
  if (section === 'lesions' || section === 'secondRating') return stated ?? dayOfStudySeenOn(file, item)
  if (dayField === undefined) return asksForDay(section) ? stated : null
  if (dayField === field) return null
  const fact = file.facts[section]?.[item]?.[dayField]
  return fact?.state === 'known' ? String(fact.value) : null
}
