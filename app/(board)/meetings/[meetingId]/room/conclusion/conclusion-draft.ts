import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import {
  type Alternative,
  type Further,
  leftAside,
  standingFromVote,
  withAlternative,
} from '@/lib/deliberation/model/alternatives'
import type { StanceCount } from '@/lib/deliberation/model/ballot'
import {
  type ConclusionText,
  chosenOption,
  type DraftAnswer,
  emptyText,
  textIn,
} from '@/lib/deliberation/model/conclusion'
import { leadingOf } from '@/lib/deliberation/model/result'
import { dissentOf, dissentWords } from '@/lib/deliberation/model/snapshot'
import type { ConclusionView, OptionView, StanceView } from '@/lib/deliberation/model/views'
import type { FieldConflict } from '@/lib/foundation/result'

/** What was voted on and how, for the words of the dissent. */
export type VoteGround = { options: readonly OptionView[]; ballots: readonly StanceView[] }

/** The text of a stored draft, or an empty one. */
export const textOf = (draft: ConclusionView | null): ConclusionText => {
  const empty = emptyText()
  if (draft === null) return empty
  const { goalsConsidered, goalsGate } = draft
  return textIn({
    ...draft,
    goalsConsidered: goalsConsidered ?? empty.goalsConsidered,
    goalsGate: goalsGate ?? empty.goalsGate,
  })
}

/** The options that a draft recommends. */
const recommendedIn = ({ answers }: Pick<ConclusionText, 'answers'>): { optionId: string }[] =>
  modalities.flatMap((modality) => (answers[modality].outcome === 'recommended' ? answers[modality].options : []))

/** Everybody whom a draft names as seeing to something. */
export const ownersIn = (answers: ConclusionText['answers']): string[] =>
  modalities.flatMap((modality) =>
    [answers[modality], ...answers[modality].options].flatMap(({ ownerId }) => ownerId ?? []),
  )

/** Who opposed what the draft recommends, in words: one line each, as it was cast. */
const dissentIn = (text: Pick<ConclusionText, 'answers'>, { options, ballots }: VoteGround): string =>
  dissentOf(recommendedIn(text), options, ballots).map(dissentWords).join('\n')

/** The draft with another answer to a modality. A dissent that nobody rewrote follows what is recommended. */
export function withAnswer(
  text: ConclusionText,
  modality: Modality,
  change: Partial<DraftAnswer>,
  ground: VoteGround,
): ConclusionText {
  const answers = { ...text.answers, [modality]: { ...text.answers[modality], ...change } }
  const isOwn = text.dissent !== dissentIn(text, ground)
  return { ...text, answers, dissent: isOwn ? text.dissent : dissentIn({ answers }, ground) }
}

/** The draft with an option chosen or given up; owner and day of the others stay. */
export function withOption(
  text: ConclusionText,
  modality: Modality,
  optionId: string,
  isChosen: boolean,
  ground: VoteGround,
): ConclusionText {
  const before = text.answers[modality].options
  const others = before.filter((one) => one.optionId !== optionId)
  const known = before.find((one) => one.optionId === optionId) ?? chosenOption(optionId)
  return withAnswer(text, modality, { options: isChosen ? [...others, known] : others }, ground)
}

/** An option as a conclusion is checked against it, with what it is called. */
export const voted = ({ optionId: id, modality, isTreatment, letter, title }: OptionView) => ({
  ...{ id, modality, isTreatment, letter, title },
})

/** What changes in an answer when something is said of an option of the vote that it leaves aside. */
export const withAlternativeOf = (
  answer: DraftAnswer,
  optionId: string,
  change: Parameters<typeof withAlternative>[2],
): Pick<DraftAnswer, 'alternatives'> => ({ alternatives: withAlternative(answer.alternatives, optionId, change) })

/** The same of an option of the catalogue, which is added when it is not there yet. */
export function withFurther(
  { further }: DraftAnswer,
  optionType: string,
  change: Partial<Omit<Further, 'optionType'>>,
): Pick<DraftAnswer, 'further'> {
  if (optionType === '') return { further }
  const isThere = further.some((one) => one.optionType === optionType)
  const added = isThere ? further : [...further, { optionType, standing: null, because: '' }]
  return { further: added.map((one) => (one.optionType === optionType ? { ...one, ...change } : one)) }
}

/** What the vote says of each option that an answer leaves aside, where nothing is said yet. */
function alternativesFromVote(
  answer: DraftAnswer,
  modality: Modality,
  { options, ballots }: VoteGround,
): Alternative[] {
  const open = leftAside(modality, answer, options.map(voted)).filter(
    ({ id }) => !answer.alternatives.some(({ optionId, standing }) => optionId === id && standing !== null),
  )
  return open.reduce(
    (before, { id }) => {
      const said = standingFromVote(ballots.filter(({ optionId }) => optionId === id))
      return said ? withAlternative(before, id, said) : before
    },
    [...answer.alternatives],
  )
}

/** The draft with the leading option recommended wherever nothing is answered yet and one option leads the vote, the others as it sees them. */
export function fromVote(
  text: ConclusionText,
  tally: Readonly<Record<string, StanceCount>>,
  ground: VoteGround,
): ConclusionText {
  let draft = text
  for (const modality of modalities) {
    if (draft.answers[modality].outcome !== null) continue
    const leading = leadingOf(
      ground.options.filter((option) => option.modality === modality),
      tally,
    )
    if (!leading) continue
    const options = [chosenOption(leading.optionId)]
    draft = withAnswer(draft, modality, { outcome: 'recommended', options }, ground)
    draft = withAnswer(
      draft,
      modality,
      { alternatives: alternativesFromVote(draft.answers[modality], modality, ground) },
      ground,
    )
  }
  return draft
}

/** The draft with the other person's values at every place in conflict. */
export function withTheirs(text: ConclusionText, conflicts: readonly FieldConflict[]): ConclusionText {
  const theirsAt = (path: string) => conflicts.find((conflict) => conflict.path === path)?.theirs
  const wordsAt = (path: 'rationale' | 'goalsConsidered' | 'dissent') => {
    const theirs = theirsAt(path)
    return typeof theirs === 'string' ? theirs : text[path]
  }
  const answers = { ...text.answers }
  for (const modality of modalities) {
    const theirs = theirsAt(`answers.${modality}`)
    if (theirs !== undefined) answers[modality] = theirs as DraftAnswer
  }
  const partAt = <Part extends 'goalsGate' | 'needs' | 'sequence'>(path: Part): ConclusionText[Part] =>
    (theirsAt(path) as ConclusionText[Part] | undefined) ?? text[path]
  return {
    ...{ goalsGate: partAt('goalsGate'), needs: partAt('needs'), sequence: partAt('sequence') },
    rationale: wordsAt('rationale'),
    goalsConsidered: wordsAt('goalsConsidered'),
    dissent: wordsAt('dissent'),
    answers,
  }
}
