import { Card } from '@/app/_ui/card'
import { clocksOf, suspicionOf } from '@/lib/cases/case-clocks'
import { ClockLine } from './clock-line'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'

const suspicionWords = {
  'neuro-feature': 'Neurological signs',
  'pain-only': 'Pain only, as far as recorded',
  unknown: 'No symptom recorded',
} as const

/** The clocks of an emergency: what is due until when, what was in time, and between which recorded times. */
export function ClocksCard({ sheet, openedAt }: { sheet: Sheet; openedAt: string }) {
  const clocks = clocksOf(sheet.file)
  if (clocks.length === 0) return null
  return (
    <Card title="Clocks" note={suspicionWords[suspicionOf(sheet.file)]}>
      <ul className="clocks">
        {clocks.map(({ rule, start, end, facts }) => (
          <li key={rule.id}>
            <Sourced sheet={sheet} fact={facts.end ?? facts.start}>
              <b>{rule.title}</b>
            </Sourced>
            <ClockLine {...{ rule, start, end, openedAt }} timeZone={sheet.timeZone} />
            <span className="under">
              {`${rule.id}, within ${rule.limitHours === 168 ? '7 days' : `${rule.limitHours} h`}. ${rule.source}${rule.grade === 'L' ? '' : `, ${rule.grade}`}.`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
