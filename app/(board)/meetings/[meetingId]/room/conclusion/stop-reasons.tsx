import { Button } from '@/app/_ui/button'
import { TextAreaField } from '@/app/_ui/text-field'
import { byReason, type StandingStop, stopPath, titlesOf } from '@/lib/cases/pathway/rule-exceptions'
import { conclusionFieldId } from './conclusion-fields'

/** What the chair wrote so far for each stop, by the path of its place; of several that one reason answers, of the first. */
export type Reasons = ReadonlyMap<string, string>

type StopReasonsProps = {
  stops: readonly StandingStop[]
  reasons: Reasons
  errors: Readonly<Record<string, string>>
  onReason: (path: string, because: string) => void
}

/** Every stop of the pathway that stands, each with the reason to go on: those that were given, and a place for those that are not. */
export function StopReasons({ stops, reasons, errors, onReason }: StopReasonsProps) {
  const open = byReason(stops.filter(({ gone }) => gone === null))
  const gone = stops.filter((stop) => stop.gone !== null)
  const [first] = open
  const common = (first && reasons.get(stopPath(first[0]))?.trim()) ?? ''
  return (
    <section className="sign-stops" aria-label="Stops of the pathway">
      <h3>The pathway says stop</h3>
      <p className="small quiet">You can always go on. Each reason is kept with your name and named in the record.</p>
      {gone.map((stop) => (
        <p key={stopPath(stop)}>
          <b>{titlesOf([stop])}</b>: {stop.says}
          <span className="under">
            Gone on: <span className="user-text">{stop.gone?.because}</span>, {stop.gone?.by}
          </span>
        </p>
      ))}
      {open.map((together) => {
        const path = stopPath(together[0])
        return (
          <TextAreaField
            key={path}
            id={conclusionFieldId(path)}
            label={`Why the board goes on: ${titlesOf(together)}`}
            hint={together.map(({ says }) => says).join(' ')}
            required
            limit={1000}
            rows={2}
            value={reasons.get(path) ?? ''}
            onChange={(because) => onReason(path, because)}
            error={errors[path]}
          />
        )
      })}
      {open.length > 1 && common !== '' && (
        <p>
          <Button
            size="small"
            onClick={() => {
              for (const [stop] of open) onReason(stopPath(stop), common)
            }}
          >
            The first reason for all
          </Button>
        </p>
      )}
    </section>
  )
}
