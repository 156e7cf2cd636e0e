'use client'
import { useCallback, useEffect, useState } from 'react'
import { api, ask, type Failure } from '@/lib/api/client'
import type { AttachmentView } from '@/lib/cases/attachments/attachment'

type Attachments = {
  /** Null while they are on their way. */
  files: readonly AttachmentView[] | null
  failure: Failure | null
  /** Asks anew; the files shown stay until the answer is there. */
  reload: () => Promise<void>
}

/** The standing files of a case. Of another case than asked nothing is ever given out. */
export function useAttachments(caseId: string): Attachments {
  const [found, setFound] = useState<{ caseId: string; files: readonly AttachmentView[] } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const reload = useCallback(async () => {
    const answer = await ask(api.attachments.list({ caseId }))
    setFailure(answer.ok ? null : answer.refusal)
    if (answer.ok) setFound({ caseId, files: answer.value })
  }, [caseId])
  useEffect(() => {
    void reload()
  }, [reload])
  return { files: found?.caseId === caseId ? found.files : null, failure, reload }
}
