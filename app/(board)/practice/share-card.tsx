'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { SelectField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { OwnVote } from '@/lib/practice/model/past-case'

type Person = { userId: string; name: string }
type ShareCardProps = Pick<OwnVote, 'shadowVoteId' | 'sharedWith'> & { colleagues: readonly Person[] }

/** To whom the own ratings are shown: nobody, until the person says so. */
export function ShareCard({ shadowVoteId, sharedWith, colleagues }: ShareCardProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isSending, setSending] = useState(false)
  const others = colleagues.filter(({ userId }) => !sharedWith.some((one) => one.userId === userId))
  const say = async (userId: string, shared: boolean) => {
    setSending(true)
    const sent = await ask(api.practice.share({ shadowVoteId, userId, shared }))
    setSending(false)
    setFailure(sent.ok ? null : sent.refusal)
    if (!sent.ok) return
    setChosen('')
    router.refresh()
  }
  const words = failure && failure.code !== 'invalid' ? refusalWords(failure) : null
  return (
    <Card title="Who sees your ratings" note={sharedWith.length === 0 ? 'You alone' : undefined}>
      {sharedWith.length > 0 && (
        <ul className="pairs">
          {sharedWith.map(({ userId, name }) => (
            <li key={userId}>
              <span>{name}</span>
              <Button size="small" busy={isSending} onClick={() => say(userId, false)}>
                Stop showing<span className="visually-hidden"> to {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="practice-share">
        <SelectField
          label="Show them to"
          value={chosen}
          onChange={setChosen}
          empty="Choose a colleague"
          options={others.map(({ userId, name }) => ({ value: userId, label: name }))}
          error={fieldErrors(failure).userId}
        />
        <Button
          busy={isSending}
          busyLabel="Saving"
          blockedBecause={chosen === '' ? 'Choose a colleague first.' : undefined}
          onClick={() => say(chosen, true)}
        >
          Show
        </Button>
      </div>
      {words && (
        <Notice kind="failed" title={words.title} announce="alert">
          {words.next}
        </Notice>
      )}
    </Card>
  )
}
