'use client'
import { useRef, useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Card } from '@/app/_ui/card'
import { useKeys } from '@/app/_ui/keys'
import type { Liveness } from '@/app/_ui/live-state'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask } from '@/lib/api/client'
import { type RemarkView, threadsOf } from '@/lib/deliberation/model/remark'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { showTime } from '@/lib/foundation/time'
import { specialtyWords } from '@/lib/people/model'
import { RemarkForm } from './remark-form'
import { useRemark } from './use-remark'

type RemarksCardProps = {
  item: RoomItemView
  userId: string
  timeZone: string
  act: RunAct
  liveness: Liveness
}

/** What was remarked on the case, thread by thread, and the way to write. Observers read. */
export function RemarksCard({ item, userId, timeZone, act, liveness }: RemarksCardProps) {
  const { remarks, may, stage, itemId } = item
  const form = useRemark({ itemId, userId, act, liveness })
  const [withdrawing, setWithdrawing] = useState<RemarkView | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const write = (replyToId: string | null) => {
    form.change({ replyToId })
    box.current?.querySelector('textarea')?.focus()
  }
  useKeys(may.remark.open ? [{ key: 'm', does: 'write a remark', run: () => write(null) }] : [])
  if (remarks.length === 0 && !may.remark.open) return null
  const answered = remarks.find(({ remarkId }) => remarkId === form.draft.replyToId)
  const shown = (remark: RemarkView) => (
    <Remark
      {...{ remark, timeZone }}
      onReply={may.remark.open ? () => write(remark.replyToId ?? remark.remarkId) : null}
      onWithdraw={may.remark.open && remark.writerId === userId ? () => setWithdrawing(remark) : null}
    />
  )
  return (
    <Card title="Remarks" note={remarks.length === 0 ? undefined : `${remarks.length}`}>
      <ol className="remarks" aria-live="polite">
        {threadsOf(remarks).map(({ first, replies }) => (
          <li key={first.remarkId}>
            {shown(first)}
            {replies.length > 0 && (
              <ol>
                {replies.map((reply) => (
                  <li key={reply.remarkId}>{shown(reply)}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      {may.remark.open && (
        <div ref={box}>
          <RemarkForm {...form} answered={answered ?? null} isVoting={stage === 'voting'} />
        </div>
      )}
      {withdrawing && (
        <WordsDialog
          title="Withdraw this remark?"
          description={<span className="user-text">{withdrawing.text}</span>}
          field={{ name: 'because', label: 'Reason', limit: 1000 }}
          submit="Withdraw"
          busyLabel="Withdrawing"
          keep="Keep it"
          tone="danger"
          onSend={(because, repeating) =>
            ask(api.deliberation.withdrawRemark({ remarkId: withdrawing.remarkId, because }, repeating))
          }
          onDone={() => act(async () => undefined)}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Card>
  )
}

type RemarkProps = {
  remark: RemarkView
  timeZone: string
  onReply: (() => void) | null
  onWithdraw: (() => void) | null
}

function Remark({ remark, timeZone, onReply, onWithdraw }: RemarkProps) {
  const { text, writer, specialty, addressedTo, writtenAt, withdrawn } = remark
  return (
    <div className="remark">
      <p className="small">
        <b>{writer}</b>
        {specialty && <span className="muted">, {specialtyWords[specialty].word}</span>}
        {addressedTo && (
          <>
            {' '}
            to <b>{specialtyWords[addressedTo].word}</b>
          </>
        )}{' '}
        <span className="muted nowrap">{showTime(writtenAt, timeZone)}</span>
      </p>
      {withdrawn ? (
        <p className="muted">
          <del className="user-text">{text}</del>
          <span className="under">
            Withdrawn, because: <span className="user-text">{withdrawn.because}</span>
          </span>
        </p>
      ) : (
        <p className="user-text">{text}</p>
      )}
      {!withdrawn && (onReply || onWithdraw) && (
        <p className="row-wrap small">
          {onReply && (
            <button type="button" className="link-btn" onClick={onReply}>
              Reply<span className="visually-hidden"> to {writer}</span>
            </button>
          )}
          {onWithdraw && (
            <button type="button" className="link-btn" onClick={onWithdraw}>
              Withdraw<span className="visually-hidden"> my remark of {showTime(writtenAt, timeZone)}</span>
            </button>
          )}
        </p>
      )}
    </div>
  )
}
