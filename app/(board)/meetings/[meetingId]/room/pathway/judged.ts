import type { CaseFile } from '@/lib/cases/case-file'
import { type PathwayTerms, readOption } from '@/lib/cases/pathway/case-pathway'
import { judgementOf, type OptionJudgement } from '@/lib/cases/pathway/option-judgement'
import { readingsOf } from '@/lib/cases/readings'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'

/** Against what an option is judged; null while the case or the packs of the board are not known. */
export type JudgedAgainst = { file: CaseFile; terms: PathwayTerms; at: string } | null

/** What the pathway says of a plan as it is stored or written; null where it is no plan of this catalogue, or no rule judges it. */
export function judged(plan: unknown, against: JudgedAgainst): OptionJudgement | null {
  const known = planOptionSchema.safeParse(plan)
  if (!against || !known.success) return null
  const { file, terms, at } = against
  return judgementOf(readOption(file, readingsOf(file), terms, { optionId: null, plan: known.data }, at))
}
