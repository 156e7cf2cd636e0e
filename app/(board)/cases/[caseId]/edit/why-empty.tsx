'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import type { Field } from '@/lib/cases/field'
import { isOvertaken, reasonFieldOf } from '@/lib/cases/readiness'
import { sections } from '@/lib/cases/sections/sections'
import { useEntryState } from './entry-context'
import { FactInput } from './fact-input'
import { FactMenu } from './fact-menu'
import { fieldIdOf } from './section-state'
import { type FactInForm, useFact } from './use-fact'

type WhyEmptyProps = { section: 'imaging' | 'lesions'; isEmpty: boolean }

/** Why there is no imaging study, or no involved level: asked as long as there is none; named as overtaken once there is one. */
export function WhyEmpty({ section, isEmpty }: WhyEmptyProps) {
  const { file } = useEntryState()
  const name = reasonFieldOf(section)
  const place = { section: 'referral', item: '', field: name } as const
  const field: Field = sections.referral.fields[name]
  const shown = useFact(place, field)
  if (!isEmpty && !shown.conflict) return isOvertaken(file, section) && <Overtaken {...{ field, shown }} />
  return (
    <div className="fact why-empty">
      <FactInput id={fieldIdOf(place)} {...{ field, shown }} />
      <FactMenu {...{ place, field, shown }} states={[]} />
    </div>
  )
}

function Overtaken({ field, shown }: { field: Field; shown: FactInForm }) {
  return (
    <Notice
      kind="stale"
      announce="status"
      title={`“${field.label} ${shown.text}” is still recorded.`}
      actions={
        <Button size="small" onClick={() => shown.say({ state: 'withdrawn' })}>
          Take it back
        </Button>
      }
    />
  )
}
