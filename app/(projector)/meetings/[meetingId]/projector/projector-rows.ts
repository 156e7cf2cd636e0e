import { type ShownStance, shownStances } from '@/app/_ui/stance-cell'
import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import type { StanceCount } from '@/lib/deliberation/model/ballot'
import { underCondition } from '@/lib/deliberation/model/option'
import { countsOf, leadingOf, votersOf } from '@/lib/deliberation/model/result'
import type { ConclusionView, OptionView, StanceView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'

/** One line on the wall: what leads or what the board says, a second line, and the option whose stances stand beside it. */
export type ProjectorRow = {
  modality: Modality
  title: string
  detail: string
  /** Another option of the modality that members both support and oppose. */
  contested: string | null
  optionId: string | null
}

/** About one line of the wall beside a handful of stances. */
const longestLine = 52

/** As many parts of a line as fit, whole ones from the front: nothing is cut inside a word or a dose. */
function partsThatFit(detail: string): string {
  const [first = '', ...rest] = detail.split(' · ')
  return rest.reduce((line, part) => (line.length + part.length + 3 <= longestLine ? `${line} · ${part}` : line), first)
}

type Tally = Readonly<Record<string, StanceCount>>

const letters = (options: readonly OptionView[]) => listWords(options.map(({ letter }) => letter))

/** The other option with the most members on both sides, or null. */
function contestedOf(options: readonly OptionView[], tally: Tally, shown: string | null): string | null {
  const sides = ({ optionId }: OptionView) =>
    Math.min(countsOf(tally, optionId).support, countsOf(tally, optionId).oppose)
  const [most] = options
    .filter(({ optionId }) => optionId !== shown)
    .toSorted((one, other) => sides(other) - sides(one))
  if (!most || sides(most) === 0) return null
  const { support, acceptable, oppose } = countsOf(tally, most.optionId)
  const between = acceptable === 0 ? '' : `, ${acceptable} acceptable`
  return `Option ${most.letter}: ${support} for${between}, ${oppose} against`
}

function votedRow(modality: Modality, options: readonly OptionView[], tally: Tally): ProjectorRow {
  const leading = leadingOf(options, tally)
  const optionId = leading?.optionId ?? null
  const contested = contestedOf(options, tally, optionId)
  if (leading) return { modality, title: leading.title, detail: partsThatFit(leading.detail), contested, optionId }
  return { modality, title: 'No option leads', detail: `Discuss ${letters(options)}`, contested, optionId }
}

function concludedRow(modality: Modality, options: readonly OptionView[], { answers }: ConclusionView): ProjectorRow {
  const answer = answers[modality]
  const bare = { modality, contested: null, optionId: null }
  if (answer.outcome === 'deferred') return { ...bare, title: 'Deferred', detail: `Missing: ${answer.missing}` }
  if (answer.outcome !== 'recommended') return { ...bare, title: 'None', detail: answer.because }
  const chosen = options.filter(({ optionId }) => answer.options.some((one) => one.optionId === optionId))
  const [first, ...more] = chosen
  const detail =
    more.length > 0 ? `and ${listWords(more.map(({ title }) => title))}` : partsThatFit(first?.detail ?? '')
  const condition = answer.options.find(({ optionId }) => optionId === first?.optionId)?.condition ?? null
  const title = first ? underCondition(first.title, condition) : 'Recommended'
  return { ...bare, title, detail, optionId: first?.optionId ?? null }
}

/**
 * The lines after the reveal: the leading option of every modality that has options; once signed, what the board says on all
 * five. `options` are those that stand.
 */
export function projectorRows(
  options: readonly OptionView[],
  tally: Tally,
  signed: ConclusionView | null,
): ProjectorRow[] {
  return modalities.flatMap((modality) => {
    const here = options.filter((option) => option.modality === modality)
    if (signed) return [concludedRow(modality, here, signed)]
    return here.length === 0 ? [] : [votedRow(modality, here, tally)]
  })
}

/** The stances that stand on the wall, in the order of the legend; null for a seat without an answer. */
export function stancesShown(rows: readonly ProjectorRow[], ballots: readonly StanceView[]): (ShownStance | null)[] {
  const options = rows.flatMap(({ optionId }) => (optionId === null ? [] : [optionId]))
  const given = ballots.filter(({ optionId }) => options.includes(optionId))
  const stances = shownStances.filter((stance) => given.some((one) => one.stance === stance))
  return given.length === options.length * votersOf(ballots).length ? stances : [...stances, null]
}
