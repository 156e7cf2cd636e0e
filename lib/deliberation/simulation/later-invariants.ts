import { recommendationsSoFar } from '../model/conclusion'
import { carriedOver } from '../model/revote'
import { taskOf } from '../model/standing-task'
import type { Step } from './invariants'
import { revoteOf } from './later-acts'
import { isSame } from './same'
import type { StoredConclusion } from './store'

type Broken = string | null

const signedOf = (conclusions: readonly StoredConclusion[], caseId: string): StoredConclusion[] =>
  conclusions.filter((one) => one.caseId === caseId && one.state !== 'draft')

const casesOf = ({ after }: Step): Set<string> => new Set(after.conclusions.map(({ caseId }) => caseId))

/** Of everything that was ever signed on a case, in whichever meeting, one version is in force, and it is the last one. */
export function oneConclusionIsInForce(step: Step): Broken {
  if (step.before.conclusions === step.after.conclusions) return null
  for (const caseId of casesOf(step)) {
    const signed = signedOf(step.after.conclusions, caseId)
    const inForce = signed.filter(({ state }) => state === 'signed')
    if (signed.length > 0 && inForce.length !== 1) return `${inForce.length} versions of ${caseId} are in force`
    const last = Math.max(...signed.map(({ version }) => version))
    if (inForce[0] && inForce[0].version !== last)
      return `Version ${inForce[0].version} of ${caseId} is in force after ${last}`
  }
  return null
}

/** The versions of a case count from 1 without a gap, in the order in which they were signed, whichever item they were signed on. */
export function versionsAreDistinct(step: Step): Broken {
  if (step.before.conclusions === step.after.conclusions) return null
  for (const caseId of casesOf(step)) {
    const numbers = signedOf(step.after.conclusions, caseId)
      .map(({ version }) => version)
      .sort((one, other) => one - other)
    if (numbers.some((number, place) => number !== place + 1)) return `${caseId} has the versions ${numbers.join()}`
  }
  return null
}

/** The open tasks of a case are those that the version in force asks for, and of two the same one is open. */
export function tasksAreOfTheVersionInForce(step: Step): Broken {
  const { before, after } = step
  if (before.conclusions === after.conclusions && before.tasks === after.tasks) return null
  for (const caseId of casesOf(step)) {
    const open = after.tasks.flatMap(({ state, ...task }) =>
      task.caseId === caseId && state === 'open' ? [{ ...task, state }] : [],
    )
    const inForce = after.conclusions.find((one) => one.caseId === caseId && one.state === 'signed')
    const said = inForce ? recommendationsSoFar(inForce.answers).filter(({ ownerId, dueOn }) => ownerId && dueOn) : []
    const stray = open.find((task) => !said.some((one) => taskOf(one, [task])))
    if (stray) return `${stray.taskId} is open, and the version in force does not ask for it`
    const owed = said.find((one) => open.filter((task) => taskOf(one, [task])).length !== 1)
    if (owed)
      return `${inForce?.conclusionId} asks for ${owed.optionId ?? owed.missing}, and one task is not open for it`
  }
  return null
}

/** A re-vote leaves as it was signed what it does not vote on anew. */
export function revotesCarryTheRest({ before, after }: Step): Broken {
  if (before.conclusions === after.conclusions) return null
  for (const one of after.conclusions) {
    const held = revoteOf(after, one.itemId)
    const isFirst = after.conclusions.find(({ itemId, state }) => itemId === one.itemId && state !== 'draft') === one
    if (!held || one.state === 'draft' || !isFirst) continue
    const changed = carriedOver(held.revote).find(
      (modality) => !isSame(one.answers[modality], held.followed.answers[modality]),
    )
    if (changed) return `${one.conclusionId} changes ${changed}, on which nobody voted anew`
  }
  return null
}

/** A case stands once on an agenda, and one that came after the start with the reason why. */
export function agendasAreInOrder({ after }: Step): Broken {
  const cases = after.items.map(({ caseId }) => caseId)
  if (new Set(cases).size !== cases.length) return `An agenda holds ${cases.join()}`
  const added = after.ledger.findLast(({ kind }) => kind === 'item.added')
  const item = after.items.find(({ itemId }) => itemId === added?.aboutId)
  const started = after.ledger.findLastIndex(({ kind }) => kind === 'meeting.started')
  const isLate = item && added && after.meeting.state !== 'planned' && started < after.ledger.indexOf(added)
  return isLate && !item.late?.because ? `${item.itemId} came late without a reason` : null
}

/** Looked at after every commit. */
export const laterStepInvariants = [
  oneConclusionIsInForce,
  versionsAreDistinct,
  tasksAreOfTheVersionInForce,
  revotesCarryTheRest,
  agendasAreInOrder,
]
