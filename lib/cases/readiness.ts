import type { SumReading } from '@/lib/clinical/reading'
import { isBelowConus, isVertebra } from '@/lib/clinical/spine'
import type { FieldProblem } from '@/lib/foundation/result'
import { isAsked } from './asked'
import { vertebraeWithMetastasis } from './bone-spread'
import {
  type CaseFile,
  factOf,
  isWithheld,
  itemsOf,
  knownText,
  levelsOnMap,
  newestOf,
  valuesInWords,
} from './case-file'
import { type FactView, isContested as hasRivals } from './facts'
import { involvedLevels } from './involved-levels'
import { treatedBefore } from './level-treatments'
import { limbPower, limbs } from './neurology-readings'
import { readingsOf } from './readings'
import type { Section } from './sections/section'
import { type FieldId, findSection, type SectionId, sections } from './sections/sections'

/** Something the board needs that nobody has answered yet. A missing study or level has neither item nor field. */
export type Gap = {
  section: SectionId
  item: string
  field: string
  label: string
  neededFor: string
  pending: boolean
}

/** Sections that may not be empty, with the field in which somebody says why one is. */
export const essentials = [
  {
    section: 'imaging',
    because: 'noImagingBecause',
    label: 'An imaging study',
    neededFor: 'grading any level',
    message: 'Add an imaging study, or say why there is none.',
  },
  {
    section: 'lesions',
    because: 'noLesionBecause',
    label: 'An involved level',
    neededFor: 'SINS, epidural grade and NOMS',
    message: 'Name an involved level, or say why none is named.',
  },
] as const satisfies readonly {
  section: SectionId
  because: FieldId<'referral'>
  label: string
  neededFor: string
  message: string
}[]
type EssentialId = (typeof essentials)[number]['section']

/** The field that says why a section is empty which should not be. */
export const reasonFieldOf = (section: EssentialId): FieldId<'referral'> =>
  section === 'imaging' ? 'noImagingBecause' : 'noLesionBecause'

/** The entries that make an essential section not empty: of the levels only those that are involved. */
const essentialItems = (file: CaseFile, section: EssentialId): readonly string[] =>
  section === 'lesions' ? involvedLevels(file) : itemsOf(file, section)

/** True where a reason for an empty section still stands although the section has an entry now: two statements that differ. */
export const isOvertaken = (file: CaseFile, section: EssentialId): boolean =>
  essentialItems(file, section).length > 0 && knownText(file, 'referral', reasonFieldOf(section)) !== undefined

const unexplained = (file: CaseFile) =>
  essentials.filter(
    ({ section, because }) =>
      essentialItems(file, section).length === 0 && knownText(file, 'referral', because) === undefined,
  )

/** Why a case cannot be handed in yet: no study or no level, and no reason. Empty when nothing stands in the way. */
export const handInProblems = (file: CaseFile): (FieldProblem & { path: EssentialId })[] =>
  unexplained(file).map(({ section, message }) => ({ path: section, message }))

type Score = 'tokuhashi' | 'tomita' | 'bauer'

/** Fields that only survival scores ask for, with the items they answer: no gap where those are settled another way. */
const countItems = [
  ['tokuhashi', 'vertebrae'],
  ['tomita', 'bone'],
  ['bauer', 'skeletal'],
] as const satisfies readonly (readonly [Score, item: string])[]
const scoreItems: Readonly<Record<string, readonly (readonly [Score, item: string])[]>> = {
  'tumour.vertebralCount': countItems,
  'lesions.involvement': countItems,
  'tumour.extraspinalBone': [
    ['tokuhashi', 'extraspinalBone'],
    ['tomita', 'bone'],
    ['bauer', 'skeletal'],
  ],
  'neurology.frankel': [['tokuhashi', 'palsy']],
  'fitness.kps': [['tokuhashi', 'kps']],
}

/** Whether an item's answer cannot change the score any more. */
const isSettled = (reading: SumReading, item: string): boolean =>
  reading.kind === 'complete' ||
  reading.kind === 'not-applicable' ||
  reading.lines.some((line) => line.item === item && line.points !== null)

type Asked = Omit<Gap, 'pending'>

/** Of a series the newest entry is asked: what an earlier one left open is the past. A level that is stated to be clear is not. */
function askedItems(file: CaseFile, section: SectionId, repeats: Section['repeats']): string[] {
  if (repeats === 'one' || repeats === 'series') return [newestOf(file, section)]
  return section === 'lesions' ? levelsOnMap(file) : itemsOf(file, section)
}

/** A level that is not known to be involved is asked whether there is tumour, and nothing else until then. */
const isAskedAt = (involved: readonly string[], { section, item, field }: Asked): boolean =>
  section !== 'lesions' || field === 'involvement' || involved.includes(item)

/** What a field is needed for, or undefined when the board does not ask for it; the field is '' for a section's entries. */
export type WhyNeeded = (section: string, field: string, declared?: string) => string | undefined

/** Every declared field that the board needs and that is asked as the case stands, for each item that there is. */
const askedFields = (file: CaseFile, involved: readonly string[], whyNeeded: WhyNeeded): Asked[] =>
  (Object.entries(sections) as [SectionId, Section][])
    .filter(([section, { outsideForm }]) => !outsideForm && !isWithheld(file, section))
    .flatMap(([section, { repeats, fields }]) =>
      askedItems(file, section, repeats).flatMap((item) =>
        Object.entries(fields).flatMap(([field, declared]) => {
          const neededFor = whyNeeded(section, field, declared.neededFor)
          const isOpen = neededFor && isAsked(declared, file.facts[section]?.[item])
          return isOpen ? [{ section, item, field, label: declared.label, neededFor }] : []
        }),
      ),
    )
    .filter((asked) => isAskedAt(involved, asked))

const asDeclared: WhyNeeded = (_section, _field, declared) => declared

/** A needed answer on which sources differ: it is known, but not which value counts. `words` has each value once. */
export type ContestedAnswer = Asked & { words: string[] }

/**
 * What the board needs: which of it is open, how many are needed, how many of those are known or do not apply, and on which of
 * them sources differ. A contested answer is no gap of this kind: it is not missing.
 */
export function readiness(
  file: CaseFile,
  whyNeeded: WhyNeeded = asDeclared,
): { known: number; needed: number; gaps: Gap[]; contested: ContestedAnswer[] } {
  const readings = readingsOf(file)
  const involved = involvedLevels(file)
  const isMoot = ({ section, item, field }: Asked): boolean =>
    (section === 'lesions' && isMootAtLevel(file, item, field)) ||
    (section === 'neurology' && isGivenByMuscles(file, field)) ||
    (scoreItems[`${section}.${field}`]?.every(([score, asked]) => isSettled(readings[score], asked)) ?? false)
  const factAt = ({ section, item, field }: Asked): FactView | undefined =>
    item === newestOf(file, section)
      ? factOf(file, section, field as FieldId<SectionId>)
      : file.facts[section]?.[item]?.[field]
  const stateOf = (asked: Asked) => factAt(asked)?.state
  const { stated, onMap, isContested } = vertebraeWithMetastasis(file)
  const isContestedCount = ({ section, field }: Asked) =>
    isContested && section === 'tumour' && field === 'vertebralCount'
  const isThere = (asked: Asked) =>
    (stateOf(asked) === 'known' && !isContestedCount(asked)) || stateOf(asked) === 'not-applicable'
  const counted = askedFields(file, involved, whyNeeded).flatMap((asked) => {
    if (isContestedCount(asked)) return [{ ...asked, label: `${asked.label}: ${stated} stated, ${onMap} on the map` }]
    return isThere(asked) || !isMoot(asked) ? [asked] : []
  })
  const open = counted.filter((asked) => !isThere(asked))
  const wanted = essentials.filter(({ section, neededFor }) => whyNeeded(section, '', neededFor) !== undefined)
  const missing = unexplained(file)
    .filter((one) => wanted.includes(one))
    .map(({ section, label, neededFor }) => ({ section, label, neededFor }))
  const gaps = [
    ...missing.map((gap): Gap => ({ ...gap, item: '', field: '', pending: false })),
    ...open.map((asked): Gap => ({ ...asked, pending: stateOf(asked) === 'pending' })),
  ]
  const needed = wanted.length + counted.length
  const contested = counted.flatMap((asked): ContestedAnswer[] => {
    const fact = factAt(asked)
    const field = findSection(asked.section)?.fields[asked.field]
    return fact && field && hasRivals(fact) ? [{ ...asked, words: valuesInWords(field, fact) }] : []
  })
  return { known: needed - gaps.length, needed, gaps, contested }
}

/** Once all key muscles of a limb are graded its power need not be stated again. */
const isGivenByMuscles = (file: CaseFile, field: string): boolean =>
  limbs.some((limb) => limb.field === field && limbPower(file, limb.field).derived !== null)

/**
 * A measured collapse answers the collapse item, the list of earlier treatments whether there was one at the level as long as its
 * sources agree, and below the conus there is no epidural grade to ask for.
 */
function isMootAtLevel(file: CaseFile, level: string, field: string): boolean {
  const treated = field === 'irradiated' ? 'radiation' : field === 'operated' ? 'surgery' : null
  if (treated && isVertebra(level)) return typeof treatedBefore(file, level, treated)?.value === 'string'
  if (field === 'collapse') return factOf(file, 'lesions', 'collapsePercent', level)?.state === 'known'
  return field === 'escc' && isVertebra(level) && isBelowConus(level)
}
