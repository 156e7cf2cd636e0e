'use client'
import { useCallback, useRef, useState } from 'react'
import { refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import type { Saving } from '@/app/_ui/save-state'
import { useAutosave } from '@/app/_ui/use-autosave'
import { api, ask, type Failure } from '@/lib/api/client'
import type { DocumentPart } from '@/lib/exchange/documents/document'
import type { DocumentView } from '@/lib/exchange/documents/document-views'
import { type MergedParts, mergeParts } from '@/lib/exchange/documents/merge-parts'
import { useKeptDraft } from '../_drafts/use-kept-draft'
import { useUnsaved } from '../_drafts/use-unsaved'

const clock = () => new Date().toTimeString().slice(0, 8)

const whyNotSaved = (failure: Failure): string => refusalWords(failure).title.toLowerCase().replace(/\.$/, '')

/** What a page that is gone left: its text, and what that was begun over. */
type Left = { version: number; base: DocumentPart[]; parts: DocumentPart[] }

/** Somebody saved another text meanwhile: theirs, and how both go together. */
export type Dispute = MergedParts & { theirs: DocumentPart[]; by: string }

/**
 * The text of a document while it is edited: changes at once on the screen, is kept in this browser, and saves itself after a
 * pause, one request at a time. Over another person's save the parts that only one of them changed are put together; where
 * both did, it waits for a choice.
 */
export function useDocument(view: DocumentView, userId: string) {
  const { kind, subjectId } = view
  const [parts, setParts] = useState<DocumentPart[]>(view.parts)
  const [saving, setSaving] = useState<Saving>({ state: 'untouched' })
  const [dispute, setDispute] = useState<Dispute | null>(null)
  const [isDirty, setDirty] = useState(false)
  const [version, setVersion] = useState(view.version)
  const latest = useRef<Left>({ version: view.version, base: view.parts, parts: view.parts })
  const dirty = useRef(false)
  const [keys] = useState(repeatKeys)

  const mark = useCallback((is: boolean) => {
    dirty.current = is
    setDirty(is)
  }, [])
  const stand = useCallback((next: Left) => {
    latest.current = next
    setParts(next.parts)
    setVersion(next.version)
  }, [])

  /** Puts mine over theirs; true when nothing is left for a person to choose. */
  const meet = useCallback(async (): Promise<boolean> => {
    const fresh = await ask(api.documents.get({ kind, subjectId }))
    if (!fresh.ok) return false
    const { base, parts: mine } = latest.current
    const theirs = fresh.value.parts
    const merged = mergeParts(base, mine, theirs)
    stand({ version: fresh.value.version, base: theirs, parts: merged.parts })
    if (merged.contested.length === 0 && merged.homeless.length === 0) return true
    setDispute({ ...merged, theirs, by: fresh.value.versions[0]?.by ?? '' })
    return false
  }, [kind, subjectId, stand])

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    // Counts as unsaved, and stays kept in this browser, until the server has said that it has it.
    dirty.current = false
    setSaving({ state: 'saving' })
    const input = { kind, subjectId, version: sent.version, parts: sent.parts }
    const answer = await ask(api.documents.save(input, { context: { idempotencyKey: keys.keyFor(input) } }))
    if (answer.ok) {
      keys.forget()
      latest.current = { ...latest.current, version: answer.value.version, base: sent.parts }
      setVersion(answer.value.version)
      mark(dirty.current)
      setSaving({ state: 'saved', at: clock() })
      return true
    }
    mark(true)
    setSaving({ state: 'failed', why: whyNotSaved(answer.refusal) })
    return answer.refusal.code === 'stale' && (await meet())
  }, [kind, subjectId, keys, mark, meet])

  const { save, saveSoon } = useAutosave(dirty, saveOnce)

  const changeAll = useCallback(
    (next: DocumentPart[]) => {
      latest.current = { ...latest.current, parts: next }
      setParts(next)
      mark(true)
      setSaving({ state: 'changed' })
      saveSoon()
    },
    [mark, saveSoon],
  )
  const change = (heading: string, text: string) =>
    changeAll(latest.current.parts.map((part) => (part.heading === heading ? { heading, text } : part)))

  /** Whose words stay in the parts that both changed. */
  const settle = (whose: 'mine' | 'theirs') => {
    if (!dispute) return
    const { contested, theirs } = dispute
    const theirText = (heading: string) => theirs.find((part) => part.heading === heading)?.text
    setDispute(null)
    changeAll(
      latest.current.parts.map((part) =>
        whose === 'theirs' && contested.includes(part.heading)
          ? { heading: part.heading, text: theirText(part.heading) ?? part.text }
          : part,
      ),
    )
    void save()
  }

  useKeptDraft<Left>({
    ...{ userId, where: `document ${kind} ${subjectId}` },
    draft: isDirty ? { ...latest.current, parts } : null,
    onLeft: (left) => {
      latest.current = left
      changeAll(left.parts)
      void save()
    },
  })
  useUnsaved(isDirty, async () => {
    await save()
  })

  /** The text as it stands on the server now, after it was written anew there. */
  const take = (fresh: DocumentView) => {
    stand({ version: fresh.version, base: fresh.parts, parts: fresh.parts })
    mark(false)
    setSaving({ state: 'untouched' })
  }
  /** Saves what is typed; the version that the server has then, or null when it does not have it. */
  const settled = async (): Promise<number | null> => ((await save()) && !dispute ? latest.current.version : null)
  return { parts, version, saving, dispute, change, save, settled, settle, take }
}
