import { hasBands, shortReading } from '@/lib/clinical/reading-words'
import type { CaseFile } from './case-file'
import { confirmedField } from './contradiction-rules'
import { type FactsView, type FactView, statedDay, statedValues } from './facts'
import { isIllnessRecorded } from './illness-readings'
import { prognosisScores } from './prognosis-readings'
import { readingsOf } from './readings'
import { resultFields } from './sections/scores'

/** A value that is not what it was: null for what was not recorded or was taken back. */
export type Change = {
  section: string
  item: string
  field: string
  before: FactView | null
  after: FactView | null
  /** Who made it so, and when (ISO instant). */
  by: string
  at: string
}

const standing = (fact: FactView | undefined): FactView | null => (fact && fact.state !== 'withdrawn' ? fact : null)

const saysTheSame = (a: FactView | null, b: FactView | null): boolean =>
  a === null || b === null
    ? a === b
    : a.state === b.state &&
      a.unit === b.unit &&
      statedDay(a) === statedDay(b) &&
      JSON.stringify(a.value ?? null) === JSON.stringify(b.value ?? null) &&
      JSON.stringify(statedValues(a)) === JSON.stringify(statedValues(b))

/**
 * Who had the last word on a value, and when: whoever recorded it, stated another one, settled which counts, or took back one that
 * had been stated of the value before.
 */
function lastWord(
  was: FactView | null,
  { by, at, rivals = [], settled, rivalTakenBack }: FactView,
): { by: string; at: string } {
  const takenBack = was?.rivals && rivalTakenBack ? [rivalTakenBack] : []
  const words = [{ by, at }, ...rivals, ...(settled ? [settled] : []), ...takenBack]
  return words.reduce((latest, one) => (one.at > latest.at ? one : latest))
}

/**
 * What differs between two states of a case, the latest first. A value that was looked at again on another day is a change, and so
 * is one that another source contests, or that was settled.
 */
export function changesBetween(before: FactsView, after: FactsView): Change[] {
  const changes = Object.entries(after).flatMap(([section, items]) =>
    Object.entries(items).flatMap(([item, fields]) =>
      Object.entries(fields).flatMap(([field, fact]): Change[] => {
        const [was, is] = [standing(before[section]?.[item]?.[field]), standing(fact)]
        if (saysTheSame(was, is)) return []
        const { by, at } = lastWord(was, fact)
        return [{ section, item, field, before: was, after: is, by, at }]
      }),
    ),
  )
  return changes.sort((a, b) => b.at.localeCompare(a.at))
}

/** Sections that nobody decides by: who referred, whom to call, free notes. */
const besideTheDecision: ReadonlySet<string> = new Set(['referral', 'notes'])

const isBeside = ({ section, field }: Change): boolean =>
  besideTheDecision.has(section) || field === confirmedField || resultFields.has(field)

/** What a decision rested on and that is known otherwise now, the latest change first. That answers are right together is no finding, and what came of the treatment is no older fact. */
export const decidedOtherwise = (signed: FactsView, now: FactsView): Change[] =>
  changesBetween(signed, now).filter((change) => !isBeside(change))

/** A derived reading that says something else than before. `where` is the level, empty for the whole case. */
export type ReadingChange = { title: string; where: string; before: string; after: string }

type Said = ReadonlyMap<string, { title: string; where: string; words: string }>

function saidBy(file: CaseFile): Said {
  const readings = readingsOf(file)
  const { levels, ecog, kps, frankel, illness } = readings
  const ofIllness = isIllnessRecorded(file) ? Object.values(illness) : []
  const ofPrognosis = prognosisScores(readings).map(({ reading }) => reading)
  const ofLevels = levels.flatMap(({ level, sins, escc }) => [
    { title: 'SINS', where: level, reading: sins },
    { title: 'ESCC', where: level, reading: escc },
  ])
  const ofCase = [ecog, kps, frankel, ...ofPrognosis, ...ofIllness].map((reading) => ({
    title: reading.title,
    where: '',
    reading,
  }))
  return new Map(
    [...ofLevels, ...ofCase].map(({ title, where, reading }) => {
      const band =
        reading.form === 'sum' && reading.kind === 'complete' && hasBands(reading.band)
          ? `, ${reading.band.label.toLowerCase()}`
          : ''
      return [`${title} ${where}`, { title, where, words: `${shortReading(reading)}${band}` }]
    }),
  )
}

/** The scores and grades that changed with the facts, by their words: `12 of 18, potentially unstable` to `14 of 18, unstable`. */
export function readingChanges(now: CaseFile, before: FactsView): ReadingChange[] {
  const was = saidBy({ ...now, facts: before })
  const is = saidBy(now)
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [a, b] = [was.get(key), is.get(key)]
    const named = b ?? a
    if (!named || a?.words === b?.words) return []
    const { title, where } = named
    return [{ title, where, before: a?.words ?? 'no reading', after: b?.words ?? 'no reading' }]
  })
}
