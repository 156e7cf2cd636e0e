'use client'
import type { Field } from '@/lib/cases/field'
import { reasonFieldOf } from '@/lib/cases/readiness'
import { sections } from '@/lib/cases/sections/sections'
import { FactConflict } from './fact-conflict'
import { FactInput } from './fact-input'
import { FactSource } from './fact-source'
import { fieldIdOf } from './section-state'
import { useFact } from './use-fact'

/** Why there is no imaging study, or no involved level: asked as long as there is none. */
export function WhyEmpty({ section }: { section: 'imaging' | 'lesions' }) {
  const name = reasonFieldOf(section)
  const place = { section: 'referral', item: '', field: name } as const
  const field: Field = sections.referral.fields[name]
  const shown = useFact(place, field)
  return (
    <div className="fact why-empty">
      <FactInput id={fieldIdOf(place)} {...{ field, shown }} />
      <FactSource {...{ place, field, shown }} />
      {shown.conflict && <FactConflict {...{ place, field, shown }} conflict={shown.conflict} />}
    </div>
  )
}
