'use client'
import { useEffect, useRef, useState } from 'react'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import { type AttachmentKind, mostFileBytes, showBytes } from '@/lib/cases/attachments/attachment'
import type { Vertebra } from '@/lib/clinical/spine'
import { useUnsaved } from '../../../../_drafts/use-unsaved'

/** What a person says of a file: kept while it is sent, and when sending fails. */
export type Said = { caption: string; level: Vertebra | null; study: string | null }

/** One file on its way. `part` is what was sent of it, 0 to 1. A refused one cannot pass as it is; a failed one can be tried again. */
export type Upload = Said & {
  key: string
  file: File
  kind: AttachmentKind
  part: number
  state: 'sending' | 'refused' | 'failed'
  sentence: string
}

type Answered = { attachmentId: string; isNew: boolean }

const nothingSaid: Said = { caption: '', level: null, study: null }

/** Saves what was said of a file while it was sent; null when nothing was. */
const saySince = (attachmentId: string, sent: Said, { caption, level, study }: Said) =>
  caption === sent.caption && level === sent.level && study === sent.study
    ? null
    : ask(api.attachments.change({ attachmentId, version: 1, caption, level, study }))

/** Why a file did not pass: its own sentence when the server has one, else that of the failure. */
const sentenceOf = (failure: Failure): string => {
  const errors = fieldErrors(failure)
  return errors.file ?? errors.caption ?? errors.level ?? errors.study ?? refusalSentence(failure)
}

const tooLarge = (file: File): string =>
  `This file has ${showBytes(file.size)}. At most 20 MB are taken. Export it smaller, or attach fewer pages.`

type Known = { name: string; kind: AttachmentKind }

type UploadsProps = { caseId: string; onAdded: () => Promise<void> }

/**
 * Sends files, any number at once, each with its own progress. What was typed meanwhile is saved with the file; a file that did not
 * pass stays with its words until it is tried again or put away.
 */
export function useUploads({ caseId, onAdded }: UploadsProps) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [known, setKnown] = useState<Known | null>(null)
  const latest = useRef(uploads)
  const isUnsent = uploads.some(({ state }) => state !== 'refused')
  const line = useRef<Promise<void>>(Promise.resolve())
  const dropped = useRef(new Set<string>())
  const calls = useRef(new Map<string, AbortController>())
  const firstSaid = useRef(new Map<string, Said>())
  useEffect(() => {
    latest.current = uploads
  })
  useUnsaved(isUnsent, () => line.current)

  const change = (key: string, to: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)))
  const drop = (key: string) => {
    calls.current.get(key)?.abort()
    calls.current.delete(key)
    firstSaid.current.delete(key)
    dropped.current.add(key)
    setUploads((before) => before.filter((one) => one.key !== key))
  }

  const fail = (key: string, refusal: Failure) => {
    const state = refusal.code === 'invalid' ? 'refused' : 'failed'
    // A refused request left nothing: what is corrected is another one.
    if (state === 'refused') firstSaid.current.delete(key)
    change(key, { state, sentence: sentenceOf(refusal) })
  }

  const send = async (upload: Upload) => {
    const { key, file, kind } = upload
    // Sent again it is the same request, so that one whose answer was lost is no second file: what is said since is saved after it.
    const { caption, level, study } = firstSaid.current.get(key) ?? upload
    firstSaid.current.set(key, { caption, level, study })
    const call = new AbortController()
    calls.current.set(key, call)
    change(key, { state: 'sending', part: 0, sentence: '' })
    const answer = await ask<Answered>(
      api.attachments.add(
        { caseId, kind, file, caption, level: level ?? undefined, study: study ?? undefined },
        { signal: call.signal, context: { idempotencyKey: key, onProgress: (part) => change(key, { part }) } },
      ),
    )
    if (call.signal.aborted) return
    if (!answer.ok) return fail(key, answer.refusal)
    const { attachmentId, isNew } = answer.value
    const now = latest.current.find((one) => one.key === key) ?? upload
    const saved = isNew ? await saySince(attachmentId, { caption, level, study }, now) : null
    if (saved?.ok === false) return change(key, { state: 'failed', sentence: sentenceOf(saved.refusal) })
    setKnown(isNew ? null : { name: file.name, kind })
    await onAdded()
    drop(key)
  }

  // One after another, so that they stand in the order in which they were chosen.
  const sendInTurn = (upload: Upload) => {
    line.current = line.current.then(() => (dropped.current.has(upload.key) ? undefined : send(upload)))
  }

  const add = (files: readonly File[], kind: AttachmentKind, said: Said = nothingSaid) => {
    const begun = files.map((file): Upload => {
      const isTooLarge = file.size > mostFileBytes
      const state = isTooLarge ? ('refused' as const) : ('sending' as const)
      const sentence = isTooLarge ? tooLarge(file) : ''
      return { ...said, key: crypto.randomUUID(), file, kind, part: 0, state, sentence }
    })
    setUploads((before) => [...before, ...begun])
    for (const one of begun) if (one.state === 'sending') sendInTurn(one)
  }

  return {
    uploads,
    /** A file that stood there already when it was last sent, or null. */
    known,
    add,
    say: (key: string, said: Partial<Said>) => change(key, said),
    retry: (key: string) => {
      const upload = latest.current.find((one) => one.key === key)
      if (upload) sendInTurn(upload)
    },
    drop,
  }
}

export type Uploads = ReturnType<typeof useUploads>
