import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import { CaseHeading } from '@/app/_identity/listed-patient'
import { Card } from '@/app/_ui/card'
import { Chip } from '@/app/_ui/chip'
import { Icon } from '@/app/_ui/icon'
import type { OwedAnswer } from '@/lib/cases/owed-answers'
import { type Day, showDay } from '@/lib/foundation/time'
import { type OwedCase, owedByCase } from './owed-by-case'

/** Cases, and answers of one, that stand open; the rest unfolds. */
const casesAtOnce = 4
const answersAtOnce = 3

/** The answers that this person owes the board, by case: one list a day, the same all day but for what comes new. */
export function YouOwe({ owed, today }: { owed: readonly OwedAnswer[]; today: Day }) {
  const open = owed.filter(({ state }) => state === 'open')
  const cases = owedByCase(owed)
  const rest = cases.slice(casesAtOnce)
  const cardId = useId()
  return (
    <Card headingId={cardId} title="You owe" note={open.length === 0 ? undefined : `${open.length}`}>
      {owed.length === 0 ? (
        <p className="muted">Nothing. Answers that a case needs from you appear here.</p>
      ) : (
        <>
          {cases.slice(0, casesAtOnce).map((one) => (
            <CaseOwed key={one.caseId} {...{ one, today, cardId }} />
          ))}
          {rest.length > 0 && (
            <More words={rest.length === 1 ? '1 more case' : `${rest.length} more cases`}>
              {rest.map((one) => (
                <CaseOwed key={one.caseId} {...{ one, today, cardId }} />
              ))}
            </More>
          )}
        </>
      )}
      <p className="source-line">
        One list a day. No e-mail is sent; an answer leaves the list the day after it is given.
      </p>
    </Card>
  )
}

function More({ words, children }: { words: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>
        <Icon name="down" />
        {words}
      </summary>
      {children}
    </details>
  )
}

/** What is owed in one case under the patient's name; a day that holds for all of it stands beside the name. */
function CaseOwed({ one, today, cardId }: { one: OwedCase; today: Day; cardId: string }) {
  const { caseId, code, patient, answers, until, isNew } = one
  const rest = answers.slice(answersAtOnce)
  const list = (shown: readonly OwedAnswer[]) => (
    <OwedList owed={shown} {...{ today }} isDaySaid={until !== undefined} isNewSaid={isNew} />
  )
  const headingId = useId()
  return (
    <section className="owed-case" aria-labelledby={`${headingId} ${cardId}`}>
      <CaseHeading id={headingId} of={{ code, patient }} caseId={caseId}>
        {isNew && <NewToday />}
        {until !== undefined && <Due {...{ until, today }} />}
      </CaseHeading>
      {list(answers.slice(0, answersAtOnce))}
      {rest.length > 0 && <More words={`${rest.length} more`}>{list(rest)}</More>}
    </section>
  )
}

const NewToday = () => (
  <Chip tone="accent" icon={null}>
    New today
  </Chip>
)

/** The level that the answer is for opens with the page. */
const hrefOf = ({ caseId, section, item }: OwedAnswer): string =>
  `/cases/${caseId}/edit/${section}${section === 'lesions' && item !== '' ? `#${item}` : ''}`

type ListProps = { owed: readonly OwedAnswer[]; today: Day; isDaySaid: boolean; isNewSaid: boolean }

function OwedList({ owed, today, isDaySaid, isNewSaid }: ListProps) {
  return (
    <ul className="pairs">
      {owed.map((answer) => {
        const { caseId, section, item, field, label, neededFor, need, state, askedBy, until, isNew } = answer
        return (
          <li key={`${caseId} ${section} ${item} ${field} ${state}`}>
            <span>
              <Link href={hrefOf(answer)}>{label}</Link> {isNew && !isNewSaid && <NewToday />}{' '}
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
              !isDaySaid && <Due until={until} today={today} />
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
