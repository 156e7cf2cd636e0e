import { afterDeadlineWords } from '@/lib/meetings/model/overdue'
import { adviceWords, rankOf } from '@/lib/meetings/model/quorum'
import type { DecisionSnapshot } from './snapshot'

type Ranked = Pick<DecisionSnapshot, 'quorum'> & {
  board: { timeZone: string }
  meeting: { answerBy?: string }
  item: { revealedAt: string | null }
}

/** What a conclusion ranks as where that is not plain: advice with what was missing, and that a called board ended after its deadline. Null otherwise. */
export function rankInWords({ quorum, board, meeting, item }: Ranked): string | null {
  const answered = { answerBy: meeting.answerBy ?? null, revealedAt: item.revealedAt }
  const words = [adviceWords(quorum), afterDeadlineWords(answered, rankOf(quorum), board.timeZone)]
  return words.filter((one) => one !== null).join(' ') || null
}
