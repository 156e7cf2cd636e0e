import type { CaseFile } from '@/lib/cases/case-file'
import { type PathwayTerms, readOption } from '@/lib/cases/pathway/case-pathway'
import { judgementOf, type OptionJudgement, type OptionWarning, warningsOf } from '@/lib/cases/pathway/option-judgement'
import { readingsOf } from '@/lib/cases/readings'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'

/** Against what an option is judged; null while the case or the terms of the pathway are not known. */
export type JudgedAgainst = { file: CaseFile; terms: PathwayTerms; at: string } | null

type Judged = OptionJudgement & { warnings: OptionWarning[] }

/**
 * What the pathway says of a plan as it is stored or written; null where it is no plan of this catalogue, or no rule judges it. A stop
 * stays one: a reason to go on is told where the conclusion is signed.
 */
export function judged(plan: unknown, against: JudgedAgainst, optionId: string | null = null): Judged | null {
  const known = planOptionSchema.safeParse(plan)
  if (!against || !known.success) return null
  const { file, terms, at } = against
  const exceptions = terms.exceptions.filter(({ kind }) => kind === 'warning')
  const pathway = readOption(file, readingsOf(file), { ...terms, exceptions }, { optionId, plan: known.data }, at)
  const judgement = judgementOf(pathway)
  return pathway && judgement && { ...judgement, warnings: warningsOf(pathway) }
}
