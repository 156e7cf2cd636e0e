import { z } from 'zod'
import { findOptionType } from '@/lib/clinical/catalogue/catalogue'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { FieldProblem } from '@/lib/foundation/result'
import { maybeText } from '@/lib/foundation/typed-text'
import type { Outcome, Stance } from '../model'

/** How the board sees an option that it does not recommend. `offered` is as good as what it recommends: the patient chooses. */
export const standings = ['offered', 'suitable', 'unsuitable', 'not-here'] as const
export type Standing = (typeof standings)[number]

export const standingWords: Readonly<Record<Standing, string>> = {
  offered: 'Offered as well, to discuss with the patient',
  suitable: 'Suitable, but not first',
  unsuitable: 'Unsuitable',
  'not-here': 'Not available here',
}

const judged = {
  standing: z.enum(standings).nullable().default(null),
  because: maybeText('The reason', 2000).default(''),
}

/** Of one answer: the options of the vote that are not recommended, and further ones of the catalogue that a clinician names. */
export const alternativesInput = {
  alternatives: z
    .array(z.strictObject({ optionId: z.uuid(), ...judged }))
    .max(50)
    .default([]),
  further: z
    .array(z.strictObject({ optionType: z.string().max(60), ...judged }))
    .max(50)
    .default([]),
}

type Judged = { standing: Standing | null; because: string }
export type Alternative = Judged & { optionId: string }
export type Further = Judged & { optionType: string }

/** As much of an answer as tells of alternatives. */
type Answered = {
  outcome: Outcome | null
  because: string
  options: readonly { optionId: string }[]
  alternatives: readonly Alternative[]
  further: readonly Further[]
}

/** An option of the vote. One that is no treatment (none, defer, supportive care only) is an answer to its modality, no alternative. */
export type VotedOption = { id: string; modality: Modality; isTreatment: boolean }

/** The options of the vote that an answer leaves aside: each is to be given a place. None while the whole modality is deferred. */
export const leftAside = <Voted extends VotedOption>(
  modality: Modality,
  answer: Answered,
  voted: readonly Voted[],
): Voted[] => {
  if (answer.outcome === null || answer.outcome === 'deferred') return []
  const recommended = answer.outcome === 'recommended' ? answer.options.map(({ optionId }) => optionId) : []
  if (answer.outcome === 'recommended' && recommended.length === 0) return []
  return voted.filter((one) => one.modality === modality && one.isTreatment && !recommended.includes(one.id))
}

/**
 * What is said of an option of the vote that an answer leaves aside. “None, because” rejects every option of its kind for that reason
 * unless something else is said of one.
 */
export const saidOf = (answer: Answered, optionId: string): Judged => {
  const said = answer.alternatives.find((one) => one.optionId === optionId)
  const open = said ?? { standing: null, because: '' }
  return open.standing === null && answer.outcome === 'none' ? { ...open, standing: 'unsuitable' } : open
}

/** The dotted path of what is said of an alternative. Keyed by the option, since it may stand in no list yet. */
export const alternativePath = (modality: Modality, id: string): string => `answers.${modality}.alternatives.${id}`

const judgedProblems = (path: string, { standing, because }: Judged, reasonStands: boolean): FieldProblem[] => {
  if (standing === null) return [{ path: `${path}.standing`, message: 'Say how the board sees this option.' }]
  const lacksReason = standing === 'unsuitable' && because === '' && !reasonStands
  return lacksReason ? [{ path: `${path}.because`, message: 'Write why it is unsuitable.' }] : []
}

/**
 * What is missing in the alternatives of one answer: a place for each option left aside, the reason of each that is unsuitable.
 * Under “none” the reason of the whole modality stands for each.
 */
export function alternativeProblems(
  modality: Modality,
  answer: Answered,
  voted: readonly VotedOption[],
): FieldProblem[] {
  const reasonStands = answer.outcome === 'none'
  const ofVote = leftAside(modality, answer, voted).flatMap(({ id }) =>
    judgedProblems(alternativePath(modality, id), saidOf(answer, id), reasonStands),
  )
  const ofCatalogue = answer.further.flatMap((one, place) => {
    const path = alternativePath(modality, one.optionType)
    if (findOptionType(one.optionType)?.modality !== modality) {
      return [{ path: `${path}.standing`, message: 'This is not in the catalogue.' }]
    }
    const isDouble = answer.further.findIndex(({ optionType }) => optionType === one.optionType) < place
    if (isDouble) return [{ path: `${path}.standing`, message: 'This option is named twice.' }]
    return judgedProblems(path, one, reasonStands)
  })
  return [...ofVote, ...ofCatalogue]
}

/** An alternative as it stands in a record: what it is, how the board sees it, why. `optionId` is null for one of the catalogue. */
export type NamedAlternative = {
  modality: Modality
  optionId: string | null
  title: string
  standing: Standing
  because: string | null
}

type Titled = VotedOption & { title: string }

/** The alternatives of one answer as far as they are judged, in words. */
export function alternativesOf(modality: Modality, answer: Answered, voted: readonly Titled[]): NamedAlternative[] {
  const named = (optionId: string | null, title: string, { standing, because }: Judged): NamedAlternative[] =>
    standing === null
      ? []
      : [{ ...{ modality, optionId, title, standing }, because: because || reasonOf(standing, answer) || null }]
  const ofVote = leftAside(modality, answer, voted).flatMap(({ id, title }) => named(id, title, saidOf(answer, id)))
  const ofCatalogue = answer.further.flatMap((one) =>
    named(null, findOptionType(one.optionType)?.title ?? one.optionType, one),
  )
  return [...ofVote, ...ofCatalogue]
}

const reasonOf = (standing: Standing, { outcome, because }: Answered): string =>
  standing === 'unsuitable' && outcome === 'none' ? because : ''

/**
 * Whether dissent on a kind of treatment is a matter for the patient: members disagree with what is recommended, and the board holds
 * another option to be as good.
 */
export const isToDiscuss = (modality: Modality, alternatives: readonly NamedAlternative[] = []): boolean =>
  alternatives.some((one) => one.modality === modality && one.standing === 'offered')

type Cast = { stance: Stance; name: string; reason: string | null }

/**
 * What the vote says of an option that is not recommended: unsuitable for the reasons of those who oppose it where they are more
 * than half of all who took a side, suitable where somebody would have it; null without any side taken. A beginning, to be checked.
 */
export function standingFromVote(ballots: readonly Cast[]): Judged | null {
  const sides = ballots.filter(({ stance }) => stance === 'support' || stance === 'acceptable' || stance === 'oppose')
  if (sides.length === 0) return null
  const against = sides.filter(({ stance }) => stance === 'oppose')
  if (against.length * 2 <= sides.length) return { standing: 'suitable', because: '' }
  const reasons = against.flatMap(({ name, reason }) => (reason ? [`${reason} (${name})`] : []))
  return { standing: 'unsuitable', because: reasons.join('; ').slice(0, 2000) }
}

/** The alternatives with another word on one of them; the others stay. */
export const withAlternative = (
  before: readonly Alternative[],
  optionId: string,
  change: Partial<Judged>,
): Alternative[] => {
  const known = before.find((one) => one.optionId === optionId) ?? { optionId, standing: null, because: '' }
  return [...before.filter((one) => one !== known), { ...known, ...change }]
}
