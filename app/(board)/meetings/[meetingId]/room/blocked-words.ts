import { closedWords } from '@/app/_ui/closed-words'
import type { May } from '@/lib/meetings/model/views'

/** Why an act is not open, for the words beside its button; undefined while it is open. `whose` says who may do it. */
export function blockedWords({ open, why }: May, whose: string): string | undefined {
  if (open) return undefined
  if (why === null || why === 'forbidden') return whose
  return `${closedWords[why].title} ${closedWords[why].next}`
}
