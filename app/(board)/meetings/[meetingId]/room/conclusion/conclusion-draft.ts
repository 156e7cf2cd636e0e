import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import type { StanceCount } from '@/lib/deliberation/model/ballot'
import { type ConclusionText, type DraftAnswer, emptyAnswers } from '@/lib/deliberation/model/conclusion'
import { leadingOf } from '@/lib/deliberation/model/result'
import { dissentOf } from '@/lib/deliberation/model/snapshot'
import type { ConclusionView, OptionView, StanceView } from '@/lib/deliberation/model/views'
import type { FieldConflict } from '@/lib/foundation/result'
import { specialtyWords } from '@/lib/people/model'

/** What was voted on and how, for the words of the dissent. */
export type VoteGround = { options: readonly OptionView[]; ballots: readonly StanceView[] }

/** The text of a stored draft, or an empty one. */
export const textOf = (draft: ConclusionView | null): ConclusionText => ({
  rationale: draft?.rationale ?? '',
  goalsConsidered: draft?.goalsConsidered ?? '',
  dissent: draft?.dissent ?? '',
  answers: draft?.answers ?? emptyAnswers(),
})

/** The options that a draft recommends. */
const recommendedIn = ({ answers }: Pick<ConclusionText, 'answers'>): { optionId: string }[] =>
  modalities.flatMap((modality) => (answers[modality].outcome === 'recommended' ? answers[modality].options : []))

/** Who opposed what the draft recommends, in words: one line each, as it was cast. */
function dissentWords(text: Pick<ConclusionText, 'answers'>, { options, ballots }: VoteGround): string {
  return dissentOf(recommendedIn(text), options, ballots)
    .map(({ name, specialty, letter, title, reason }) => {
      const who = `${name}, ${specialtyWords[specialty].word.toLowerCase()}`
      return `${who}, opposes ${letter}, ${title}: ${reason}`
    })
    .join('\n')
}

/** The draft with another answer to a modality. A dissent that nobody rewrote follows what is recommended. */
export function withAnswer(
  text: ConclusionText,
  modality: Modality,
  change: Partial<DraftAnswer>,
  ground: VoteGround,
): ConclusionText {
  const answers = { ...text.answers, [modality]: { ...text.answers[modality], ...change } }
  const isOwn = text.dissent !== dissentWords(text, ground)
  return { ...text, answers, dissent: isOwn ? text.dissent : dissentWords({ answers }, ground) }
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
  const known = before.find((one) => one.optionId === optionId) ?? { optionId, ownerId: null, dueOn: null }
  return withAnswer(text, modality, { options: isChosen ? [...others, known] : others }, ground)
}

/** The draft with the leading option recommended wherever nothing is answered yet and one option leads the vote. */
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
    const options = [{ optionId: leading.optionId, ownerId: null, dueOn: null }]
    draft = withAnswer(draft, modality, { outcome: 'recommended', options }, ground)
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
  return {
    rationale: wordsAt('rationale'),
    goalsConsidered: wordsAt('goalsConsidered'),
    dissent: wordsAt('dissent'),
    answers,
  }
}
