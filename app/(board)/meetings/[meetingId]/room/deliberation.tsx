'use client'
import { useMemo } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { closedWords } from '@/app/_ui/closed-words'
import type { Liveness } from '@/app/_ui/live-state'
import { Notice } from '@/app/_ui/notice'
import type { CaseFile } from '@/lib/cases/case-file'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import type { Day } from '@/lib/foundation/time'
import { BallotCard } from './ballot/ballot-card'
import { UncountedBallot } from './ballot/uncounted-ballot'
import type { BallotDrafts } from './ballot/use-ballot-drafts'
import type { BallotOutbox } from './ballot/use-ballot-outbox'
import { ConclusionArea } from './conclusion/conclusion-area'
import { OptionsCard } from './options-card'
import { OptionsPathway } from './pathway/options-pathway'
import { useRuleTerms } from './pathway/use-rule-terms'
import { QuorumNotice } from './quorum-notice'
import { RemarksCard } from './remarks/remarks-card'
import { ResultCard } from './result/result-card'
import { SurvivalCard } from './result/survival-card'
import { RevoteCard } from './revote-card'

type DeliberationProps = {
  room: RoomView
  item: RoomItemView
  userId: string
  act: RunAct
  /** For the signature, after which the focus goes on to what the chair does next. */
  chairAct: RunAct
  file: CaseFile | null
  /** Asks for the case as it is now. */
  onReload: () => Promise<unknown>
  today: Day
  liveness: Liveness
  drafts: BallotDrafts
  outbox: BallotOutbox
  /** The chair asked for the form of the conclusion. */
  isConcluding: boolean
}

/** The middle of the room: options, then the ballot, then every stance, then the conclusion. */
export function Deliberation(props: DeliberationProps) {
  const { room, item } = props
  return (
    <>
      <QuorumNotice {...{ item, room }} />
      {item.revote && <RevoteCard revote={item.revote} timeZone={room.timeZone} />}
      <Stage {...props} />
      <RemarksCard
        {...{ item, act: props.act, userId: props.userId, liveness: props.liveness }}
        timeZone={room.timeZone}
      />
    </>
  )
}

function Stage(props: DeliberationProps) {
  const { room, item, userId, act, chairAct, file, onReload, today, drafts, outbox, isConcluding } = props
  const { timeZone } = room
  const options = useMemo(() => standingOf(item.options), [item.options])
  const { asked, reload } = useRuleTerms(item.caseId, file?.version)
  const against = useMemo(() => file && asked && { file, ...asked }, [file, asked])
  const answering = {
    caseId: item.caseId,
    may: asked?.terms.mayAnswer === true,
    isSealed: item.stage === 'voting',
    onDone: () => Promise.all([reload(), onReload()]),
  }
  const pathway = <OptionsPathway {...{ options, against, answering, timeZone }} />
  const conclusion = <ConclusionArea {...{ room, item, file, today, isConcluding }} act={chairAct} />
  const result = (
    <>
      <ResultCard {...{ item, userId, timeZone }} />
      <SurvivalCard {...{ item, file }} />
    </>
  )
  if (item.stage === 'voting' && item.may.vote.why !== 'forbidden' && item.may.vote.why !== 'recused') {
    return (
      <>
        <BallotCard {...{ room, item, options, userId, drafts, outbox }} />
        {result}
        {pathway}
      </>
    )
  }
  if (item.ballots === 'hidden') {
    return (
      <>
        {item.stage === 'voting' && <WhoVotes isRecused={item.may.vote.why === 'recused'} />}
        {result}
        <OptionsCard {...{ item, act, today, file, against }} />
        {pathway}
      </>
    )
  }
  return (
    <>
      <UncountedBallot {...{ item, options, drafts, timeZone }} />
      {item.stage === 'concluded' ? conclusion : result}
      {item.stage === 'concluded' ? result : pathway}
      {item.stage !== 'concluded' && conclusion}
    </>
  )
}

/** To somebody without a ballot: why, and when the stances are shown. */
function WhoVotes({ isRecused }: { isRecused: boolean }) {
  if (isRecused) {
    return (
      <Notice kind="info" title={closedWords.recused.title}>
        {closedWords.recused.next}
      </Notice>
    )
  }
  return (
    <Notice kind="info" title="The vote is open.">
      Core members vote. You see every stance at the reveal.
    </Notice>
  )
}
