'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { type KeyboardEvent, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import type { AttachmentView } from '@/lib/cases/attachments/attachment'
import { altOf, type FilesOf, fileHref, kindWords, shownIn } from './file-words'
import { PdfPages } from './pdf-pages'

/** Steps of magnification; 0 fits the picture into the window. */
const zooms = [0, 1, 1.5, 2, 3, 4] as const

type KeyAct = { step: 1 | -1; arrow?: true } | { step?: undefined; magnify: 1 | -1 | 0; arrow?: undefined }

const keyActs: ReadonlyMap<string, KeyAct> = new Map<string, KeyAct>([
  ['ArrowLeft', { step: -1, arrow: true }],
  ['ArrowRight', { step: 1, arrow: true }],
  ['PageUp', { step: -1 }],
  ['PageDown', { step: 1 }],
  ['+', { magnify: 1 }],
  ['=', { magnify: 1 }],
  ['-', { magnify: -1 }],
  ['0', { magnify: 0 }],
])

type ViewerProps = {
  images: readonly AttachmentView[]
  of: FilesOf
  /** The attachment that is shown first. */
  start: string
  onClose: () => void
}

const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()

/** Below the patient banner and the strip of a demo, which are never covered; over the whole window where there is neither. */
const bannerEnd = (): number => {
  const mark = boxOf('.demo-mark')
  const edge = mark && mark.top <= 0 ? mark.bottom : 0
  const banner = boxOf('.banner')
  return banner && banner.top <= edge ? Math.max(edge, banner.bottom) : edge
}

/**
 * Pictures one by one on a dark surround that no theme changes. The arrow keys go from picture to picture, + and - magnify, 0
 * fits, Esc closes. A file of another case than the screen's is not shown (DESIGN P13).
 */
export function Viewer({ images, of, start, onClose }: ViewerProps) {
  const [shownId, setShownId] = useState(start)
  const [zoom, setZoom] = useState(0)
  const [top] = useState(bannerEnd)
  const at = Math.max(
    0,
    images.findIndex(({ attachmentId }) => attachmentId === shownId),
  )
  const view = images[at]
  const show = (next: number) => {
    const other = images[next]
    if (!other) return
    setShownId(other.attachmentId)
    setZoom(0)
  }
  const magnify = (by: number) => setZoom((before) => Math.min(zooms.length - 1, Math.max(0, before + by)))
  const hear = (event: KeyboardEvent) => {
    const act = keyActs.get(event.key)
    // In a magnified picture the arrows scroll it.
    if (!act || event.ctrlKey || event.metaKey || event.altKey || (act.arrow && zoom !== 0)) return
    event.preventDefault()
    if (act.step !== undefined) show(at + act.step)
    else if (act.magnify === 0) setZoom(0)
    else magnify(act.magnify)
  }
  if (!view) return null
  const isPdf = view.mediaType === 'application/pdf'
  const place = { number: at + 1, of: images.length }
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Popup className="viewer" style={{ top }} onKeyDown={hear}>
          <div className="viewer-head">
            <Base.Title className="viewer-title">
              <b>{of.patient}</b>
              <span role="status">
                {kindWords[view.kind]} {place.number} of {place.of}
              </span>
            </Base.Title>
            <p className="viewer-note">For review in the meeting – not for primary diagnosis</p>
            <div className="viewer-acts">
              <button
                type="button"
                aria-label="Previous image"
                aria-disabled={at === 0 || undefined}
                onClick={() => show(at - 1)}
              >
                <Icon name="left" size="medium" />
              </button>
              <button
                type="button"
                aria-label="Next image"
                aria-disabled={at === images.length - 1 || undefined}
                onClick={() => show(at + 1)}
              >
                <Icon name="right" size="medium" />
              </button>
              {!isPdf && (
                <>
                  <button type="button" onClick={() => magnify(-1)} aria-label="Smaller">
                    −
                  </button>
                  <button type="button" onClick={() => setZoom(0)}>
                    {zooms[zoom] === 0 ? 'Fit' : `${(zooms[zoom] ?? 1) * 100} %`}
                  </button>
                  <button type="button" onClick={() => magnify(1)} aria-label="Larger">
                    +
                  </button>
                </>
              )}
              <Base.Close aria-label="Close the viewer">
                <Icon name="close" size="medium" />
              </Base.Close>
            </div>
          </div>
          {view.caseId === of.caseId ? (
            <Shown key={view.attachmentId} view={view} alt={altOf(view, place, of.studies)} zoom={zooms[zoom] ?? 0} />
          ) : (
            <p className="viewer-stage" role="alert">
              This image belongs to another case than this screen. It is not shown. Close the viewer and load the page
              again.
            </p>
          )}
          <p className="viewer-caption">
            {shownIn(view, of.studies) !== '' && <b>{shownIn(view, of.studies)}</b>}
            <span className="user-text">{view.caption === '' ? 'No caption' : view.caption}</span>
          </p>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function Shown({ view, alt, zoom }: { view: AttachmentView; alt: string; zoom: number }) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  const href = fileHref(view.attachmentId, 'full')
  if (view.mediaType === 'application/pdf') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: pages that scroll are reached by keyboard
      <section className="viewer-stage pages" tabIndex={0} aria-label={alt}>
        <PdfPages href={href} title={alt} />
      </section>
    )
  }
  const width = zoom === 0 || view.width === null ? undefined : view.width * zoom
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a magnified picture is scrolled by keyboard
    <section className={zoom === 0 ? 'viewer-stage' : 'viewer-stage zoomed'} tabIndex={0} aria-label="Picture">
      {state === 'loading' && <p role="status">Loading the picture</p>}
      {state === 'failed' && <p role="alert">The picture could not be loaded. Close the viewer and open it again.</p>}
      {/* biome-ignore lint/performance/noImgElement: the bytes come from the API for this person only, no copy may be kept */}
      <img
        src={href}
        alt={alt}
        style={width === undefined ? undefined : { width, maxWidth: 'none', maxHeight: 'none' }}
        hidden={state === 'failed'}
        onLoad={() => setState('shown')}
        onError={() => setState('failed')}
      />
    </section>
  )
}
