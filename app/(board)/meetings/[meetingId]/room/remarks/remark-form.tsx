'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { SelectField, TextAreaField } from '@/app/_ui/text-field'
import { longestRemark, type RemarkView } from '@/lib/deliberation/model/remark'
import { specialties, specialtyWords } from '@/lib/people/model'
import type { useRemark } from './use-remark'

type RemarkFormProps = ReturnType<typeof useRemark> & { answered: RemarkView | null; isVoting: boolean }

const everybody = 'everybody'

/** Writes one remark: to whom, the words, and whether they have got through. */
export function RemarkForm({ draft, change, send, sending, failure, answered, isVoting }: RemarkFormProps) {
  const errors = fieldErrors(failure)
  return (
    <div className="remark-form">
      {answered && (
        <p className="row-wrap small">
          <span>
            Reply to <b>{answered.writer}</b>: <span className="user-text">{answered.text.slice(0, 80)}</span>
          </span>
          <Button size="small" tone="quiet" onClick={() => change({ replyToId: null })}>
            Begin a new thread instead
          </Button>
        </p>
      )}
      <TextAreaField
        label="Remark"
        hint={
          isVoting
            ? 'Not sealed: everybody reads it at once. Say nothing of how you vote.'
            : 'Everybody in the room reads it at once, and it stays on record.'
        }
        rows={2}
        limit={longestRemark}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={errors.text}
      />
      <div className="row-wrap">
        <SelectField
          label="To"
          value={draft.addressedTo ?? everybody}
          onChange={(to) => change({ addressedTo: specialties.find((one) => one === to) ?? null })}
          options={[
            { value: everybody, label: 'Everybody' },
            ...specialties.map((value) => ({ value, label: specialtyWords[value].word })),
          ]}
        />
        <Button busy={sending === 'now'} busyLabel="Sending" onClick={() => void send()}>
          Send the remark
        </Button>
      </div>
      {sending === 'waits' && (
        <Notice kind="offline" title="Not sent yet." announce="status">
          It is kept here and sent by itself on return.
        </Notice>
      )}
      {failure && failure.code !== 'invalid' && failure.code !== 'unreachable' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
    </div>
  )
}
