import { Notice } from '@/app/_ui/notice'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { afterDeadlineWords } from '@/lib/meetings/model/overdue'
import { missingWords, rankOf } from '@/lib/meetings/model/quorum'

type QuorumNoticeProps = { item: RoomItemView; room: Pick<RoomView, 'answerBy' | 'timeZone'> }

/** Says at once that the board has lost its quorum on this case, or has none, or ended late, and what that makes of a conclusion. */
export function QuorumNotice({ item: { quorum, stage, revealedAt }, room: { answerBy, timeZone } }: QuorumNoticeProps) {
  if (stage === 'concluded') return null
  const late = afterDeadlineWords({ answerBy, revealedAt }, rankOf(quorum), timeZone)
  if (quorum.state === 'short') {
    return (
      <Notice kind="stale" title={`Short of quorum: ${missingWords(quorum)}.`} announce="status">
        {late !== null && `${late} `}What is signed now is advice, not a decision.
      </Notice>
    )
  }
  return late !== null && stage === 'revealed' ? <Notice kind="info" title={late} announce="status" /> : null
}
