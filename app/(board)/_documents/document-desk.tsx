'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { StaleNotice } from '@/app/_decision/stale-notice'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { SaveState } from '@/app/_ui/save-state'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, ask } from '@/lib/api/client'
import type { StaleDecision } from '@/lib/deliberation/queries/stale-decisions'
import { type DocumentPart, mostPartCharacters, openPlaces } from '@/lib/exchange/documents/document'
import type { DocumentView } from '@/lib/exchange/documents/document-views'
import { wishWarnings } from '@/lib/exchange/documents/information-wish'
import { listWords } from '@/lib/foundation/words'
import { ChangedByHand } from './changed-by-hand'
import { DispatchCard } from './dispatch-card'
import './documents.css'
import { ReadingAge } from './reading-age'
import { SentDocuments } from './sent-documents'
import { type Dispute, useDocument } from './use-document'

const idOf = (heading: string): string => `part-${heading.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

const goTo = (heading: string): void => document.getElementById(idOf(heading))?.focus()

function WishNotice({ wish }: Pick<DocumentView, 'wish'>) {
  const warning = wish === null ? null : wishWarnings[wish]
  return warning === null ? null : (
    <Notice kind="stale" title={warning.title}>
      {warning.says}
    </Notice>
  )
}

function DisputeNotice({ dispute, onSettle }: { dispute: Dispute; onSettle: (whose: 'mine' | 'theirs') => void }) {
  const { contested, homeless, theirs, by } = dispute
  return (
    <Notice
      kind="stale"
      announce="alert"
      title={`${by || 'Somebody'} changed this meanwhile.`}
      actions={
        contested.length === 0 ? (
          <Button onClick={() => onSettle('mine')}>Go on with this text</Button>
        ) : (
          <>
            <Button onClick={() => onSettle('mine')}>Keep what I wrote</Button>
            <Button onClick={() => onSettle('theirs')}>Take what they wrote</Button>
          </>
        )
      }
    >
      {contested.length > 0 && `You both wrote something else under ${listWords(contested)}.`}
      {theirs
        .filter(({ heading }) => contested.includes(heading))
        .map(({ heading, text }) => (
          <span key={heading} className="document-theirs user-text">
            Theirs, {heading}: {text === '' ? 'empty' : text}
          </span>
        ))}
      {homeless.map(({ heading, text }) => (
        <span key={heading} className="document-theirs user-text">
          The document was written anew and has no part “{heading}” any more. You wrote there: {text}
        </span>
      ))}
    </Notice>
  )
}

/** The record would give another text than the one that is edited: says so, and writes it anew on request. */
function WriteAnew({
  view,
  version,
  onDone,
}: {
  view: DocumentView
  version: number
  onDone: (fresh: DocumentView) => void
}) {
  const [asks, setAsks] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { kind, subjectId } = view
  const run = async () => {
    const written = await ask(api.documents.rewrite({ kind, subjectId, version }))
    const fresh = written.ok ? await ask(api.documents.get({ kind, subjectId })) : written
    setProblem(fresh.ok ? null : refusalSentence(fresh.refusal))
    if (!fresh.ok) return
    setAsks(false)
    onDone(fresh.value)
  }
  return (
    <Notice
      kind="stale"
      title="The record would give another text now."
      actions={<Button onClick={() => setAsks(true)}>Write anew from the record</Button>}
    >
      What is below was begun before that.
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title="Write anew from the record"
        description="What was changed by hand is replaced on this screen. It stays in the earlier versions of the document."
        actions={
          <>
            <Button onClick={() => setAsks(false)}>Keep this text</Button>
            <Button tone="primary" onClick={() => void run()}>
              Write anew
            </Button>
          </>
        }
      >
        {problem !== null && <p role="alert">{problem}</p>}
      </Dialog>
    </Notice>
  )
}

function Parts({
  parts,
  onChange,
}: {
  parts: readonly DocumentPart[]
  onChange: (heading: string, text: string) => void
}) {
  return parts.map(({ heading, text }) => (
    <TextAreaField
      key={heading}
      id={idOf(heading)}
      label={heading}
      value={text}
      rows={2}
      limit={mostPartCharacters}
      onChange={(next) => onChange(heading, next)}
    />
  ))
}

/** For who may read a document and not write it. */
function PartsToRead({ parts }: { parts: readonly DocumentPart[] }) {
  return parts.map(({ heading, text }) => (
    <section key={heading}>
      <h2>{heading}</h2>
      <p className="user-text">{text}</p>
    </section>
  ))
}

type DeskProps = {
  view: DocumentView
  /** That the decision was made on older facts: said to whoever sends, else to whoever reads; null where it stands, and for minutes. */
  stale: StaleDecision | null
  userId: string
}

/** One document at work: its text, what is still open in it, how it reads, what was changed, and what was sent. */
export function DocumentDesk({ view, stale, userId }: DeskProps) {
  const router = useRouter()
  const desk = useDocument(view, userId)
  const { parts, version, saving, dispute } = desk
  const goOn = (fresh: DocumentView) => {
    desk.take(fresh)
    router.refresh()
  }
  return (
    <div className="document-desk">
      <div className="stack">
        <WishNotice wish={view.wish} />
        {!view.mayWrite && stale && <StaleNotice {...stale} timeZone={view.timeZone} mayReopen={false} />}
        {!view.record.intact && (
          <Notice kind="refused" title="The record is no longer what was signed.">
            Tell your administrator. Nothing can be sent.
          </Notice>
        )}
        {view.mayWrite && view.writtenAnew && <WriteAnew view={view} version={version} onDone={goOn} />}
        {dispute && <DisputeNotice dispute={dispute} onSettle={desk.settle} />}
        <section className="card" aria-label={view.title}>
          <div className="card-head ruled">
            <h2>{view.title}</h2>
            {view.mayWrite && (
              <div className="card-aside">
                <SaveState saving={saving} onRetry={() => void desk.save()} />
              </div>
            )}
          </div>
          <div className="card-body document-parts">
            {view.mayWrite ? <Parts parts={parts} onChange={desk.change} /> : <PartsToRead parts={parts} />}
          </div>
        </section>
      </div>
      <div className="stack">
        {view.mayWrite && (
          <DispatchCard
            {...{ view, stale }}
            open={openPlaces(parts)}
            onSave={desk.settled}
            onSent={() => router.refresh()}
            onGoTo={goTo}
          />
        )}
        {view.kind === 'patient' && <ReadingAge parts={parts} />}
        <SentDocuments dispatches={view.dispatches} timeZone={view.timeZone} />
        <ChangedByHand view={view} parts={parts} />
      </div>
    </div>
  )
}
