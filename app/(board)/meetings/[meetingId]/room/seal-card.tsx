'use client'
import { Icon } from '@/app/_ui/icon'
import type { VotingRule } from '@/lib/meetings/model/voting'
import { WeightsLine } from './result/weights-line'

type SealCardProps = {
  /** The round of the vote, counted from 1. */
  round: number
  cast: number
  /** Whether the number stands still until the reveal. */
  isHeld: boolean
  /** The count in words. */
  counted: string
  /** Out of how many, at least as many as have cast. */
  voters: number
  /** Whether the person at this screen has cast, in words; null for somebody without a vote. */
  own: string | null
  voting: VotingRule
  timeZone: string
}

/** How many have cast, and nothing else: not who, not what. Everybody knows the own ballot only. */
export function SealCard({ round, cast, isHeld, counted, voters, own, voting, timeZone }: SealCardProps) {
  const seats = Array.from({ length: voters }, (_, seat) => ({ seat, isCast: seat < cast }))
  return (
    <section className="card" aria-label="Sealed vote">
      <div className="card-body seal-body">
        <p className="cast-count" role="status">
          <Icon name="lock" size="medium" />
          {counted}
        </p>
        {isHeld && (
          <p className="small quiet">
            A member was recused during this vote. The number stands still until the reveal: it would tell whether that
            member had cast.
          </p>
        )}
        {round > 1 && <p className="small quiet">Round {round}. What was revealed before stays below.</p>}
        <div className="seats" aria-hidden="true">
          {seats.map(({ seat, isCast }) => (
            <i key={seat} className={isCast ? 'cast' : undefined} />
          ))}
        </div>
        {own !== null && <p className="own-cast">{own}</p>}
        <p className="small quiet">Sealed. Nobody, the chair included, sees a stance before the reveal.</p>
        <WeightsLine {...{ voting, timeZone }} />
      </div>
    </section>
  )
}
