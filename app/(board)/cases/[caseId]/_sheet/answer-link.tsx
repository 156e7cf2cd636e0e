import Link from 'next/link'
import { type CaseFile, newestOf } from '@/lib/cases/case-file'
import { answerPlaceOf } from '@/lib/cases/pathway/fact-places'
import { isUntold } from '@/lib/clinical/pathway/condition'
import { gapWords, type MissingFact } from '@/lib/clinical/pathway/rule-words'
import { fieldIdOf, sectionHref } from '../edit/section-state'

type AnswerLinkProps = { file: CaseFile; gap: MissingFact; mayWrite: boolean }

/** What a rule lacks, in words, and for whoever may enter the case the way to the field that answers it; of a list to its page. */
export function AnswerLink({ file, gap, mayWrite }: AnswerLinkProps) {
  const place = mayWrite && !isUntold(gap) ? answerPlaceOf(gap.fact) : null
  if (place === null) return gapWords(gap)
  const { section, field } = place
  const hash = field === null ? '' : `#${fieldIdOf({ section, item: newestOf(file, section), field })}`
  return <Link href={`${sectionHref(file.caseId, section)}${hash}`}>{gapWords(gap)}</Link>
}
