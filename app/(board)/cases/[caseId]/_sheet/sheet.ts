import { type CaseFile, newestOf } from '@/lib/cases/case-file'
import type { CaseReadings } from '@/lib/cases/readings'
import type { SectionId } from '@/lib/cases/sections/sections'
import type { Vertebra } from '@/lib/clinical/spine'
import { levelsOfHighest } from '@/lib/clinical/worst-level'
import type { Day } from '@/lib/foundation/time'
import { type MainOrigin, mainOrigin } from './sources'

/** What every card of the board sheet is drawn from. `today` is the board's own day, `timeZone` its IANA zone. */
export type Sheet = {
  file: CaseFile
  readings: CaseReadings
  today: Day
  timeZone: string
  /** Who the patient is stays hidden: code and age stand for it. */
  isHidden: boolean
  /** Of an earlier moment (ISO instant), not of today. */
  asOf?: string
}

/** The day and person behind most values of a section, of a series those of the newest entry, for the head of its card. */
export function mainOriginOf(
  { file, timeZone }: Sheet,
  section: SectionId,
  item = newestOf(file, section),
): MainOrigin | null {
  const facts = Object.values(file.facts[section]?.[item] ?? {})
  return mainOrigin(
    facts.filter(({ state }) => state !== 'withdrawn'),
    timeZone,
  )
}

/**
 * The levels that the board has to look at: where SINS is highest or may be, the one to look at first leading, and where the
 * epidural grade is.
 */
export function worstLevels({ worstSins, worstEscc }: Pick<CaseReadings, 'worstSins' | 'worstEscc'>): Vertebra[] {
  const byEscc = worstEscc.kind === 'known' ? worstEscc.at : []
  return [...new Set([...levelsOfHighest(worstSins), ...byEscc])]
}
