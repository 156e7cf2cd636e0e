import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { PageHead } from '@/app/_ui/page-head'
import { getMeetingRules } from '@/lib/meetings/queries/get-meeting-rules'
import { requireBoard } from '../../_shell/current-board'
import '../reference.css'
import { MeetingRules, RuleHistory } from './meeting-rules'
import { ScaleRule, WeightsRule } from './voting-rules'

export const metadata: Metadata = { title: 'How the board meets' }

export default async function MeetingRulesPage() {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const rules = await getMeetingRules(actor, { boardId })
  if (!rules.ok) notFound()
  const { value: view } = rules
  const { version } = view
  return (
    <>
      <PageHead
        title="How the board meets"
        note={`${seat.boardName}: which specialties a decision needs, when the agenda closes, when a break is due, and how a vote is held`}
        actions={<ButtonLink href="/reference">All instruments</ButtonLink>}
      />
      <div className="page stack">
        <Card
          title="Quorum, agenda and break"
          note="the quorum counts members with a vote who are there when a case is concluded"
        >
          <MeetingRules key={version} {...{ view, boardId }} />
        </Card>
        <Card title="Ballot" note="the scale on which members rate an option">
          <ScaleRule key={version} {...{ view, boardId }} />
        </Card>
        <Card title="Weights" note="what a ballot of each specialty weighs">
          <WeightsRule key={version} {...{ view, boardId }} />
        </Card>
        <Card title="Versions" note={version === 0 ? 'as shipped' : `version ${version} is in force`}>
          <RuleHistory {...{ view, timeZone }} />
        </Card>
        <p className="source-line">
          The published pathways name no quorum and no weights: which specialties a decision needs, and whether any
          weighs more, is this board’s own rule. Short of its quorum, a conclusion is signed as advice and says so on
          every paper. The scale from 1 to 9 is that of the RAND/UCLA appropriateness method (Fitch et al., RAND
          MR-1269, 2001).
        </p>
      </div>
    </>
  )
}
