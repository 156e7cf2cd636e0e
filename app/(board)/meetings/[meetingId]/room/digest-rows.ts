import type { EsccGap, EsccGrade } from '@/app/_ui/escc-badge'
import { esccGrades } from '@/app/_ui/escc-badge'
import { lowerFirst } from '@/app/_ui/lower-first'
import type { SinsClass } from '@/app/_ui/sins-badge'
import { ageOfFact, type CaseFile, eachStated, factOf, knownText, showFact } from '@/lib/cases/case-file'
import { isContested } from '@/lib/cases/facts'
import { limbPower, limbs } from '@/lib/cases/neurology-readings'
import { type CaseReadings, derivedAis } from '@/lib/cases/readings'
import type { FieldId, SectionId } from '@/lib/cases/sections/sections'
import { describeLevels, isBelowConus } from '@/lib/clinical/spine'
import { levelsOfHighest } from '@/lib/clinical/worst-level'
import { type Day, showDay } from '@/lib/foundation/time'

/** One line of the digest. `note` says how old or how sure it is; `isOld` when it is past the limit of its section. */
type DigestRow = { label: string; words: string; note: string | null; isOld: boolean }

/** The highest SINS as the badge wants it, with the levels that hold it; `unscored` names operated levels, which have none. */
type DigestSins = { sinsClass: SinsClass; score?: number | readonly [number, number]; levels: string; unscored: string }

/** The highest epidural grade as the badge wants it, with its levels; `open` names further levels without a grade. */
type DigestEscc = { grade: EsccGrade | EsccGap; levels: string; open: string }

const sinsClasses: readonly SinsClass[] = ['stable', 'potentially-unstable', 'unstable']

/** The worst level decides; while an open level could be worse, only the range is shown, at every level that may hold it. */
export function worstSinsOf({ worstSins }: CaseReadings): DigestSins | null {
  const unscored = describeLevels(worstSins.unscored)
  if (worstSins.kind === 'none') {
    return unscored === '' ? null : { sinsClass: 'incomplete', levels: unscored, unscored }
  }
  if (worstSins.kind === 'incomplete') {
    const holding = levelsOfHighest(worstSins).filter((level) => !worstSins.unscored.includes(level))
    return { sinsClass: 'incomplete', score: worstSins.between, levels: describeLevels(holding), unscored }
  }
  const sinsClass = sinsClasses.find((id) => id === worstSins.band.id) ?? 'incomplete'
  return { sinsClass, score: worstSins.total, levels: describeLevels(worstSins.at), unscored }
}

/** The worst known grade and where there is none yet; without any, why there is none. */
export function worstEsccOf({ worstEscc, levels }: CaseReadings): DigestEscc | null {
  if (levels.length === 0) return null
  const open = describeLevels(worstEscc.open)
  if (worstEscc.kind === 'none') {
    const isBelow = levels.every(({ level }) => isBelowConus(level))
    return { grade: isBelow ? 'n/a' : 'not assessed', levels: open, open: '' }
  }
  const grade = esccGrades.find((one) => one === worstEscc.grade) ?? 'not assessed'
  return { grade, levels: describeLevels(worstEscc.at), open }
}

/** The first of several facts that is known, in words; else what is known of the absence of the first. */
function firstKnown<S extends SectionId>(file: CaseFile, section: S, fields: readonly [string, FieldId<S>][]) {
  for (const [lead, field] of fields) {
    const fact = factOf(file, section, field)
    if (fact?.state === 'known') return { fact, words: `${lead}${showFact(section, field, fact)}` }
  }
  const [first] = fields
  const fact = first ? factOf(file, section, first[1]) : undefined
  return { fact, words: first ? showFact(section, first[1], fact) : 'Not recorded' }
}

function row<S extends SectionId>(
  file: CaseFile,
  today: Day,
  label: string,
  section: S,
  fields: readonly [string, FieldId<S>][],
): DigestRow {
  const { fact, words } = firstKnown(file, section, fields)
  const age = ageOfFact(section, fact, today)
  const on = fact?.state === 'known' && fact.refersOn ? showDay(fact.refersOn) : null
  const note = age?.old ? `${on}, ${age.days} d old, limit ${age.limit} d` : on
  return { label, words, note, isOld: age?.old ?? false }
}

function performance(file: CaseFile, today: Day): DigestRow {
  const ecog = knownText(file, 'fitness', 'ecog')
  const kps = factOf(file, 'fitness', 'kps')
  const isSettled = !isContested(factOf(file, 'fitness', 'ecog')) && !isContested(kps)
  const base = row(file, today, 'ECOG (KPS)', 'fitness', [
    ['', 'ecog'],
    ['KPS ', 'kps'],
  ])
  if (ecog === undefined || !isSettled) return base
  return { ...base, words: kps?.state === 'known' ? `${ecog} (${String(kps.value)})` : `${ecog} (KPS not recorded)` }
}

/** The grade as stated; without one, the AIS that the full examination leaves, called so. */
function neurology(file: CaseFile, today: Day): DigestRow {
  const stated = (['ais', 'frankel'] as const).some((field) => factOf(file, 'neurology', field)?.state === 'known')
  const derived = derivedAis(file)
  if (stated || derived.length === 0) {
    return row(file, today, 'Neurology', 'neurology', [
      ['AIS ', 'ais'],
      ['Frankel ', 'frankel'],
    ])
  }
  const examined = row(file, today, 'Neurology', 'neurology', [['', 'dermatomes']])
  return { ...examined, words: `AIS ${derived.join(' or ')} by ISNCSCI` }
}

/** Power of each limb's weakest key muscle, 0 to 5; a limb of which nothing is known is named so. */
function power(file: CaseFile, today: Day): DigestRow {
  const fields: readonly [string, FieldId<'neurology'>][] = limbs.map(({ field }) => ['', field])
  const base = row(file, today, 'Power, of 5', 'neurology', [...fields, ['', 'muscles']])
  const known = limbs.map(({ field, label }) => {
    const { power: one } = limbPower(file, field)
    return { label: lowerFirst(label), graded: one ?? eachStated(factOf(file, 'neurology', field)) }
  })
  if (known.every(({ graded }) => graded === undefined)) return base
  return { ...base, words: known.map(({ label, graded }) => `${label} ${graded ?? 'not known'}`).join(', ') }
}

/** What the room needs beside the question: neurology, power, walking, performance, tumour, each with its day. */
export function digestRows(file: CaseFile, today: Day): DigestRow[] {
  return [
    neurology(file, today),
    power(file, today),
    row(file, today, 'Walking', 'neurology', [['', 'walking']]),
    performance(file, today),
    row(file, today, 'Tumour', 'tumour', [['', 'primary']]),
  ]
}

/** The patient's goals for the room: each with its words, or what is known of their absence. */
export function goalRows(file: CaseFile): { matters: string; unacceptable: string; spoken: string } {
  const of = (field: FieldId<'goals'>) => showFact('goals', field, factOf(file, 'goals', field))
  const known = (field: FieldId<'goals'>) => factOf(file, 'goals', field)?.state === 'known'
  const unacceptable = [known('unacceptable') || !known('unacceptableWords') ? of('unacceptable') : '']
  if (known('unacceptableWords')) unacceptable.push(of('unacceptableWords'))
  const by = known('spokenBy') ? of('spokenBy') : null
  const on = known('spokenOn') ? of('spokenOn') : null
  const spoken = by || on ? [by, on].filter(Boolean).join(', ') : 'Not recorded who spoke with the patient'
  return { matters: of('matters'), unacceptable: unacceptable.filter(Boolean).join('; '), spoken }
}
