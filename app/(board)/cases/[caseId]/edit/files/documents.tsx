'use client'
import { useState } from 'react'
import { fileHref, filesOf, kindWords } from '@/app/_files/file-words'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { type AttachmentView, showBytes } from '@/lib/cases/attachments/attachment'
import { showInstant } from '@/lib/foundation/time'
import { useEntry, useEntryState } from '../entry-context'
import { DropZone } from './drop-zone'
import { UploadRows } from './upload-rows'
import type { CaseFiles } from './use-case-files'
import { WithdrawFile, WithdrawnFile } from './withdraw-file'

type Named = { attachmentId: string; named: string }

type DocumentsProps = CaseFiles & {
  /** The file that is read beside the form, or null. */
  beside: AttachmentView | null
  onBeside: (view: AttachmentView | null) => void
}

const sizeWords = ({ mediaType, pages, byteLength }: AttachmentView): string => {
  const size = showBytes(byteLength)
  if (mediaType !== 'application/pdf') return `picture, ${size}`
  return `PDF, ${pages === 1 ? '1 page' : `${pages} pages`}, ${size}`
}

/** The referral as it came, as PDF or photo: attached, and read beside the form while it is typed in. */
export function Documents({ beside, onBeside, files, failure, reload, uploads }: DocumentsProps) {
  const { timeZone } = useEntry()
  const { file } = useEntryState()
  const { patient } = filesOf(file, { isHidden: false })
  const [leaving, setLeaving] = useState<Named | null>(null)
  const [gone, setGone] = useState<Named | null>(null)
  const documents = files?.filter(({ kind }) => kind === 'referral' || kind === 'report') ?? []
  return (
    <Card title="Referral documents" className="entry-form">
      {failure && <Notice kind="failed" title={refusalSentence(failure)} />}
      {gone && <WithdrawnFile key={gone.attachmentId} {...gone} onRestored={reload} onGone={() => setGone(null)} />}
      {documents.length > 0 && (
        <ul className="rows document-rows" aria-label="Referral documents">
          {documents.map((view) => {
            const isBeside = beside?.attachmentId === view.attachmentId
            return (
              <li key={view.attachmentId}>
                <span className="document-said">
                  <b className="user-text">{view.fileName}</b>
                  <span className="source-line">
                    {kindWords[view.kind]}, {sizeWords(view)}. {view.addedBy}, {showInstant(view.addedAt, timeZone)}
                  </span>
                </span>
                <Button
                  size="small"
                  icon="eye"
                  aria-pressed={isBeside}
                  aria-label={`Read ${view.fileName} beside the form`}
                  onClick={() => onBeside(isBeside ? null : view)}
                >
                  Read beside
                </Button>
                <a className="btn small" href={fileHref(view.attachmentId, 'full')} download>
                  Download<span className="visually-hidden"> {view.fileName}</span>
                </a>
                <Button
                  size="small"
                  aria-label={`Withdraw ${view.fileName}`}
                  onClick={() => setLeaving({ attachmentId: view.attachmentId, named: `“${view.fileName}”` })}
                >
                  Withdraw
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <UploadRows uploads={uploads} kind="referral" studies={{}} asksMore={false} />
      <DropZone label="Attach a referral" takesPaste onFiles={(chosen) => uploads.add(chosen, 'referral')}>
        {files !== null && documents.length === 0 && (
          <p className="quiet">
            The letter as it came, as PDF or photo. It can be read beside the form while you type.
          </p>
        )}
      </DropZone>
      {leaving && (
        <WithdrawFile
          {...leaving}
          patient={patient}
          onClose={() => setLeaving(null)}
          onDone={() => {
            setGone(leaving)
            setLeaving(null)
            if (beside?.attachmentId === leaving.attachmentId) onBeside(null)
            void reload()
          }}
        />
      )}
    </Card>
  )
}
