'use client'
import { useEffect, useRef, useState } from 'react'
import { fileHref, filesOf } from '@/app/_files/file-words'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { showInstant } from '@/lib/foundation/time'
import { useEntry, useEntryState } from '../entry-context'
import { DropZone } from './drop-zone'
import { UploadRows } from './upload-rows'
import type { CaseFiles } from './use-case-files'
import { WithdrawFile, WithdrawnFile } from './withdraw-file'

/** The photo that stands beside the name, where the board shows photos (DESIGN P14). A case has one at a time. A list of files that did not come is told by the documents beside it. */
export function PatientPhoto({ files, reload, uploads }: Omit<CaseFiles, 'failure'>) {
  const { store, timeZone } = useEntry()
  const { file } = useEntryState()
  const [isLeaving, setLeaving] = useState(false)
  const [gone, setGone] = useState<string | null>(null)
  const photo = files?.find(({ kind }) => kind === 'photo')
  const stands = files === null ? undefined : (photo?.attachmentId ?? null)
  const before = useRef(stands)
  useEffect(() => {
    // The banner above shows the newest photo of the patient, which may be of an earlier case: the server knows which.
    if (before.current !== undefined && before.current !== stands) void store.refresh()
    before.current = stands
  }, [store, stands])
  return (
    <Card title="Photo of the patient" className="entry-form">
      {gone !== null && (
        <WithdrawnFile attachmentId={gone} named="the photo" onRestored={reload} onGone={() => setGone(null)} />
      )}
      {photo && (
        <div className="row-wrap">
          {/* biome-ignore lint/performance/noImgElement: the bytes come from the API for this person only, no copy may be kept */}
          <img className="patient-photo" src={fileHref(photo.attachmentId, 'small')} alt="The patient" />
          <span className="source-line">
            {photo.addedBy}, {showInstant(photo.addedAt, timeZone)}
          </span>
          <Button size="small" aria-label="Withdraw the photo" onClick={() => setLeaving(true)}>
            Withdraw
          </Button>
        </div>
      )}
      <UploadRows uploads={uploads} kind="photo" studies={{}} asksMore={false} />
      {files !== null && !photo && (
        <DropZone
          label="Add a photo"
          takes="one-picture"
          onFiles={(chosen) => uploads.add(chosen.slice(0, 1), 'photo')}
        >
          <p className="quiet">It stands beside the name, for the treating team only. Optional.</p>
        </DropZone>
      )}
      {isLeaving && photo && (
        <WithdrawFile
          attachmentId={photo.attachmentId}
          named="the photo"
          patient={filesOf(file, { isHidden: false }).patient}
          onClose={() => setLeaving(false)}
          onDone={() => {
            setGone(photo.attachmentId)
            setLeaving(false)
            void reload()
          }}
        />
      )}
    </Card>
  )
}
