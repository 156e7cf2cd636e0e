import { imaging, notes, symptoms, treatments, tumour } from './disease'
import { comorbidity, fitness, neurology, stability, visit } from './examination'
import { goals } from './goals'
import { lesions } from './lesions'
import { referral, safety } from './referral'
import type { Section } from './section'

/** Every group of facts of a case, in the order of the form. A new group is one more declaration here. */
export const sections = {
  referral,
  safety,
  tumour,
  symptoms,
  neurology,
  imaging,
  lesions,
  treatments,
  stability,
  fitness,
  comorbidity,
  goals,
  notes,
  visit,
} as const satisfies Record<string, Section>

export type SectionId = keyof typeof sections
export type FieldId<S extends SectionId> = keyof (typeof sections)[S]['fields'] & string

export const sectionIds = Object.keys(sections) as SectionId[]

/** The section of that id, or undefined: ids come from requests. */
export const findSection = (id: string): Section | undefined =>
  Object.hasOwn(sections, id) ? sections[id as SectionId] : undefined
