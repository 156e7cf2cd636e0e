import { type CaseFile, clearLevels, itemsOf, knownList, knownText, levelsOnMap } from '@/lib/cases/case-file'
import { contradictionsIn } from '@/lib/cases/contradictions'
import { type Field, showValue } from '@/lib/cases/field'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { levelWords, nameOfLevel, numberingWords } from '@/lib/cases/level-names'
import { contradictsList } from '@/lib/cases/level-treatments'
import { differencesAt, isRatingChosen } from '@/lib/cases/second-rating'
import { sections } from '@/lib/cases/sections/sections'
import { isVertebra, type Vertebra } from '@/lib/clinical/spine'
import { listWords } from '@/lib/foundation/words'

/** One remark below the spine map; a warning is something that the board has to settle. */
type SpineRemark = { words: string; isWarning: boolean }

/** What holds for the spine as a whole, in the order of its weight: numbering, contradictions, raters who differ, masses, clear levels. */
export function spineRemarks(file: CaseFile): SpineRemark[] {
  const warn = (words: string): SpineRemark => ({ words, isWarning: true })
  const say = (words: string): SpineRemark => ({ words, isWarning: false })
  const numbering = numberingWords(file)
  const clear = clearLevels(file)
  const involved = involvedLevels(file)
  const unsaid = levelsOnMap(file).filter((level) => !involved.includes(level))
  return [
    ...(numbering === null ? [] : [warn(numbering)]),
    ...levelsOnMap(file).flatMap((level) => [
      ...(contradictsList(file, level, 'radiation')
        ? [warn(`${level}: not irradiated before by the level, irradiated by the list of earlier treatments.`)]
        : []),
      ...(contradictsList(file, level, 'surgery')
        ? [warn(`${level}: not operated before by the level, operated by the list of earlier treatments.`)]
        : []),
    ]),
    ...levelsOnMap(file).flatMap((level) => {
      const differing = differencesAt(file, level).map((label) => label.toLowerCase())
      if (differing.length === 0) return []
      const counts = isRatingChosen(file, level) ? '' : ' The first rating counts until somebody chooses.'
      return [warn(`${nameOfLevel(file, level)}: two raters differ on ${listWords(differing)}.${counts}`)]
    }),
    ...contradictionsIn(file).flatMap(({ at, words }) => (at.section === 'lesions' ? [warn(words)] : [])),
    ...unsaid.map((level) => warn(unsaidWords(file, level))),
    ...itemsOf(file, 'masses').map((item) => say(massWords(file, item))),
    ...(clear.length === 0 ? [] : [say(`No tumour at ${levelWords(file, clear)}.`)]),
  ]
}

/** A level of which something is recorded, but not whether there is tumour: it has no readings, so what is known stands here. */
function unsaidWords(file: CaseFile, level: Vertebra): string {
  const fields: Readonly<Record<string, Field>> = sections.lesions.fields
  const known = Object.entries(file.facts.lesions?.[level] ?? {}).flatMap(([id, { state, value, unit }]) => {
    const field = fields[id]
    return state === 'known' && field ? [`${field.label}: ${showValue(field, value, unit)}`] : []
  })
  return [`${nameOfLevel(file, level)}: whether there is tumour is not stated`, ...known].join('. ').concat('.')
}

function massWords(file: CaseFile, item: string): string {
  const levels = (knownList(file, 'masses', 'levels', item) ?? []).filter(isVertebra)
  const words = knownText(file, 'masses', 'words', item)
  const where = levels.length === 0 ? 'levels not recorded' : levelWords(file, levels)
  return `One mass over ${where}${words === undefined ? '' : `: ${words}`}`
}
