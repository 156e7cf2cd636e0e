import { isVertebra, type Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf, itemsOf, knownText } from './case-file'
import { type FactView, statedValues } from './facts'

/** What was done to a level before, as the list of earlier treatments tells it. */
type Treated = 'radiation' | 'surgery'

/** The question of the level form that a kind of treatment answers. */
const questionOf = { radiation: 'irradiated', surgery: 'operated' } as const satisfies Record<Treated, string>

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

/** Every level that a source says a treatment is at. */
export const reachedLevels = (file: CaseFile, item: string): Vertebra[] => [
  ...new Set(statedLevels(file, item, 'levels').flat().filter(isVertebra)),
]

const isOfKind = (file: CaseFile, item: string, kind: Treated): boolean =>
  knownText(file, 'treatments', 'kind', item) === kind

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

/** The list's word on a level; `isOpen` where only some of the sources say so. Undefined when the list says nothing of it. */
const listed = (file: CaseFile, level: Vertebra, kind: Treated): { fact: FactView; isOpen: boolean } | undefined => {
  const found = itemsOf(file, 'treatments').flatMap((item) => {
    const fields = kind === 'surgery' ? workedFields(file, item) : (['levels'] as const)
    const stated = fields.map((field) => statedLevels(file, item, field))
    const fact = factOf(file, 'treatments', 'kind', item)
    if (!fact || !isOfKind(file, item, kind) || !stated.flat(2).includes(level)) return []
    return [{ fact, isOpen: !stated.some((lists) => lists.length > 0 && lists.every((one) => one.includes(level))) }]
  })
  return found.find(({ isOpen }) => !isOpen) ?? found[0]
}

/**
 * Whether a level was irradiated, or fixed or decompressed, before: what somebody answered at the level, else yes where the
 * list of earlier treatments has such a treatment there. A list without one says nothing, so it never answers no. `isOpen`
 * where sources differ on the levels of the treatment and only some of them name this one.
 */
export function treatedBefore(
  file: CaseFile,
  level: Vertebra,
  kind: Treated,
): { value: 'yes' | 'no'; fact: FactView; isOpen?: boolean } | undefined {
  const answered = factOf(file, 'lesions', questionOf[kind], level)
  if (answered?.state === 'known') return { value: answered.value === 'yes' ? 'yes' : 'no', fact: answered }
  const fromList = listed(file, level, kind)
  return fromList && { value: 'yes', ...fromList }
}

/** True where the level is answered with no and the list of earlier treatments has one there: a person has to settle it. */
export const contradictsList = (file: CaseFile, level: Vertebra, kind: Treated): boolean =>
  knownText(file, 'lesions', questionOf[kind], level) === 'no' && listed(file, level, kind) !== undefined
