'use client'
import { useEffect, useRef, useState } from 'react'
import { altOf, type FilesOf } from '@/app/_files/file-words'
import { Thumb } from '@/app/_files/thumb'
import { Button } from '@/app/_ui/button'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import type { AttachmentView } from '@/lib/cases/attachments/attachment'
import { SaidFields } from './said-fields'
import type { Said } from './use-uploads'

type KeyImageRowProps = {
  view: AttachmentView
  place: { number: number; of: number }
  of: FilesOf
  onOpen: () => void
  onMove: (to: 'earlier' | 'later') => void
  onWithdraw: () => void
}

const saveAfterMs = 1200

/** Both versions stand before the person. Nothing is saved until they change theirs: leaving the field replaces nobody’s words. */
const conflictWords = (failure: Failure): string | undefined => {
  if (failure.code !== 'stale') return undefined
  const [first] = failure.fields
  if (!first) return undefined
  const who = first.by === '' ? 'Somebody' : first.by
  return `${who} changed this meanwhile to “${String(first.theirs ?? 'none')}”. Yours is not saved. Change it to replace theirs.`
}

/** One key image: its picture, what is said of it, its place in the row. What is typed saves itself. */
export function KeyImageRow({ view, place, of, onOpen, onMove, onWithdraw }: KeyImageRowProps) {
  const stored: Said = { caption: view.caption, level: view.level, study: view.study }
  const [said, setSaid] = useState<Said>(stored)
  const [failure, setFailure] = useState<Failure | null>(null)
  const kept = useRef({ said: stored, version: view.version })
  const latest = useRef(said)
  const saving = useRef<Promise<void>>(Promise.resolve())
  const isHeld = useRef(false)
  useEffect(() => {
    latest.current = said
  })
  const save = async () => {
    const { caption, level, study } = latest.current
    const before = kept.current
    if (isHeld.current) return
    if (caption === before.said.caption && level === before.said.level && study === before.said.study) return
    const { attachmentId } = view
    const answer = await ask(api.attachments.change({ attachmentId, version: before.version, caption, level, study }))
    if (answer.ok) {
      kept.current = { said: { caption, level, study }, version: answer.value.version }
      setFailure(null)
      return
    }
    setFailure(answer.refusal)
    if (answer.refusal.code === 'stale') {
      isHeld.current = true
      kept.current = { ...before, version: answer.refusal.fields[0]?.version ?? before.version }
    }
  }
  const saveInTurn = useRef(() => {
    saving.current = saving.current.then(save)
  })
  useEffect(() => {
    saveInTurn.current = () => {
      saving.current = saving.current.then(save)
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of what is said starts the wait anew
  useEffect(() => {
    const timer = setTimeout(() => saveInTurn.current(), saveAfterMs)
    return () => clearTimeout(timer)
  }, [said])
  // Leaving the page of the section saves what was typed a moment ago.
  useEffect(() => () => saveInTurn.current(), [])
  const named = `key image ${place.number}`
  const error = failure && (conflictWords(failure) ?? fieldErrors(failure).caption ?? refusalSentence(failure))
  return (
    <li className="key-image-row">
      <button type="button" className="thumb-open" onClick={onOpen}>
        <Thumb view={view} alt={`Open ${altOf(view, place, of.studies)}`} />
      </button>
      <SaidFields
        said={said}
        onSay={(changed) => {
          isHeld.current = false
          setSaid((before) => ({ ...before, ...changed }))
        }}
        onLeave={() => saveInTurn.current()}
        studies={of.studies}
        named={named}
        error={error ?? undefined}
      />
      <div className="row-wrap">
        <Button
          size="small"
          icon="up"
          aria-label={`Move ${named} earlier`}
          aria-disabled={place.number === 1 || undefined}
          onClick={() => onMove('earlier')}
        >
          Earlier
        </Button>
        <Button
          size="small"
          icon="down"
          aria-label={`Move ${named} later`}
          aria-disabled={place.number === place.of || undefined}
          onClick={() => onMove('later')}
        >
          Later
        </Button>
        <Button size="small" aria-label={`Withdraw ${named}`} onClick={onWithdraw}>
          Withdraw
        </Button>
      </div>
    </li>
  )
}
