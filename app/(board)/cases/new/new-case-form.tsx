'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { questionInput } from '@/lib/cases/model'
import type { CandidateView } from '@/lib/cases/queries'
import type { FieldProblem } from '@/lib/foundation/result'
import type { Day } from '@/lib/foundation/time'
import { atDraftField, emptyPatient, type PatientDraft, readPatient } from '../_patient-draft'
import { PatientFields, patientFieldId } from '../_patient-fields'
import { CandidateList, personWords } from './candidate-list'
import { useCandidates } from './use-candidates'

type Patient = Parameters<typeof api.cases.create>[0]['patient']

const fieldIdOf = (path: string): string => (path === 'question' ? 'question' : patientFieldId(path))

/** Opens a case: the question to the board, then who it is about. What was typed survives every refusal. */
export function NewCaseForm({ boardId, today }: { boardId: string; today: Day }) {
  const router = useRouter()
  const [key] = useState(() => crypto.randomUUID())
  const [question, setQuestion] = useState('')
  const [draft, setDraft] = useState<PatientDraft>(emptyPatient)
  const [chosen, setChosen] = useState<CandidateView | null>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isSending, setSending] = useState(false)
  const candidates = useCandidates({ boardId, ...draft })
  const errors = Object.fromEntries(problems.toReversed().map(({ path, message }) => [path, message]))
  useEffect(() => document.getElementById('question')?.focus(), [])
  useEffect(() => {
    document.title = `${problems.length > 0 ? 'Error: ' : ''}New case · Spineboard`
  }, [problems])

  const send = async (asked: string, patient: Patient) => {
    setSending(true)
    const result = await ask(
      api.cases.create({ boardId, question: asked, patient }, { context: { idempotencyKey: key } }),
    )
    if (result.ok) {
      router.push(`/cases/${result.value.caseId}/edit/referral`)
      return
    }
    setSending(false)
    if (result.refusal.code === 'invalid') setProblems(result.refusal.fields.map(atDraftField))
    else setFailure(result.refusal)
  }

  const submit = () => {
    if (isSending) return
    setFailure(null)
    const asked = questionInput.safeParse(question)
    const patient = chosen ? null : readPatient(draft, today)
    const found = [
      ...(asked.error?.issues.map(({ message }) => ({ path: 'question', message })) ?? []),
      ...(patient && !patient.ok ? patient.problems : []),
    ]
    setProblems(found)
    if (!asked.success || found.length > 0) return
    if (chosen) void send(asked.data, { id: chosen.patientId })
    else if (patient?.ok) void send(asked.data, { new: patient.patient })
  }

  return (
    <form
      className="page form new-case"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary problems={problems.map(({ path, message }) => ({ fieldId: fieldIdOf(path), message }))} />
      {failure && <CreateFailure failure={failure} />}
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
            />
            <CandidateList candidates={candidates} today={today} onUse={setChosen} />
          </div>
        )}
      </Card>
      <p className="row-wrap">
        <Button type="submit" tone="primary" busy={isSending} busyLabel="Opening">
          {chosen ? 'Open case for this patient' : 'Open case'}
        </Button>
        <ButtonLink href="/cases" tone="quiet">
          Cancel
        </ButtonLink>
      </p>
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

type ChosenProps = { person: CandidateView; today: Day; onAnother: () => void }

function ChosenPatient({ person, today, onAnother }: ChosenProps) {
  const { name, rest } = personWords(person, today)
  return (
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
  )
}
