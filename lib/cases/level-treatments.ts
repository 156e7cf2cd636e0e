import { isVertebra, type Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf, itemsOf, knownList, knownText } from './case-file'
import { type FactView, isContested, statedValues } from './facts'

/** What was done to a level before, as the list of earlier treatments tells it. */
type Treated = 'radiation' | 'surgery'

/** The question of the level form that a kind of treatment answers. */
const questionOf = { radiation: 'irradiated', surgery: 'operated' } as const satisfies Record<Treated, string>

const either = { oneOf: ['yes', 'no'] } as const

/**
 * Whether a level was treated before, by which answer: that at the level, or the list of earlier treatments. Yes and no both stay
 * possible where sources differ on it.
 */
export type TreatedBefore = { value: 'yes' | 'no' | typeof either; by: 'level' | 'list'; fact: FactView }

/** The treatments of the list that reached a level, in the order they were recorded. */
export const treatmentsAt = (file: CaseFile, level: Vertebra): string[] =>
  itemsOf(file, 'treatments').filter((item) =>
    [...reachedLevels(file, item), ...workedLevels(file, item)].includes(level),
  )

type LevelsField = 'levels' | 'levelsFixed' | 'levelsDecompressed'

/** The levels of a treatment as each source states them; none while nobody did. */
const statedLevels = (file: CaseFile, item: string, field: LevelsField): string[][] =>
  statedValues(factOf(file, 'treatments', field, item)).map(({ value }) =>
    Array.isArray(value) ? value.map(String) : [],
  )

/** The levels that a treatment is at, each once. They name its entry, so no second source can differ on them. */
export const reachedLevels = (file: CaseFile, item: string): Vertebra[] => [
  ...new Set((knownList(file, 'treatments', 'levels', item) ?? []).filter(isVertebra)),
]

/** The fields that name where an operation worked: fixed and decompressed where either is recorded, else its levels. */
const workedFields = (file: CaseFile, item: string): readonly LevelsField[] => {
  const told = (['levelsFixed', 'levelsDecompressed'] as const).filter(
    (field) => statedLevels(file, item, field).length > 0,
  )
  return told.length === 0 ? ['levels'] : told
}

/** Every level that a source says an operation worked on. */
const workedLevels = (file: CaseFile, item: string): string[] =>
  workedFields(file, item).flatMap((field) => statedLevels(file, item, field).flat())

/** The list's word on a level, open where only some of the sources say so. Undefined when the list says nothing of it. */
const listed = (file: CaseFile, level: Vertebra, kind: Treated): TreatedBefore | undefined => {
  const found = itemsOf(file, 'treatments').flatMap((item): TreatedBefore[] => {
    const fields = kind === 'surgery' ? workedFields(file, item) : (['levels'] as const)
    const stated = fields.map((field) => statedLevels(file, item, field))
    const fact = factOf(file, 'treatments', 'kind', item)
    if (fact?.state !== 'known' || fact.value !== kind || !stated.flat(2).includes(level)) return []
    const isSaidByAll = stated.some((lists) => lists.length > 0 && lists.every((one) => one.includes(level)))
    return [{ value: isSaidByAll ? 'yes' : either, by: 'list', fact }]
  })
  return found.find(({ value }) => value === 'yes') ?? found[0]
}

/**
 * Whether a level was irradiated, or fixed or decompressed, before: what somebody answered at the level, else yes where the
 * list of earlier treatments has such a treatment there. A list without one says nothing, so it never answers no.
 */
export function treatedBefore(file: CaseFile, level: Vertebra, kind: Treated): TreatedBefore | undefined {
  const fact = factOf(file, 'lesions', questionOf[kind], level)
  if (fact?.state !== 'known') return listed(file, level, kind)
  return { value: isContested(fact) ? either : fact.value === 'yes' ? 'yes' : 'no', by: 'level', fact }
}

/**
 * True where the level is answered with no and every source of the list of earlier treatments has one there: a person has to
 * settle it.
 */
export const contradictsList = (file: CaseFile, level: Vertebra, kind: Treated): boolean =>
  knownText(file, 'lesions', questionOf[kind], level) === 'no' && listed(file, level, kind)?.value === 'yes'
