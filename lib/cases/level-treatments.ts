import { isVertebra, type Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf, itemsOf, knownList, knownText } from './case-file'
import type { FactView } from './facts'

/** What was done to a level before, as the list of earlier treatments tells it. */
type Treated = 'radiation' | 'surgery'

/** The question of the level form that a kind of treatment answers. */
const questionOf = { radiation: 'irradiated', surgery: 'operated' } as const satisfies Record<Treated, string>

/** The treatments of the list that reached a level, in the order they were recorded. */
export const treatmentsAt = (file: CaseFile, level: Vertebra): string[] =>
  itemsOf(file, 'treatments').filter((item) =>
    [...reachedLevels(file, item), ...workedLevels(file, item)].includes(level),
  )

/** Every level that a treatment is recorded at. */
export const reachedLevels = (file: CaseFile, item: string): Vertebra[] =>
  (knownList(file, 'treatments', 'levels', item) ?? []).filter(isVertebra)

const isOfKind = (file: CaseFile, item: string, kind: Treated): boolean =>
  knownText(file, 'treatments', 'kind', item) === kind

/** The levels that an operation fixed or decompressed, where either is recorded; else every level of the operation. */
const workedLevels = (file: CaseFile, item: string): string[] => {
  const told = (['levelsFixed', 'levelsDecompressed'] as const).map((field) =>
    knownList(file, 'treatments', field, item),
  )
  return told.every((one) => one === undefined) ? reachedLevels(file, item) : told.flatMap((one) => one ?? [])
}

/** The fact of the list that says a level was treated so; undefined when the list says nothing of it. */
const listed = (file: CaseFile, level: Vertebra, kind: Treated): FactView | undefined => {
  const levels = kind === 'surgery' ? workedLevels : reachedLevels
  const item = itemsOf(file, 'treatments').find((one) => isOfKind(file, one, kind) && levels(file, one).includes(level))
  return item === undefined ? undefined : factOf(file, 'treatments', 'kind', item)
}

/**
 * Whether a level was irradiated, or fixed or decompressed, before: what somebody answered at the level, else yes where the
 * list of earlier treatments has such a treatment there. A list without one says nothing, so it never answers no.
 */
export function treatedBefore(
  file: CaseFile,
  level: Vertebra,
  kind: Treated,
): { value: 'yes' | 'no'; fact: FactView } | undefined {
  const answered = factOf(file, 'lesions', questionOf[kind], level)
  if (answered?.state === 'known') return { value: answered.value === 'yes' ? 'yes' : 'no', fact: answered }
  const fromList = listed(file, level, kind)
  return fromList && { value: 'yes', fact: fromList }
}

/** True where the level is answered with no and the list of earlier treatments has one there: a person has to settle it. */
export const contradictsList = (file: CaseFile, level: Vertebra, kind: Treated): boolean =>
  knownText(file, 'lesions', questionOf[kind], level) === 'no' && listed(file, level, kind) !== undefined
