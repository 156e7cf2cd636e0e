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

/** Below a title of two lines stands one line or none: nothing is cut at its end. */
const fitsBelow = ({ title, detail }: ProjectorRow) => title.length <= oneLine || detail.length <= oneLine

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
              {fitsBelow(row) && <span>{row.detail}</span>}
              {row.contested !== null && <Severity tone="warn">{row.contested}</Severity>}
            </span>
            {row.optionId !== null && <Votes optionId={row.optionId} {...{ voters, ballots, tally }} />}
          </li>
        ))}
      </ul>
      {voters.length > 0 && <StanceLegend stances={stancesShown(rows, ballots)} />}
    </>
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
