import { Notice } from '@/app/_ui/notice'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { missingWords } from '@/lib/meetings/model/quorum'

/** Says at once that the board has lost its quorum on this case, or has none, and what that makes of a conclusion. */
export function QuorumNotice({ item: { quorum, stage } }: { item: RoomItemView }) {
  if (quorum.state !== 'short' || stage === 'concluded') return null
  return (
    <Notice kind="stale" title={`Short of quorum: ${missingWords(quorum)}.`} announce="status">
      What is signed now is advice, not a decision.
    </Notice>
  )
}
