import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IdentitySign } from '@/app/_identity/identity-sign'
import { PageHead } from '@/app/_ui/page-head'
import { maySeePatients } from '@/lib/people/policy'
import { requireBoard } from '../_shell/current-board'
import { FollowUpList } from './follow-up-list'
import './follow-up.css'

export const metadata: Metadata = { title: 'Follow-up' }

export default async function FollowUpPage() {
  const { actor, boardId, seat } = await requireBoard()
  if (!maySeePatients(actor, boardId)) notFound()
  return (
    <>
      <PageHead title="Follow-up" note={`${seat.boardName} · cases with a signed recommendation`} />
      <IdentitySign />
      <div className="page">
        <FollowUpList boardId={boardId} />
      </div>
    </>
  )
}
