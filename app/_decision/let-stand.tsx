'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask, type Repeating } from '@/lib/api/client'
import type { StaleChange } from '@/lib/deliberation/model/stale-decision'
import { StaleChanges } from './stale-changes'
import { inTwo } from './stale-words'

type LetStandProps = { conclusionId: string; changes: readonly StaleChange[]; timeZone: string }

const actWords = (onGoals: boolean, isAlone: boolean): string => {
  if (isAlone) return 'Stands as it is'
  return onGoals ? 'Stands as it is over the goals' : 'Stands as it is over the findings'
}

/** For the chair: the decision stands although facts changed, with a reason. Of the goals of care it is said apart, for their readers are others. */
export function LetStand({ conclusionId, changes, timeZone }: LetStandProps) {
  const [open, setOpen] = useState<{ onGoals: boolean; changes: readonly StaleChange[] } | null>(null)
  const parts = inTwo(changes)
  return (
    <>
      {parts.map((part) => (
        <Button key={String(part.onGoals)} size="small" onClick={() => setOpen(part)}>
          {actWords(part.onGoals, parts.length === 1)}
        </Button>
      ))}
      {open && <StandDialog {...{ conclusionId, timeZone }} {...open} onClose={() => setOpen(null)} />}
    </>
  )
}

function StandDialog(props: LetStandProps & { onGoals: boolean; onClose: () => void }) {
  const { conclusionId, changes, timeZone, onGoals, onClose } = props
  const router = useRouter()
  const send = (because: string, repeating: Repeating) => {
    const input = { conclusionId, onGoals, keys: changes.map(({ key }) => key), because }
    return ask(api.deliberation.letStand(input, repeating))
  }
  return (
    <WordsDialog
      title="The decision stands as it is"
      description={
        <>
          <StaleChanges {...{ changes, timeZone }} />
          The reason is kept with your name. The mark comes back when one of these changes once more, or another fact
          does.
          {onGoals && ' Only the treating team reads it.'}
        </>
      }
      field={{ name: 'because', label: 'It stands, because', limit: 2000 }}
      submit="Let it stand"
      busyLabel="Saving"
      onSend={send}
      onDone={() => router.refresh()}
      onClose={onClose}
    />
  )
}
