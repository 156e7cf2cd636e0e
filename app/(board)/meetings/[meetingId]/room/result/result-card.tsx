'use client'
import { Card } from '@/app/_ui/card'
import { StanceLegend, shownStances } from '@/app/_ui/stance-cell'
import { dividedOf, fewestForIndex } from '@/lib/deliberation/model/disagreement'
import { castWords, votersOf, voterWords } from '@/lib/deliberation/model/result'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView, StanceView } from '@/lib/deliberation/model/views'
import { showInstant } from '@/lib/foundation/time'
import { specialtyWords } from '@/lib/people/model'
import { byModality } from '../ballot/ballot-draft'
import { ResultModality } from './result-modality'
import './result.css'

type ResultCardProps = {
  item: RoomItemView
  ballots: readonly StanceView[]
  userId: string
  timeZone: string
}

/** After the reveal: every stance on every option, by specialty in the order that never changes, with every reason. */
export function ResultCard({ item, ballots, userId, timeZone }: ResultCardProps) {
  const voters = votersOf(ballots)
  const options = standingOf(item.options)
  const [widest] = dividedOf(options, ballots)
  const when = item.revealedAt === null ? '' : ` ${showInstant(item.revealedAt, timeZone)}`
  return (
    <Card
      title={`Revealed${when}`}
      note={`${castWords(item.cast, item.notCast)} · every stance is on record`}
      head="ruled"
      flush
      foot={
        <div className="stack-tight">
          <StanceLegend stances={shownStances} />
          <p className="small quiet">
            Index: RAND/UCLA disagreement index of the ratings (support 8, acceptable 5, oppose 2), over 1.00 is
            disagreement; with fewer than {fewestForIndex} raters the lowest and the highest rating.
          </p>
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
                Index
              </th>
            </tr>
          </thead>
          {byModality(options).map((group) => (
            <ResultModality
              key={group.modality}
              {...group}
              {...{ voters, ballots }}
              tally={item.tally ?? {}}
              widestId={widest?.option.optionId ?? null}
            />
          ))}
        </table>
      </section>
    </Card>
  )
}
