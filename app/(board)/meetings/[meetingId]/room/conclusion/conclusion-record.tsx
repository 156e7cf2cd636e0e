'use client'
import type { ReactNode } from 'react'
import { NeedsSaid } from '@/app/_decision/needs-said'
import { SequenceDrawn } from '@/app/_decision/sequence-drawn'
import { ModalityMark } from '@/app/_ui/modality-mark'
import { Severity } from '@/app/_ui/severity'
import { stopPath, titlesOf } from '@/lib/cases/pathway/rule-exceptions'
import { type Modality, modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { consideredInWords, type GoalsGate, riskAnswerWords } from '@/lib/deliberation/model/goals-gate'
import { namedNeeds } from '@/lib/deliberation/model/needs'
import { underCondition } from '@/lib/deliberation/model/option'
import { namedSequence } from '@/lib/deliberation/model/sequence'
import type { ConclusionView, OptionView } from '@/lib/deliberation/model/views'
import { afterDeadlineWords } from '@/lib/meetings/model/overdue'
import { adviceWords, type QuorumView } from '@/lib/meetings/model/quorum'
import { AlternativesSaid } from './alternatives-said'
import { type Carried, carriedWords } from './carried-words'
import { conclusionHeadingId } from './conclusion-fields'
import { SignatureOf } from './signature-of'
import type { Colleague } from './use-colleagues'

type ConclusionRecordProps = {
  conclusion: ConclusionView
  options: readonly OptionView[]
  people: readonly Colleague[]
  title: string
  note: string
  timeZone: string
  /** Whether the board had its quorum on the case. */
  quorum: QuorumView
  /** By when a board without a meeting was to answer, and when its ballots were opened. */
  answered: { answerBy: string | null; revealedAt: string | null }
  /** The version that took the place of this one; null while it is in force or a draft. */
  replacedBy?: number | null
  /** At most one record on a screen is the one that "Conclude" leads to. */
  isMain: boolean
  actions?: ReactNode
}

/** A conclusion to read: what the board says on each modality, why, for which goals, and who disagrees. */
export function ConclusionRecord(props: ConclusionRecordProps) {
  const {
    conclusion,
    options,
    people,
    title,
    note,
    isMain,
    actions,
    timeZone,
    quorum,
    answered,
    replacedBy = null,
  } = props
  const advice = conclusion.ranksAs === null ? null : adviceWords(quorum)
  const late = conclusion.ranksAs === null ? null : afterDeadlineWords(answered, conclusion.ranksAs, timeZone)
  const { rationale, goalsConsidered, dissent, changeReason, goalsGate } = conclusion
  const sequence = namedSequence(conclusion.sequence)
  return (
    <section className="card" aria-label={title}>
      <div className="card-head ruled">
        <h2 id={isMain ? conclusionHeadingId : undefined} tabIndex={-1}>
          {title}
        </h2>
        <span className="card-note">{note}</span>
      </div>
      {advice !== null && (
        <p className="card-body">
          <Severity tone="warn">{advice}</Severity>
        </p>
      )}
      {late !== null && <p className="card-body small">{late}</p>}
      <div className="modality-rows">
        {modalities.map((modality) => (
          <section key={modality} className="modality-row" aria-label={modalityFacts[modality].title}>
            <div className="modality-head">
              <h3>
                <ModalityMark modality={modality} size="medium" />
                {modalityFacts[modality].title}
              </h3>
            </div>
            <div className="record-answer">
              <Answer {...{ modality, conclusion, options, people }} />
              <AlternativesSaid {...{ modality, options }} answer={conclusion.answers[modality]} />
            </div>
          </section>
        ))}
      </div>
      <dl className="card-body record-words">
        {changeReason !== null && <Words label="Why there is a new version" words={changeReason} />}
        <Words label="Rationale" words={rationale} />
        <Words
          label="How the patient’s goals were considered"
          words={goalsConsidered ?? ''}
          empty={goalsConsidered === null ? 'For the treating team only' : undefined}
        />
        {goalsGate && <GoalsSaid gate={goalsGate} />}
        <Words label="Dissent" words={dissent} empty="None recorded" />
        <div>
          <dt>Support and trials</dt>
          <dd>
            <NeedsSaid needs={namedNeeds(conclusion.needs)} />
          </dd>
        </div>
        {sequence && (
          <div>
            <dt>Order of the treatments</dt>
            <dd>
              <SequenceDrawn sequence={sequence} />
            </dd>
          </div>
        )}
        {conclusion.stops.map((stop) => (
          <Words key={stopPath(stop)} label={`Despite “${titlesOf([stop])}”: ${stop.says}`} words={goneWords(stop)} />
        ))}
      </dl>
      <SignatureOf {...{ conclusion, timeZone }} replacedBy={replacedBy} />
      {actions !== undefined && <div className="card-foot">{actions}</div>}
    </section>
  )
}

/** Why the board went on, and who said so. */
const goneWords = ({ gone }: ConclusionView['stops'][number]): string => (gone ? `${gone.because} (${gone.by})` : '')

function Words({ label, words, empty = 'Not written yet' }: { label: string; words: string; empty?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={words === '' ? 'muted' : 'user-text'}>{words === '' ? empty : words}</dd>
    </div>
  )
}

/** What was said of each goal, and of risks that the patient called unacceptable; nothing where nothing was asked. */
function GoalsSaid({ gate }: { gate: GoalsGate }) {
  const said = gate.considered.filter(({ how }) => how !== null)
  if (said.length === 0 && gate.risk === null) return null
  return (
    <div>
      <dt>Goals one by one</dt>
      <dd>
        {said.map((one) => (
          <p key={one.goal} className="user-text">
            {consideredInWords({ ...one, because: one.how === 'served' ? null : one.because || null })}
          </p>
        ))}
        {gate.risk !== null && (
          <p>
            A recommended option carries a risk that the patient called unacceptable:{' '}
            <b>{riskAnswerWords[gate.risk]}</b>
            {gate.risk === 'yes' && <span className="user-text">, {gate.riskWords}</span>}
          </p>
        )}
      </dd>
    </div>
  )
}

type AnswerProps = Pick<ConclusionRecordProps, 'conclusion' | 'options' | 'people'> & { modality: Modality }

function Answer({ modality, conclusion, options, people }: AnswerProps) {
  const answer = conclusion.answers[modality]
  const carried = (one: Carried) => carriedWords(one, people)
  switch (answer.outcome) {
    case null:
      return <p className="muted">Not written yet</p>
    case 'none':
      return (
        <p>
          <b>None, because</b> <span className="user-text">{answer.because}</span>
        </p>
      )
    case 'deferred':
      return (
        <p>
          <b>Deferred.</b> Missing: <span className="user-text">{answer.missing}</span>
          <span className="under">{carried(answer)}</span>
        </p>
      )
    case 'recommended':
      return answer.options.map((chosen) => {
        const option = options.find(({ optionId }) => optionId === chosen.optionId)
        return (
          <p key={chosen.optionId}>
            <b>{underCondition(option?.title ?? 'Option', chosen.condition)}</b>
            <span className="under">{[option?.detail, carried(chosen)].filter(Boolean).join(' · ')}</span>
          </p>
        )
      })
  }
}
