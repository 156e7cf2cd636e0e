import type { RunAct } from '@/app/_meeting/use-room'
import { Card } from '@/app/_ui/card'
import { Severity, type SeverityTone } from '@/app/_ui/severity'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import { countedNotSeen } from '@/lib/meetings/model/attendance'
import type { QuorumView } from '@/lib/meetings/model/quorum'
import { specialtyWords } from '@/lib/people/model'
import { NotSeen } from './not-seen'

const stateWords: Readonly<Record<QuorumView['state'], { tone: SeverityTone; words: string }>> = {
  none: { tone: 'info', words: 'No quorum rule is set' },
  sealed: { tone: 'unk', words: 'Known once the ballots are open' },
  met: { tone: 'ok', words: 'Quorum met' },
  short: { tone: 'warn', words: 'Short of quorum' },
}

type QuorumCardProps = { room: RoomView; item: RoomItemView; act: RunAct }

/** Whether the board can decide this case: by specialty, who is there of whom it needs, and who of them has not been seen for long. */
export function QuorumCard({ room, item: { quorum, stage }, act }: QuorumCardProps) {
  const { tone, words } = stateWords[quorum.state]
  const note = stage === 'concluded' ? 'at the conclusion' : undefined
  return (
    <Card title="Quorum" note={note} aside={<Severity tone={tone}>{words}</Severity>}>
      {quorum.state === 'none' ? (
        <p className="small quiet">Every conclusion is a decision. The chair can set a rule under Reference.</p>
      ) : (
        <ul className="quorum-needs">
          {quorum.needs.map(({ specialty, least, there }) => (
            <li key={specialty}>
              <span>{specialtyWords[specialty].word}</span>
              {there === null ? (
                <span className="muted">{`needs ${least}`}</span>
              ) : (
                <Severity tone={there >= least ? 'ok' : 'warn'}>{`${there} of ${least}`}</Severity>
              )}
            </li>
          ))}
        </ul>
      )}
      {stage !== 'concluded' && <NotSeen people={countedNotSeen(room.attendance, quorum)} {...{ room, act }} />}
      {quorum.recused.length > 0 && (
        <p className="small quiet">
          {`Recused and not counted: ${listWords(quorum.recused.map(({ name }) => name))}.`}
        </p>
      )}
    </Card>
  )
}
