'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { showFact } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import type { FieldId, SectionId } from '@/lib/cases/sections/sections'
import { showDay, showInstant } from '@/lib/foundation/time'
import { useEntry } from './entry-context'
import type { Place } from './save-queue'
import type { FactInForm } from './use-fact'

const dayOf = (fact: FactView | undefined): string =>
  fact?.refersOn ? `findings from ${showDay(fact.refersOn)}` : 'no day'

type ConflictProps = {
  place: Place & { section: SectionId }
  field: Field
  shown: FactInForm
  conflict: NonNullable<FactInForm['conflict']>
}

/** Two people changed one value: both stand here until this person chooses. Nothing is overwritten silently. */
export function FactConflict({ place, field, shown, conflict: { mine, theirs, now } }: ConflictProps) {
  const { timeZone } = useEntry()
  const bare = (fact: FactView | undefined) => showFact(place.section, place.field as FieldId<SectionId>, fact)
  // Where both say the same, it is the day on which they differ.
  const words = (fact: FactView | undefined) =>
    bare(mine) === bare(now) ? `${bare(fact)} (${dayOf(fact)})` : bare(fact)
  const who = theirs.by === '' ? '' : ` by ${theirs.by}, ${showInstant(theirs.at, timeZone)}`
  return (
    <Notice
      kind="info"
      announce="alert"
      title={`${field.label}: yours ${words(mine)}, saved ${words(now)}`}
      actions={
        <>
          <Button size="small" onClick={shown.keepMine}>
            Keep mine
          </Button>
          <Button size="small" onClick={shown.takeTheirs}>
            Take theirs
          </Button>
        </>
      }
    >
      {who.trim()}
    </Notice>
  )
}
