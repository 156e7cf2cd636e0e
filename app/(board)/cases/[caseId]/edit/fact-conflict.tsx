'use client'
import { showFact } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import type { FieldId, SectionId } from '@/lib/cases/sections/sections'
import { showDay, showInstant } from '@/lib/foundation/time'
import { useEntry } from './entry-context'
import type { Place } from './save-queue'
import type { FactInForm } from './use-fact'
import { ValueConflict } from './value-conflict'

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
    <ValueConflict
      label={field.label}
      mine={words(mine)}
      theirs={words(now)}
      who={who.trim()}
      onKeepMine={shown.keepMine}
      onTakeTheirs={shown.takeTheirs}
    />
  )
}
