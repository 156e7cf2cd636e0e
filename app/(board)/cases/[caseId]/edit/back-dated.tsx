import { Severity } from '@/app/_ui/severity'
import { backDatedWords } from '@/lib/cases/back-dated'
import type { FactView } from '@/lib/cases/facts'

/** Says of a time of the pathway that it was entered long after it happened. */
export function BackDated({ fact, timeZone }: { fact: FactView; timeZone: string }) {
  const words = backDatedWords(fact, timeZone)
  return words === null ? null : <Severity tone="info">{words}</Severity>
}
