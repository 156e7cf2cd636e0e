'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { DayField } from '@/app/_ui/day-field'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { api, ask, type Failure } from '@/lib/api/client'
import { sections } from '@/lib/cases/sections/sections'
import { type VisitField as FieldName, visitFields } from '@/lib/follow-up/visit-model'
import type { BoardTime } from '@/lib/foundation/moment'
import type { FieldProblem } from '@/lib/foundation/result'
import { type Day, showDay } from '@/lib/foundation/time'
import { timeNow } from '../edit/time-now'
import { changeField, type DraftField, emptyDraft, readDraft, seenRules } from './visit-draft'
import { VisitField } from './visit-field'

const wide: ReadonlySet<FieldName> = new Set(['events', 'neurologyWords', 'eventWords'])

/** What the server says of a known field comes back under its value. */
const placeOf = ({ path }: FieldProblem): string => path.split('.').slice(0, 2).join('.')

/** The form and what became of sending it. One key for each thing said: sent twice, it is recorded once. */
function useVisit(caseId: string, { today, timeZone }: Pick<BoardTime, 'today' | 'timeZone'>) {
  const router = useRouter()
  const [seen, setSeen] = useState(showDay(today))
  const [draft, setDraft] = useState(emptyDraft)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<'not' | 'visit' | 'death'>('not')
  const [keys] = useState(repeatKeys)

  const change = (field: FieldName, next: Partial<DraftField>) => {
    setSaved('not')
    setDraft((before) => ({ ...before, [field]: changeField(before[field], next) }))
  }
  const send = async () => {
    const read = readDraft(seen, draft, timeNow({ today, timeZone }))
    setFailure(null)
    setSaved('not')
    setProblems(read.problems)
    if (read.seenOn === null || read.problems.length > 0) return
    const input = { caseId, seenOn: read.seenOn, findings: read.findings }
    setBusy(true)
    const answer = await ask(api.followUp.recordVisit(input, { context: { idempotencyKey: keys.keyFor(input) } }))
    setBusy(false)
    if (answer.ok) {
      setDraft(emptyDraft())
      setSeen(showDay(today))
      setSaved(read.findings.diedOn?.state === 'known' ? 'death' : 'visit')
      keys.forget()
      router.refresh()
    } else if (answer.refusal.code === 'invalid') setProblems(answer.refusal.fields)
    else setFailure(answer.refusal)
  }
  return { seen, setSeen, draft, change, problems, failure, busy, saved, send }
}

const openWords = (tasks: number): string => (tasks === 1 ? '1 task is still open' : `${tasks} tasks are still open`)

/** What was recorded, where it stands, and what comes next. */
const savedWords = (saved: 'visit' | 'death', openTasks: number): string => {
  const stands = 'Visit recorded. It stands in the list of visits above.'
  if (openTasks === 0) return stands
  return saved === 'death'
    ? `${stands} ${openWords(openTasks)}: close what will not be carried out as not done, with the reason “The patient died”.`
    : `${stands} ${openWords(openTasks)}: record above what was carried out.`
}

type VisitFormProps = {
  caseId: string
  today: Day
  timeZone: string
  /** Tasks of the case that are still open. */
  openTasks: number
}

/** Records a follow-up visit. Every question can stay open; nothing is filled in for it. */
export function VisitForm({ caseId, today, timeZone, openTasks }: VisitFormProps) {
  const formId = useId()
  const { seen, setSeen, draft, change, problems, failure, busy, saved, send } = useVisit(caseId, { today, timeZone })
  const idOf = (place: string) =>
    place === 'findings' ? `${formId}-seenOn` : `${formId}-${place.replace('findings.', '')}`
  const errorOf = (place: string) => problems.find((problem) => placeOf(problem) === place)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void send()
  }
  return (
    <Card title="Record a visit" note="What is left open is not recorded">
      <form className="form visit-form" onSubmit={submit} noValidate>
        <ErrorSummary
          problems={problems.map((problem) => ({ fieldId: idOf(placeOf(problem)), message: problem.message }))}
        />
        {failure && (
          <Notice kind="failed" title={refusalWords(failure).title} announce="alert">
            {refusalWords(failure).next}
          </Notice>
        )}
        <div className="form-grid">
          <DayField
            id={idOf('seenOn')}
            label="Seen on"
            required
            hint="For example 22-Nov-2026, or yesterday"
            value={seen}
            rules={seenRules(today)}
            error={errorOf('seenOn')}
            onChange={setSeen}
          />
          {visitFields.map((field) => (
            <div key={field} className={wide.has(field) ? 'across' : undefined}>
              <VisitField
                id={idOf(field)}
                declared={sections.visit.fields[field]}
                value={draft[field]}
                onChange={(next) => change(field, next)}
                error={errorOf(`findings.${field}`)}
                today={today}
                timeZone={timeZone}
              />
            </div>
          ))}
        </div>
        <div className="row-wrap">
          <Button type="submit" tone="primary" busy={busy} busyLabel="Saving">
            Record the visit
          </Button>
          <span role="status">{saved !== 'not' && savedWords(saved, openTasks)}</span>
        </div>
      </form>
    </Card>
  )
}
