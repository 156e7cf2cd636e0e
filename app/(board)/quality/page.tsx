import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/app/_ui/page-head'
import { showDay } from '@/lib/foundation/time'
import { getQuality } from '@/lib/quality/queries/get-quality'
import { requireBoard } from '../_shell/current-board'
import { CarriedOutFigure } from './carried-out-figure'
import { MonthsFigure } from './months-figure'
import { PathwayFigure } from './pathway-figure'
import './quality.css'
import { RaterAgreementFigure } from './rater-agreement-figure'
import { ShareFigure } from './share-figure'

export const metadata: Metadata = { title: 'Quality' }

const withoutCounted = (without: number, allDeferred: number): string => {
  const counted = 'Counts signed conclusions in force that recommend no treatment in any of the five kinds.'
  if (without === 0) return counted
  return `${counted} In ${allDeferred} of these ${without} every kind was deferred; in the others at least one was answered with “none”.`
}

export default async function QualityPage() {
  const { actor, boardId, seat } = await requireBoard()
  const figures = await getQuality(actor, { boardId })
  if (!figures.ok) notFound()
  const { today, carriedOut, recommending, goalsKnown, pathway, months, raterAgreement } = figures.value
  const without = recommending.of - recommending.n
  return (
    <>
      <PageHead
        title="Quality"
        note={
          <>
            {seat.boardName} · everything signed until <time dateTime={today}>{showDay(today)}</time>
          </>
        }
      />
      <div className="page quality">
        <CarriedOutFigure figure={carriedOut} />
        <ShareFigure
          title="Goals of care on record before signing"
          n={goalsKnown.n}
          of={goalsKnown.of}
          unit="signed conclusions"
          counted="Counts signed conclusions in force. One counts as known when the day of a conversation with the patient was recorded in the case as it was frozen at the signing."
          exceptionsTitle="Without a recorded conversation"
          exceptions={goalsKnown.exceptions}
        />
        <ShareFigure
          title="Concluded without a recommendation"
          n={without}
          of={recommending.of}
          unit="signed conclusions"
          counted={withoutCounted(without, recommending.allDeferred)}
          exceptionsTitle="These cases"
          exceptions={recommending.exceptions}
        />
        <PathwayFigure figures={pathway} />
        <MonthsFigure months={months} />
        <RaterAgreementFigure figure={raterAgreement} />
      </div>
    </>
  )
}
