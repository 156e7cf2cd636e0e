import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { PageHead } from '@/app/_ui/page-head'
import { getMeetingRules } from '@/lib/meetings/queries/get-meeting-rules'
import { requireBoard } from '../../_shell/current-board'
import '../reference.css'
import { MeetingRules } from './meeting-rules'

export const metadata: Metadata = { title: 'How the board meets' }

export default async function MeetingRulesPage() {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const rules = await getMeetingRules(actor, { boardId })
  if (!rules.ok) notFound()
  return (
    <>
      <PageHead
        title="How the board meets"
        note={`${seat.boardName}: which specialties a decision needs, when the agenda closes, when a break is due`}
        actions={<ButtonLink href="/reference">All instruments</ButtonLink>}
      />
      <div className="page stack">
        <Card
          title="Quorum, agenda and break"
          note="the quorum counts members with a vote who are there when a case is concluded"
        >
          <MeetingRules key={rules.value.version} view={rules.value} {...{ boardId, timeZone }} />
        </Card>
        <p className="source-line">
          The published pathways name no quorum: which specialties a decision needs is this board’s own rule. Short of
          it, a conclusion is signed as advice and says so on every paper.
        </p>
      </div>
    </>
  )
}
