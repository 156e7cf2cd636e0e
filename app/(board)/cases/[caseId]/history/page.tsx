import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/page-head'
import { getBoardSheet } from '@/lib/deliberation/queries/get-board-sheet'
import { requireActor } from '@/lib/people/session'
import { CaseBanner } from '../_banner'
import '../_changes/changes.css'
import { SinceCard } from '../_changes/since-card'
import { Timeline } from './timeline'

const openCase = cache(async (caseId: string) => getBoardSheet(await requireActor(), caseId))

type Props = PageProps<'/cases/[caseId]/history'>

/** The case's number only: titles reach histories and projectors. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await openCase((await params).caseId)
  return { title: opened ? `History ${opened.view.file.code}` : 'Not found' }
}

export default async function CaseHistoryPage({ params }: Props) {
  const { caseId } = await params
  const opened = await openCase(caseId)
  if (!opened) notFound()
  const { file, today, timeZone } = opened.view
  const isHidden = await isIdentityHidden()
  return (
    <>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone, isHidden }} />
      </div>
      <PageHead
        inCase
        title="History"
        note={`Case ${file.code}`}
        actions={<ButtonLink href={`/cases/${caseId}`}>Board sheet</ButtonLink>}
      />
      <div className="page stack">
        {opened.since && <SinceCard {...{ file, timeZone }} since={opened.since} />}
        <Timeline {...{ file, timeZone, isHidden }} />
      </div>
    </>
  )
}
