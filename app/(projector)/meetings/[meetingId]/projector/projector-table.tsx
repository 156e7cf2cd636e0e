'use client'
import { ModalityMark } from '@/app/_ui/modality-mark'
import { Severity } from '@/app/_ui/severity'
import { StanceCell, StanceLegend } from '@/app/_ui/stance-cell'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { StanceCount } from '@/lib/deliberation/model/ballot'
import { type Disagreement, disagreementOn, medianOn, spreadWords } from '@/lib/deliberation/model/disagreement'
import { countsOf, namesOf, type Voter, votersOf, voterWords } from '@/lib/deliberation/model/result'
import type { StanceView } from '@/lib/deliberation/model/views'
import { specialtyWords } from '@/lib/people/model'
import { type ProjectorRow, stancesShown } from './projector-rows'

/** Characters of a title that stand in one line; a longer one leaves a single line for the rest. */
const oneLine = 50

/** Characters that a line beside no seat holds, and what each seat takes of them. */
const wholeLine = 78
const perSeat = 4

/**
 * What stands below a title: all of it below one line; below two lines what fits into one, beside a warning the first part
 * of it, the time. Nothing is cut at its end.
 */
function detailBelow({ title, detail, contested }: ProjectorRow, seats: number): string {
  if (title.length <= oneLine) return detail
  if (contested === null) return detail.length <= oneLine ? detail : ''
  const [time = ''] = detail.split(' · ')
  return time.length + contested.length <= wholeLine - perSeat * seats ? time : ''
}

type Tally = Readonly<Record<string, StanceCount>>

type ProjectorTableProps = {
  rows: readonly ProjectorRow[]
  tally: Tally
  /** The same as the board weighs specialties; null while all weigh the same. */
  weighted: Tally | null
  /** What they weigh, in words; null likewise. */
  weights: string | null
  /** Rated exactly from 1 to 9. */
  isExact: boolean
  ballots: readonly StanceView[]
  /** Who was in the room at the reveal and had not cast. */
  notCast: readonly Voter[]
  isSigned: boolean
}

/** One line for each modality, with the support in numbers and the stance of every seat in the fixed order. */
export function ProjectorTable(props: ProjectorTableProps) {
  const { rows, tally, weighted, weights, isExact, ballots, notCast, isSigned } = props
  const voters = votersOf(ballots)
  return (
    <>
      <div className="projector-seats">
        <span>
          {isSigned ? 'The board says' : 'Stances on the leading option'}
          {notCast.length > 0 && ` · not cast: ${namesOf(notCast)}`}
        </span>
        <span className="projector-votes">
          {weighted && !isSigned && <span className="weighted">weighted</span>}
          {voters.map((voter) => (
            <abbr key={voter.voterId} title={voterWords(voter)}>
              {specialtyWords[voter.specialty].short}
            </abbr>
          ))}
        </span>
      </div>
      <ul className="projector-rows">
        {rows.map((row) => (
          <li key={row.modality} className="projector-row">
            <span className="projector-modality">
              <ModalityMark modality={row.modality} />
              {modalityFacts[row.modality].short}
            </span>
            <span className="projector-option">
              <b className={row.title.length > oneLine ? 'long' : undefined}>{row.title}</b>
              <Below row={row} seats={voters.length} />
            </span>
            {row.optionId !== null && (
              <Votes optionId={row.optionId} {...{ voters, ballots, tally, weighted, isExact }} />
            )}
          </li>
        ))}
      </ul>
      <div className="projector-legend">
        {voters.length > 0 && <StanceLegend stances={stancesShown(rows, ballots)} />}
        {weights !== null && <p className="projector-weights">{weights}</p>}
      </div>
    </>
  )
}

function Below({ row, seats }: { row: ProjectorRow; seats: number }) {
  const detail = detailBelow(row, seats)
  if (row.contested === null) return detail === '' ? null : <span>{detail}</span>
  return (
    <span className="projector-below">
      {detail !== '' && <span>{detail}</span>}
      <Severity tone="warn">{row.contested}</Severity>
    </span>
  )
}

type VotesProps = Pick<ProjectorTableProps, 'ballots' | 'tally' | 'weighted' | 'isExact'> & {
  optionId: string
  voters: readonly Voter[]
}

/** The stance of every seat on one option, and below them how far the ratings lie apart. */
function Votes({ optionId, voters, ballots, tally, weighted, isExact }: VotesProps) {
  const answerOf = ({ voterId }: Voter) => ballots.find((one) => one.optionId === optionId && one.voterId === voterId)
  return (
    <span className="projector-vote">
      <span className="projector-votes">
        <b>
          {countsOf(tally, optionId).support}
          <span className="visually-hidden"> support</span>
        </b>
        {weighted && (
          <b className="weighted">
            {countsOf(weighted, optionId).support}
            <span className="visually-hidden"> support, weighted</span>
          </b>
        )}
        {voters.map((voter) => (
          <StanceCell
            key={voter.voterId}
            who={voterWords(voter)}
            stance={answerOf(voter)?.stance ?? null}
            rating={answerOf(voter)?.rating}
          />
        ))}
      </span>
      <Spread found={disagreementOn(optionId, ballots)} median={isExact ? medianOn(optionId, ballots) : null} />
    </span>
  )
}

function Spread({ found, median }: { found: Disagreement; median: number | null }) {
  if (found.kind === 'none') return null
  const words = [median === null ? '' : `median ${median}`, spreadWords(found)].filter(Boolean).join(' · ')
  return <span className="projector-spread">{found.isDivided ? <Severity tone="warn">{words}</Severity> : words}</span>
}
