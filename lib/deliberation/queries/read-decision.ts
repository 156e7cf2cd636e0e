import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { agendaItems } from '@/db/schema/meetings'
import { type CaseFile, withholding } from '@/lib/cases/case-file'
import { answeredScores } from '@/lib/cases/further/further-scores'
import { askedBy } from '@/lib/cases/minimum-dataset'
import type { PathwayTerms } from '@/lib/cases/pathway/case-pathway'
import { type RecommendedOption, readStops } from '@/lib/cases/pathway/option-stops'
import { looksBeyond, type StandingStop } from '@/lib/cases/pathway/rule-exceptions'
import { readPathwayTerms } from '@/lib/cases/queries/read-pathway-terms'
import { readDataset } from '@/lib/cases/queries/read-terms'
import { readingsOf } from '@/lib/cases/readings'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { certain } from '@/lib/clinical/certain'
import { type PathwayRecord, recordOf } from '@/lib/clinical/pathway/record'
import { now } from '@/lib/foundation/clock'
import type { ItemStage } from '@/lib/meetings/model'
import { recusedIds } from '@/lib/meetings/model/conflict'
import { readAttendance, type readMeeting } from '@/lib/meetings/queries/get-meeting'
import { readConflicts } from '@/lib/meetings/queries/read-conflicts'
import { alternativesOf } from '../model/alternatives'
import type { Ballot } from '../model/ballot'
import { type ConclusionText, type Recommendation, recommendsSomething } from '../model/conclusion'
import { declaredRiskStop, type GoalsGate, namedGoalsGate, recordedGoals } from '../model/goals-gate'
import { namedNeeds } from '../model/needs'
import { underCondition } from '../model/option'
import { namedSequence } from '../model/sequence'
import { type DecisionSnapshot, dissentOf, type SnapshotBallot } from '../model/snapshot'
import { standingOf } from '../model/standing'
import { readRounds } from './read-ballots'
import { readRevealedEstimates } from './read-estimates'
import { objectionsRecorded, readObjections } from './read-objections'
import { type StoredOption, votedOf } from './read-options'
import { readQuorum, readVotersPresent } from './read-quorum'
import { readRemarks } from './read-remarks'
import { carriedDissent, type HeldRevote } from './read-revote'
import { readVotingOf } from './read-voting'

/** What a decision is gathered from, read in the same transaction. */
export type DecisionGround = {
  item: { id: string; boardId: string; stage: ItemStage; round: number; rulesByRound: readonly number[] }
  stored: Omit<ConclusionText, 'goalsConsidered' | 'goalsGate'> & {
    goalsConsidered: string | null
    goalsGate: GoalsGate | null
    draftedBy: string
    draftedAt: Date
    version: number
    changeReason: string | null
  }
  file: CaseFile
  held: NonNullable<Awaited<ReturnType<typeof readMeeting>>>
  options: readonly StoredOption[]
  people: readonly { userId: string; name: string }[]
  recommendations: readonly Recommendation[]
  today: string
  /** What is voted on anew and what is carried over; null for an item that discusses the case as a whole. */
  revote: HeldRevote | null
}

async function itemTimes(tx: Tx, itemId: string): Promise<DecisionSnapshot['item']> {
  const [times] = await tx
    .select({
      presentedAt: agendaItems.presentedAt,
      votingAt: agendaItems.votingAt,
      revealedAt: agendaItems.revealedAt,
    })
    .from(agendaItems)
    .where(eq(agendaItems.id, itemId))
  return {
    itemId,
    presentedAt: times?.presentedAt?.toISOString() ?? null,
    votingAt: times?.votingAt?.toISOString() ?? null,
    revealedAt: times?.revealedAt?.toISOString() ?? null,
  }
}

type PathwayParts = { pathway: PathwayRecord } & Pick<DecisionSnapshot['conclusion'], 'stops' | 'stopsOnGoals'>

/**
 * Where the pathway stands at this moment, without the goals of care: the record is read by people from whom they are withheld. The
 * stops that stand are told apart for the same reason.
 */
function pathwayOf(file: CaseFile, terms: PathwayTerms, recommended: readonly RecommendedOption[]): PathwayParts {
  const at = now().toISOString()
  const open = readStops(withholding(file, ['goals']), terms, recommended, at)
  const read = readStops(file, terms, recommended, at)
  const isOnGoals = (place: number, { ruleId }: StandingStop): boolean => {
    const [whole, told] = [certain(read[place], 'a reading').pathway, certain(open[place], 'its open reading').pathway]
    return whole.readings.some(({ rule }) => rule.id === ruleId && looksBeyond(rule, whole.facts, told.facts))
  }
  const stops = read.flatMap((one, place) => one.stops.map((stop) => ({ stop, onGoals: isOnGoals(place, stop) })))
  return {
    pathway: recordOf(terms.packs, certain(open[0], 'the reading of the case').pathway.readings, at),
    stops: stops.flatMap(({ stop, onGoals }) => (onGoals ? [] : [stop])),
    stopsOnGoals: stops.flatMap(({ stop, onGoals }) => (onGoals ? [stop] : [])),
  }
}

const asSnapshot = ({ optionId, voterId, name, specialty, stance, rating, reason }: Ballot): SnapshotBallot => ({
  ...{ optionId, voterId, name, specialty, stance, ...(rating != null && { rating }), reason },
})

/** Gathers what a conclusion rests on at this moment; `hidden` before the reveal, whoever asks. */
export async function readDecision(tx: Tx, ground: DecisionGround): Promise<DecisionSnapshot | 'hidden'> {
  const { item, stored, file, held, options, people, recommendations, today, revote } = ground
  const { meeting, boardName, timeZone } = held
  const { last, earlier } = await readRounds(tx, item)
  if (last === 'hidden') return 'hidden'
  const ballots = last.map(asSnapshot)
  const votingOf = await readVotingOf(tx, item)
  const earlierRounds = earlier.map(({ round, ballots: cast }) => ({
    ...{ round, voting: votingOf(round) },
    ballots: cast.map(asSnapshot),
  }))
  const conflicts = await readConflicts(tx, file.caseId)
  const attendance = await readAttendance(tx, meeting.id)
  const quorum = await readQuorum(tx, {
    meeting,
    item,
    present: await readVotersPresent(tx, meeting.id),
    attendance,
    ballots: last,
    conflicted: recusedIds(conflicts),
  })
  const survivalEstimates = await readRevealedEstimates(tx, item.id)
  const objections = objectionsRecorded(await readObjections(tx, item.id), options)
  const shown = options.map(({ proposer, ...option }) => ({ ...option, proposedBy: proposer }))
  const named = recommendations.map((one) => {
    const option = options.find(({ optionId }) => optionId === one.optionId)
    const owner = people.find(({ userId }) => userId === one.ownerId)?.name ?? null
    return {
      ...one,
      title: option ? underCondition(option.title, one.condition) : null,
      detail: option?.detail ?? null,
      owner,
    }
  })
  const { goalsGate, draftedBy, draftedAt } = stored
  const gate = goalsGate && namedGoalsGate(goalsGate, recordedGoals(file), recommendsSomething(stored.answers))
  const drafter = people.find(({ userId }) => userId === draftedBy)?.name ?? 'name not known'
  const declared = goalsGate && gate && declaredRiskStop(goalsGate, gate, { by: drafter, at: draftedAt.toISOString() })
  const chosen = options.filter(({ optionId }) => recommendations.some((one) => one.optionId === optionId))
  const furtherReadings = answeredScores(file, today)
  const { pathway, stops, stopsOnGoals } = pathwayOf(file, await readPathwayTerms(tx, file), chosen)
  return {
    version: stored.version,
    changeReason: stored.changeReason,
    ...(revote ? { revote: revote.revote } : {}),
    board: { boardId: item.boardId, name: boardName, timeZone },
    meeting: {
      meetingId: meeting.id,
      title: meeting.title,
      place: meeting.place,
      startsAt: meeting.startsAt.toISOString(),
      ...(meeting.answerBy && { answerBy: meeting.answerBy.toISOString() }),
    },
    attendance,
    quorum,
    ...(conflicts.length > 0 && { conflicts }),
    item: await itemTimes(tx, item.id),
    today,
    case: file,
    asked: askedBy(await readDataset(tx, item.boardId)),
    pathway,
    readings: readingsOf(file),
    ...(furtherReadings.length > 0 && { furtherReadings }),
    options: shown,
    voting: votingOf(item.round),
    ballots,
    ...(earlierRounds.length > 0 && { earlierRounds }),
    ...(survivalEstimates.length > 0 && { survivalEstimates }),
    remarks: await readRemarks(tx, item.id),
    conclusion: {
      rationale: stored.rationale,
      goalsConsidered: stored.goalsConsidered,
      ...(gate && { goalsGate: gate }),
      needs: namedNeeds(stored.needs),
      sequence: namedSequence(stored.sequence),
      dissent: stored.dissent,
      dissenting: [
        ...(revote ? await carriedDissent(tx, revote) : []),
        ...dissentOf(recommendations, options, ballots),
      ],
      ...(objections.length > 0 && { objections }),
      recommendations: named,
      alternatives: modalities.flatMap((modality) =>
        alternativesOf(modality, stored.answers[modality], standingOf(options).map(votedOf)),
      ),
      stops,
      stopsOnGoals: [...(stopsOnGoals ?? []), ...(declared ? [declared] : [])],
    },
  }
}
