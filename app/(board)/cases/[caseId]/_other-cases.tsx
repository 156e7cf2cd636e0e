import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { lowerFirst } from '@/app/_ui/lower-first'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { caseStateWords } from '@/lib/cases/model'
import type { OtherCase } from '@/lib/deliberation/queries/list-other-cases'
import { dayAt, showDay } from '@/lib/foundation/time'
import './_other-cases.css'

const outcomeWords = { recommended: '', none: 'None, because: ', deferred: 'Deferred, missing: ' } as const

type OtherCasesProps = { others: readonly OtherCase[]; timeZone: string }

/** What the board was asked of this patient before or since: each question with its case, its state and what was decided. Nothing for a first case. */
export function OtherCases({ others, timeZone }: OtherCasesProps) {
  if (others.length === 0) return null
  return (
    <Card title={others.every(({ isEarlier }) => isEarlier) ? 'Earlier cases' : 'Other cases of this patient'}>
      <ul className="other-cases">
        {others.map(({ caseId, code, state, question, openedAt, isEarlier, decided }) => (
          <li key={caseId}>
            <p>
              <Link href={`/cases/${caseId}`}>Case {code}</Link>{' '}
              <span className="muted">
                {isEarlier ? 'earlier' : 'later'}, opened {showDay(dayAt(openedAt, timeZone))},{' '}
                {lowerFirst(caseStateWords[state])}
              </span>
            </p>
            <p className="user-text">{question}</p>
            {decided.length === 0 ? (
              <p className="muted">Nothing decided.</p>
            ) : (
              <ul className="other-decided">
                {decided.map(({ modality, outcome, words }) => (
                  <li key={`${modality} ${words}`}>
                    <ModalityLabel modality={modality} />
                    <span className="user-text">
                      {outcomeWords[outcome]}
                      {words}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
