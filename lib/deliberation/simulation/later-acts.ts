import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { caseObstacle, decideNewItem } from '@/lib/meetings/model'
import { decideLate, isLate } from '@/lib/meetings/model/late'
import { mayAdmit, mayPlan } from '@/lib/meetings/policy'
import { type ConclusionText, emptyAnswers, emptyText, type Recommendation, textIn } from '../model/conclusion'
import { letterAfter } from '../model/option'
import { carriedOver, withCarried } from '../model/revote'
import { fateOf, type StandingTask, taskOf, withTasks } from '../model/standing-task'
import { mayReopen } from '../policy'
import { type Moment, recorded, type Transition } from './acts'
import type { StoredTask } from './later-tables'
import { boardId, type Store, type StoredConclusion, type StoredItem, type StoredOption, standingIn } from './store'

/** What leads to a later meeting of the board, and brings a case before it. */
export type LaterAct =
  | { kind: 'next-meeting' }
  | { kind: 'add-item'; caseId: string; lateBecause: string }
  | { kind: 'open-revote'; conclusionId: string; modalities: readonly Modality[]; because: string }

const onBoard = { boardId }

const nextMeeting: Transition<'next-meeting'> = (moment) => {
  const { store, actor, at } = moment
  if (!mayPlan(actor, onBoard)) return refuse('forbidden')
  if (store.toCome === 0 || store.meeting.state !== 'closed') return refuse('closed', 'meeting-closed')
  const { meeting, past, items, toCome } = store
  const id = `${meeting.id}-next`
  const planned = { ...meeting, id, state: 'planned' as const, startsAt: at, presentingItemId: null, sequence: 0 }
  const over = {
    ...{ meetingId: meeting.id, closedAt: (store.closedAt ?? at).toISOString() },
    itemIds: items.map(({ itemId }) => itemId),
  }
  const gone = { past: [...past, ...items], pastMeetings: [...store.pastMeetings, over], toCome: toCome - 1 }
  const begun = { meeting: planned, items: [], attendance: [], closedAt: null, ...gone }
  return ok({ store: recorded({ ...moment, store: { ...store, ...begun } }, 'meeting.created', id), answer: null })
}

/** The reason to keep with a case that comes now, when it comes late; no board of the simulation closes its agenda by the hour. */
const lateReason = ({ store: { meeting }, at }: Moment, because: string): Result<string | null> => {
  const closing = { state: meeting.state, startsAt: meeting.startsAt.toISOString(), closesHours: 0 }
  return decideLate(isLate(closing, at.toISOString()), because)
}

/** The tables with a case at the end of the agenda, as it came before the board the last time. */
function placed({ store, actor, at }: Moment, known: StoredItem, lateBecause: string | null): [Store, StoredItem] {
  const item: StoredItem = {
    ...known,
    ...{
      itemId: `item-${store.past.length + store.items.length + 1}`,
      position: store.items.length + 1,
      stage: 'queued',
      round: 1,
    },
    ...{ rulesByRound: [], presentedAt: null, votingAt: null, revealedAt: null, concludedAt: null, ranksAs: null },
    ...{ lane: null, pulledBack: null },
    late: lateBecause === null ? null : { because: lateBecause, by: actor.name, at: at.toISOString() },
  }
  return [{ ...store, items: [...store.items, item] }, item]
}

const lastOf = (store: Store, caseId: string): StoredItem | undefined =>
  [...store.past, ...store.items].findLast((one) => one.caseId === caseId)

/** Whether the case can come before this meeting, as both ways to put it there ask it. */
function decidePlace({ store }: Moment, known: StoredItem): Result<null> {
  const decided = decideNewItem(store.meeting)
  if (!decided.ok) return decided
  const why = caseObstacle(known.caseState)
  if (why) return refuse('closed', why)
  return store.items.some(({ caseId }) => caseId === known.caseId) ? refuse('closed', 'already-there') : ok(null)
}

const addItem: Transition<'add-item'> = (moment, { caseId, lateBecause }) => {
  const { store, actor } = moment
  if (!mayPlan(actor, onBoard) && !mayAdmit(actor, onBoard)) return refuse('forbidden')
  const known = lastOf(store, caseId)
  if (!known) return refuse('not-found')
  const decided = decidePlace(moment, known)
  if (!decided.ok) return decided
  const late = lateReason(moment, lateBecause)
  if (!late.ok) return late
  const [added, { itemId }] = placed(moment, known, late.value)
  const told = recorded({ ...moment, store: added }, 'item.added', itemId)
  const written = late.value === null ? told : recorded({ ...moment, store: told }, 'item.came-late', itemId)
  return ok({ store: written, answer: { itemId } })
}

const openRevote: Transition<'open-revote'> = (moment, { conclusionId, modalities, because }) => {
  const { store, actor } = moment
  const followed = store.conclusions.find((one) => one.conclusionId === conclusionId)
  const known = followed && lastOf(store, followed.caseId)
  if (!known) return refuse('not-found')
  if (!mayReopen(actor, onBoard)) return refuse('forbidden')
  if (followed.state !== 'signed') return refuse('closed', 'not-concluded')
  const decided = decidePlace(moment, known)
  if (!decided.ok) return decided
  const late = lateReason(moment, because)
  if (!late.ok) return late
  const [added, { itemId }] = placed(moment, known, late.value)
  const revotes = [...store.revotes, { itemId, followedId: conclusionId, modalities, because, by: actor.name }]
  const again = optionsAgain(moment, followed, modalities, { itemId, made: added.made })
  const written = { ...added, revotes, options: [...added.options, ...again], made: added.made + again.length }
  return ok({ store: recorded({ ...moment, store: written }, 'item.revote-opened', itemId), answer: { itemId } })
}

/** The options of before on what is voted on anew, put again in the name of who opened the re-vote. */
function optionsAgain(
  { store, actor }: Moment,
  followed: StoredConclusion,
  anew: readonly Modality[],
  { itemId, made }: { itemId: string; made: number },
): StoredOption[] {
  const before = standingIn(store, followed.itemId).filter(({ modality }) => anew.includes(modality))
  return before.map((option, index) => ({
    ...{ ...option, itemId, optionId: `option-${made + index + 1}`, proposedBy: actor.userId, proposer: actor.name },
    letter: letterAfter(before.slice(0, index).filter(({ modality }) => modality === option.modality).length),
  }))
}

const signedAtOf = ({ signedAt }: StoredConclusion): string => signedAt ?? ''

/**
 * What an item votes on anew, with the version that it follows: the one in force of the case, or that was when the re-vote was signed. Null for
 * an item that discusses the case as a whole.
 */
export function revoteOf(store: Store, itemId: string) {
  const opened = store.revotes.find((one) => one.itemId === itemId)
  const caseId = store.conclusions.find(({ conclusionId }) => conclusionId === opened?.followedId)?.caseId
  if (!opened) return null
  const signed = store.conclusions.filter((one) => one.caseId === caseId && one.state !== 'draft')
  const here = signed.filter((one) => one.itemId === itemId).map(signedAtOf)
  const until = here.toSorted()[0]
  const [followed] = signed
    .filter((one) => one.itemId !== itemId && (until === undefined || signedAtOf(one) <= until))
    .toSorted((one, other) => signedAtOf(other).localeCompare(signedAtOf(one)) || other.version - one.version)
  if (!followed) return null
  const { because, by } = opened
  const anew = modalities.filter((modality) => opened.modalities.includes(modality))
  return {
    revote: { version: followed.version, signedAt: signedAtOf(followed), modalities: anew, because, by },
    followed,
  }
}

const tasksOf = (store: Store, caseId: string): StandingTask[] =>
  standingTasks(store, caseId).flatMap(({ state, ...task }) => (state === 'replaced' ? [] : [{ ...task, state }]))

const carriedAnswers = (store: Store, { answers, caseId }: StoredConclusion) =>
  withTasks(answers, tasksOf(store, caseId))

/** The text with the answers put back that the item’s re-vote leaves as they were signed. */
export function withWhatIsCarried(store: Store, item: StoredItem, text: ConclusionText): ConclusionText {
  const held = item.stage === 'concluded' ? null : revoteOf(store, item.itemId)
  return held
    ? { ...text, answers: withCarried(text.answers, carriedAnswers(store, held.followed), held.revote) }
    : text
}

/** What the draft of a re-vote begins with at its reveal; null for any other item, and where there is a draft. */
export function revoteDraft(store: Store, { itemId, caseId }: StoredItem) {
  const held = revoteOf(store, itemId)
  if (!held || store.conclusions.some((one) => one.itemId === itemId && one.state === 'draft')) return null
  const answers = withCarried(emptyAnswers(), carriedAnswers(store, held.followed), held.revote)
  const { needs, sequence } = held.followed
  const next = { version: nextVersion(store, caseId), draftVersion: 1, changeReason: held.revote.because }
  return { ...textIn({ ...emptyText(), answers, needs, sequence }), ...next }
}

/** The options of what a re-vote carries over: they are named in its conclusion, and none of its own. */
export function carriedOptions(store: Store, itemId: string): StoredOption[] {
  const held = revoteOf(store, itemId)
  if (!held) return []
  const named = carriedOver(held.revote).flatMap((modality) => {
    const { options, alternatives } = held.followed.answers[modality]
    return [...options, ...alternatives].map(({ optionId }) => optionId)
  })
  return store.options.filter((one) => named.includes(one.optionId) && one.itemId !== itemId)
}

/** The options that a conclusion of an item may name: its own, and those that it carries over. */
export const namedOptions = (store: Store, { itemId }: StoredItem): StoredOption[] => [
  ...standingIn(store, itemId),
  ...carriedOptions(store, itemId),
]

/** The number of the next version of a case: they are counted over all its items, from 1. */
export const nextVersion = ({ conclusions }: Store, caseId: string): number =>
  1 +
  Math.max(0, ...conclusions.flatMap((one) => (one.caseId === caseId && one.state !== 'draft' ? [one.version] : [])))

/** The tasks that no later version replaced. */
export const standingTasks = ({ tasks }: Store, caseId: string): StoredTask[] =>
  tasks.filter((one) => one.caseId === caseId && one.state !== 'replaced')

/** The tasks once a version is signed: kept for what it says again, replaced where it says something else, opened for what is new. */
export function tasksPassedOn(store: Store, signed: StoredConclusion, said: readonly Recommendation[]): StoredTask[] {
  const { caseId, conclusionId } = signed
  const standing = tasksOf(store, caseId)
  const keptBy = (one: Recommendation) => {
    const task = one.outcome === 'none' ? undefined : taskOf(one, standing)
    return task && fateOf(one, task) !== 'ask-again' ? task : undefined
  }
  const kept = new Map(
    said.flatMap((one) => {
      const task = keptBy(one)
      return task ? [[task.taskId, one] as const] : []
    }),
  )
  const before = store.tasks.map((task): StoredTask => {
    if (task.caseId !== caseId || task.state !== 'open') return task
    const again = kept.get(task.taskId)
    if (!again) return { ...task, state: 'replaced' }
    return { ...task, ownerId: again.ownerId ?? task.ownerId, dueOn: again.dueOn ?? task.dueOn }
  })
  const opened = said.flatMap((one): StoredTask[] => {
    const { modality, optionId, missing, condition, ownerId, dueOn } = one
    if (!ownerId || !dueOn || keptBy(one)) return []
    const id = `${conclusionId} ${modality} ${optionId ?? missing}`
    const what = { modality, optionId, missing, condition, ownerId, dueOn }
    return [{ ...what, taskId: id, recommendationId: id, caseId, conclusionId, state: 'open' }]
  })
  return [...before, ...opened]
}

/** Every act that leads on to a later meeting, as the commands run it. */
export const laterActs = { 'next-meeting': nextMeeting, 'add-item': addItem, 'open-revote': openRevote }
