'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { api, type Failure } from '@/lib/api/client'
import { findOptionType } from '@/lib/clinical/catalogue/catalogue'
import { describeOption } from '@/lib/clinical/catalogue/describe-option'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import { type Question, questionsAbout } from '@/lib/clinical/catalogue/questions-about'
import type { Day } from '@/lib/foundation/time'
import type { JudgedAgainst } from '../pathway/judged'
import { OptionRules } from '../pathway/option-rules'
import { PlannedAgain } from '../pathway/planned-again'
import { emptyOption, type OptionDraft, type OptionProblems, readOption } from './option-draft'
import { OptionForm, optionFieldId } from './option-form'

type ProposeDialogProps = {
  itemId: string
  modality: Modality | null
  /** The kinds of treatment that the item votes on. */
  votedOn: readonly Modality[]
  /** The involved levels of the case, to start from. */
  suggestedLevels: readonly string[]
  today: Day
  against: JudgedAgainst
  act: RunAct
  onClose: () => void
}

/** Proposes one complete option. What is wrong is said at its field; what is improbable is asked back once, never refused. */
export function ProposeDialog({
  itemId,
  modality,
  votedOn,
  suggestedLevels,
  today,
  against,
  act,
  onClose,
}: ProposeDialogProps) {
  const [draft, setDraft] = useState(() =>
    emptyOption(modality, suggestedLevels.length === 1 ? suggestedLevels.join() : ''),
  )
  const [problems, setProblems] = useState<OptionProblems>({})
  const [questions, setQuestions] = useState<readonly Question[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [keys] = useState(repeatKeys)
  const type = findOptionType(draft.optionType)
  const { option } = readOption(draft, type)

  const change = (next: OptionDraft) => {
    setDraft(next)
    setQuestions([])
    setFailure(null)
    if (Object.keys(problems).length > 0) setProblems(readOption(next, findOptionType(next.optionType)).problems ?? {})
  }
  const send = async (plan: PlanOption) => {
    setBusy(true)
    const input = { itemId, plan }
    const context = { idempotencyKey: keys.keyFor(input) }
    const refused = await act(() => api.deliberation.propose(input, { context }))
    setBusy(false)
    if (!refused) return onClose()
    setFailure(refused)
    setProblems(planErrors(refused))
  }
  const propose = () => {
    const read = readOption(draft, type)
    setProblems(read.problems ?? {})
    if (!read.option) return
    const asked = questionsAbout(read.option)
    if (asked.length > 0 && questions.length === 0) return setQuestions(asked)
    void send(read.option)
  }
  return (
    <Dialog
      open
      wide
      kind="irreversible"
      onClose={onClose}
      title="Propose an option"
      actions={
        <>
          <p className="preview" aria-live="polite">
            {option ? (
              <>
                Reads: <b>{describeOption(option).title}</b>
              </>
            ) : (
              <span className="muted">Reads as soon as it is complete.</span>
            )}
          </p>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Proposing" onClick={propose}>
            {questions.length > 0 ? 'Yes, propose it' : 'Propose'}
          </Button>
        </>
      }
    >
      <ErrorSummary
        problems={inFormOrder(problems).map(([path, message]) => ({ fieldId: optionFieldId(path), message }))}
      />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      {questions.length > 0 && (
        <div ref={(asked) => asked?.scrollIntoView({ block: 'nearest' })}>
          <Notice kind="stale" title="Please check." announce="alert">
            {questions.map(({ question }) => question).join(' ')}
          </Notice>
        </div>
      )}
      <OptionForm {...{ draft, type, problems, today, votedOn }} onChange={change} />
      {option && <OptionRules plan={option} against={against} />}
      {option && <PlannedAgain plan={option} against={against} />}
    </Dialog>
  )
}

const formOrder = ['modality', 'optionType', 'levels', 'parameters', 'urgency', 'intents', 'sequence']

/** The problems as the fields stand on the form. */
function inFormOrder(problems: OptionProblems): [string, string][] {
  const rank = (path: string) => {
    const place = formOrder.findIndex((field) => path === field || path.startsWith(`${field}.`))
    return place < 0 ? formOrder.length : place
  }
  return Object.entries(problems).toSorted(([one], [other]) => rank(one) - rank(other))
}

/** What the server says about the plan, at the paths of the form. */
const planErrors = (failure: Failure): OptionProblems =>
  Object.fromEntries(
    Object.entries(fieldErrors(failure)).map(([path, message]) => {
      const [, ...parts] = path.split('.')
      return [parts.slice(0, parts[0] === 'parameters' ? 2 : 1).join('.'), message]
    }),
  )
