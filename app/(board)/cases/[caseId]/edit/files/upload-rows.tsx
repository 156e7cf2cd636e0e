'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { type AttachmentKind, showBytes } from '@/lib/cases/attachments/attachment'
import { SaidFields } from './said-fields'
import type { Upload, Uploads } from './use-uploads'

type UploadRowsProps = {
  uploads: Uploads
  kind: AttachmentKind
  studies: Readonly<Record<string, string>>
  asksMore: boolean
}

/** The files on their way, each with its progress, its words and the ways out. */
export function UploadRows({ uploads, kind, studies, asksMore }: UploadRowsProps) {
  const ofKind = uploads.uploads.filter((one) => one.kind === kind)
  return (
    <>
      <div role="status">
        {uploads.known?.kind === kind && (
          <Notice kind="info" title={`“${uploads.known.name}” is attached already.`}>
            It was not added a second time.
          </Notice>
        )}
      </div>
      {ofKind.length > 0 && (
        <ul className="upload-rows" aria-label="Files on their way">
          {ofKind.map((upload) => (
            <li key={upload.key}>
              <Row upload={upload} uploads={uploads} />
              {asksMore && (upload.state !== 'refused' || upload.caption !== '') && (
                <SaidFields
                  said={upload}
                  onSay={(said) => uploads.say(upload.key, said)}
                  studies={studies}
                  named={upload.file.name}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Row({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { key, file, state, part, sentence } = upload
  if (state === 'sending') {
    const percent = Math.round(part * 100)
    return (
      <div className="row-wrap">
        <span className="user-text">{file.name}</span>
        <progress value={part} max={1} aria-label={`Sending ${file.name}`} />
        <span>{percent < 100 ? `${percent} % of ${showBytes(file.size)}` : 'Sent. It is being checked.'}</span>
        <Button size="small" onClick={() => uploads.drop(key)} aria-label={`Cancel ${file.name}`}>
          Cancel
        </Button>
      </div>
    )
  }
  return (
    <Notice
      kind={state === 'refused' ? 'refused' : 'failed'}
      announce="alert"
      title={`“${file.name}” was not attached.`}
      actions={
        <>
          {state === 'failed' && (
            <Button size="small" onClick={() => uploads.retry(key)} aria-label={`Try ${file.name} again`}>
              Try again
            </Button>
          )}
          <Button size="small" onClick={() => uploads.drop(key)} aria-label={`Put ${file.name} away`}>
            Put away
          </Button>
        </>
      }
    >
      {sentence}
    </Notice>
  )
}
