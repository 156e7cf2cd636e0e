'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Chip } from '@/app/_ui/chip'
import { Dialog } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { Severity } from '@/app/_ui/severity'
import { api, ask, type Failure } from '@/lib/api/client'
import { requires, whyNeededBy } from '@/lib/cases/minimum-dataset'
import { type Gap, handInProblems, readiness } from '@/lib/cases/readiness'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { DifferingList } from './answers-that-differ'
import { useEntry, useEntryState } from './entry-context'
import { type HeldAnswer, waitingAnswers } from './held-answers'
import type { QuestionState } from './question-store'
import { fieldIdOf } from './section-state'
import { WhyEmpty } from './why-empty'

const gapWords = 'The case can be handed in with gaps, and answers can be added later.'
const essentialWords = 'A study and a level are needed, or why there is none; other gaps can stay.'

const heldWords =
  'What is not saved would not reach the board: correct or save it, or empty its field, before handing in.'

/** Leads to a field of the entry. */
export type GoTo = (field: Pick<HeldAnswer, 'section' | 'item' | 'fieldId'>) => void

type HandInProps = { asked: QuestionState; hasPatientEdits: boolean; onGoTo: GoTo; onDone: () => void }

/**
 * Hands the case in to the board. What is still missing is named first; a draft with gaps can be handed in all the same, one
 * with answers that are typed and not saved cannot.
 */
export function HandIn({ asked, hasPatientEdits, onGoTo, onDone }: HandInProps) {
  const { store, question, terms } = useEntry()
  const entry = useEntryState()
  const { file } = entry
  const [isOpen, setOpen] = useState(false)
  const [isSending, setSending] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  if (file.state === 'handed-in') return <Chip tone="ok">Handed in</Chip>
  const handIn = async () => {
    setSending(true)
    await store.settle()
    if (store.hasUnsaved() || question.hasUnsaved()) {
      setSending(false)
      setWhy('Not everything is saved yet. Hand in once the line at the top says “Saved”.')
      return
    }
    const result = await ask(api.cases.handIn({ caseId: file.caseId }))
    setSending(false)
    if (result.ok) {
      setOpen(false)
      store.patch({ state: 'handed-in', handedInAt: new Date().toISOString() })
      onDone()
    } else setWhy(refusedWords(result.refusal))
  }
  const { known, needed, gaps } = readiness(file, whyNeededBy(terms.dataset))
  const [essential] = handInProblems(file)
  const held = waitingAnswers(entry, asked, hasPatientEdits)
  const goTo: GoTo = (field) => {
    setOpen(false)
    onGoTo(field)
  }
  const goToGap = (gap: Gap) => goTo({ ...gap, fieldId: fieldIdOf(gap) })
  return (
    <>
      <Button
        tone="primary"
        data-ends-entry
        blockedBecause={asked.typed.trim() !== '' ? undefined : 'Write the question to the board first.'}
        onClick={() => {
          store.flush()
          question.flush()
          setWhy(null)
          setOpen(true)
        }}
      >
        Hand in to board
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        wide
        title={`Hand in case ${file.code}`}
        description={`${known} of ${needed} needed answers are there. ${held.length > 0 ? heldWords : essential ? essentialWords : gapWords}`}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Not yet</Button>
            <Button
              tone="primary"
              busy={isSending}
              busyLabel="Handing in"
              blockedBecause={heldBecause(held) ?? essential?.message}
              onClick={() => void handIn()}
            >
              {gaps.length === 0 ? 'Hand in' : 'Hand in with gaps'}
            </Button>
          </>
        }
      >
        {why !== null && <Notice kind="refused" announce="alert" title={why} />}
        <HeldList held={held} onGoTo={goTo} />
        <Essentials gaps={gaps} onGoTo={goToGap} />
        <DifferingList onGoTo={goTo} />
        <GapList gaps={gaps.filter(({ field }) => field !== '')} onGoTo={goToGap} />
      </Dialog>
    </>
  )
}

/** The server's own sentences where it named what is missing. */
const refusedWords = (refusal: Failure): string =>
  refusal.code === 'invalid' ? refusal.fields.map(({ message }) => message).join(' ') : refusalSentence(refusal)

const needWords = {
  correction: 'to correct',
  decision: 'changed by somebody else: choose which answer counts',
  saving: 'waits for “Save patient”',
} as const

const isPatientOnly = (held: readonly HeldAnswer[]): boolean => held.every(({ needs }) => needs === 'saving')

/** Why the case cannot be handed in while these are not saved; undefined when all are. */
function heldBecause(held: readonly HeldAnswer[]): string | undefined {
  if (held.length === 0) return undefined
  return isPatientOnly(held) ? 'First save patient and contact.' : 'First correct what is not saved.'
}

function heldTitle(held: readonly HeldAnswer[]): string {
  if (isPatientOnly(held)) return 'Patient and contact are not saved'
  return held.length === 1 ? '1 answer is not saved' : `${held.length} answers are not saved`
}

/** Answers that were typed and are not saved, each leading to its field. */
function HeldList({ held, onGoTo }: { held: readonly HeldAnswer[]; onGoTo: GoTo }) {
  if (held.length === 0) return null
  return (
    <section className="essential">
      <h3>
        <Severity tone="crit">{heldTitle(held)}</Severity>
      </h3>
      <ul>
        {held.map((answer) => (
          <li key={answer.fieldId}>
            <button type="button" className="link-btn" onClick={() => onGoTo(answer)}>
              {answer.label}
            </button>{' '}
            <span className="muted">
              {sections[answer.section].title}, {needWords[answer.needs]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/**
 * A case without a study or a level needs a reason: it is added, or said here why there is none. What was once missing
 * when the dialog opened keeps its place, so that nothing moves under the hand that types the reason.
 */
function Essentials({ gaps, onGoTo }: { gaps: readonly Gap[]; onGoTo: (gap: Gap) => void }) {
  const [asked] = useState(() => gaps.filter(({ field }) => field === ''))
  return asked.map((gap) => {
    const { section, label } = gap
    if (section !== 'imaging' && section !== 'lesions') return null
    return (
      <section key={section} className="essential">
        <h3>{label} is missing</h3>
        <p>
          <button type="button" className="link-btn" onClick={() => onGoTo(gap)}>
            {section === 'imaging' ? 'Add a study' : 'Name a level'}
          </button>{' '}
          <span className="muted">needed for {gap.neededFor}. Or say why there is none:</span>
        </p>
        <WhyEmpty isEmpty section={section} />
      </section>
    )
  })
}

/** What is missing and why the board needs it, each leading to its field. */
function GapList({ gaps, onGoTo }: { gaps: readonly Gap[]; onGoTo: (gap: Gap) => void }) {
  const { dataset } = useEntry().terms
  const bySection = [...new Set(gaps.map(({ section }) => section))] as SectionId[]
  return (
    <div className="gap-list">
      {bySection.map((section) => (
        <section key={section}>
          <h3>{sections[section].title}</h3>
          <ul>
            {gaps
              .filter((gap) => gap.section === section)
              .map((gap) => (
                <li key={`${gap.item} ${gap.field}`}>
                  <button type="button" className="link-btn" onClick={() => onGoTo(gap)}>
                    {gap.section === 'lesions' ? `${gap.item}: ${gap.label}` : gap.label}
                  </button>{' '}
                  <span className="muted">
                    {requires(dataset, gap) && <b>required by the board; </b>}
                    {gap.pending ? 'pending; ' : ''}needed for {gap.neededFor}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
