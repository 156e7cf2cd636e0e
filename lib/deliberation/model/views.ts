import { z } from 'zod'
import { caseStates } from '@/lib/cases/model'
import { standingStop } from '@/lib/cases/pathway/rule-exceptions'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { itemStages, meetingKinds, meetingStates } from '@/lib/meetings/model'
import { breakView } from '@/lib/meetings/model/break'
import { conflictView } from '@/lib/meetings/model/conflict'
import { quorumView, ranks } from '@/lib/meetings/model/quorum'
import { attendanceView, listedPatientView, mayView } from '@/lib/meetings/model/views'
import { votingRule } from '@/lib/meetings/model/voting'
import { specialties } from '@/lib/people/model'
import { conclusionStates, outcomes, stances } from '../model'
import { standings } from './alternatives'
import { goalsGateInput } from './goals-gate'
import { needsInput } from './needs'
import { objectionView } from './objection'
import { preBallotView } from './pre-ballot'
import { exactRating } from './rating'
import { remarkView } from './remark'
import { revoteView } from './revote'
import { sequenceInput } from './sequence'
import { signatureView } from './signature'
import { standingTask } from './standing-task'
import { mySurvivalView, survivalView } from './survival-estimate'

const answerView = z.object({
  outcome: z.enum(outcomes).nullable(),
  options: z.array(
    z.object({
      optionId: z.uuid(),
      ownerId: z.uuid().nullable(),
      dueOn: z.string().nullable(),
      condition: z.string(),
    }),
  ),
  alternatives: z.array(z.object({ optionId: z.uuid(), standing: z.enum(standings).nullable(), because: z.string() })),
  further: z.array(z.object({ optionType: z.string(), standing: z.enum(standings).nullable(), because: z.string() })),
  because: z.string(),
  missing: z.string(),
  ownerId: z.uuid().nullable(),
  dueOn: z.string().nullable(),
})

/** One version of the conclusion. `answers` is what the chair wrote for each modality, whole once it is signed. */
export const conclusionView = z.object({
  conclusionId: z.uuid(),
  itemId: z.uuid(),
  caseId: z.uuid(),
  version: z.number(),
  state: z.enum(conclusionStates),
  draftVersion: z.number(),
  rationale: z.string(),
  /** Null for a reader from whom goals of care are withheld. */
  goalsConsidered: z.string().nullable(),
  /** As it was written at the gate of the goals; null for such a reader too. */
  goalsGate: goalsGateInput.nullable(),
  needs: needsInput,
  sequence: sequenceInput,
  dissent: z.string(),
  changeReason: z.string().nullable(),
  answers: z.record(z.enum(modalities), answerView),
  draftedBy: z.string(),
  draftedAt: z.string(),
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  snapshotSha256: z.string().nullable(),
  /** Whether it is a decision or, signed short of the quorum, advice; null in a draft. */
  ranksAs: z.enum(ranks).nullable(),
  /** What the signature says; null in a draft, and in records from before it was kept. */
  signature: signatureView.nullable(),
  /** The stops of the pathway that stood at the signing, each with the reason to go on; none in a draft. */
  stops: z.array(standingStop),
})
export type ConclusionView = z.infer<typeof conclusionView>

/** The versions of one item: the draft that is open, the one in force, and those it replaced, the latest first. */
export const conclusionsView = z.object({
  draft: conclusionView.nullable(),
  signed: conclusionView.nullable(),
  superseded: z.array(conclusionView),
})
export type ConclusionsView = z.infer<typeof conclusionsView>

export const optionView = z.object({
  optionId: z.uuid(),
  modality: z.enum(modalities),
  letter: z.string(),
  title: z.string(),
  detail: z.string(),
  /** The plan in the shape of the catalogue, as it was stored: what the rules of the pathway judge. */
  plan: z.unknown().optional(),
  proposer: z.string(),
  withdrawnBecause: z.string().nullable(),
  /** False for what answers the modality without treating: none, defer, best supportive care only. */
  isTreatment: z.boolean(),
  mayWithdraw: mayView,
})
export type OptionView = z.infer<typeof optionView>

export const stanceView = z.object({
  optionId: z.uuid(),
  voterId: z.uuid(),
  name: z.string(),
  specialty: z.enum(specialties),
  stance: z.enum(stances),
  /** The exact rating from 1 to 9, where the round was rated so. */
  rating: exactRating.nullish(),
  reason: z.string().nullable(),
})
export type StanceView = z.infer<typeof stanceView>

export const myBallotView = z.object({
  revision: z.number(),
  castAt: z.string(),
  answers: z.array(stanceView.pick({ optionId: true, stance: true, rating: true, reason: true })),
})
export type MyBallotView = z.infer<typeof myBallotView>

const dissentView = z.object({
  optionId: z.uuid(),
  modality: z.enum(modalities),
  letter: z.string(),
  title: z.string(),
  voterId: z.uuid(),
  name: z.string(),
  specialty: z.enum(specialties),
  reason: z.string().nullable(),
})

/** The item that everybody follows. Of a sealed vote it holds the count and the own ballot, nothing else. */
export const roomItemView = z.object({
  itemId: z.uuid(),
  caseId: z.uuid(),
  code: z.string(),
  question: z.string(),
  patient: listedPatientView,
  position: z.number(),
  minutes: z.number(),
  stage: z.enum(itemStages),
  /** The round of the vote that runs or ran last. */
  round: z.number(),
  /** How that round is voted: the rule at its opening; before the first one opens, the rule that it would open with now. */
  voting: votingRule,
  isShown: z.boolean(),
  /** The chair's reason for a case that was blocked when it was added, and who gave it. */
  admitted: z.object({ because: z.string(), by: z.string() }).nullable(),
  presentedAt: z.string().nullable(),
  votingAt: z.string().nullable(),
  revealedAt: z.string().nullable(),
  concludedAt: z.string().nullable(),
  options: z.array(optionView),
  /** Which kinds of treatment are voted on anew, and what is carried over; null for an item that discusses the case as a whole. */
  revote: revoteView.extend({ carried: z.array(optionView) }).nullable(),
  /** Members who have cast in this round. */
  cast: z.number(),
  /**
   * Whether `cast` stands still until the reveal: a member with a vote was recused while it ran, and the number would tell whether they
   * had cast.
   */
  isCastHeld: z.boolean(),
  /** Core members in the room at the reveal who had not cast; none before it. */
  notCast: z.array(z.object({ voterId: z.uuid(), name: z.string(), specialty: z.enum(specialties) })),
  /** Whether the board can decide this case; of a concluded one, whether it could. */
  quorum: quorumView,
  /** Conflicts of interest in the case as a whole, the first one first; withdrawn ones too. */
  conflicts: z.array(conflictView),
  myBallot: myBallotView.nullable(),
  /** What the reader has filled in for this round and not cast, at home or here; null where nothing is kept. */
  preBallot: preBallotView.nullable(),
  mySurvival: mySurvivalView.nullable(),
  /** How long each member expects the patient to live, from the first reveal on. */
  survival: z.union([z.literal('hidden'), z.array(survivalView)]),
  /** Every stance of this round in the fixed order of specialties, from its reveal on. */
  ballots: z.union([z.literal('hidden'), z.array(stanceView)]),
  /** The rounds before this one, which were revealed, the first one first. */
  earlierRounds: z.array(z.object({ round: z.number(), voting: votingRule, ballots: z.array(stanceView) })),
  /** Voters for each stance, by option id, from the reveal on. */
  tally: z.record(z.string(), z.record(z.enum(stances), z.number())).nullable(),
  /** The same weighted as the board weighs specialties, to stand beside it; null before the reveal and with equal weights. */
  weightedTally: z.record(z.string(), z.record(z.enum(stances), z.number())).nullable(),
  /** Who opposed what the draft or the signed conclusion recommends, from the reveal on. */
  dissenting: z.array(dissentView),
  /** Safety objections, as far as the reader may see them: the signing waits for every answer. */
  objections: z.array(objectionView),
  conclusions: conclusionsView,
  /** Remarks in the order they were written. */
  remarks: z.array(remarkView),
  /** Tasks of the versions signed so far: a new version keeps those whose recommendation it does not change. */
  tasks: z.array(standingTask),
  may: z.object({
    propose: mayView,
    remark: mayView,
    openVote: mayView,
    setAside: mayView,
    vote: mayView,
    reveal: mayView,
    voteAgain: mayView,
    callOff: mayView,
    object: mayView,
    declareConflict: mayView,
    conclude: mayView,
    revise: mayView,
  }),
})
export type RoomItemView = z.infer<typeof roomItemView>

/** The live room: other cases of the agenda by code only, since the room may be on a projector (DESIGN M2). */
export const roomView = z.object({
  meetingId: z.uuid(),
  boardId: z.uuid(),
  boardName: z.string(),
  timeZone: z.string(),
  title: z.string(),
  place: z.string().nullable(),
  startsAt: z.string(),
  kind: z.enum(meetingKinds),
  /** By when an asynchronous board is to have answered; null for a meeting. */
  answerBy: z.string().nullable(),
  state: z.enum(meetingStates),
  sequence: z.number(),
  items: z.array(
    z.object({
      itemId: z.uuid(),
      caseId: z.uuid(),
      code: z.string(),
      caseState: z.enum(caseStates),
      position: z.number(),
      minutes: z.number(),
      stage: z.enum(itemStages),
      /** Listed by a protocol, not to be discussed. */
      isInLane: z.boolean(),
    }),
  ),
  /** The break of the meeting: after how many of the items to discuss it comes, and its minutes; null without one. */
  break: breakView.nullable(),
  attendance: z.array(attendanceView),
  /** Core members who are there now, or the specialties that an asynchronous board called: how many could cast. */
  votersPresent: z.number(),
  /** The item that the room follows, whichever this screen looks at. */
  presentingItemId: z.uuid().nullable(),
  item: roomItemView.nullable(),
  may: z.object({ start: mayView, present: mayView, close: mayView, join: mayView, recordOthers: mayView }),
})
export type RoomView = z.infer<typeof roomView>
