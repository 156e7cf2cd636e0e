'use client'
import { Card } from '@/app/_ui/card'
import { groupsOf } from '@/lib/cases/asked'
import type { Section } from '@/lib/cases/sections/section'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { useEntryState } from './entry-context'
import { FactField } from './fact-field'
import { FoldedGroup } from './folded-group'
import { SectionDay } from './section-day'
import { answeredIn, shownFields } from './shown-fields'

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

/** All fields of one item, or of a section asked once, group by group, but for those that another page asks. */
export function FactFields({ section, item }: { section: SectionId; item: string }) {
  const state = useEntryState()
  return (
    <div className="fact-groups">
      {groupsOf(sections[section]).map(({ title, fields, folded, note }) => {
        const shown = shownFields(state, { section, item }, fields)
        if (shown.length === 0) return null
        const grid = (
          <>
            {note !== undefined && <p className="hint">{note}</p>}
            <FactGrid {...{ section, item }} fields={shown} />
          </>
        )
        if (title === null) return <div key="">{grid}</div>
        if (folded) {
          const answered = answeredIn(state, { section, item }, shown)
          return (
            <FoldedGroup key={title} {...{ title, answered }} of={shown.length}>
              {grid}
            </FoldedGroup>
          )
        }
        return (
          <section key={title} className="fact-group" aria-label={title}>
            <h3>{title}</h3>
            {grid}
          </section>
        )
      })}
    </div>
  )
}

type GridProps = { section: SectionId; item: string; fields: readonly string[] }

/** Some fields of one item side by side. */
export function FactGrid({ section, item, fields }: GridProps) {
  const declared: Section['fields'] = sections[section].fields
  return (
    <div className="form-grid fact-grid">
      {fields.map((name) => {
        const field = declared[name]
        return field && <FactField key={name} place={{ section, item, field: name }} field={field} />
      })}
    </div>
  )
}
