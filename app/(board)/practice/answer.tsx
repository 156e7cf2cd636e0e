'use client'
import { Card } from '@/app/_ui/card'
import { Chip } from '@/app/_ui/chip'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { StanceCell, StanceSplit, shownStanceWords } from '@/app/_ui/stance-cell'
import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import { type Outcome, stances } from '@/lib/deliberation/model'
import { shortfallWords } from '@/lib/follow-up/model'
import { specialtyWords } from '@/lib/people/model'
import type { BoardAnswer, OwnVote, PastOption } from '@/lib/practice/model/past-case'

type AnswerProps = {
  answer: BoardAnswer
  vote: OwnVote
  options: readonly PastOption[]
  /** The colleague whose ratings stand beside the board’s; null for the own ones. */
  rater: string | null
}

/** What the board voted and recommended beside the practice ratings, why, and what came of it. */
export function Answer({ answer, vote, options, rater }: AnswerProps) {
  return (
    <>
      <Card title={`${rater === null ? 'Your ratings' : `Ratings by ${rater}`} and the board’s`} head="ruled" flush>
        <div className="practice-answer">
          {modalities.map((modality) => (
            <OneModality key={modality} {...{ modality, answer, vote, rater }} options={options} />
          ))}
        </div>
      </Card>
      {vote.reasons !== '' && (
        <Card title={rater === null ? 'Your reasons' : `Reasons of ${rater}`}>
          <p className="user-text">{vote.reasons}</p>
        </Card>
      )}
      <Card title="Why the board decided so">
        <p className="user-text">{answer.rationale}</p>
        <h3>Dissent</h3>
        <p className="user-text">{answer.dissent === '' ? 'None was written into the conclusion.' : answer.dissent}</p>
      </Card>
      <WhatCameOfIt answer={answer} />
    </>
  )
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  recommended: 'Recommended',
  none: 'None recommended',
  deferred: 'Deferred',
}

type OneModalityProps = AnswerProps & { modality: Modality }

function OneModality({ modality, answer, vote, options, rater }: OneModalityProps) {
  const own = options.filter((option) => option.modality === modality)
  const said = answer.recommendations.filter((one) => one.modality === modality && one.outcome !== 'recommended')
  if (own.length === 0 && said.length === 0) return null
  return (
    <section aria-label={`${modality} options`}>
      <h3>
        <ModalityLabel modality={modality} size="medium" />
      </h3>
      {own.map((option) => (
        <OneOption key={option.optionId} {...{ option, answer, vote, rater }} />
      ))}
      {said.map(({ outcome, because, missing }) => (
        <p key={`${outcome} ${because ?? missing}`} className="user-text">
          <b>{outcomeWords[outcome]}:</b> {because ?? missing}
        </p>
      ))}
    </section>
  )
}

type OneOptionProps = Pick<AnswerProps, 'answer' | 'vote' | 'rater'> & { option: PastOption }

function OneOption({ option, answer, vote, rater }: OneOptionProps) {
  const { optionId, letter, title, detail } = option
  const mine = vote.ratings.find((one) => one.optionId === optionId)?.stance ?? null
  const cast = answer.ballots.filter((one) => one.optionId === optionId)
  const count = (stance: (typeof stances)[number]) => cast.filter((one) => one.stance === stance).length
  const isRecommended = answer.recommendations.some((one) => one.optionId === optionId)
  const counted = stances.filter((stance) => count(stance) > 0)
  return (
    <div className="practice-option">
      <span className="option-letter">{letter}</span>
      <div className="option-words">
        <b>{title}</b>
        <span className="under">{detail}</span>
        {isRecommended && (
          <Chip tone="accent" icon={null}>
            Recommended by the board
          </Chip>
        )}
        <ul className="practice-said">
          {cast
            .filter(({ reason }) => reason)
            .map(({ specialty, stance, reason }) => (
              <li key={`${specialty} ${stance} ${reason}`}>
                {specialtyWords[specialty].word}: {shownStanceWords[stance]}.{' '}
                <span className="user-text">{reason}</span>
              </li>
            ))}
        </ul>
      </div>
      <dl className="practice-stances">
        <div>
          <dt>{rater ?? 'You'}</dt>
          <dd className="row-wrap">
            <StanceCell stance={mine} silent />
            {mine ? shownStanceWords[mine] : 'not rated'}
          </dd>
        </div>
        <div>
          <dt>Board, {cast.length === 1 ? '1 member' : `${cast.length} members`}</dt>
          <dd>
            <StanceSplit
              counts={{ support: count('support'), acceptable: count('acceptable'), oppose: count('oppose') }}
            />
            <span className="under">
              {counted.map((stance) => `${count(stance)} ${shownStanceWords[stance]}`).join(', ')}
            </span>
          </dd>
        </div>
      </dl>
    </div>
  )
}

const taskWords = { open: 'Open', done: 'Done', partly: 'Partly done', 'not-done': 'Not done', replaced: 'Replaced' }

function WhatCameOfIt({ answer: { tasks, visits } }: Pick<AnswerProps, 'answer'>) {
  return (
    <Card title="What came of it">
      {tasks.length === 0 ? (
        <p className="muted">No task followed from the decision.</p>
      ) : (
        <ul className="pairs">
          {tasks.map(({ modality, title, state, closed, reason }) => (
            <li key={`${modality} ${title} ${state}`}>
              <span>{title}</span>
              <span className="muted">
                {taskWords[state]}
                {closed && `, ${closed}`}
                {reason && `: ${shortfallWords[reason].toLowerCase()}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3>Visits</h3>
      {visits.length === 0 ? (
        <p className="muted">No visit is recorded since the decision: the course is not known.</p>
      ) : (
        visits.map(({ visitId, seen, findings }) => (
          <div key={visitId} className="practice-entry">
            <p>
              <b>{seen.charAt(0).toUpperCase() + seen.slice(1)}</b>
            </p>
            <dl className="pairs">
              {findings.map(({ label, words }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd className="user-text">{words}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))
      )}
    </Card>
  )
}
