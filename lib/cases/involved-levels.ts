import { isVertebra, sortLevels, type Vertebra } from '@/lib/clinical/spine'
import type { CaseFile } from './case-file'
import type { FactState } from './model'

/** Fields that tell of earlier treatment at a level, or of other answers there: by themselves they say nothing of a tumour there now. */
const withoutTumour: ReadonlySet<string> = new Set([
  ...['irradiated', 'irradiation', 'operated', 'scoreOperated', 'operation', 'operatedOn', 'seenOn'],
  ...['esccMethod', 'gradeBelowConus', 'compressionJudged', 'confirmedTogether'],
])

/** The answers that find nothing, as text: normal at a level is no finding of tumour there. */
const withoutFinding: ReadonlyMap<string, string> = new Map([
  ...[['pain', 'none'] as const, ['alignment', 'normal'] as const, ['posterolateral', 'none'] as const],
  ...[['collapse', 'none'] as const, ['collapsePercent', '0'] as const],
  ...[['escc', '0'] as const, ['caudaEquina', 'none'] as const, ['paraspinal', 'none'] as const],
])

type Said = { state: FactState; value?: unknown; rivals?: readonly { value: unknown }[] }
/** What is said at each level, by field. */
export type LevelFacts = Readonly<Record<string, Readonly<Record<string, Said>>>>

/** Whether a source finds something there that is not normal. */
const findsSomething = ([field, { state, value, rivals = [] }]: [string, Said]): boolean =>
  state === 'known' &&
  !withoutTumour.has(field) &&
  [value, ...rivals.map((rival) => rival.value)].some((one) => String(one) !== withoutFinding.get(field))

/** Certain or suspected tumour by any source, or a finding while nobody has said that there is none. */
const isInvolved = (fields: Readonly<Record<string, Said>>): boolean => {
  const { involvement } = fields
  if (involvement?.state === 'known') {
    return [involvement, ...(involvement.rivals ?? [])].some(({ value }) => value !== 'none')
  }
  return Object.entries(fields).some(findsSomething)
}

/** The involved vertebrae among the facts of the lesions by level, head to tail. */
export const involvedAmong = (lesions: LevelFacts): Vertebra[] =>
  sortLevels(
    Object.keys(lesions)
      .filter(isVertebra)
      .filter((level) => isInvolved(lesions[level] ?? {})),
  )

/**
 * The vertebrae with certain or suspected tumour, or with a finding of it, head to tail. Earlier treatment alone makes none, nor
 * do normal answers or one such as “not assessed”. How many of them are metastases says `bone-spread.ts`.
 */
export const involvedLevels = ({ facts }: CaseFile): Vertebra[] => involvedAmong(facts.lesions ?? {})
