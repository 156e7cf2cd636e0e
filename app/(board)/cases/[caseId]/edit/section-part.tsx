'use client'
import { isPartAsked } from '@/lib/cases/asked'
import { itemsOf } from '@/lib/cases/case-file'
import type { Section } from '@/lib/cases/sections/section'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { useEntryState } from './entry-context'
import { ListSection } from './list-section'
import { SectionForm } from './section-form'

/** A part of the form that stands below the section it belongs to. One with a condition shows once it is met, or holds something. */
export function SectionPart({ part }: { part: SectionId }) {
  const { file } = useEntryState()
  const declared: Section = sections[part]
  if (!isPartAsked(declared, file.facts) && itemsOf(file, part).length === 0) return null
  if (!declared.entries) return <SectionForm section={part} />
  return (
    <section className="section-part" aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{declared.title}</h2>
      <ListSection section={part} words={declared.entries} />
    </section>
  )
}
