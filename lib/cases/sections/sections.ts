import { care } from './care'
import { comorbidity, fitness, neurology, stability, visit } from './examination'
import { externalPrognosis } from './external-prognosis'
import { goals } from './goals'
import { imaging } from './imaging'
import { biopsy, labs } from './laboratory'
import { lesions } from './lesions'
import { anatomy, masses, secondRating } from './level-anatomy'
import { medicines } from './medicines'
import { notes } from './notes'
import { referral } from './referral'
import { allergy, safety } from './safety'
import { scores, scoresByLevel } from './scores'
import type { Section } from './section'
import { clocks, symptoms } from './symptoms'
import { therapies } from './therapies'
import { treatments } from './treatments'
import { tumour } from './tumour'

/** Every group of facts of a case, in the order of the form. A new group is one more declaration here. */
export const sections = {
  referral,
  safety,
  allergy,
  tumour,
  therapies,
  symptoms,
  clocks,
  neurology,
  imaging,
  lesions,
  anatomy,
  masses,
  secondRating,
  treatments,
  biopsy,
  labs,
  stability,
  fitness,
  comorbidity,
  externalPrognosis,
  medicines,
  goals,
  care,
  scores,
  scoresByLevel,
  notes,
  visit,
} as const satisfies Record<string, Section>

export type SectionId = keyof typeof sections
export type FieldId<S extends SectionId> = keyof (typeof sections)[S]['fields'] & string

export const sectionIds = Object.keys(sections) as SectionId[]

/** Whether there is a section of that id: ids come from requests and addresses. */
export const isSection = (id: string): id is SectionId => Object.hasOwn(sections, id)

/** The section of that id, or undefined: ids come from requests. */
export const findSection = (id: string): Section | undefined => (isSection(id) ? sections[id] : undefined)

/** The section on whose page of the form a section is asked: its own, but for a part of another. */
export function pageOf(id: SectionId): SectionId {
  const { partOf }: Section = sections[id]
  return partOf && isSection(partOf.section) ? partOf.section : id
}

/** The parts that are asked on the page of a section, below it. */
export const partsOf = (id: SectionId): SectionId[] => sectionIds.filter((part) => part !== id && pageOf(part) === id)
