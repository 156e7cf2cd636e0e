'use client'
import { useSyncExternalStore } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { TextAreaField } from '@/app/_ui/text-field'
import { changedBy } from './changed-by'
import { useEntry } from './entry-context'
import { questionFieldId } from './section-state'

/** The question to the board: required, and first. Saves itself like everything else. */
export function QuestionCard() {
  const { question, timeZone } = useEntry()
  const state = useSyncExternalStore(question.subscribe, question.read, question.read)
  return (
    <Card title="Question to the board" tone="strong" className="entry-form">
      <TextAreaField
        id={questionFieldId}
        label="What should the board decide?"
        hint="One or two sentences."
        required
        limit={2000}
        value={state.typed}
        error={state.error ?? undefined}
        onChange={question.type}
        onBlur={question.flush}
      />
      {state.conflict && (
        <Notice
          kind="info"
          announce="alert"
          title={`${changedBy(state.conflict, timeZone)} reworded the question meanwhile.`}
          actions={
            <>
              <Button size="small" onClick={() => question.decide('mine')}>
                Keep mine
              </Button>
              <Button size="small" onClick={() => question.decide('theirs')}>
                Take theirs
              </Button>
            </>
          }
        >
          Theirs: “{String(state.conflict.theirs)}”
        </Notice>
      )}
    </Card>
  )
}
