'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { hearOf } from '@/app/_meeting/live-line'
import { api, ask, type Failure } from '@/lib/api/client'
import type { CaseFile } from '@/lib/cases/case-file'
import type { LiveHint } from '@/lib/meetings/queries/follow'

type Opened = {
  file: CaseFile | null
  failure: Failure | null
  /** When this screen took over what was entered while it had the case open (ISO instant); null while there was nothing. */
  changedAt: string | null
  /** Gives whether the case came. */
  reload: () => Promise<boolean>
}

const isNewer = (hint: LiveHint, shown: CaseFile): boolean =>
  hint.about === 'case' && (hint.version > shown.version || hint.patientVersion > shown.patient.version)

/**
 * The case that the room looks at, followed as long as it is looked at: what is entered meanwhile is shown at once. Files opened
 * before stay at hand, so that turning back to an item shows it at once; `reload` asks for it as it is now.
 */
export function useCaseFile(caseId: string | null, initial: CaseFile | null): Opened {
  const [files, setFiles] = useState<Readonly<Record<string, CaseFile>>>(initial ? { [initial.caseId]: initial } : {})
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const file = caseId === null ? null : (files[caseId] ?? null)
  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  })
  const toOpen = file === null ? caseId : null
  useEffect(() => {
    if (toOpen === null) return
    let isWanted = true
    void ask(api.cases.get({ caseId: toOpen })).then((answer) => {
      if (!isWanted) return
      setFailure(answer.ok ? null : answer.refusal)
      if (answer.ok) setFiles((before) => ({ ...before, [toOpen]: answer.value }))
    })
    return () => {
      isWanted = false
    }
  }, [toOpen])
  const reload = useCallback(async () => {
    if (caseId === null) return false
    const answer = await ask(api.cases.get({ caseId }))
    if (answer.ok) setFiles((before) => ({ ...before, [caseId]: answer.value }))
    return answer.ok
  }, [caseId])
  useEffect(() => {
    if (caseId === null) return
    return hearOf('case', caseId, (hint) => {
      const shown = latest.current[caseId]
      if (!shown || !isNewer(hint, shown)) return
      void reload().then((isShown) => {
        if (isShown) setChanges((before) => ({ ...before, [caseId]: new Date().toISOString() }))
      })
    })
  }, [caseId, reload])
  return {
    file,
    failure: file ? null : failure,
    changedAt: caseId === null ? null : (changes[caseId] ?? null),
    reload,
  }
}
