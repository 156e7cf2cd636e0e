'use client'
import { useState } from 'react'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'

/** Whether this board shows a photo of the patient beside the name (DESIGN P14). It is saved with the tick. */
export function PhotosSetting({ boardId, shown }: { boardId: string; shown: boolean }) {
  const [isShown, setShown] = useState(shown)
  const [failure, setFailure] = useState<Failure | null>(null)
  const change = async (to: boolean) => {
    setShown(to)
    const answer = await ask(api.people.setPhotos({ boardId, shown: to }))
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) setShown(!to)
  }
  return (
    <Card title="Photos of patients">
      <label className="tick">
        <input type="checkbox" checked={isShown} onChange={(event) => void change(event.target.checked)} />
        Show a photo of the patient beside the name
      </label>
      <p className="hint">
        The treating team adds it with the patient’s details and sees it; observers and screens with a hidden identity
        do not. Switched off, photos are kept and shown to nobody.
      </p>
      {failure && <Notice kind="failed" announce="alert" title={refusalSentence(failure)} />}
    </Card>
  )
}
