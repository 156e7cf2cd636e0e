'use client'
import { useState } from 'react'
import { Card } from '@/app/_ui/card'
import { Segmented } from '@/app/_ui/segmented'
import { StanceLegend, shownStances } from '@/app/_ui/stance-cell'
import { dividedOf, fewestForIndex } from '@/lib/deliberation/model/disagreement'
import { castWords, votersOf, voterWords } from '@/lib/deliberation/model/result'
import { movementsBetween, tallyOf } from '@/lib/deliberation/model/rounds'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView, StanceView } from '@/lib/deliberation/model/views'
import { showInstant } from '@/lib/foundation/time'
import type { VotingRule } from '@/lib/meetings/model/voting'
import { specialtyWords } from '@/lib/people/model'
import { byModality } from '../ballot/ballot-draft'
import { ResultModality } from './result-modality'
import { WeightsLine } from './weights-line'
import './result.css'

type ResultCardProps = { item: RoomItemView; userId: string; timeZone: string }

/** A round that was revealed, with the one before it to see what moved. */
type ShownRound = {
  round: number
  voting: VotingRule
  ballots: readonly StanceView[]
  before: readonly StanceView[] | null
}

/** Every round that was revealed, the first one first. */
const revealedRounds = ({ round, voting, ballots, earlierRounds }: RoomItemView): ShownRound[] =>
  [...earlierRounds, ...(ballots === 'hidden' ? [] : [{ round, voting, ballots }])].map((one, place, all) => ({
    ...one,
    before: all[place - 1]?.ballots ?? null,
  }))

/** After the reveal: every stance on every option, by specialty in the order that never changes, with every reason. */
export function ResultCard({ item, userId, timeZone }: ResultCardProps) {
  const rounds = revealedRounds(item)
  const [chosen, choose] = useState<number | null>(null)
  const shown = rounds.find(({ round }) => round === chosen) ?? rounds.at(-1)
  if (!shown) return null
  const { ballots, before, voting } = shown
  const voters = votersOf(ballots)
  const options = standingOf(item.options)
  const movements = before === null ? [] : movementsBetween(before, ballots)
  const [widest] = dividedOf(options, ballots)
  const isLast = shown.round === item.round
  const when = item.revealedAt === null || !isLast ? '' : ` ${showInstant(item.revealedAt, timeZone)}`
  const cast = isLast ? castWords(item.cast, item.notCast) : `${voters.length} cast`
  return (
    <Card
      title={item.round === 1 ? `Revealed${when}` : `Round ${shown.round}, revealed${when}`}
      note={`${cast} · every stance is on record`}
      aside={
        rounds.length > 1 && (
          <Segmented
            label="Round"
            labelHidden
            segments={rounds.map(({ round }) => ({ value: String(round), label: `Round ${round}` }))}
            value={String(shown.round)}
            onChange={(round) => choose(Number(round))}
          />
        )
      }
      head="ruled"
      flush
      foot={
        <div className="stack-tight">
          <StanceLegend stances={shownStances} />
          <p className="small quiet">
            {voting.scale === 'ratings'
              ? 'Median and spread of the exact ratings (7 to 9 support, 4 to 6 acceptable, 1 to 3 oppose): from'
              : 'Spread of the ratings (support 8, acceptable 5, oppose 2): from'}{' '}
            {fewestForIndex} raters on the RAND/UCLA disagreement index, over 1.00 is disagreement; with fewer the
            lowest and the highest rating.
            {movements.length > 0 && ' ▲ ▼ moved towards support or away from it since the round before.'}
          </p>
          <WeightsLine {...{ voting, timeZone }} />
          {voters.length > 0 && (
            <ul className="legend on-desk" aria-hidden="true">
              {voters.map((voter) => (
                <li key={voter.voterId}>
                  <b>{specialtyWords[voter.specialty].short}</b> {voter.name}
                </li>
              ))}
            </ul>
          )}
        </div>
      }
    >
      {voters.length === 0 && <p className="card-body">Nobody cast a ballot.</p>}
      <section className="result-scroll" aria-label="Stances">
        <table className="result-table">
          <caption className="visually-hidden">Stance of each voter on each option</caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              <th scope="col">Stances</th>
              {voters.map((voter) => (
                <th key={voter.voterId} scope="col">
                  <abbr className={voter.voterId === userId ? 'mine' : undefined} title={voterWords(voter)}>
                    {specialtyWords[voter.specialty].short}
                  </abbr>
                  <span className="visually-hidden">
                    {voter.name}
                    {voter.voterId === userId && ', you'}
                  </span>
                </th>
              ))}
              <th scope="col" className="result-index">
                Spread
              </th>
            </tr>
          </thead>
          {byModality(options).map((group) => (
            <ResultModality
              key={group.modality}
              {...group}
              {...{ voters, ballots, movements }}
              isExact={voting.scale === 'ratings'}
              tally={tallyOf(ballots)}
              weighted={voting.weights.length === 0 ? null : tallyOf(ballots, voting.weights)}
              widestId={widest?.option.optionId ?? null}
            />
          ))}
        </table>
      </section>
    </Card>
  )
}
