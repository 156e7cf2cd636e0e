'use client'
import { useState, useSyncExternalStore } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { lowerFirst } from '@/app/_ui/lower-first'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { refusalWords } from '@/app/_ui/refusal-words'
import { SaveState } from '@/app/_ui/save-state'
import { figuresOf, ReadinessBadge } from '@/app/(board)/_readiness/readiness-badge'
import { caseStateWords } from '@/lib/cases/model'
import { readinessState } from '@/lib/cases/readiness-state'
import { showInstant } from '@/lib/foundation/time'
import { useEntry, useEntryState } from './entry-context'
import { failureOf, savingOf } from './entry-saving'
import { type GoTo, HandIn } from './hand-in'
import { heldAnswers, patientPlace } from './held-answers'
import { HeldLine } from './held-line'

/** Clock time with seconds, 24 h, in the board's zone: `14:32:05`. */
const clockIn = (timeZone: string) => (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(new Date(instant))

const restoredWords = ({ answers, at }: { answers: number; at: string }, timeZone: string): string => {
  const what = answers === 0 ? 'Your question to the board' : answers === 1 ? '1 answer' : `${answers} answers`
  return `${what} of ${showInstant(at, timeZone)} ${answers > 1 ? 'are' : 'is'} back.`
}

/** The case's number, whether everything is saved, and handing in. A failure that needs an act says so under it. */
export function EntryHead({ onGoTo, hasPatientEdits }: { onGoTo: GoTo; hasPatientEdits: boolean }) {
  const { store, question, terms, today, timeZone } = useEntry()
  const state = useEntryState()
  const asked = useSyncExternalStore(question.subscribe, question.read, question.read)
  const { code, caseId, state: caseState } = state.file
  const failure = failureOf(state, asked)
  const held = heldAnswers(state, asked)
  const first = failure ? undefined : held[0]
  const saving = savingOf(state, asked, clockIn(timeZone), hasPatientEdits)
  const leadsTo = saving.state === 'changed' && saving.why !== undefined ? patientPlace : first
  const [isJustHandedIn, setJustHandedIn] = useState(false)
  const retry = () => {
    store.flush()
    question.flush()
  }
  return (
    <div className="entry-head">
      <PageHead
        inCase
        title={`Case ${code}`}
        note={
          <>
            {`${lowerFirst(caseStateWords[caseState])}, version ${state.queue.version} · `}
            <ReadinessBadge figures={figuresOf(readinessState(state.file, terms, today))} />
          </>
        }
        state={
          <SaveState
            saving={{ ...saving, ...(leadsTo && { onGo: () => onGoTo(leadsTo) }) }}
            onRetry={failure ? retry : undefined}
          />
        }
        actions={
          <>
            <ButtonLink href={`/cases/${caseId}`}>Board sheet</ButtonLink>
            <HandIn {...{ asked, hasPatientEdits, onGoTo }} onDone={() => setJustHandedIn(true)} />
          </>
        }
      />
      <HeldLine held={held} onGoTo={onGoTo} />
      <div role="status">
        {isJustHandedIn && (
          <div className="entry-notice">
            <Notice kind="info" title={`Case ${code} is with the board.`}>
              The coordinator can now put it on an agenda. You can still add and correct answers.
            </Notice>
          </div>
        )}
      </div>
      <div role="status">
        {state.restored && (
          <div className="entry-notice">
            <Notice kind="info" title={restoredWords(state.restored, timeZone)}>
              The page closed before all was saved. It is being saved now; the line above says whether everything is.
            </Notice>
          </div>
        )}
      </div>
      {failure && (
        <div className="entry-notice">
          <Notice
            kind={failure.code === 'unreachable' ? 'offline' : 'failed'}
            title={refusalWords(failure).title}
            actions={
              failure.code === 'signed-out' && (
                <ButtonLink href="/sign-in" target="_blank" size="small">
                  Sign in in a new tab
                </ButtonLink>
              )
            }
          >
            {failure.code === 'unreachable' || failure.code === 'signed-out'
              ? 'What you type is kept on this device, encrypted for you, and is sent by itself as soon as that works again.'
              : refusalWords(failure).next}
          </Notice>
        </div>
      )}
    </div>
  )
}
