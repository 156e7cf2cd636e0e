import type { FactView } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import { type StatedSource, sourcesOf } from '@/lib/cases/rivals'
import { dayAt, showDay } from '@/lib/foundation/time'
import './contested.css'

/** Where a value is from: the source in words, the day it refers to, who entered it. Of the recorded value there is no other source. */
export function sourceWords({ source, refersOn, by, at }: StatedSource, timeZone: string): string {
  const said = source ?? 'Recorded first'
  const entered = `entered by ${by}, ${showDay(dayAt(at, timeZone))}`
  return [said, refersOn ? `findings from ${showDay(refersOn)}` : '', entered].filter(Boolean).join(', ')
}

type SourcesListProps = { field: Field; fact: FactView; timeZone: string }

/** Every value that a source states, side by side, each with its source, person and day. */
export function SourcesList({ field, fact, timeZone }: SourcesListProps) {
  return (
    <ul className="stated-values">
      {sourcesOf(field, fact).map((one) => (
        <li key={one.id ?? 'recorded'}>
          <b className="user-text">{one.words}</b>
          <span className="user-text">{sourceWords(one, timeZone)}</span>
        </li>
      ))}
    </ul>
  )
}
