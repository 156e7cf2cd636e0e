'use client'
import { type KeyboardEvent, useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { KeyHints } from '@/app/_ui/kbd'
import { fieldErrors } from '@/app/_ui/refusal-words'
import { SaveState } from '@/app/_ui/save-state'
import { TextAreaField } from '@/app/_ui/text-field'
import type { CaseFile } from '@/lib/cases/case-file'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { recommendsSomething } from '@/lib/deliberation/model/conclusion'
import { noRecordedGoals, recordedGoals } from '@/lib/deliberation/model/goals-gate'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import type { Day } from '@/lib/foundation/time'
import { goalRows } from '../digest-rows'
import { CarriedModality } from './carried-modality'
import { fromVote, ownersIn, voted } from './conclusion-draft'
import { conclusionFieldId, conclusionHeadingId } from './conclusion-fields'
import { ConclusionModality } from './conclusion-modality'
import { type Finding, problemsLeft, problemsOf, type TypedDays } from './conclusion-problems'
import { ConflictNotice } from './conflict-notice'
import { GoalsGateFields } from './goals-gate-fields'
import { NeedsFields } from './needs-fields'
import { SequenceFields } from './sequence-fields'
import { SignDialog } from './sign-dialog'
import type { Reasons } from './stop-reasons'
import type { Colleague } from './use-colleagues'
import { useConclusion } from './use-conclusion'
import { WeightedCounts } from './weighted-counts'

type ConclusionFormProps = {
  item: RoomItemView
  file: CaseFile | null
  people: readonly Colleague[]
  act: RunAct
  today: Day
  timeZone: string
}

/** The chair's conclusion: one answer for each of the five modalities, why, how the goals were considered, who disagrees. */
export function ConclusionForm({ item, file, people, act, today, timeZone }: ConclusionFormProps) {
  const { draft } = item.conclusions
  const { text, change, saving, save, refused, conflicts, settle, storedDraft } = useConclusion(item.itemId, draft)
  const [typedDays, setTypedDays] = useState<TypedDays>({})
  const [tries, setTries] = useState(0)
  const [finding, setFinding] = useState<Finding | null>(null)
  const [isSigning, setIsSigning] = useState(false)
  const [reasons, setReasons] = useState<Reasons>(new Map())
  const { revote } = item
  const ground = { options: standingOf(item.options), ballots: item.ballots === 'hidden' ? [] : item.ballots }
  const version = draft?.version ?? 1
  const rules = {
    options: [...ground.options, ...(revote?.carried ?? [])].map(voted),
    // Before the colleagues are loaded nobody can be told to be none: the server knows them.
    owners: people.length === 0 ? ownersIn(text.answers) : people.map(({ userId }) => userId),
    tasks: item.tasks,
    goals: file === null ? noRecordedGoals : recordedGoals(file),
    today,
  }
  const found = finding === null ? {} : problemsLeft(finding, text, rules)
  const problems = { ...(refused && problemsLeft(refused, text, rules)), ...found }
  const show = (named: Finding['problems']) => {
    setIsSigning(false)
    setFinding({ problems: named, text })
    setTries((before) => before + 1)
  }
  const check = async () => {
    const named = problemsOf(text, typedDays, rules)
    const isSaved = await save()
    if (Object.keys(named).length > 0) return show(named)
    setFinding(null)
    if (isSaved && storedDraft().conclusionId !== null) setIsSigning(true)
  }
  const hear = (event: KeyboardEvent) => {
    // A dialog is over it in the tree of React, and has keys of its own.
    if (isSigning || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void check()
  }
  const takeWords = (whose: 'mine' | 'theirs') => {
    if (whose === 'theirs') setTypedDays({})
    settle(whose)
  }
  return (
    <section className="card conclusion-card" aria-labelledby={conclusionHeadingId} onKeyDown={hear}>
      <div className="card-head ruled">
        <h2 id={conclusionHeadingId} tabIndex={-1}>
          Conclusion
        </h2>
        <span className="card-note">draft of version {version}, not signed</span>
        <div className="card-aside">
          <SaveState saving={saving} onRetry={() => void save()} />
        </div>
      </div>
      <div className="card-body">
        <ErrorSummary
          key={tries}
          problems={Object.entries(found).map(([path, message]) => ({
            fieldId: conclusionFieldId(path),
            message: placed(path, message),
          }))}
        />
        {draft?.changeReason && <p className="quiet user-text">New version because: {draft.changeReason}</p>}
        {conflicts && <ConflictNotice conflicts={conflicts} onSettle={takeWords} />}
        {item.tally && modalities.some((modality) => text.answers[modality].outcome === null) && (
          <p className="row-wrap">
            <Button size="small" onClick={() => change(fromVote(text, item.tally ?? {}, ground))}>
              Fill in from the vote
            </Button>
            <span className="small muted">Recommends the leading option where one leads; check each.</span>
          </p>
        )}
        <WeightedCounts {...{ item, timeZone }} />
        {modalities.map((modality) =>
          revote && item.stage !== 'concluded' && !revote.modalities.includes(modality) ? (
            <CarriedModality
              key={modality}
              {...{ modality, answer: text.answers[modality], version: revote.version }}
              options={revote.carried}
            />
          ) : (
            <ConclusionModality
              key={modality}
              {...{ modality, text, people, today, problems, typedDays }}
              ground={{ ...ground, options: [...ground.options, ...(revote?.carried ?? [])] }}
              onChange={change}
              onType={(key, typed) => setTypedDays((before) => ({ ...before, [key]: typed }))}
            />
          ),
        )}
        <SequenceFields
          sequence={text.sequence}
          problems={problems}
          onChange={(sequence) => change({ ...text, sequence })}
        />
        <NeedsFields said={text.needs} problems={problems} onChange={(needs) => change({ ...text, needs })} />
        <div className="conclusion">
          <TextAreaField
            id={conclusionFieldId('rationale')}
            label="Rationale"
            hint="Why the board says so."
            required
            limit={10_000}
            value={text.rationale}
            onChange={(rationale) => change({ ...text, rationale })}
            error={problems.rationale}
          />
          <h3>Goals of care</h3>
          {file && <GoalsBeside file={file} />}
          <GoalsGateFields
            gate={text.goalsGate}
            recorded={rules.goals}
            recommendsSomething={recommendsSomething(text.answers)}
            problems={problems}
            onChange={(goalsGate) => change({ ...text, goalsGate })}
          />
          <TextAreaField
            id={conclusionFieldId('goalsConsidered')}
            label="How the patient’s goals were considered"
            required
            limit={10_000}
            value={text.goalsConsidered}
            onChange={(goalsConsidered) => change({ ...text, goalsConsidered })}
            error={problems.goalsConsidered}
          />
          <TextAreaField
            id={conclusionFieldId('dissent')}
            label="Dissent"
            hint="Filled in from the ballots that oppose what is recommended."
            limit={10_000}
            value={text.dissent}
            onChange={(dissent) => change({ ...text, dissent })}
            error={problems.dissent}
          />
        </div>
      </div>
      <div className="card-foot">
        <span className="small quiet">Everybody sees this draft; only the signature counts.</span>
        <span className="spacer" />
        <KeyHints hints={[{ keys: ['Ctrl', 'Enter'], does: 'sign' }]} />
        <Button
          onClick={() => {
            change(text)
            void save()
          }}
        >
          Save draft
        </Button>
        <Button tone="primary" onClick={() => void check()}>
          Sign
        </Button>
      </div>
      {isSigning && (
        <SignDialog
          {...{ item, act, reasons }}
          onReason={(ruleId, because) => setReasons((before) => new Map([...before, [ruleId, because]]))}
          stored={storedDraft()}
          onClose={() => setIsSigning(false)}
          onProblems={(failure) => show(fieldErrors(failure))}
        />
      )}
    </section>
  )
}

/** Five modalities ask the same: the summary says which one it is about. */
function placed(path: string, message: string): string {
  const modality = modalities.find((one) => path.startsWith(`answers.${one}.`))
  return modality ? `${modalityFacts[modality].title}: ${message}` : message
}

/** The patient's goals, in view where the chair writes how they were considered. */
function GoalsBeside({ file }: { file: CaseFile }) {
  const { matters, unacceptable } = goalRows(file)
  return (
    <dl className="goals-beside">
      <div>
        <dt>What matters most</dt>
        <dd className="user-text">{matters}</dd>
      </div>
      <div>
        <dt>Not acceptable</dt>
        <dd className="user-text">{unacceptable}</dd>
      </div>
    </dl>
  )
}
