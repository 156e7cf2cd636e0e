import { Icon } from '@/app/_ui/icon'
import type { AttachmentSize, AttachmentView } from '@/lib/cases/attachments/attachment'
import { fileHref } from './file-words'

type ThumbProps = { view: AttachmentView; alt: string; size?: AttachmentSize }

/** A file in a frame: the picture, or a sheet with the number of pages for a PDF. */
export function Thumb({ view, alt, size = 'small' }: ThumbProps) {
  if (view.mediaType === 'application/pdf') {
    return (
      <span className="thumb-sheet" role="img" aria-label={alt}>
        <Icon name="print" size="medium" />
        PDF, {view.pages === 1 ? '1 page' : `${view.pages} pages`}
      </span>
    )
  }
  // biome-ignore lint/performance/noImgElement: the bytes come from the API for this person only, no copy may be kept
  return <img className="thumb" src={fileHref(view.attachmentId, size)} alt={alt} loading="lazy" />
}
