import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import type { Actor } from '@/lib/people/model'
import { clinicalRoles } from '@/lib/people/policy'
import { listColleagues } from '@/lib/people/queries'
import type { PastCaseView } from '@/lib/practice/model/past-case'
import { getPastCase, getSharedCase, pastCaseInput, sharedCaseInput } from '@/lib/practice/queries/get-past-case'
import { requireBoard } from '../../_shell/current-board'
import { Answer } from '../answer'
import { PastCase } from '../past-case'
import '../practice.css'
import { personWords } from '../practice-words'
import { RateForm } from '../rate-form'
import { ShareCard } from '../share-card'

export const metadata: Metadata = { title: 'Past case, practice' }

const query = z.object({ ratings: sharedCaseInput.shape.shadowVoteId.optional() })

/** One past case: to rate, rated beside the board’s answer, or with the ratings that a colleague shows (`?ratings=`). */
export default async function PastCasePage({ params, searchParams }: PageProps<'/practice/[conclusionId]'>) {
  const { actor } = await requireBoard()
  const which = pastCaseInput.safeParse(await params)
  const asked = query.safeParse(await searchParams)
  if (!which.success || !asked.success) notFound()
  const { ratings } = asked.data
  return ratings ? <OfColleague {...{ actor }} shadowVoteId={ratings} /> : <Own {...{ actor }} {...which.data} />
}

async function OfColleague({ actor, shadowVoteId }: { actor: Actor; shadowVoteId: string }) {
  const found = await getSharedCase(actor, { shadowVoteId })
  if (!found.ok || !found.value.vote || !found.value.answer) notFound()
  const { voter, vote, answer, options } = found.value
  return (
    <Frame past={found.value} title={`Ratings by ${voter}`}>
      <Answer {...{ answer, vote, options }} rater={voter} />
    </Frame>
  )
}

async function Own({ actor, conclusionId }: { actor: Actor; conclusionId: string }) {
  const found = await getPastCase(actor, { conclusionId })
  if (!found.ok && found.refusal.code === 'forbidden') return <TookPart />
  if (!found.ok) notFound()
  const { boardId, vote, answer, options } = found.value
  const colleagues = vote ? await listColleagues(actor, { boardId }) : null
  const seeing = (colleagues?.ok ? colleagues.value : []).filter(
    ({ userId, roles }) => userId !== actor.userId && clinicalRoles.some((role) => roles.includes(role)),
  )
  return (
    <Frame past={found.value} title="Past case">
      {vote && answer ? (
        <>
          <Answer {...{ answer, vote, options }} rater={null} />
          <ShareCard {...vote} colleagues={seeing} />
        </>
      ) : (
        <RateForm {...{ conclusionId, options }} userId={actor.userId} />
      )}
    </Frame>
  )
}

function Frame({ past, title, children }: { past: PastCaseView; title: string; children: ReactNode }) {
  return (
    <>
      <PageHead title={title} note={`${personWords(past)} · practice, nothing here is a decision`} />
      <div className="page practice practice-one">
        <PastCase past={past} />
        <div className="stack">{children}</div>
      </div>
    </>
  )
}

const TookPart = () => (
  <>
    <PageHead title="Past case" note="Practice" />
    <div className="page">
      <NoPermission title="You had a part in this decision">
        Practice is for cases that others decided: you know the answer of this one.
      </NoPermission>
    </div>
  </>
)
