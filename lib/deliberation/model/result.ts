import type { Modality } from '@/lib/clinical/catalogue/modalities'
import { listWords } from '@/lib/foundation/words'
import { type Specialty, specialtyWords } from '@/lib/people/model'
import type { Stance } from '../model'
import { noStances, type StanceCount } from './ballot'
import type { OptionView, StanceView } from './views'

/** One who voted; columns stand in the fixed order of specialties. */
export type Voter = { voterId: string; name: string; specialty: Specialty }

/** The voters in the order of the ballots, each once. */
export function votersOf(ballots: readonly StanceView[]): Voter[] {
  const voters = new Map<string, Voter>()
  for (const { voterId, name, specialty } of ballots) {
    if (!voters.has(voterId)) voters.set(voterId, { voterId, name, specialty })
  }
  return [...voters.values()]
}

/** `Spine surgery, K. Hartvane`. */
export const voterWords = ({ specialty, name }: Voter): string => `${specialtyWords[specialty].word}, ${name}`

/** `5 of 6 cast; not cast: J. Quillmore (palliative and pain medicine)`, of those who were in the room at the reveal. */
export const castWords = (cast: number, notCast: readonly Voter[]): string => {
  const words = `${cast} of ${cast + notCast.length} cast`
  return notCast.length === 0 ? words : `${words}; not cast: ${namesOf(notCast)}`
}

/** `J. Quillmore (palliative and pain medicine)`, several in one list. */
export const namesOf = (voters: readonly Voter[]): string =>
  listWords(voters.map(({ name, specialty }) => `${name} (${inSentence(specialtyWords[specialty].word)})`))

const inSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** Counts of one option; all zero when nobody answered it. */
export const countsOf = (tally: Readonly<Record<string, StanceCount>>, optionId: string): StanceCount =>
  tally[optionId] ?? noStances

/** The weighted counts in words, such as `weighted: support 4.5, oppose 1`; of what rates nothing only the members are counted. */
export function weightedWords({ support, acceptable, oppose }: StanceCount): string {
  const counts = Object.entries({ support, acceptable, oppose }).filter(([, count]) => count > 0)
  return `weighted: ${counts.map(([stance, count]) => `${stance} ${count}`).join(', ') || 'none'}`
}

/**
 * The option with the most support, then the fewest against it, then the most who accept it; null without support or while
 * two are level. It reads the vote, it decides nothing.
 */
export function leadingOf<O extends { optionId: string }>(
  options: readonly O[],
  tally: Readonly<Record<string, StanceCount>>,
): O | null {
  const ranked = options
    .map((option) => ({ option, counts: countsOf(tally, option.optionId) }))
    .toSorted((one, other) => compare(other.counts, one.counts))
  const [first, second] = ranked
  if (!first || first.counts.support === 0) return null
  return second && compare(first.counts, second.counts) === 0 ? null : first.option
}

const compare = (one: StanceCount, other: StanceCount): number =>
  one.support - other.support || other.oppose - one.oppose || one.acceptable - other.acceptable

/** A reason as it is read out: who, on which options, what they say. */
export type Said = { key: string; voter: Voter; stance: Stance; letters: string[]; reason: string }

/** The reasons given under one modality: one line for a person who said the same about several options. Dissent first. */
export function saidIn(modality: Modality, options: readonly OptionView[], ballots: readonly StanceView[]): Said[] {
  const lines = new Map<string, Said>()
  for (const option of options.filter((one) => one.modality === modality)) {
    for (const ballot of ballots) {
      if (ballot.optionId !== option.optionId || !ballot.reason) continue
      const { voterId, name, specialty, stance, reason } = ballot
      const key = [voterId, stance, reason].join(' ')
      const line = lines.get(key) ?? { key, voter: { voterId, name, specialty }, stance, letters: [], reason }
      lines.set(key, { ...line, letters: [...line.letters, option.letter] })
    }
  }
  const all = [...lines.values()]
  return [...all.filter(({ stance }) => stance === 'oppose'), ...all.filter(({ stance }) => stance !== 'oppose')]
}
