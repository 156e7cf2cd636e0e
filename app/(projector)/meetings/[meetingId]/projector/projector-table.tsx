'use client'
import { ModalityMark } from '@/app/_ui/modality-mark'
import { Severity } from '@/app/_ui/severity'
import { StanceCell, StanceLegend } from '@/app/_ui/stance-cell'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { StanceCount } from '@/lib/deliberation/model/ballot'
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

type ProjectorTableProps = {
  rows: readonly ProjectorRow[]
  tally: Readonly<Record<string, StanceCount>>
  ballots: readonly StanceView[]
  /** Who was in the room at the reveal and had not cast. */
  notCast: readonly Voter[]
  isSigned: boolean
}

/** One line for each modality, with the support in numbers and the stance of every seat in the fixed order. */
export function ProjectorTable({ rows, tally, ballots, notCast, isSigned }: ProjectorTableProps) {
  const voters = votersOf(ballots)
  return (
    <>
      <div className="projector-seats">
        <span>
          {isSigned ? 'The board says' : 'Stances on the leading option'}
          {notCast.length > 0 && ` · not cast: ${namesOf(notCast)}`}
        </span>
        <span className="projector-votes">
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
            {row.optionId !== null && <Votes optionId={row.optionId} {...{ voters, ballots, tally }} />}
          </li>
        ))}
      </ul>
      {voters.length > 0 && <StanceLegend stances={stancesShown(rows, ballots)} />}
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

type VotesProps = Pick<ProjectorTableProps, 'ballots' | 'tally'> & { optionId: string; voters: readonly Voter[] }

function Votes({ optionId, voters, ballots, tally }: VotesProps) {
  const stanceOf = ({ voterId }: Voter) =>
    ballots.find((one) => one.optionId === optionId && one.voterId === voterId)?.stance ?? null
  return (
    <span className="projector-votes">
      <b>
        {countsOf(tally, optionId).support}
        <span className="visually-hidden"> support</span>
      </b>
      {voters.map((voter) => (
        <StanceCell key={voter.voterId} who={voterWords(voter)} stance={stanceOf(voter)} />
      ))}
    </span>
  )
}
