'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Chip } from '@/app/_ui/chip'
import { Dialog } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import { type Gap, handInProblems, readiness } from '@/lib/cases/readiness'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { useEntry, useEntryState } from './entry-context'
import { WhyEmpty } from './why-empty'

const gapWords = 'The case can be handed in with gaps, and answers can be added later.'
const essentialWords = 'A study and a level are needed, or why there is none; other gaps can stay.'

type HandInProps = { hasQuestion: boolean; onGoTo: (gap: Gap) => void; onDone: () => void }

/** Hands the case in to the board. What is still missing is named first; a draft with gaps can be handed in all the same. */
export function HandIn({ hasQuestion, onGoTo, onDone }: HandInProps) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const [isOpen, setOpen] = useState(false)
  const [isSending, setSending] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  if (file.state === 'handed-in') return <Chip tone="ok">Handed in</Chip>
  const handIn = async () => {
    setSending(true)
    await store.settle()
    const result = await ask(api.cases.handIn({ caseId: file.caseId }))
    setSending(false)
    if (result.ok) {
      setOpen(false)
      store.patch({ state: 'handed-in', handedInAt: new Date().toISOString() })
      onDone()
    } else setWhy(refusedWords(result.refusal))
  }
  const { known, needed, gaps } = readiness(file)
  const [essential] = handInProblems(file)
  const goTo = (gap: Gap) => {
    setOpen(false)
    onGoTo(gap)
  }
  return (
    <>
      <Button
        tone="primary"
        blockedBecause={hasQuestion ? undefined : 'Write the question to the board first.'}
        onClick={() => {
          store.flush()
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
        description={`${known} of ${needed} needed answers are there. ${essential ? essentialWords : gapWords}`}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Not yet</Button>
            <Button
              tone="primary"
              busy={isSending}
              busyLabel="Handing in"
              blockedBecause={essential?.message}
              onClick={() => void handIn()}
            >
              {gaps.length === 0 ? 'Hand in' : 'Hand in with gaps'}
            </Button>
          </>
        }
      >
        {why !== null && <Notice kind="refused" announce="alert" title={why} />}
        <Essentials gaps={gaps} onGoTo={goTo} />
        <GapList gaps={gaps.filter(({ field }) => field !== '')} onGoTo={goTo} />
      </Dialog>
    </>
  )
}

/** The server's own sentences where it named what is missing. */
const refusedWords = (refusal: Failure): string =>
  refusal.code === 'invalid' ? refusal.fields.map(({ message }) => message).join(' ') : refusalSentence(refusal)

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
        <WhyEmpty section={section} />
      </section>
    )
  })
}

/** What is missing and why the board needs it, each leading to its field. */
function GapList({ gaps, onGoTo }: { gaps: readonly Gap[]; onGoTo: (gap: Gap) => void }) {
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
