import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import type { FactValue, PathwayFacts } from '@/lib/clinical/pathway/condition'
import { factsOfOption } from '@/lib/clinical/pathway/option-facts'
import { instantOfMoment } from '@/lib/foundation/moment'
import type { Day } from '@/lib/foundation/time'
import { type CaseFile, factOf } from '../case-file'
import { isWritten } from './episode-facts'

/** What the board answers on a case: of the open draft where there is one, else of the conclusion in force. */
export type Concluded = {
  /** The kinds of treatment that are answered, with an owner and a day where something is to be done. */
  answered: readonly string[]
  /** Whether each recommended option has its owner and its day; null where none is recommended. */
  hasOwners: boolean | null
  /** Whether something was considered and not chosen, with its reason. */
  hasAlternatives: boolean
  /** The answers on support and trials by need; null for one that nobody answered. */
  needs: Readonly<Record<string, string | null>>
}

/** What a case went through at the board and after it, as the record keeps it by itself. Instants are ISO text, `On` is a day. */
export type BoardCourse = {
  /** First presented in a meeting. */
  presentedAt: string | null
  /** The case was put to an asynchronous board, which waits for no meeting. */
  isCalledAtOnce: boolean
  firstSignedAt: string | null
  /** The decision in force was signed. */
  signedAt: string | null
  /** On an agenda again after the decision in force. */
  isBroughtBack: boolean
  concluded: Concluded | null
  /** The options that the decision in force recommends. */
  recommended: readonly PlanOption[]
  /** An augmentation was proposed, whatever became of it. */
  isAugmentationProposed: boolean
  tasks: readonly { state: string; closedOn: Day | null; hasReason: boolean }[]
}

/** Of a case that was never before the board. */
export const noCourse: BoardCourse = {
  ...{ presentedAt: null, isCalledAtOnce: false, firstSignedAt: null, signedAt: null, isBroughtBack: false },
  ...{ concluded: null, recommended: [], isAugmentationProposed: false, tasks: [] },
}

/** Yes for what the board is known to have done; nothing else is told from its not being there. */
const yesIf = (isSo: boolean | undefined): true | null => (isSo ? true : null)

/** The conclusion: who owns what, what else was considered, what it says on support. */
function concludedFacts(file: CaseFile, { concluded, signedAt }: BoardCourse): PathwayFacts {
  const isAnswered = (modality: string) => yesIf(concluded?.answered.includes(modality))
  const palliative = concluded?.needs.palliative ?? null
  const fallback = isWritten(factOf(file, 'care', 'fallback'))
  return {
    // Without a fallback it stays open: nobody said that there is none.
    ownerAndDate: concluded?.hasOwners === false ? false : concluded?.hasOwners && fallback ? true : null,
    alternatives: yesIf(concluded?.hasAlternatives),
    systemicPlan: isAnswered('systemic'),
    radiationDecision: isAnswered('radiation'),
    surgeryDiscussed: isAnswered('surgery'),
    palliativeAssessed: palliative === null ? null : true,
    palliativeOfferedAt: palliative === 'offered' ? signedAt : null,
    trialAsked: yesIf((concluded?.needs.trial ?? null) !== null),
  }
}

/** What became of the tasks. */
function taskFacts({ tasks }: BoardCourse): PathwayFacts {
  const told = tasks.filter(({ state }) => state !== 'open')
  const notDone = tasks.filter(({ state }) => state === 'not-done')
  const [first] = told.flatMap(({ closedOn }) => closedOn ?? []).toSorted()
  return {
    carriedOutAt: first ?? null,
    notCarriedOut: notDone.length > 0 ? true : told.length > 0 ? false : null,
    reasonNotCarriedOut: notDone.length > 0 ? notDone.every(({ hasReason }) => hasReason) : null,
  }
}

/** What the recommended options say that the time after them needs: whether it was SBRT, augmentation, radiation for pain. */
function recommendedFacts(file: CaseFile, { recommended }: BoardCourse): PathwayFacts {
  const said = recommended.flatMap((option) => factsOfOption(option) ?? [])
  const radiation = said.filter(({ option }) => option === 'radiation')
  const techniques = [
    ...new Set(radiation.flatMap(({ technique }) => (typeof technique === 'string' ? technique : []))),
  ]
  const [technique, ...others] = techniques
  const isForPain = radiation.some(({ radiationAim }) => Array.isArray(radiationAim) && radiationAim.includes('pain'))
  const isGiven = (['radiationStartedAt', 'radiationEndedAt'] as const).some(
    (field) => isWritten(factOf(file, 'clocks', field)) === true,
  )
  return {
    ...(technique !== undefined && others.length === 0 ? { technique } : {}),
    ...(said.some(({ augmentation }) => augmentation === true) ? { augmentation: true } : {}),
    treatedForPain: radiation.length > 0 && isGiven ? isForPain : null,
  }
}

/** The first of several recorded instants, an earlier decision to treat before the signature. */
function planAgreed(file: CaseFile, { firstSignedAt }: BoardCourse): FactValue {
  const decided = factOf(file, 'clocks', 'decidedAt')
  const at = decided?.state === 'known' ? instantOfMoment(String(decided.value)) : null
  return [at, firstSignedAt].flatMap((one) => one ?? []).toSorted()[0] ?? null
}

/** What the board and the time after it say to the pathway. Unknown is null, never a no. */
export function courseFacts(file: CaseFile, course: BoardCourse): PathwayFacts {
  return {
    ...concludedFacts(file, course),
    ...taskFacts(course),
    ...recommendedFacts(file, course),
    planAgreedAt: planAgreed(file, course),
    signedAt: course.signedAt,
    weeklyBoardAt: course.presentedAt,
    boardPrompt: yesIf(course.isCalledAtOnce),
    augmentationConsidered: yesIf(course.isAugmentationProposed),
    broughtBack: course.signedAt === null ? null : course.isBroughtBack,
  }
}
