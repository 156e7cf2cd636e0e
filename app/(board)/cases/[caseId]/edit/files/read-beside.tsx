'use client'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useState } from 'react'
import { fileHref, kindWords } from '@/app/_files/file-words'
import { PdfPages } from '@/app/_files/pdf-pages'
import { Icon } from '@/app/_ui/icon'
import type { AttachmentView } from '@/lib/cases/attachments/attachment'

/** Width of the document in percent of the window. */
const least = 24
const most = 60
const atFirst = 42

const within = (share: number): number => Math.min(most, Math.max(least, share))

type ReadBesideProps = { view: AttachmentView | null; caseId: string; onClose: () => void; children: ReactNode }

/**
 * The form with a document beside it; what stands between them is dragged or moved with the arrow keys. On a phone the two are
 * tabs, and the one that is not shown keeps its place.
 */
export function ReadBeside({ view, caseId, onClose, children }: ReadBesideProps) {
  const [share, setShare] = useState(atFirst)
  const [tab, setTab] = useState<'form' | 'document'>('document')
  const shown = view?.caseId === caseId ? view : null
  const close = () => {
    setTab('document')
    onClose()
  }
  // The form stands at the same place of the tree with and without a document: what is typed in it outlives both.
  return (
    <div
      className={shown ? `reads-beside shows-${tab}` : undefined}
      style={{ '--beside': `${share}vw` } as Record<string, string>}
    >
      <div className="beside-form">{children}</div>
      {shown && (
        <>
          <Divider share={share} onShare={setShare} />
          <Document key={shown.attachmentId} view={shown} onClose={close} />
          <div className="beside-tabs">
            {(['form', 'document'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
                {one === 'form' ? 'Form' : 'Document'}
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

function Divider({ share, onShare }: { share: number; onShare: (share: number) => void }) {
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: share + 2, ArrowRight: share - 2, Home: most, End: least },
    }
    const next = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
    if (next === undefined) return
    event.preventDefault()
    onShare(within(next))
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    onShare(within(Math.round(((window.innerWidth - event.clientX) / window.innerWidth) * 100)))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this separator can
    <div
      className="beside-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the document"
      aria-valuenow={share}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuetext={`${share} percent of the window`}
      tabIndex={0}
      onKeyDown={move}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  )
}

/** Where banner and head of the entry end: the document begins under them. */
function headEnd(): number {
  const ends = ['.sticky-top', '.banner'].map(
    (part) => document.querySelector(part)?.getBoundingClientRect().bottom ?? 0,
  )
  return Math.max(...ends)
}

function Document({ view, onClose }: { view: AttachmentView; onClose: () => void }) {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const place = () => setTop(Math.max(0, headEnd()))
    place()
    window.addEventListener('scroll', place, { passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  }, [])
  const title = `${kindWords[view.kind]} “${view.fileName}”`
  const href = fileHref(view.attachmentId, 'full')
  return (
    <section className="beside" aria-label={title} style={{ top }}>
      <div className="beside-head">
        <b className="user-text">{view.fileName}</b>
        <button type="button" className="icon-btn" aria-label="Close the document" onClick={onClose}>
          <Icon name="close" size="medium" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: pages that scroll are reached by keyboard */}
      <section className="beside-pages" tabIndex={0} aria-label="Pages">
        {view.mediaType === 'application/pdf' ? (
          <PdfPages href={href} title={title} />
        ) : (
          // biome-ignore lint/performance/noImgElement: the bytes come from the API for this person only, no copy may be kept
          <img src={href} alt={title} />
        )}
      </section>
    </section>
  )
}
