import Link from 'next/link'
import type { ReactNode } from 'react'
import type { FurtherScore } from '@/lib/cases/further/further-scores'
import { scoreHref } from '../scores/score-words'
import type { Sheet } from './sheet'

type AnswerBesideProps = Pick<FurtherScore, 'instrument' | 'level'> & { sheet: Sheet; children: ReactNode }

/** The way to the items of a score that no field of the form holds; none from the case as it was earlier, and none on paper. */
export function AnswerBeside({ sheet: { file, asOf }, children, ...score }: AnswerBesideProps) {
  if (asOf !== undefined) return null
  return (
    <p className="no-print">
      <Link href={scoreHref(file.caseId, score)}>{children}</Link>
    </p>
  )
}
