import { type CaseFile, factOf, itemsOf, knownList, knownNumber, knownText } from '@/lib/cases/case-file'
import { isContested, statedValues } from '@/lib/cases/facts'
import { lesions } from '@/lib/cases/sections/lesions'
import type { FieldId } from '@/lib/cases/sections/sections'
import { isBelowConus, type Vertebra } from '@/lib/clinical/spine'
import { showDay } from '@/lib/foundation/time'
import { showNumber } from '@/lib/foundation/words'

/** The callouts stand beside a narrow picture: the shortest true words for what the form says in full. */
const shortWords: Partial<Record<FieldId<'lesions'>, Readonly<Record<string, string>>>> = {
  lesion: { lytic: 'lytic', mixed: 'mixed', blastic: 'blastic' },
  alignment: { subluxation: 'subluxation', deformity: 'new deformity', normal: 'aligned' },
  collapse: {
    gt50: 'over 50 % collapse',
    lt50: 'under 50 % collapse',
    involved: 'no collapse, over half of the body',
    none: 'no collapse',
    some: 'collapsed, degree not stated',
  },
  posterolateral: {
    bilateral: 'both posterolateral sides',
    unilateral: 'one posterolateral side',
    none: 'posterolateral free',
  },
  pain: { mechanical: 'mechanical pain', occasional: 'occasional pain', none: 'no pain here' },
  caudaEquina: {
    none: 'cauda equina free',
    partial: 'cauda equina partly effaced',
    'complete-effacement': 'cauda equina effaced',
  },
}

/** The epidural grade as the picture of the canal, for the few words of a callout. */
const canalWords: Readonly<Record<string, string>> = {
  '0': 'no epidural tumour',
  '1a': 'epidural, sac not deformed',
  '1b': 'sac deformed, cord not touched',
  '1c': 'cord touched, not compressed',
  '2': 'cord compressed, CSF still seen',
  '3': 'cord compressed, no CSF seen',
}

/** Longer findings in words stay in the fold of the level, so that a callout never covers its neighbour. */
const mostWords = 90

const asked = ['lesion', 'collapse', 'alignment', 'posterolateral', 'pain'] as const

/** What is known of one level in a few words, gaps named: `Lytic, 60 % collapse, new deformity. Cement Sep-2025.` */
export function calloutWords(file: CaseFile, level: Vertebra): string {
  const fields = isBelowConus(level) ? [...asked, 'caudaEquina' as const] : asked
  const known = fields.flatMap((field) => wordsOf(file, level, field) ?? [])
  const open = fields.filter((field) => wordsOf(file, level, field) === undefined)
  const gaps = open.map((field) => lesions.fields[field].label.toLowerCase())
  const suspected = knownText(file, 'lesions', 'involvement', level) === 'suspected' ? ['suspected only'] : []
  const sentences = [
    [...suspected, ...known].join(', '),
    statedIn(file, level, 'escc', canalWords) ?? '',
    shortFindings(file, level),
    ...treatedHere(file, level),
    gapWords(gaps, known.length),
  ]
  return sentences
    .filter((words) => words !== '')
    .map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`)
    .join(' ')
}

const gapWords = (gaps: readonly string[], knownCount: number): string => {
  if (gaps.length === 0) return ''
  return knownCount === 0 ? 'no finding of the level recorded' : `not known: ${gaps.join(', ')}`
}

function shortFindings(file: CaseFile, level: Vertebra): string {
  const words = knownText(file, 'lesions', 'words', level) ?? ''
  return [...words].length <= mostWords ? words : ''
}

/** Every answer that a source gives in the words of a table; undefined where none is known. */
function statedIn(file: CaseFile, level: Vertebra, field: FieldId<'lesions'>, words: Readonly<Record<string, string>>) {
  const said = statedValues(factOf(file, 'lesions', field, level)).flatMap(({ value }) => words[String(value)] ?? [])
  const told = said.join(' or ')
  return said.length > 1 ? `${told} (sources differ)` : told || undefined
}

function wordsOf(file: CaseFile, level: Vertebra, field: FieldId<'lesions'>): string | undefined {
  const percent = knownNumber(file, 'lesions', 'collapsePercent', level)
  const measured = factOf(file, 'lesions', 'collapsePercent', level)
  if (field === 'collapse' && isContested(measured)) {
    const said = statedValues(measured).map(({ value }) => showNumber(Number(value), '%'))
    return `${said.join(' or ')} collapse (sources differ)`
  }
  if (field === 'collapse' && percent) return `${showNumber(percent, '%')} collapse`
  return statedIn(file, level, field, shortWords[field] ?? {})
}

/** Cement and operations at the level with their dates; earlier radiation is drawn as a band with its dose. */
function treatedHere(file: CaseFile, level: Vertebra): string[] {
  const kinds = { cement: 'cement', surgery: 'operated', radiation: 'irradiated' } as const
  const listed = itemsOf(file, 'treatments').flatMap((item) => {
    const kind = knownText(file, 'treatments', 'kind', item)
    if (!knownList(file, 'treatments', 'levels', item)?.includes(level)) return []
    const day = factOf(file, 'treatments', 'startedOn', item)
    const when = day?.state === 'known' ? showDay(String(day.value)) : 'date not known'
    return kind && Object.hasOwn(kinds, kind) ? [`${kinds[kind as keyof typeof kinds]} ${when}`] : []
  })
  const said = statedValues(factOf(file, 'lesions', 'irradiated', level)).map(({ value }) => value)
  const isListed = listed.some((words) => words.startsWith(kinds.radiation))
  if (isListed || !said.includes('yes')) return listed
  return [...listed, said.includes('no') ? 'irradiated or not: sources differ' : 'irradiated, course not recorded']
}
