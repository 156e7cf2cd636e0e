import type { Field } from '../field'

/**
 * A group of facts. `one`: asked once in a case. `vertebra`: once for each involved level. `list`: for each study,
 * treatment or visit, under an id of its own.
 */
export type Section = {
  title: string
  repeats: 'one' | 'vertebra' | 'list'
  /** After this many days a value is marked as old (REFERENCE 0.2.6, a product rule). */
  freshDays?: number
  /** The field that holds the day of all findings of the section: values refer to it, and no second day is asked. */
  dayField?: string
  fields: Readonly<Record<string, Field>>
}

export const section = <const S extends Section>(declared: S): S => declared
