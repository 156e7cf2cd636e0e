'use client'
import { useCallback, useEffect, useState } from 'react'
import { api, ask, type Failure } from '@/lib/api/client'
import type { CaseFile } from '@/lib/cases/case-file'

type Opened = { file: CaseFile | null; failure: Failure | null; reload: () => Promise<void> }

/** The case that the room looks at. Files opened before stay at hand, so that turning back to an item shows it at once; `reload` asks for it as it is now. */
export function useCaseFile(caseId: string | null, initial: CaseFile | null): Opened {
  const [files, setFiles] = useState<Readonly<Record<string, CaseFile>>>(initial ? { [initial.caseId]: initial } : {})
  const [failure, setFailure] = useState<Failure | null>(null)
  const file = caseId === null ? null : (files[caseId] ?? null)
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
    if (caseId === null) return
    const answer = await ask(api.cases.get({ caseId }))
    if (answer.ok) setFiles((before) => ({ ...before, [caseId]: answer.value }))
  }, [caseId])
  return { file, failure: file ? null : failure, reload }
}
