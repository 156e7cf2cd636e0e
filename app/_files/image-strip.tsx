'use client'
import { useState } from 'react'
import { altOf, type FilesOf, keyImagesIn, shownIn } from './file-words'
import { Thumb } from './thumb'
import { useAttachments } from './use-attachments'
import { Viewer } from './viewer'

type ImageStripProps = {
  of: FilesOf
  /** Heading of the strip; it names the list. */
  title?: string
  /** At most so many are drawn; the viewer shows them all. */
  most?: number
  /** For the wall, which has no controls: large pictures that open nothing. */
  isStill?: boolean
}

/** The key images of a case, each opening the viewer. Draws nothing while there are none. */
export function ImageStrip({ of, title = 'Key images', most = 12, isStill = false }: ImageStripProps) {
  const { files } = useAttachments(of.caseId)
  const [opened, setOpened] = useState<string | null>(null)
  const images = keyImagesIn(files ?? [], of)
  if (images.length === 0) return null
  const left = images.length - most
  return (
    <div className="image-strip">
      <h3>{title}</h3>
      <ul aria-label={title}>
        {images.slice(0, most).map((view, index) => {
          const alt = altOf(view, { number: index + 1, of: images.length }, of.studies)
          const shown = (
            <>
              <Thumb view={view} alt={alt} size={isStill ? 'full' : 'small'} />
              <span className="image-said" aria-hidden="true">
                {shownIn(view, of.studies)}
                {view.caption !== '' && <span className="user-text">{view.caption}</span>}
              </span>
            </>
          )
          return (
            <li key={view.attachmentId}>
              {isStill ? (
                <div className="image-frame">{shown}</div>
              ) : (
                <button type="button" className="image-frame" onClick={() => setOpened(view.attachmentId)}>
                  {shown}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {of.asOf !== undefined && (
        <p className="source-line">Attached by then, and not withdrawn since. Captions and order are those of today.</p>
      )}
      {left > 0 && !isStill && <p className="source-line">{left === 1 ? '1 more' : `${left} more`} in the viewer.</p>}
      {opened !== null && <Viewer images={images} of={of} start={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}
