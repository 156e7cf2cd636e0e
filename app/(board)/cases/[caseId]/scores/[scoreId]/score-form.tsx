'use client'
import { type FormEvent, useId } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { DayField } from '@/app/_ui/day-field'
import { InstrumentForm } from '@/app/_ui/instrument-form'
import { Notice } from '@/app/_ui/notice'
import { ReadingCard } from '@/app/_ui/reading-card'
import { refusalWords } from '@/app/_ui/refusal-words'
import type { Failure } from '@/lib/api/client'
import { answerProblem, answerWords } from '@/lib/clinical/answers'
import { bandsOf, type Instrument } from '@/lib/clinical/instrument'
import { findInstrument } from '@/lib/clinical/instruments/instruments'
import type { Item } from '@/lib/clinical/item'
import type { Day } from '@/lib/foundation/time'
import { type AskedItem, readDraft, shownAnswers, sourcesOf } from './score-draft'
import { dayRules, fieldIn, type ScorePlace, useScore } from './use-score'

type ScoreFormProps = {
  place: ScorePlace
  scoreId: string
  version: number
  items: readonly AskedItem[]
  isCompressionExcluded: boolean
  today: Day
}

/** The questions of a score with what the case answers already; whoever may write answers the rest, or otherwise, and saves it as one. */
export function ScoreForm(props: ScoreFormProps) {
  const instrument = findInstrument(props.scoreId, props.version)
  return instrument && <Asked {...props} instrument={instrument} />
}

function Asked({ instrument, ...props }: ScoreFormProps & { instrument: Instrument }) {
  const { place, scoreId, items, today } = props
  const formId = useId()
  const score = useScore(place, items, scoreId, today)
  const { draft, failure, state, isTouched } = score
  const reading = readDraft(instrument, items, draft, props.isCompressionExcluded)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state !== 'busy') void score.save()
  }
  return (
    <>
      <Card title="Questions" note="what the case answers is filled in">
        <form className="stack" onSubmit={submit} noValidate>
          <InstrumentForm
            key={score.began}
            instrument={instrument}
            answers={shownAnswers(items, draft)}
            onAnswer={score.answer}
            sources={sourcesOf(items, draft)}
            errors={errorsOf(items, failure)}
            leaveOut={items.flatMap(({ item, isAsked }) => (isAsked ? [] : [item]))}
            withContext
          />
          <div className="score-save stack-tight">
            <DayField
              id={`${formId}-on`}
              label="Day of these answers"
              required
              hint="When it was examined or computed: 22-Nov-2026, or yesterday"
              value={score.on}
              rules={dayRules(today)}
              error={score.dayError}
              onChange={score.setOn}
            />
            <Failed {...{ failure, items, instrument }} />
            <div className="row-wrap">
              <Button type="submit" tone="primary" busy={state === 'busy'} busyLabel="Saving">
                Save answers
              </Button>
              {isTouched && <Button onClick={score.giveUp}>Back to what is saved</Button>}
              <span role="status">
                {state === 'saved' && 'Saved with your name and this day.'}
                {state === 'saved' && isTouched && ' What you answered meanwhile is not saved yet.'}
              </span>
            </div>
          </div>
        </form>
      </Card>
      <div className="score-now">
        <ReadingCard
          reading={reading}
          bands={bandsOf(instrument)}
          where={place.level === '' ? undefined : place.level}
          referenceHref={`/reference/${scoreId}`}
        />
      </div>
    </>
  )
}

/** What the server says of an answer, by item. */
function errorsOf(items: readonly AskedItem[], failure: Failure | null): Readonly<Record<string, string>> {
  if (failure?.code !== 'invalid') return {}
  return Object.fromEntries(
    failure.fields.flatMap(({ path, message }) => {
      const found = items.find(({ field }) => field === fieldIn(path))
      return found ? [[found.item, message]] : []
    }),
  )
}

/** What stands there now in words; an answer that was taken back is none. */
const theirWords = (item: Item, theirs: unknown): string =>
  answerProblem(item, theirs) === null ? answerWords(item, theirs) : 'taken back'

type FailedProps = { failure: Failure | null; items: readonly AskedItem[]; instrument: Instrument }

/** Why nothing was saved. Where somebody else answered meanwhile, both answers are told, and saving again puts the own one in its place. */
function Failed({ failure, items, instrument }: FailedProps) {
  if (failure === null) return null
  const { title, next } = refusalWords(failure)
  const meanwhile = failure.code === 'stale' ? failure.fields : []
  const asked = { ...instrument.items, ...instrument.context }
  return (
    <Notice kind="failed" title={title} announce="alert">
      {next}
      {meanwhile.map(({ path, theirs, by }) => {
        const found = items.find(({ field }) => field === fieldIn(path))
        const item = found && asked[found.item]
        return (
          found &&
          item && (
            <p key={path}>
              {found.label}: {by} answered “{theirWords(item, theirs)}”. Save again to put your answer in its place.
            </p>
          )
        )
      })}
    </Notice>
  )
}
