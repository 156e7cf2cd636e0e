'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import { Card } from '@/app/_ui/card'
import { groupsOf } from '@/lib/cases/asked'
import { careAskedNow } from '@/lib/cases/pathway/asked-now'
import { readPathway } from '@/lib/cases/pathway/case-pathway'
import { readingsOf } from '@/lib/cases/readings'
import { sections } from '@/lib/cases/sections/sections'
import { useEntry, useEntryState } from './entry-context'
import { FoldedGroup } from './folded-group'
import { FactGrid } from './section-form'
import { answeredIn, isHeld, shownFields } from './shown-fields'

const where = { section: 'care', item: '' } as const
const allFields = Object.keys(sections.care.fields)

/** What the rules ask of the case as it is typed. Typing is never held up by them. */
function useAskedNow(): ReadonlySet<string> {
  const { pathway } = useEntry()
  const file = useDeferredValue(useEntryState().file)
  return useMemo(() => careAskedNow(readPathway(file, readingsOf(file), pathway.terms, pathway.at)), [file, pathway])
}

/**
 * The questions of the pathway that no other section holds: those that a rule asks now and those that hold something stand open, the
 * rest is folded. A field stays where it is while the form is open, so that none moves under the hand that answers it.
 */
export function CareForm() {
  const state = useEntryState()
  const asked = useAskedNow()
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(allFields.filter((field) => isHeld(state, where, field))),
  )
  const fresh = [...asked].filter((field) => !open.has(field))
  if (fresh.length > 0) setOpen(new Set([...open, ...fresh]))
  const groups = (isOpen: boolean) =>
    groupsOf(sections.care).flatMap(({ title, fields }) => {
      const shown = shownFields(state, where, fields).filter((field) => open.has(field) === isOpen)
      return title === null || shown.length === 0 ? [] : [{ title, shown }]
    })
  const rest = groups(false)
  const folded = rest.flatMap(({ shown }) => shown)
  return (
    <Card title={sections.care.title} className="entry-form">
      <div className="fact-groups">
        <p className="hint">
          What the rules of the pathway ask of this case now. What is left open stays unknown: no rule takes it for a
          no.
        </p>
        {groups(true).map((group) => (
          <CareGroup key={group.title} {...group} />
        ))}
        {open.size === 0 && <p className="quiet">No rule asks anything of this page now.</p>}
        {folded.length > 0 && (
          <FoldedGroup title="All other questions" answered={answeredIn(state, where, folded)} of={folded.length}>
            {rest.map((group) => (
              <CareGroup key={group.title} {...group} />
            ))}
          </FoldedGroup>
        )}
      </div>
    </Card>
  )
}

function CareGroup({ title, shown }: { title: string; shown: readonly string[] }) {
  return (
    <section className="fact-group" aria-label={title}>
      <h3>{title}</h3>
      <FactGrid {...where} fields={shown} />
    </section>
  )
}
