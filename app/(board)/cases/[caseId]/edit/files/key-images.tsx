'use client'
import { useState } from 'react'
import { filesOf } from '@/app/_files/file-words'
import { Viewer } from '@/app/_files/viewer'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import { useEntryState } from '../entry-context'
import { DropZone } from './drop-zone'
import { KeyImageRow } from './key-image-row'
import { UploadRows } from './upload-rows'
import type { CaseFiles } from './use-case-files'
import { WithdrawFile, WithdrawnFile } from './withdraw-file'

type Named = { attachmentId: string; named: string }

/** The key images of the case: attached, captioned, put in order, withdrawn. */
export function KeyImages({ files, failure, reload, uploads }: CaseFiles) {
  const { file } = useEntryState()
  const of = filesOf(file, { isHidden: false })
  const [opened, setOpened] = useState<string | null>(null)
  const [leaving, setLeaving] = useState<Named | null>(null)
  const [gone, setGone] = useState<Named | null>(null)
  const [refused, setRefused] = useState<Failure | null>(null)
  const images = files?.filter(({ kind }) => kind === 'key-image') ?? []
  const move = async (attachmentId: string, to: 'earlier' | 'later') => {
    const answer = await ask(api.attachments.move({ attachmentId, to }))
    setRefused(answer.ok ? null : answer.refusal)
    await reload()
  }
  const trouble = refused ?? failure
  return (
    <Card title="Key images" note={files === null ? undefined : `${images.length}`} className="entry-form">
      {trouble && <Notice kind="failed" announce="alert" title={refusalSentence(trouble)} />}
      {gone && <WithdrawnFile key={gone.attachmentId} {...gone} onRestored={reload} onGone={() => setGone(null)} />}
      {images.length > 0 && (
        <ol className="key-image-rows" aria-label="Key images">
          {images.map((view, index) => (
            <KeyImageRow
              key={view.attachmentId}
              view={view}
              place={{ number: index + 1, of: images.length }}
              of={of}
              onOpen={() => setOpened(view.attachmentId)}
              onMove={(to) => void move(view.attachmentId, to)}
              onWithdraw={() => setLeaving({ attachmentId: view.attachmentId, named: `key image ${index + 1}` })}
            />
          ))}
        </ol>
      )}
      <UploadRows uploads={uploads} kind="key-image" studies={of.studies} asksMore />
      <DropZone label="Add key images" takesPaste onFiles={(chosen) => uploads.add(chosen, 'key-image')}>
        {files !== null && images.length === 0 && (
          <p className="quiet">
            The few pictures that the board should see. They are kept without the data that cameras and scanners put
            into files; check that no other patient’s name is in the picture.
          </p>
        )}
      </DropZone>
      {opened !== null && <Viewer images={images} of={of} start={opened} onClose={() => setOpened(null)} />}
      {leaving && (
        <WithdrawFile
          {...leaving}
          patient={of.patient}
          onClose={() => setLeaving(null)}
          onDone={() => {
            setGone(leaving)
            setLeaving(null)
            void reload()
          }}
        />
      )}
    </Card>
  )
}
