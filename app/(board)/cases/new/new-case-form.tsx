'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { chooseByLetter } from '@/app/_ui/choice-by-letter'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { Severity } from '@/app/_ui/severity'
import { TextAreaField } from '@/app/_ui/text-field'
import type { Failure } from '@/lib/api/client'
import { questionInput } from '@/lib/cases/model'
import type { CandidateView } from '@/lib/cases/person-likeness'
import { afterAct, afterLeaving, nothingCounted } from '@/lib/cases/preparation'
import type { CaseRow } from '@/lib/cases/queries'
import type { FieldProblem } from '@/lib/foundation/result'
import type { Day } from '@/lib/foundation/time'
import { showName } from '@/lib/foundation/words'
import { useKeptDraft } from '../../_drafts/use-kept-draft'
import { atDraftField, emptyPatient, type PatientDraft, readPatient } from '../_patient-draft'
import { PatientFields, patientFieldId } from '../_patient-fields'
import { preparationClock, watchActs } from '../_preparation-clock'
import { CandidateList, candidatesId, personWords } from './candidate-list'
import { identifierProblems, problemsOf, standingProblems, type Typed } from './standing-problems'
import { type Candidates, likelyOf, lookForCandidates, useCandidates } from './use-candidates'
import { type NewCase, useCaseOpener } from './use-case-opener'

const fieldIdOf = (path: string): string => (path === 'question' ? 'question' : patientFieldId(path))

type NewCaseFormProps = { userId: string; boardId: string; today: Day }

const nothingTyped: Typed = { question: '', draft: emptyPatient }
const isNothing = (typed: Typed) => JSON.stringify(typed) === JSON.stringify(nothingTyped)

/** Opens a case: the question to the board, then who it is about. What was typed survives every refusal. */
export function NewCaseForm({ userId, boardId, today }: NewCaseFormProps) {
  const router = useRouter()
  const openCase = useCaseOpener(boardId)
  const [question, setQuestion] = useState('')
  const [draft, setDraft] = useState<PatientDraft>(emptyPatient)
  const [chosen, setChosen] = useState<CandidateView | null>(null)
  const [refused, setRefused] = useState<{ typed: Typed; problems: readonly FieldProblem[] } | null>(null)
  const [left, setLeft] = useState<PatientDraft>(emptyPatient)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [openAlready, setOpenAlready] = useState<CaseRow | null>(null)
  const [isSending, setSending] = useState(false)
  const [isOpened, setOpened] = useState(false)
  const [isBack, setBack] = useState(false)
  const counted = useRef(nothingCounted)
  useEffect(() => {
    const leave = () => {
      counted.current = afterLeaving(counted.current, performance.now())
    }
    const act = () => {
      counted.current = afterAct(counted.current, performance.now())
    }
    return watchActs({ act, leave, go: leave })
  }, [])
  const typed = { question, draft }
  const show = (left: Typed) => {
    setQuestion(left.question)
    setDraft({ ...emptyPatient, ...left.draft })
  }
  useKeptDraft<Typed>({
    userId,
    where: `new case ${boardId}`,
    draft: isOpened || isNothing(typed) ? null : typed,
    onLeft: (left) => {
      if (!isNothing(typed)) return
      show(left)
      setBack(true)
    },
  })
  const candidates = useCandidates({ boardId, today, draft })
  // The people on record who were shown beside this draft when it was sent, and whom the next try therefore says it is not.
  const [compared, setCompared] = useState<readonly string[]>([])
  const uncompared = (found: Candidates) => likelyOf(found).filter(({ patientId }) => !compared.includes(patientId))
  const isAnother = chosen === null && likelyOf(candidates).length > 0 && uncompared(candidates).length === 0
  const problems = refused === null ? [] : standingProblems(refused, typed, chosen !== null, today)
  // A number is checked when its field is left: while it is typed, every beginning of it is wrong.
  const atOnce = draft === left ? identifierProblems(draft, today) : []
  const errors = Object.fromEntries([...problems, ...atOnce].toReversed().map(({ path, message }) => [path, message]))
  const similar = chosen === null && candidates.kind === 'found' ? candidates.people.length : 0
  useEffect(() => document.getElementById('question')?.focus(), [])

  const sendNew = async (wanted: NewCase) => {
    setSending(true)
    const likely = uncompared(await lookForCandidates({ boardId, today, draft }))
    if (likely.length === 0) return send(wanted)
    setCompared([...compared, ...likely.map(({ patientId }) => patientId)])
    setSending(false)
    requestAnimationFrame(() => document.getElementById(candidatesId)?.scrollIntoView({ block: 'center' }))
  }

  const send = async (wanted: NewCase) => {
    setSending(true)
    const result = await openCase(wanted)
    if (result.kind === 'opened') {
      setOpened(true)
      preparationClock(userId, result.caseId).add(counted.current.activeMs)
      router.push(`/cases/${result.caseId}/edit/referral`)
      return
    }
    setSending(false)
    if (result.kind === 'open-already') setOpenAlready(result.row)
    else if (result.refusal.code === 'invalid') setRefused({ typed, problems: result.refusal.fields.map(atDraftField) })
    else setFailure(result.refusal)
  }

  const submit = () => {
    if (isSending) return
    setFailure(null)
    setOpenAlready(null)
    const found = problemsOf(typed, chosen !== null, today)
    setRefused({ typed, problems: found })
    const asked = questionInput.safeParse(question)
    if (!asked.success || found.length > 0) return
    const patient = chosen ? null : readPatient(draft, today)
    if (chosen) void send({ question: asked.data, patient: { id: chosen.patientId }, person: chosen })
    else if (patient?.ok) {
      void sendNew({ question: asked.data, patient: { new: patient.patient }, person: patient.patient })
    }
  }

  return (
    <form
      className="page form new-case"
      noValidate
      onBlur={() => setLeft(draft)}
      onKeyDown={(event) => chooseByLetter(event.nativeEvent)}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary problems={problems.map(({ path, message }) => ({ fieldId: fieldIdOf(path), message }))} />
      {isBack && (
        <Notice
          kind="info"
          announce="status"
          title="What you typed here before is back."
          actions={
            <Button
              size="small"
              onClick={() => {
                show(nothingTyped)
                setBack(false)
              }}
            >
              Start afresh
            </Button>
          }
        >
          It was not sent, so no case was opened.
        </Notice>
      )}
      {failure && <CreateFailure failure={failure} />}
      {openAlready && <OpenAlready row={openAlready} />}
      <Card title="Question to the board" tone="strong">
        <TextAreaField
          id="question"
          label="What should the board decide?"
          hint="One or two sentences."
          required
          limit={2000}
          value={question}
          error={errors.question}
          onChange={setQuestion}
        />
      </Card>
      <Card title="Patient">
        {chosen ? (
          <ChosenPatient person={chosen} today={today} onAnother={() => setChosen(null)} />
        ) : (
          <div className="form">
            <PatientFields
              draft={draft}
              onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
              errors={errors}
              today={today}
              similar={<CandidateList {...{ candidates, today }} isAsked={isAnother} onUse={setChosen} />}
            />
          </div>
        )}
      </Card>
      <div className="form-foot">
        <Button type="submit" tone="primary" busy={isSending} busyLabel="Opening">
          {chosen ? 'Open case for this patient' : isAnother ? 'Open case for another patient' : 'Open case'}
        </Button>
        <ButtonLink href="/cases" tone="quiet">
          Cancel
        </ButtonLink>
        {similar > 0 && (
          <a href={`#${candidatesId}`} className="similar-link">
            <Severity tone="warn">
              {similar === 1
                ? '1 similar patient on record: compare'
                : `${similar} similar patients on record: compare`}
            </Severity>
          </a>
        )}
      </div>
    </form>
  )
}

function CreateFailure({ failure }: { failure: Failure }) {
  const { title, next } = refusalWords(failure)
  return (
    <Notice
      kind="failed"
      announce="alert"
      title={title}
      actions={
        failure.code === 'signed-out' && (
          <ButtonLink href="/sign-in" target="_blank" size="small">
            Sign in in a new tab
          </ButtonLink>
        )
      }
    >
      {next}
    </Notice>
  )
}

/** The first try got through, and only its answer was lost: what was typed since stays here, to be copied. */
function OpenAlready({ row: { caseId, code, familyName, givenName, title, question } }: { row: CaseRow }) {
  return (
    <Notice
      kind="stale"
      announce="alert"
      title="Your first try did open the case."
      actions={
        <ButtonLink href={`/cases/${caseId}/edit/referral`} target="_blank" size="small">
          Go on in case {code}, in a new tab
        </ButtonLink>
      }
    >
      Case {code}, {showName({ family: familyName, given: givenName, title })}, asks:{' '}
      <span className="user-text">{question}</span> Change it there. Sending this form again opens a second case.
    </Notice>
  )
}

type ChosenProps = { person: CandidateView; today: Day; onAnother: () => void }

function ChosenPatient({ person, today, onAnother }: ChosenProps) {
  const { name, rest } = personWords(person, today)
  return (
    <>
      <div className="candidate">
        <span>
          <b>{name}</b>
          <br />
          <span className="muted">{rest}</span>
        </span>
        <Button size="small" onClick={onAnother}>
          Another patient
        </Button>
      </div>
      {person.openCases.map(({ caseId, code }) => (
        <Notice
          key={caseId}
          kind="stale"
          announce="status"
          title={`Case ${code} of this patient is open.`}
          actions={
            <ButtonLink href={`/cases/${caseId}`} target="_blank" size="small">
              Look at case {code}, in a new tab
            </ButtonLink>
          }
        >
          Opening this one makes a second open case.
        </Notice>
      ))}
    </>
  )
}
