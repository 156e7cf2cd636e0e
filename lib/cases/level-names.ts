import { describeLevels, isVertebra, sortLevels, type Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, knownList, knownText } from './case-file'

/** What the name of a level means in a patient with transitional anatomy: `S1` stands for L6, or is lumbarised. */
type Named = { level: Vertebra; as: string; words: string }

const fixed: Readonly<Record<string, Named>> = {
  'lumbarised-s1': { level: 'S1', as: 'lumbarised', words: 'S1 is lumbarised' },
  'sacralised-l5': { level: 'L5', as: 'sacralised', words: 'L5 is sacralised' },
  'ribs-11': { level: 'T12', as: 'no ribs', words: 'T12 has no ribs' },
}

const mapped = [
  { variant: 'l6', field: 'l6As', name: 'L6' },
  { variant: 'ribs-13', field: 't13As', name: 'T13' },
] as const

function namedLevels(file: CaseFile): Named[] {
  if (knownText(file, 'anatomy', 'numbering') !== 'transitional') return []
  const variants = knownList(file, 'anatomy', 'variants') ?? []
  const byMapping = mapped.flatMap(({ variant, field, name }): Named[] => {
    const level = knownText(file, 'anatomy', field)
    if (!variants.includes(variant) || level === undefined || !isVertebra(level)) return []
    return [{ level, as: name, words: `${level} stands for ${name}` }]
  })
  return [...variants.flatMap((variant) => (Object.hasOwn(fixed, variant) ? (fixed[variant] ?? []) : [])), ...byMapping]
}

const notesAt = (file: CaseFile, level: Vertebra): string[] =>
  namedLevels(file)
    .filter((one) => one.level === level)
    .map(({ as }) => as)

/** The name of a level in this patient: `T7`, or `S1 (L6)` where the vertebrae are numbered unusually. */
export function nameOfLevel(file: CaseFile, level: Vertebra): string {
  const notes = notesAt(file, level)
  return notes.length === 0 ? level : `${level} (${notes.join(', ')})`
}

/** Levels as people write them, with what an unusual one stands for: `L4–S1 (S1: L6)`. */
export function levelWords(file: CaseFile, levels: Iterable<Vertebra>): string {
  const all = sortLevels(levels)
  const [only] = all
  if (all.length === 1 && only) return nameOfLevel(file, only)
  const notes = all.flatMap((level) => {
    const here = notesAt(file, level)
    return here.length === 0 ? [] : [`${level}: ${here.join(', ')}`]
  })
  return notes.length === 0 ? describeLevels(all) : `${describeLevels(all)} (${notes.join('; ')})`
}

/**
 * What must be said wherever levels are named: `Transitional anatomy: S1 stands for L6. Numbered by L. Osterfjell on MRI
 * 24-Nov-2026.` A mapping that nobody made is named as missing. Null for the usual numbering and while nobody has said.
 */
export function numberingWords(file: CaseFile): string | null {
  if (knownText(file, 'anatomy', 'numbering') !== 'transitional') return null
  const variants = knownList(file, 'anatomy', 'variants') ?? []
  const missing = mapped
    .filter(({ variant, field }) => variants.includes(variant) && knownText(file, 'anatomy', field) === undefined)
    .map(({ name }) => `which level stands for ${name} is not recorded`)
  const what = [...namedLevels(file).map(({ words }) => words), ...missing].join(', ') || 'kind not recorded'
  const by = knownText(file, 'anatomy', 'numberedBy')
  const on = knownText(file, 'anatomy', 'numberedOn')
  const who = `Numbered by ${by ?? 'a person not recorded'}${on === undefined ? ', study not recorded' : ` on ${on}`}.`
  return `Transitional anatomy: ${what}. ${who}`
}
