import { recordedWords } from '@/lib/cases/item-words'
import type { FactState } from '@/lib/cases/model'
import { showDay } from '@/lib/foundation/time'

type Recorded = { state: FactState; value: unknown; unit: string | null; refersOn: string | null } | null

type ValueChangeProps = { place: { section: string; field: string }; before: Recorded; after: Recorded }

function Value({ place, said, old = false }: { place: ValueChangeProps['place']; said: Recorded; old?: boolean }) {
  const words = recordedWords(place, said)
  const on = said?.refersOn
  return (
    <span className={said?.state === 'known' ? 'user-text' : 'user-text muted'}>
      {old ? <s>{words}</s> : <b>{words}</b>}
      {on && <span className="muted nowrap"> ({showDay(on)})</span>}
    </span>
  )
}

/** A value with what it replaced: `2 → 3`, each with the day it refers to. A first value stands alone. */
export function ValueChange({ place, before, after }: ValueChangeProps) {
  return (
    <span className="value-change">
      {before !== null && (
        <>
          <span className="visually-hidden">Before: </span>
          <Value place={place} said={before} old />
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden"> now: </span>
        </>
      )}
      <Value place={place} said={after} />
    </span>
  )
}
