'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api } from '@/lib/api/client'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { showTime } from '@/lib/foundation/time'
import { type ConflictView, conflictWords } from '@/lib/meetings/model/conflict'
import { sendAs } from '../send-as'
import { ConflictDialog } from './conflict-dialog'

type ConflictCardProps = { room: RoomView; item: RoomItemView; act: RunAct }

/** Who takes no part in this case and why; the own conflict is declared and taken back here. */
export function ConflictCard({ room, item, act }: ConflictCardProps) {
  const [asks, setAsks] = useState<'declare' | ConflictView | null>(null)
  const { conflicts, may, itemId } = item
  const standing = conflicts.filter(({ withdrawn }) => withdrawn === null).length
  if (conflicts.length === 0 && !may.declareConflict.open) return null
  return (
    <Card title="Conflicts of interest" note={standing === 0 ? undefined : `${standing} recused`}>
      <div className="stack-tight small">
        <ul className="stack-tight">
          {conflicts.map((one) => (
            <li key={one.conflictId}>
              <span className="user-text">{conflictWords(one)}</span>
              <span className="under">
                {one.withdrawn === null
                  ? `recused since ${showTime(one.declaredAt, room.timeZone)}`
                  : `taken back ${showTime(one.withdrawn.at, room.timeZone)}: ${one.withdrawn.because}`}
              </span>
              {one.mayWithdraw.open && (
                <Button size="small" onClick={() => setAsks(one)}>
                  Take it back
                </Button>
              )}
            </li>
          ))}
        </ul>
        {may.declareConflict.open && (
          <Button size="small" onClick={() => setAsks('declare')}>
            Declare a conflict
          </Button>
        )}
      </div>
      {asks === 'declare' && <ConflictDialog {...{ itemId, act }} onClose={() => setAsks(null)} />}
      {asks !== null && asks !== 'declare' && (
        <WordsDialog
          title="Take your conflict of interest back?"
          description="You take part in this case again. That you had declared it stays on record."
          field={{ name: 'because', label: 'Reason', limit: 1000 }}
          submit="Take it back"
          busyLabel="Taking it back"
          onSend={sendAs(act, (because, repeating) =>
            api.deliberation.withdrawConflict({ itemId, conflictId: asks.conflictId, because }, repeating),
          )}
          onDone={() => undefined}
          onClose={() => setAsks(null)}
        />
      )}
    </Card>
  )
}
