import type { Field } from '../field'

/** Fields that stand together under a heading, with a note on what they are for. A folded group is closed until one of its fields is answered. */
export type FieldGroup = { title: string; fields: readonly string[]; folded?: true; note?: string }

/** The words around the entries of a list: `New study`, `Add a study`; `title` names the fields that tell one entry from another. */
export type EntryWords = { one: string; add: string; empty: string; next: string; title: readonly string[] }

/**
 * A group of facts. `one`: asked once in a case. `vertebra`: once for each involved level. `list`: for each study,
 * treatment or visit, under an id of its own. `series`: for each dated examination or conversation, of which the newest
 * speaks for the case; the first has the empty id, every later one an id of its own.
 */
export type Section = {
  title: string
  repeats: 'one' | 'vertebra' | 'list' | 'series'
  /** After this many days a value is marked as old (REFERENCE 0.2.6, a product rule). */
  freshDays?: number
  /** The field that holds the day of all findings of the section: values refer to it, and no second day is asked. */
  dayField?: string
  /** For a list of many short entries: each is one line of inputs. */
  compact?: true
  /** For a list that the entry form shows: its words. */
  entries?: EntryWords
  /**
   * Of a series: what the newest entry does not speak of stands as an earlier one said it. A wish holds until it is changed;
   * a finding does not, and is unknown until it is looked for again.
   */
  carriesOver?: true
  /** Seen by the treating team alone (PATHWAY PW-GOC-09); the database has the same rule for the section of this id. */
  treatingTeamOnly?: true
  /** Asked on a screen of its own: the entry form, its list of sections and the minimum dataset leave it out. */
  outsideForm?: true
  /** Asked on the page of another section, below it; with a condition, only while an answer there meets it. */
  partOf?: { section: string; askedWhen?: { field: string; is: readonly string[] } }
  fields: Readonly<Record<string, Field>>
  /** In the order of the form. Fields of no group come before all groups. */
  groups?: readonly FieldGroup[]
}

export const section = <const S extends Section>(declared: S): S => declared
