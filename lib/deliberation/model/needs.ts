import { z } from 'zod'
import type { FieldProblem } from '@/lib/foundation/result'
import { maybeText } from '@/lib/foundation/typed-text'
import { listWords } from '@/lib/foundation/words'

/** What a board easily passes over beside the treatment of the tumour: each is answered with every conclusion. */
export const needs = ['palliative', 'rehabilitation', 'psychological', 'trial'] as const
export type Need = (typeof needs)[number]

export const needTitles: Readonly<Record<Need, string>> = {
  palliative: 'Palliative care',
  rehabilitation: 'Rehabilitation',
  psychological: 'Psychological support',
  trial: 'Clinical trial',
}

/** What can be said of one: nothing said is no answer, and none of these. */
export const needAnswers = ['offered', 'not-indicated', 'declined', 'deferred'] as const
export type NeedAnswer = (typeof needAnswers)[number]

export const needAnswerWords: Readonly<Record<NeedAnswer, string>> = {
  offered: 'Offered',
  'not-indicated': 'Not indicated',
  declined: 'Declined by the patient',
  deferred: 'Deferred',
}

const saidInput = z.strictObject({
  answer: z.enum(needAnswers).nullable().default(null),
  /** Why it is not indicated, or what it waits for; of the other answers nothing is asked. */
  because: maybeText('The reason', 1000).default(''),
})
const unsaid = (): z.infer<typeof saidInput> => ({ answer: null, because: '' })

export const needsInput = z.strictObject({
  palliative: saidInput.default(unsaid),
  rehabilitation: saidInput.default(unsaid),
  psychological: saidInput.default(unsaid),
  trial: saidInput.default(unsaid),
  /** Why the board signs without an answer to some of them. */
  openBecause: maybeText('The reason', 1000).default(''),
} satisfies Record<Need | 'openBecause', unknown>)
export type Needs = z.infer<typeof needsInput>

/** Before anything is answered. */
export const noNeeds = (): Needs => needsInput.parse({})

/** Those without an answer, in their fixed order. */
export const openNeeds = (said: Needs): Need[] => needs.filter((need) => said[need].answer === null)

/** Several of them as words of a sentence: `palliative care and clinical trial`. */
export const needsListed = (some: readonly Need[]): string =>
  listWords(some.map((need) => needTitles[need].toLowerCase()))

/** What is asked beside an answer; null where nothing is. */
export const needAsks = (answer: NeedAnswer | null): string | null => {
  if (answer === 'not-indicated') return 'Not indicated, because'
  return answer === 'deferred' ? 'Deferred until, or for' : null
}

const reasonMissing: Readonly<Partial<Record<NeedAnswer, string>>> = {
  'not-indicated': 'Write why it is not indicated.',
  deferred: 'Write what it waits for.',
}

/**
 * What is missing in the answers: the reason of each that has to give one, and, where some have no answer, the reason to sign all the
 * same. The unanswered ones are named.
 */
export function needsProblems(said: Needs): FieldProblem[] {
  const reasons = needs.flatMap((need): FieldProblem[] => {
    const { answer, because } = said[need]
    const message = answer === null || because !== '' ? undefined : reasonMissing[answer]
    return message ? [{ path: `needs.${need}.because`, message: `${needTitles[need]}: ${message}` }] : []
  })
  const open = openNeeds(said)
  if (open.length === 0 || said.openBecause !== '') return reasons
  const message = `Answer ${needsListed(open)}, or write why the board goes on without.`
  return [...reasons, { path: 'needs.openBecause', message }]
}

/** One of them as a record says it. `answer` is null where none was given: `because` then says why the board went on without. */
export type NamedNeed = { need: Need; answer: NeedAnswer | null; because: string | null }

/** All four as a record says them. What was typed under another answer does not count. */
export const namedNeeds = (said: Needs): NamedNeed[] =>
  needs.map((need) => {
    const { answer, because } = said[need]
    const ofAnswer = needAsks(answer) === null ? '' : because
    return { need, answer, because: (answer === null ? said.openBecause : ofAnswer) || null }
  })

/** `Not indicated, because he walks alone`; `Not answered, because no time was left`. */
export const needInWords = ({ answer, because }: Omit<NamedNeed, 'need'>): string => {
  const said = answer === null ? 'Not answered' : needAnswerWords[answer]
  if (because === null) return said
  return answer === 'deferred' ? `${said}: ${because}` : `${said}, because ${because}`
}
