import { describeFact, type Fact, gradeWords } from '@/lib/clinical/catalogue/grade'
import type { OptionType, Schedule } from '@/lib/clinical/catalogue/option-type'
import { listWords, showNumber } from '@/lib/foundation/words'

const need: Readonly<Record<'required' | 'optional' | 'none', string>> = {
  required: 'needed',
  optional: 'if it matters',
  none: 'not asked',
}

const span = ([low, high]: readonly [number, number]) =>
  low === high ? showNumber(low) : `${showNumber(low)}–${showNumber(high)}`

const scheduleWords = ({ doseGy, fractions, grade }: Schedule): string => {
  const count = `${span(fractions)} ${fractions[1] === 1 ? 'fraction' : 'fractions'}`
  return describeFact({ text: `${span(doseGy)} Gy in ${count}`, grade })
}

const labelsOf = ({ parameters }: OptionType, required: boolean): string =>
  listWords(
    Object.values(parameters)
      .filter((parameter) => parameter.required === required)
      .map(({ label }) => label),
  )

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <ul>
          {facts.map((fact) => (
            <li key={fact.text}>{describeFact(fact)}</li>
          ))}
        </ul>
      </dd>
    </>
  )
}

/** One option of the catalogue: what it needs, what to have ready, what to mind, and where that comes from. */
export function CatalogueRow({ type, signature }: { type: OptionType; signature: string }) {
  const needed = labelsOf(type, true)
  const further = labelsOf(type, false)
  return (
    <div className="catalogue-row">
      <h3>{type.title}</h3>
      <dl className="facts">
        <dt>Levels, aim, reason</dt>
        <dd>
          Levels {need[type.levels]}, aim {need[type.intents]}, reason {need[type.reason]}
        </dd>
        {needed && (
          <>
            <dt>Must state</dt>
            <dd>{needed}</dd>
          </>
        )}
        {further && (
          <>
            <dt>Can state</dt>
            <dd>{further}</dd>
          </>
        )}
        {type.schedules.length > 0 && (
          <>
            <dt>Schedules</dt>
            <dd>{type.schedules.map(scheduleWords).join('; ')}. Any other is asked back, not refused.</dd>
          </>
        )}
        <Facts title="Before it" facts={Object.values(type.prerequisites)} />
        <Facts title="Mind" facts={Object.values(type.cautions)} />
        <dt>Source</dt>
        <dd>
          {type.source}
          {type.grade && ` (${gradeWords[type.grade]})`}
        </dd>
        <dt>Sign-off</dt>
        <dd>{`Version ${type.version}. ${signature}`}</dd>
      </dl>
    </div>
  )
}
