import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { Chip } from '@/app/_ui/chip'
import { Icon } from '@/app/_ui/icon'
import type { OwedAnswer } from '@/lib/cases/owed-answers'
import { type Day, showDay } from '@/lib/foundation/time'

const shownAtOnce = 6

/** The answers that this person owes the board: one list a day, the same all day but for what comes new. */
export function YouOwe({ owed, today }: { owed: readonly OwedAnswer[]; today: Day }) {
  const open = owed.filter(({ state }) => state === 'open')
  const rest = owed.slice(shownAtOnce)
  return (
    <Card title="You owe" note={open.length === 0 ? undefined : `${open.length}`}>
      {owed.length === 0 ? (
        <p className="muted">Nothing. Answers that a case needs from you appear here.</p>
      ) : (
        <>
          <OwedList owed={owed.slice(0, shownAtOnce)} today={today} />
          {rest.length > 0 && (
            <details className="fold">
              <summary>
                <Icon name="down" />
                {rest.length} more
              </summary>
              <OwedList owed={rest} today={today} />
            </details>
          )}
        </>
      )}
      <p className="source-line">
        One list a day. No e-mail is sent; an answer leaves the list the day after it is given.
      </p>
    </Card>
  )
}

/** The level that the answer is for opens with the page. */
const hrefOf = ({ caseId, section, item }: OwedAnswer): string =>
  `/cases/${caseId}/edit/${section}${section === 'lesions' && item !== '' ? `#${item}` : ''}`

function OwedList({ owed, today }: { owed: readonly OwedAnswer[]; today: Day }) {
  return (
    <ul className="pairs">
      {owed.map((answer) => {
        const { caseId, code, section, item, field, label, neededFor, need, state, askedBy, until, isNew } = answer
        return (
          <li key={`${caseId} ${section} ${item} ${field} ${state}`}>
            <span>
              <Link href={hrefOf(answer)}>
                {label}, <span className="nowrap">case {code}</span>
              </Link>{' '}
              {isNew && (
                <Chip tone="accent" icon={null}>
                  New today
                </Chip>
              )}
              <span className="under">
                {need === 'required' && <b>Required</b>} for {neededFor}
                {askedBy && `; asked by ${askedBy}`}
              </span>
            </span>
            {state === 'answered' ? (
              <span className="muted nowrap">
                <Icon name="ok" /> Answered today
              </span>
            ) : (
              <Due until={until} today={today} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Due({ until, today }: { until: string | null; today: Day }) {
  if (until === null) return <span className="muted">no day yet</span>
  if (until < today) return <span className="due late">late, was by {showDay(until)}</span>
  return <span className={until === today ? 'due today' : 'due'}>by {showDay(until)}</span>
}
