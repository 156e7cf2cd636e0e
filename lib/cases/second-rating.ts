import type { Line } from '@/lib/clinical/reading'
import type { Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf, knownText, showFact } from './case-file'
import { type LevelReading, type Origin, type RatedField, ratedFact, ratedFields, readLevel } from './level-readings'
import { lesions } from './sections/lesions'

/** One component as both raters answered it, in words; who rated is the person named, else the one who entered it. */
type RatedComponent = {
  field: RatedField
  label: string
  first: string
  second: string
  /** True where both answered and their answers differ; a component that only one rated is no difference. */
  differs: boolean
}

export type TwoRatings = {
  raters: { first: string; second: string }
  components: RatedComponent[]
  first: LevelReading
  second: LevelReading
}

/** True once a second person answered anything at a level. */
export const hasSecondRating = (file: CaseFile, level: Vertebra): boolean =>
  ratedFields.some((field) => ratedFact(file, level, field, 'second') !== undefined)

/** Both ratings of a level side by side; null while there is only one. The components that neither rated are left out. */
export function twoRatings(file: CaseFile, level: Vertebra): TwoRatings | null {
  if (!hasSecondRating(file, level)) return null
  const components = ratedFields.flatMap((field): RatedComponent[] => {
    const [first, second] = [ratedFact(file, level, field, 'first'), ratedFact(file, level, field, 'second')]
    if (!first && !second) return []
    const both = first?.state === 'known' && second?.state === 'known'
    return [
      {
        field,
        label: lesions.fields[field].label,
        first: showFact('lesions', field, first),
        second: showFact('secondRating', field, second),
        differs: both && first.value !== second.value,
      },
    ]
  })
  const [first, second] = [readLevel(file, level, 'first'), readLevel(file, level, 'second')]
  return { raters: ratersOf(file, level, first, second), components, first, second }
}

function ratersOf(file: CaseFile, level: Vertebra, first: LevelReading, second: LevelReading): TwoRatings['raters'] {
  const named = knownText(file, 'secondRating', 'rater', level)
  return { first: enteredBy(first), second: named ?? enteredBy(second) }
}

/** Who entered the rated answers behind a reading, each once. */
function enteredBy({ sins, escc }: LevelReading): string {
  const rated = [...sins.lines, ...escc.lines].filter(({ item }) => isRatedItem(item))
  const people = rated.flatMap(({ from }: Line<Origin>) => from?.by ?? [])
  return [...new Set(people)].join(', ') || 'nobody yet'
}

const isRatedItem = (item: string): boolean => item === 'grade' || ratedFields.some((field) => field === item)

/** The labels of the components on which two raters differ; empty when they agree, or only one rated. */
export const differencesAt = (file: CaseFile, level: Vertebra): string[] =>
  twoRatings(file, level)?.components.flatMap(({ label, differs }) => (differs ? [label] : [])) ?? []

/** Whether somebody has chosen which of two ratings counts. */
export const isRatingChosen = (file: CaseFile, level: Vertebra): boolean =>
  factOf(file, 'secondRating', 'counts', level)?.state === 'known'
