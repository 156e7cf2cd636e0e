import { z } from 'zod'
import { type ClosedReason, type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { typedText } from '@/lib/foundation/typed-text'
import { type ItemStage, type MeetingState, meetingObstacle } from '@/lib/meetings/model'
import { mayView } from '@/lib/meetings/model/views'
import { specialties } from '@/lib/people/model'

export const raiseObjectionInput = z.strictObject({
  itemId: z.uuid(),
  /** The option it is about; null for the case as a whole. */
  optionId: z.uuid().nullable(),
  words: typedText('What is unsafe', 2000),
  /** Who is asked to answer; null leaves it to the chair. */
  addressedTo: z.uuid().nullable().default(null),
})
export type RaiseObjection = z.infer<typeof raiseObjectionInput>

export const answerObjectionInput = z.strictObject({ objectionId: z.uuid(), answer: typedText('The answer', 2000) })
export type AnswerObjection = z.infer<typeof answerObjectionInput>

/** A safety objection as everybody in the room sees it; the signing waits for its answer. */
export const objectionView = z.object({
  objectionId: z.uuid(),
  optionId: z.uuid().nullable(),
  by: z.string(),
  /** Null for a person without a seat of a specialty. */
  specialty: z.enum(specialties).nullable(),
  words: z.string(),
  raisedAt: z.string(),
  /** Nobody but the objector sees it before the reveal. */
  isSealed: z.boolean(),
  addressedTo: z.string().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  mayAnswer: mayView,
})
export type ObjectionView = z.infer<typeof objectionView>

/** An objection as a record keeps it. `place` is null for the case as a whole. */
export type RecordedObjection = Pick<
  ObjectionView,
  'by' | 'specialty' | 'words' | 'raisedAt' | 'answer' | 'answeredBy'
> & {
  place: string | null
}

const stageCloses: Record<ItemStage, ClosedReason | null> = {
  queued: 'not-presented',
  presenting: null,
  voting: null,
  revealed: null,
  concluded: 'already-concluded',
}

type RaisedWhere = { meetingState: MeetingState; stage: ItemStage }
type RaisedBy = { userId: string; isChair: boolean }

/**
 * Whether an objection can be raised now: from the presentation to the conclusion, before and after the reveal. `standing` are the
 * options up for the vote, `answerers` those who may be asked. Refuses with `closed`, or with `invalid` for an option or a
 * person that is not there; nobody answers their own, so a chair names who does.
 */
export const decideObjection = (
  { meetingState, stage }: RaisedWhere,
  { optionId, addressedTo }: Pick<RaiseObjection, 'optionId' | 'addressedTo'>,
  { userId, isChair }: RaisedBy,
  standing: readonly string[],
  answerers: readonly string[],
): Result<null> => {
  const why = meetingObstacle(meetingState) ?? stageCloses[stage]
  if (why) return refuse('closed', why)
  const problems: FieldProblem[] = []
  if (optionId !== null && !standing.includes(optionId)) {
    problems.push({ path: 'optionId', message: 'This option is not up for the vote.' })
  }
  if (addressedTo !== null && (addressedTo === userId || !answerers.includes(addressedTo))) {
    problems.push({ path: 'addressedTo', message: 'Choose another person of the board.' })
  }
  if (addressedTo === null && isChair) {
    problems.push({ path: 'addressedTo', message: 'Choose who answers: nobody answers their own objection.' })
  }
  return problems.length > 0 ? refuse('invalid', problems) : ok(null)
}

type Asked = { raisedBy: string; addressedTo: string | null; answer: string | null }

/**
 * Whether a person answers an objection: the chair or whom it is addressed to, never the objector. Refuses with `forbidden`, or with
 * `closed` once it is answered: an answer stays as it was given.
 */
export const decideAnswer = (objection: Asked, { userId, isChair }: RaisedBy): Result<null> => {
  const isAsked = isChair || objection.addressedTo === userId
  if (!isAsked || objection.raisedBy === userId) return refuse('forbidden')
  return objection.answer === null ? ok(null) : refuse('closed', 'already-there')
}

/** What keeps a conclusion from being signed: one problem for each objection that nobody has answered. */
export const objectionProblems = (
  objections: readonly Pick<ObjectionView, 'objectionId' | 'by' | 'answer'>[],
): FieldProblem[] =>
  objections
    .filter(({ answer }) => answer === null)
    .map(({ objectionId, by }) => ({
      path: `objections.${objectionId}`,
      message: `Answer the safety objection of ${by} first.`,
    }))
