'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api } from '@/lib/api/client'
import { placeOf } from '@/lib/deliberation/model/disagreement'
import type { ObjectionView } from '@/lib/deliberation/model/objection'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { showTime } from '@/lib/foundation/time'
import { specialtyWords } from '@/lib/people/model'
import { conclusionFieldId } from '../conclusion/conclusion-fields'
import { sendAs } from '../send-as'
import { ObjectionDialog } from './objection-dialog'

type SafetyCardProps = { room: RoomView; item: RoomItemView; userId: string; act: RunAct }

/** Safety objections: who says what is unsafe, and the answer without which nothing is signed. */
export function SafetyCard({ room, item, userId, act }: SafetyCardProps) {
  const [asks, setAsks] = useState<'raise' | ObjectionView | null>(null)
  const { objections, may } = item
  const open = objections.filter(({ answer }) => answer === null).length
  if (objections.length === 0 && !may.object.open) return null
  return (
    <Card
      title="Safety objections"
      note={objections.length === 0 ? undefined : `${open} open`}
      tone={open > 0 ? 'strong' : 'plain'}
    >
      <div className="stack-tight small">
        {open > 0 && <Severity tone="crit">Not to be signed before the answer</Severity>}
        <ul className="stack-tight">
          {objections.map((one) => (
            <li key={one.objectionId} id={conclusionFieldId(`objections.${one.objectionId}`)} tabIndex={-1}>
              <b>{saidBy(one)}</b> on {placeWords(item, one)}, {showTime(one.raisedAt, room.timeZone)}:{' '}
              <span className="user-text">{one.words}</span>
              {one.isSealed && <p className="quiet">Sealed: the others see it at the reveal.</p>}
              {one.answer === null ? (
                <p className="quiet">
                  {one.addressedTo === null ? 'The chair answers.' : `${one.addressedTo} or the chair answers.`}
                </p>
              ) : (
                <p>
                  <b>{one.answeredBy} answers</b> <span className="user-text">{one.answer}</span>
                </p>
              )}
              {one.mayAnswer.open && (
                <Button size="small" onClick={() => setAsks(one)}>
                  Answer {one.by}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {may.object.open && (
          <Button size="small" onClick={() => setAsks('raise')}>
            Raise a safety objection
          </Button>
        )}
      </div>
      {asks === 'raise' && <ObjectionDialog {...{ room, item, userId, act }} onClose={() => setAsks(null)} />}
      {asks !== null && asks !== 'raise' && (
        <WordsDialog
          title={`Answer the objection of ${asks.by}`}
          description={asks.words}
          field={{
            name: 'answer',
            label: 'Answer',
            hint: 'It stands in the record beside the objection.',
            limit: 2000,
          }}
          submit="Answer"
          busyLabel="Answering"
          onSend={sendAs(act, (answer, repeating) =>
            api.deliberation.answerObjection({ objectionId: asks.objectionId, answer }, repeating),
          )}
          onDone={() => undefined}
          onClose={() => setAsks(null)}
        />
      )}
    </Card>
  )
}

const saidBy = ({ by, specialty }: ObjectionView): string =>
  specialty === null ? by : `${by} (${specialtyWords[specialty].word.toLowerCase()})`

const placeWords = ({ options }: RoomItemView, { optionId }: ObjectionView): string => {
  const option = options.find((one) => one.optionId === optionId)
  return option ? placeOf(option) : 'the case'
}
