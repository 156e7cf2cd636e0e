'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import type { Field } from '@/lib/cases/field'
import { handInProblems, isOvertaken, reasonFieldOf } from '@/lib/cases/readiness'
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

/** That a case is not handed in without a study or a level, said where it is added; nothing once there is one or a reason. */
export function RequiredEntry({ section }: { section: WhyEmptyProps['section'] }) {
  const { file } = useEntryState()
  const missing = handInProblems(file).find(({ path }) => path === section)
  return missing === undefined ? null : (
    <p>
      <Severity tone="warn">{`Required for handing in. ${missing.message}`}</Severity>
    </p>
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
