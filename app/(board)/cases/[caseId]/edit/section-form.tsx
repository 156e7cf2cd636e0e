'use client'
import { Card } from '@/app/_ui/card'
import type { Section } from '@/lib/cases/sections/section'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { FactField } from './fact-field'
import { SectionDay } from './section-day'

type SectionFormProps = { section: SectionId; title?: string }

/** The fields of a section that is asked once, in the order of its declaration. */
export function SectionForm({ section, title = sections[section].title }: SectionFormProps) {
  return (
    <Card title={title} className="entry-form">
      <SectionDay section={section} />
      <FactFields section={section} item="" />
    </Card>
  )
}

/** All fields of one item, or of a section asked once, but for those that another page asks. */
export function FactFields({ section, item }: { section: SectionId; item: string }) {
  const fields: Section['fields'] = sections[section].fields
  return (
    <div className="form-grid fact-grid">
      {Object.entries(fields)
        .filter(([, { askedElsewhere }]) => !askedElsewhere)
        .map(([name, field]) => (
          <FactField key={name} place={{ section, item, field: name }} field={field} />
        ))}
    </div>
  )
}
