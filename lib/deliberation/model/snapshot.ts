import type { CaseFile } from '@/lib/cases/case-file'
import type { KeptScore } from '@/lib/cases/further/further-scores'
import type { AskedOf } from '@/lib/cases/minimum-dataset'
import type { StandingStop } from '@/lib/cases/pathway/rule-exceptions'
import type { CaseReadings } from '@/lib/cases/readings'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { PathwayRecord } from '@/lib/clinical/pathway/record'
import type { RecordedConflict } from '@/lib/meetings/model/conflict'
import type { QuorumView } from '@/lib/meetings/model/quorum'
import type { AttendanceView } from '@/lib/meetings/model/views'
import type { VotingRule } from '@/lib/meetings/model/voting'
import { type Specialty, specialtyWords } from '@/lib/people/model'
import type { Stance } from '../model'
import type { NamedAlternative } from './alternatives'
import type { Ballot } from './ballot'
import type { Recommendation } from './conclusion'
import type { NamedGoalsGate } from './goals-gate'
import type { NamedNeed } from './needs'
import type { RecordedObjection } from './objection'
import type { RemarkView } from './remark'
import type { Revote } from './revote'
import type { NamedSequence } from './sequence'
import type { Signature } from './signature'
import type { SurvivalView } from './survival-estimate'

type Person = { userId: string; name: string }

/** An option as it was put to the vote. */
export type SnapshotOption = {
  optionId: string
  modality: Modality
  letter: string
  title: string
  detail: string
  plan: unknown
  proposedBy: string
  withdrawnBecause: string | null
}

export type SnapshotBallot = {
  optionId: string
  voterId: string
  name: string
  specialty: Specialty
  stance: Stance
  /** The exact rating; absent where the round was voted in stances, and with an answer that rates nothing. */
  rating?: number
  reason: string | null
}

/** A member who opposed an option that the board recommends, with the reason as it was cast. */
export type Dissent = { optionId: string; modality: Modality; letter: string; title: string } & Pick<
  SnapshotBallot,
  'voterId' | 'name' | 'specialty' | 'reason'
>

export type SnapshotRecommendation = Recommendation & {
  title: string | null
  detail: string | null
  owner: string | null
}

/**
 * Everything a signed conclusion rests on, as it was known at the signing: the record that letters, follow-up and any later
 * question read, whatever becomes of the case. Plain JSON; `format` grows when its shape changes: 2 has the goals one by one, support
 * and trials, and the order of the treatments.
 */
export type SignedSnapshot = {
  format: 1 | 2
  /** Check sum of the goals of care in `case` and of how they were considered, so that the record can be checked by a reader from whom they are withheld. */
  goalsSha256: string
  version: number
  changeReason: string | null
  /** Which kinds of treatment were voted on anew; the others are carried over from the version named. Absent where all were. */
  revote?: Revote
  signedAt: string
  signedBy: Person
  /** What the signature means and by what its person proved who they are; absent in records from before it was kept. */
  signature?: Signature
  board: { boardId: string; name: string; timeZone: string }
  /** `answerBy`: by when a board without a meeting was to have answered; absent for a meeting, and in records from before it was kept. */
  meeting: { meetingId: string; title: string; place: string | null; startsAt: string; answerBy?: string }
  attendance: AttendanceView[]
  /** The quorum at the signing: short of it, the conclusion is advice. Absent in records from before it was kept. */
  quorum?: QuorumView
  /** Conflicts of interest in the case, withdrawn ones too; absent when there was none. */
  conflicts?: RecordedConflict[]
  item: { itemId: string; presentedAt: string | null; votingAt: string | null; revealedAt: string | null }
  /** The clinical day of the signing in the board's time zone. */
  today: string
  case: CaseFile
  /** What the board's minimum dataset asked for at the signing. */
  asked: AskedOf
  /** The packs of the pathway in force at the signing, and where each rule stood without the goals of care; absent in records from before it was kept. */
  pathway?: PathwayRecord
  readings: CaseReadings
  /** Scores beside those of the panel that somebody answered for the case; absent where nobody did, and in records from before they were kept. */
  furtherReadings?: KeptScore[]
  options: SnapshotOption[]
  /** How the last round was voted: scale and weights of the board at its opening. Absent in records from before it was kept: three stances of equal weight. */
  voting?: VotingRule
  /** Those that count: of the last round. */
  ballots: SnapshotBallot[]
  /** The rounds before the last one; absent when the board voted once. */
  earlierRounds?: { round: number; voting?: VotingRule; ballots: SnapshotBallot[] }[]
  /** How long members expected the patient to live, as they said it before the reveal, whatever scores they had seen; absent when nobody did, and in records from before it was kept. */
  survivalEstimates?: SurvivalView[]
  /** What was remarked on the item, withdrawn remarks too; absent in records from before remarks were kept. */
  remarks?: RemarkView[]
  conclusion: {
    rationale: string
    /** Null for a reader from whom goals of care are withheld. */
    goalsConsidered: string | null
    /** How each goal was considered and what was declared on risks; absent in records of format 1, and for a reader from whom goals are withheld. */
    goalsGate?: NamedGoalsGate
    /** Palliative care, rehabilitation, psychological support, trials; absent in records of format 1. */
    needs?: NamedNeed[]
    /** In which order the treatments come; absent in records of format 1, null where nothing was said. */
    sequence?: NamedSequence | null
    dissent: string
    dissenting: Dissent[]
    /** Safety objections with their answers; absent when there was none. */
    objections?: RecordedObjection[]
    recommendations: SnapshotRecommendation[]
    /** How the board sees what it did not recommend; absent in records from before it was kept. */
    alternatives?: NamedAlternative[]
    /** Every stop of the pathway that stood, with the reason to go on; absent in records from before reasons were kept. */
    stops?: StandingStop[]
    /** Those that rest on the goals of care; absent also for a reader from whom these are withheld. */
    stopsOnGoals?: StandingStop[]
  }
}

/** The same before anybody signed: what a draft rests on at this moment. */
export type DecisionSnapshot = Omit<SignedSnapshot, 'format' | 'signedAt' | 'signedBy' | 'signature' | 'goalsSha256'>

/** A dissent in words, as the form proposes them to the chair: one line, with the reason as it was cast. */
export const dissentWords = ({
  name,
  specialty,
  letter,
  title,
  reason,
}: Omit<Dissent, 'optionId' | 'modality' | 'voterId'>): string =>
  `${name}, ${specialtyWords[specialty].word.toLowerCase()}, opposes ${letter}, ${title}: ${reason}`

/** Who opposed what the board recommends, from the ballots that count: dissent is on record also when nobody writes it down. */
export const dissentOf = (
  recommended: readonly Pick<Recommendation, 'optionId'>[],
  options: readonly Pick<SnapshotOption, 'optionId' | 'modality' | 'letter' | 'title'>[],
  counted: readonly Omit<Ballot, 'revision'>[],
): Dissent[] =>
  options
    .filter(({ optionId }) => recommended.some((one) => one.optionId === optionId))
    .flatMap(({ optionId, modality, letter, title }) =>
      counted
        .filter((ballot) => ballot.optionId === optionId && ballot.stance === 'oppose')
        .map(({ voterId, name, specialty, reason }) => ({
          ...{ optionId, modality, letter, title },
          ...{ voterId, name, specialty, reason },
        })),
    )
