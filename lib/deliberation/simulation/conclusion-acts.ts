import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import { decideMove } from '@/lib/meetings/model'
import { rankOf } from '@/lib/meetings/model/quorum'
import { mayOwnTask } from '@/lib/people/policy'
import { type ConclusionText, decideConclusion, decideRevision, discussedAgain, textIn } from '../model/conclusion'
import { noGoalsGate, noRecordedGoals } from '../model/goals-gate'
import { objectionProblems } from '../model/objection'
import { isTreatment } from '../model/option'
import { ballotsOfRound } from '../model/rounds'
import { mayConclude } from '../policy'
import {
  type Done,
  itemNow,
  type Moment,
  recorded,
  roomActs,
  type Transition,
  type Transitions,
  withItem,
} from './acts'
import { calledActs, closingSign, passingOn, revealingLast } from './called-acts'
import { laneTransitions } from './lane-acts'
import {
  laterActs,
  namedOptions,
  nextVersion,
  revoteDraft,
  standingTasks,
  tasksPassedOn,
  withWhatIsCarried,
} from './later-acts'
import { estimate, prepare } from './pre-ballot-acts'
import { setRules } from './rule-acts'
import { safetyActs } from './safety-acts'
import { objectionsTold } from './safety-tables'
import {
  anyItemOf,
  ballotsOf,
  boardId,
  conclusionsOf,
  itemOf,
  quorumIn,
  recordOf,
  type StoredConclusion,
  type StoredItem,
  timeZone,
  wordsOf,
} from './store'

/** What a stored conclusion says to the chair, from whom nothing is withheld. */
const written = (stored: StoredConclusion): ConclusionText =>
  textIn({
    ...stored,
    goalsConsidered: stored.goalsConsidered ?? '',
    goalsGate: stored.goalsGate ?? noGoalsGate(),
  })

type NewDraft = ConclusionText & Pick<StoredConclusion, 'version' | 'draftVersion' | 'changeReason'>

function draftAdded(moment: Moment, { itemId, caseId }: StoredItem, draft: NewDraft): Result<Done> {
  const { store, actor, at } = moment
  const conclusionId = `conclusion-${store.made + 1}`
  const unsigned = {
    ...{ signedBy: null, signedAt: null, snapshotSha256: null, ranksAs: null },
    ...{ signature: null, stops: [], frozen: null },
  }
  const who = { draftedBy: actor.name, draftedAt: at.toISOString() }
  const added = { conclusionId, itemId, caseId, state: 'draft' as const, ...draft, ...who, ...unsigned }
  const written = { ...store, made: store.made + 1, conclusions: [...store.conclusions, added] }
  const { version, draftVersion } = draft
  return ok({
    store: recorded({ ...moment, store: written }, 'conclusion.drafted', conclusionId),
    answer: { conclusionId, version, draftVersion },
  })
}

/** The reveal of a re-vote begins the draft of the next version, with what is carried over in it. */
const beginningDraft =
  (reveal: Transition<'reveal'>): Transition<'reveal'> =>
  (moment, act) => {
    const done = reveal(moment, act)
    const item = done.ok ? itemOf(done.value.store, act.itemId) : undefined
    const draft = done.ok && item ? revoteDraft(done.value.store, item) : null
    if (!done.ok || !item || !draft) return done
    const begun = draftAdded({ ...moment, store: done.value.store }, item, draft)
    return begun.ok ? ok({ ...done.value, store: begun.value.store }) : begun
  }

const save: Transition<'save'> = (moment, { itemId, draftVersion, text: typed }) => {
  const { store, actor, at } = moment
  const item = anyItemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayConclude(actor, { boardId })) return refuse('forbidden')
  const text = withWhatIsCarried(store, item, typed)
  const draft = conclusionsOf(store, itemId).find(({ state }) => state === 'draft')
  if (!draft) {
    const decided = decideMove(itemNow(store, item), 'conclude')
    if (!decided.ok) return decided
    const version = nextVersion(store, item.caseId)
    const changeReason = version === 1 ? null : discussedAgain
    return draftAdded(moment, item, { ...textIn(text), version, draftVersion: 1, changeReason })
  }
  const saved = { ...draft, ...textIn(text) }
  const { conclusionId, version } = draft
  if (wordsOf(saved) === wordsOf(draft)) {
    return ok({ store, answer: { conclusionId, version, draftVersion: draft.draftVersion } })
  }
  if (draft.draftVersion !== draftVersion) return refuse('stale', [])
  const next = { ...saved, draftVersion: draftVersion + 1, draftedBy: actor.name, draftedAt: at.toISOString() }
  const conclusions = store.conclusions.map((one) => (one === draft ? next : one))
  return ok({
    store: recorded({ ...moment, store: { ...store, conclusions } }, 'conclusion.drafted', conclusionId),
    answer: { conclusionId, version, draftVersion: next.draftVersion },
  })
}

const revise: Transition<'revise'> = (moment, { itemId, changeReason }) => {
  const { store, actor } = moment
  const item = anyItemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayConclude(actor, { boardId })) return refuse('forbidden')
  const versions = conclusionsOf(store, itemId)
  const signed = versions.find(({ state }) => state === 'signed')
  const decided = decideRevision(
    signed,
    versions.some(({ state }) => state === 'draft'),
    versions.some(({ state }) => state === 'superseded'),
  )
  if (!decided.ok) return decided
  const { version, draftVersion } = decided.value
  const text = written(decided.value)
  return draftAdded(moment, item, { ...text, version: version + 1, draftVersion: draftVersion + 1, changeReason })
}

function mayBeSigned(draft: StoredConclusion, draftVersion: number, moment: Moment, item: StoredItem): Result<unknown> {
  if (draft.state !== 'draft') return refuse('closed', 'already-signed')
  if (draft.draftVersion !== draftVersion) return refuse('stale', [])
  if (item.stage !== 'concluded') return decideMove(itemNow(moment.store, item), 'conclude')
  const isInForce = conclusionsOf(moment.store, item.itemId).some(({ state }) => state === 'signed')
  return isInForce ? ok(null) : refuse('closed', 'concluded-since')
}

const sign: Transition<'sign'> = (moment, { conclusionId, draftVersion }) => {
  const { store, actor, at } = moment
  const draft = store.conclusions.find((one) => one.conclusionId === conclusionId)
  const item = draft && anyItemOf(store, draft.itemId)
  if (!item) return refuse('not-found')
  if (!mayConclude(actor, { boardId })) return refuse('forbidden')
  const decided = mayBeSigned(draft, draftVersion, moment, item)
  if (!decided.ok) return decided
  const whole = decideConclusion(written(draft), {
    options: namedOptions(store, item).map(({ optionId, modality, plan }) => ({
      ...{ id: optionId, modality },
      isTreatment: isTreatment(plan),
    })),
    owners: store.people.filter(mayOwnTask).map(({ userId }) => userId),
    tasks: standingTasks(store, item.caseId).flatMap(({ state, ...task }) =>
      state === 'replaced' ? [] : [{ ...task, state }],
    ),
    goals: noRecordedGoals,
    today: dayAt(at.toISOString(), timeZone),
  })
  if (!whole.ok) return whole
  const unsafe = objectionProblems(objectionsTold(store, actor, item))
  if (unsafe.length > 0) return refuse('invalid', unsafe)
  const stamp = { signedBy: actor.name, signedAt: at.toISOString() }
  const frozen = recordOf(store, item.itemId)
  // A later version rests on the same vote: it ranks as the first one did.
  const [first] = conclusionsOf(store, item.itemId).filter(({ state }) => state !== 'draft')
  const ranksAs =
    first?.ranksAs ?? rankOf(quorumIn(store, item, ballotsOfRound(ballotsOf(store, item.itemId), item.round)))
  const version = nextVersion(store, item.caseId)
  const changeReason = version === 1 ? null : (draft.changeReason ?? discussedAgain)
  const signed = { ...draft, ...stamp, version, changeReason, state: 'signed' as const, ranksAs, frozen }
  const conclusions = store.conclusions.map((one) => {
    if (one === draft) return signed
    return one.caseId === item.caseId && one.state === 'signed' ? { ...one, state: 'superseded' as const } : one
  })
  const tasks = tasksPassedOn(store, signed, whole.value)
  let now: Moment = { ...moment, store: { ...store, conclusions, tasks } }
  if (item.stage !== 'concluded') {
    const concluded = withItem(now.store, item.itemId, { stage: 'concluded', concludedAt: at })
    now = { ...now, store: recorded({ ...now, store: concluded }, 'item.concluded', item.itemId) }
  }
  return ok({ store: recorded(now, 'conclusion.signed', conclusionId), answer: { conclusionId, ...stamp } })
}

/** Every act, as the commands run it. */
export const transitions: Transitions = {
  ...roomActs,
  ...safetyActs,
  ...calledActs,
  ...laterActs,
  ...laneTransitions,
  reveal: beginningDraft(roomActs.reveal),
  cast: revealingLast(roomActs.cast),
  'declare-conflict': passingOn(safetyActs['declare-conflict']),
  'withdraw-conflict': revealingLast(passingOn(safetyActs['withdraw-conflict'])),
  'set-rules': setRules,
  prepare,
  estimate,
  save,
  revise,
  sign: closingSign(sign),
}
