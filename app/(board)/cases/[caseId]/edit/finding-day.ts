import type { Section } from '@/lib/cases/sections/section'
import { findSection } from '@/lib/cases/sections/sections'

/** True when the form asks “These findings are from”: values of this section grow old, and no field holds their day. */
export const asksForDay = (section: string): boolean => growsOld(findSection(section))

const growsOld = (section: Section | undefined): boolean =>
  section?.freshDays !== undefined && section.dayField === undefined
