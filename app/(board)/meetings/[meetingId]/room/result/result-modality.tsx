'use client'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { Severity } from '@/app/_ui/severity'
import { StanceCell, StanceSplit, shownStanceWords } from '@/app/_ui/stance-cell'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { StanceCount } from '@/lib/deliberation/model/ballot'
import {
  type Disagreement,
  disagreementMeaning,
  disagreementNumber,
  disagreementOn,
  medianOn,
} from '@/lib/deliberation/model/disagreement'
import {
  countsOf,
  leadingOf,
  type Said,
  saidIn,
  type Voter,
  voterWords,
  weightedWords,
} from '@/lib/deliberation/model/result'
import type { Movement } from '@/lib/deliberation/model/rounds'
import type { OptionView, StanceView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import { specialtyWords } from '@/lib/people/model'
import { otherStances } from '../ballot/ballot-draft'

type ResultModalityProps = {
  modality: Modality
  options: readonly OptionView[]
  voters: readonly Voter[]
  ballots: readonly StanceView[]
  tally: Readonly<Record<string, StanceCount>>
  /** The same as the board weighs specialties; null while all weigh the same. */
  weighted: Readonly<Record<string, StanceCount>> | null
  /** Rated exactly from 1 to 9. */
  isExact: boolean
  /** What changed since the round before. */
  movements: readonly Movement[]
  /** The option on which the ratings lie widest apart, when that is more than a board agrees with. */
  widestId: string | null
}

/** The options of one modality with every stance, and below them the reasons. */
export function ResultModality(props: ResultModalityProps) {
  const { modality, options, voters, ballots, tally, weighted, isExact, movements, widestId } = props
  const leading = leadingOf(options, tally)
  const said = saidIn(modality, options, ballots)
  const width = voters.length + 3
  const isWidest = options.some(({ optionId }) => optionId === widestId)
  return (
    <tbody>
      <tr className="result-group">
        <th scope="rowgroup" colSpan={isWidest ? 2 : width}>
          <ModalityLabel modality={modality} size="medium" />
        </th>
        {isWidest && (
          <td colSpan={width - 2} className="result-first">
            <Severity tone="warn">Discuss first</Severity>
          </td>
        )}
      </tr>
      {options.map((option) => (
        <tr key={option.optionId} className={option === leading ? 'leading' : undefined}>
          <th scope="row">
            <span className="result-option">
              <span className="option-letter">{option.letter}</span>
              <span>
                {option.title}
                {option.detail !== '' && <span className="under">{option.detail}</span>}
              </span>
            </span>
          </th>
          <td className="result-split">
            <StanceSplit counts={countsOf(tally, option.optionId)} />
            <OtherCounts counts={countsOf(tally, option.optionId)} />
            {weighted && <span className="under">{weightedWords(countsOf(weighted, option.optionId))}</span>}
          </td>
          {voters.map((voter) => (
            <td key={voter.voterId} className="result-stance">
              <StanceCell
                who={voterWords(voter)}
                moved={movedOn(movements, option.optionId, voter.voterId)}
                {...answerIn(ballots, option.optionId, voter)}
              />
              <span className="on-phone" aria-hidden="true">
                {voter.name}
              </span>
            </td>
          ))}
          <td className="result-index">
            <Index
              found={disagreementOn(option.optionId, ballots)}
              median={isExact ? medianOn(option.optionId, ballots) : null}
            />
          </td>
        </tr>
      ))}
      {said.length > 0 && (
        <tr>
          <td colSpan={width} className="result-said">
            <ul>
              {said.map((one) => (
                <SaidLine key={one.key} said={one} />
              ))}
            </ul>
          </td>
        </tr>
      )}
    </tbody>
  )
}

const movedOn = (movements: readonly Movement[], optionId: string, voterId: string): 'up' | 'down' | undefined => {
  const moved = movements.find((one) => one.optionId === optionId && one.voterId === voterId)
  return moved === undefined || moved.direction === 'other' ? undefined : moved.direction
}

/** The answer of a voter to an option; a null stance where there is none. */
function answerIn(ballots: readonly StanceView[], optionId: string, { voterId }: Voter) {
  const answer = ballots.find((one) => one.optionId === optionId && one.voterId === voterId)
  return { stance: answer?.stance ?? null, rating: answer?.rating }
}

/** How far the ratings lie apart, with what the number means and rests on; of exact ratings their median as well. */
function Index({ found, median }: { found: Disagreement; median: number | null }) {
  const number = disagreementNumber(found)
  return (
    <>
      {median !== null && (
        <span className="result-median">
          Median <b>{median}</b>
        </span>
      )}
      <span className="on-phone">{found.kind === 'index' ? 'Index ' : 'Ratings '}</span>
      {found.isDivided ? <Severity tone="warn">{number}</Severity> : <b>{number}</b>}
      <span className="under">{disagreementMeaning(found)}</span>
    </>
  )
}

function OtherCounts({ counts }: { counts: StanceCount }) {
  const words = otherStances.filter((stance) => counts[stance] > 0)
  if (words.length === 0) return null
  return (
    <span className="under">{words.map((stance) => `${counts[stance]} ${shownStanceWords[stance]}`).join(', ')}</span>
  )
}

const verbs = {
  support: 'supports',
  acceptable: 'accepts',
  oppose: 'opposes',
  abstain: 'abstains from',
  recused: 'is recused from',
  'need-information': 'needs information for',
} as const

function SaidLine({ said: { voter, stance, letters, reason } }: { said: Said }) {
  return (
    <li className="said">
      <abbr className="specialty" title={voterWords(voter)}>
        {specialtyWords[voter.specialty].short}
      </abbr>
      <span>
        {voter.name}{' '}
        <b>
          {verbs[stance]} {listWords(letters)}
        </b>{' '}
        <span className="user-text">{reason}</span>
      </span>
    </li>
  )
}
