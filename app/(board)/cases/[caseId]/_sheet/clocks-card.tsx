import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import { type CaseClock, clocksOf } from '@/lib/cases/case-clocks'
import type { CasePathway } from '@/lib/cases/pathway/case-pathway'
import { showNumber } from '@/lib/foundation/words'
import { ClockLine } from './clock-line'
import { untoldWords } from './clock-words'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'

const suspicionWords = ({ facts }: CasePathway): string => {
  if (facts.neuroFeature === true) return 'Neurological signs'
  return facts.painFeature === true ? 'Pain only, as far as recorded' : 'No symptom recorded'
}

/** A limit in words: `24 h`, `7 days`. */
const limitWords = (hours: number): string => (hours % 168 === 0 ? `${hours / 24} days` : showNumber(hours, 'h'))

type ClocksCardProps = { sheet: Sheet; pathway: CasePathway; openedAt: string }

/** The clocks of an emergency: what is due when, what was in time, and between which recorded times. */
export function ClocksCard({ sheet, pathway, openedAt }: ClocksCardProps) {
  const clocks = clocksOf(sheet.file, pathway)
  if (clocks.length === 0) return null
  return (
    <Card title="Clocks" note={suspicionWords(pathway)}>
      <ul className="clocks">
        {clocks.map((clock) => (
          <li key={`${clock.rule.id} ${clock.check.title}`}>
            <Sourced sheet={sheet} fact={clock.facts.end ?? clock.facts.start}>
              <b>{clock.check.title}</b>
            </Sourced>
            <ClockState clock={clock} openedAt={openedAt} timeZone={sheet.timeZone} />
            <span className="under">
              {`${clock.rule.id}, within ${limitWords(clock.check.limitHours)}. ${clock.rule.source}, ${clock.rule.gradeOfParts ?? clock.rule.grade}.`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Kept up to the minute where both times are known, else what is missing. */
export function ClockState({ clock, openedAt, timeZone }: { clock: CaseClock; openedAt: string; timeZone: string }) {
  const { check, outcome, start, end } = clock
  if (outcome.kind === 'cannot-evaluate') return <Severity tone="unk">{untoldWords(outcome)}</Severity>
  if (start === null) return null
  const { limitHours, warnAfterHours } = check
  return <ClockLine limit={{ limitHours, warnAfterHours }} {...{ start, end, openedAt, timeZone }} />
}
