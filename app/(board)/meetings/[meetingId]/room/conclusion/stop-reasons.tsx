import { Button } from '@/app/_ui/button'
import { TextAreaField } from '@/app/_ui/text-field'
import { byReason, type StandingStop, titlesOf } from '@/lib/cases/pathway/rule-exceptions'
import { conclusionFieldId } from './conclusion-fields'

/** What the chair wrote so far for each stop, by the id of its rule; of several that one reason answers, of the first. */
export type Reasons = ReadonlyMap<string, string>

/** The path of the reason for a stop, as a refusal names it. */
export const stopPath = (ruleId: string): string => `stops.${ruleId}`

type StopReasonsProps = {
  stops: readonly StandingStop[]
  reasons: Reasons
  errors: Readonly<Record<string, string>>
  onReason: (ruleId: string, because: string) => void
}

/** Every stop of the pathway that stands, each with the reason to go on: those that were given, and a place for those that are not. */
export function StopReasons({ stops, reasons, errors, onReason }: StopReasonsProps) {
  const open = byReason(stops.filter(({ gone }) => gone === null))
  const gone = stops.filter((stop) => stop.gone !== null)
  const [first] = open
  const common = (first && reasons.get(first[0].ruleId)?.trim()) ?? ''
  return (
    <section className="sign-stops" aria-label="Stops of the pathway">
      <h3>The pathway says stop</h3>
      <p className="small quiet">You can always go on. Each reason is kept with your name and named in the record.</p>
      {gone.map(({ ruleId, title, says, gone: given }) => (
        <p key={ruleId}>
          <b>{title}</b>: {says}
          <span className="under">
            Gone on: <span className="user-text">{given?.because}</span>, {given?.by}
          </span>
        </p>
      ))}
      {open.map((together) => {
        const [{ ruleId }] = together
        return (
          <TextAreaField
            key={ruleId}
            id={conclusionFieldId(stopPath(ruleId))}
            label={`Why the board goes on: ${titlesOf(together)}`}
            hint={together.map(({ says }) => says).join(' ')}
            required
            limit={1000}
            rows={2}
            value={reasons.get(ruleId) ?? ''}
            onChange={(because) => onReason(ruleId, because)}
            error={errors[stopPath(ruleId)]}
          />
        )
      })}
      {open.length > 1 && common !== '' && (
        <p>
          <Button
            size="small"
            onClick={() => {
              for (const [{ ruleId }] of open) onReason(ruleId, common)
            }}
          >
            The first reason for all
          </Button>
        </p>
      )}
    </section>
  )
}
