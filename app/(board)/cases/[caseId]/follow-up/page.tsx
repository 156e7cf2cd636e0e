import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StaleNotice } from '@/app/_decision/stale-notice'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { getCase } from '@/lib/cases/queries'
import { getStale } from '@/lib/deliberation/queries/stale-decisions'
import { getFollowUp } from '@/lib/follow-up/queries/get-follow-up'
import type { CarriedRecommendation } from '@/lib/follow-up/queries/signed-versions'
import { requireActor } from '@/lib/people/session'
import { CaseBanner } from '../_banner'
import { CarriedOut } from './carried-out'
import '../../../follow-up/follow-up.css'
import { VisitForm } from './visit-form'
import { VisitsTable } from './visits-table'

const isOpen = ({ task }: CarriedRecommendation): boolean => task?.state === 'open'

type Props = PageProps<'/cases/[caseId]/follow-up'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const followUp = await getFollowUp(await requireActor(), (await params).caseId)
  return { title: followUp ? `Follow-up ${followUp.caseCode}` : 'Not found' }
}

export default async function CaseFollowUpPage({ params }: Props) {
  const actor = await requireActor()
  const { caseId } = await params
  const opened = await getCase(actor, caseId)
  const followUp = opened && (await getFollowUp(actor, caseId))
  if (!opened || !followUp) notFound()
  const { file, today, timeZone } = opened
  const inForce = followUp.signed.filter(({ supersededBy }) => supersededBy === null)
  const openTasks = inForce.flatMap(({ recommendations }) => recommendations).filter(isOpen).length
  const inForceId = inForce.at(-1)?.conclusionId
  const stale = inForceId ? await getStale(actor, inForceId) : null
  const superseded = followUp.signed.filter(({ supersededBy }) => supersededBy !== null)
  return (
    <>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone }} isHidden={await isIdentityHidden()} />
      </div>
      <PageHead
        inCase
        title="Follow-up"
        note={`Case ${file.code}`}
        actions={
          <>
            <ButtonLink href={`/cases/${caseId}`}>Board sheet</ButtonLink>
            {followUp.signed.length > 0 && (
              <>
                <ButtonLink href={`/cases/${caseId}/letter`}>Letter</ButtonLink>
                <ButtonLink href={`/cases/${caseId}/documents`}>Documents</ButtonLink>
              </>
            )}
          </>
        }
      />
      <div className="page stack">
        {stale && <StaleNotice {...{ ...stale, timeZone }} mayReopen={false} />}
        {followUp.signed.length === 0 && (
          <Card title="Recommendations">
            <Empty title="Nothing is signed yet.">
              Recommendations appear here when the chair signs the conclusion.
            </Empty>
          </Card>
        )}
        {[...inForce, ...superseded].map((version) => (
          <CarriedOut
            key={version.conclusionId}
            version={version}
            boardId={followUp.boardId}
            userId={actor.userId}
            today={today}
          />
        ))}
        <VisitsTable visits={followUp.visits} timeZone={timeZone} />
        {followUp.mayRecordVisit && <VisitForm {...{ caseId, today, timeZone, openTasks }} />}
      </div>
    </>
  )
}
