import type { Day } from '@/lib/foundation/time'
import { type CaseFile, dayOfItem } from './case-file'
import type { FactsView, FactView } from './facts'
import type { Section } from './sections/section'
import { findSection, isSection } from './sections/sections'
import { dayOfStudySeenOn } from './study-names'

/** The day on which the findings of one entry were made: that of its own day field, of a level that of the study it was seen on. */
function dayOfEntry(file: CaseFile, id: string, item: string): string | null {
  if (!isSection(id)) return null
  return id === 'lesions' || id === 'secondRating' ? dayOfStudySeenOn(file, item) : dayOfItem(file, id, item)
}

function dated(section: Section | undefined, fields: Record<string, FactView>, day: string | null) {
  return Object.fromEntries(
    Object.entries(fields).map(([field, { ofEntry, ...fact }]): [string, FactView] => {
      const stated = ofEntry ? null : fact.refersOn
      const isDay = field === section?.dayField
      return [
        field,
        stated !== null || day === null || isDay
          ? { ...fact, refersOn: stated }
          : { ...fact, refersOn: day, ofEntry: true },
      ]
    }),
  )
}

/**
 * The file with the day of every value. The one that somebody stated for a value stands; where none is stated the value is of the
 * day of its entry, so that a corrected day moves everything that was found then.
 */
export function withEntryDays(file: CaseFile): CaseFile {
  const facts: FactsView = Object.fromEntries(
    Object.entries(file.facts).map(([id, items]) => [
      id,
      Object.fromEntries(
        Object.entries(items).map(([item, fields]) => [
          item,
          dated(findSection(id), fields, dayOfEntry(file, id, item)),
        ]),
      ),
    ]),
  )
  return { ...file, facts }
}

/** A day and when it was entered (ISO instant). */
export type Dated = { day: Day; at: string }

/** The earlier day first; of one day, what was entered first. */
export const byDayAndEntry = (one: Dated, other: Dated): number =>
  one.day.localeCompare(other.day) || one.at.localeCompare(other.at)
