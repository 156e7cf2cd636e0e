import type { RecordedConflict } from '@/lib/meetings/model/conflict'
import { recusedIds } from '@/lib/meetings/model/conflict'
import { mayNow } from '@/lib/meetings/model/views'
import { mayChair } from '@/lib/meetings/policy'
import type { Actor, Specialty } from '@/lib/people/model'
import { decideAnswer, type ObjectionView } from '../model/objection'
import type { RemarkView } from '../model/remark'
import type { StoredItem } from './store'

/** A safety objection as it is stored; `sealed`: raised while the vote of its round was sealed; `isOpened`: that vote has ended. */
export type StoredObjection = {
  objectionId: string
  itemId: string
  optionId: string | null
  round: number
  sealed: boolean
  isOpened: boolean
  raisedBy: string
  by: string
  specialty: Specialty | null
  words: string
  raisedAt: string
  askedId: string | null
  answer: string | null
  answeredBy: string | null
  answererId: string | null
  answeredAt: string | null
}

export type StoredRemark = RemarkView & { itemId: string }
/** `ballotsCast`: how many had cast, as everybody saw it, when it was declared in a vote that ran; null outside of one. */
export type StoredConflict = RecordedConflict & { itemId: string; caseId: string; ballotsCast: number | null }

/** What people say beside their ballots. */
export type SafetyTables = {
  objections: readonly StoredObjection[]
  remarks: readonly StoredRemark[]
  conflicts: readonly StoredConflict[]
}

/** Before anybody has said anything. */
export const nothingSaid: SafetyTables = { objections: [], remarks: [], conflicts: [] }

export const conflictsIn = ({ conflicts }: SafetyTables, caseId: string): StoredConflict[] =>
  conflicts.filter((one) => one.caseId === caseId)

/** Who takes no part in a case now. */
export const recusedIn = (tables: SafetyTables, caseId: string): Set<string> => recusedIds(conflictsIn(tables, caseId))

type Where = Pick<StoredItem, 'itemId'>

/** Whether an objection is its objector's alone at this moment. */
export const isSealedNow = ({ sealed, isOpened }: Pick<StoredObjection, 'sealed' | 'isOpened'>): boolean =>
  sealed && !isOpened

/** The end of a vote opens what was raised in it, for good. */
export const opened = ({ objections }: SafetyTables, itemId: string): StoredObjection[] =>
  objections.map((one) => (one.itemId === itemId && isSealedNow(one) ? { ...one, isOpened: true } : one))

/** The objections to an item as the database hands them to a person: those of a sealed vote to the objector alone. */
export const objectionsTold = ({ objections }: SafetyTables, actor: Actor, item: Where): StoredObjection[] =>
  objections.filter((one) => one.itemId === item.itemId && (one.raisedBy === actor.userId || !isSealedNow(one)))

/** The same for the room. */
export const objectionsShownTo = (told: readonly StoredObjection[], actor: Actor, boardId: string): ObjectionView[] =>
  told.map((one) => {
    const { objectionId, optionId, by, specialty, words, raisedAt, askedId, answer, answeredBy, answeredAt } = one
    const person = { userId: actor.userId, isChair: mayChair(actor, { boardId }) }
    const decided = decideAnswer({ raisedBy: one.raisedBy, addressedTo: askedId, answer }, person)
    return {
      ...{ objectionId, optionId, by, specialty, words, raisedAt, addressedTo: askedId },
      ...{ answer, answeredBy, answeredAt, isSealed: isSealedNow(one) },
      mayAnswer: mayNow(decided.ok || decided.refusal.code !== 'forbidden', decided),
    }
  })
