import { frankelFromAis } from '@/lib/clinical/crosswalk'
import { read } from '@/lib/clinical/instrument'
import type { AisGrade } from '@/lib/clinical/instruments/ais'
import { ecog } from '@/lib/clinical/instruments/ecog'
import { esccScale } from '@/lib/clinical/instruments/escc'
import { frankel } from '@/lib/clinical/instruments/frankel'
import { kps } from '@/lib/clinical/instruments/kps'
import type { Mark } from '@/lib/clinical/item'
import type { PrimaryMapping } from '@/lib/clinical/primary-tumour'
import type { GradeReading } from '@/lib/clinical/reading'
import { type HighestGrade, type HighestTotal, highestGrade, highestTotal } from '@/lib/clinical/worst-level'
import { type CaseFile, factOf } from './case-file'
import { type IllnessReadings, readIllness } from './illness-readings'
import { involvedLevels } from './involved-levels'
import {
  answerAsStated,
  answerOf,
  type LevelReading,
  numericAnswer,
  type Origin,
  originOf,
  readLevel,
} from './level-readings'
import { isncsciOf } from './neurology-readings'
import { type NomsAt, readNoms } from './noms-readings'
import { mappedPrimaries, type PrognosisReadings, readPrognosis } from './prognosis-readings'
import { readSbrt, type SbrtAt } from './sbrt-readings'

export type { LevelReading, Origin } from './level-readings'
export type { NomsAt } from './noms-readings'

/** Every reading of a case, computed from its facts: nothing here is stored, signing freezes it. */
export type CaseReadings = {
  levels: LevelReading[]
  worstSins: HighestTotal
  worstEscc: HighestGrade
  ecog: GradeReading<Origin>
  kps: GradeReading<Origin>
  frankel: GradeReading<Origin>
  /** The recorded primary as every instrument takes it: none when nobody recorded it, several where sources differ. */
  primaries: readonly PrimaryMapping[]
  illness: IllnessReadings
  noms: NomsAt[]
  sbrt: SbrtAt[]
} & PrognosisReadings

const readOnes = new WeakMap<CaseFile, CaseReadings>()

/**
 * Reads a case file through every instrument. Where sources differ on an answer, every answer that one of them gives stays possible.
 * Several parts of one screen ask this of one file: it is read once, since a file is never changed in place.
 */
export function readingsOf(file: CaseFile): CaseReadings {
  const known = readOnes.get(file)
  if (known) return known
  const readings = readAnew(file)
  readOnes.set(file, readings)
  return readings
}

function readAnew(file: CaseFile): CaseReadings {
  const levels = involvedLevels(file).map((level) => readLevel(file, level))
  const primaries = mappedPrimaries(file)
  const frankelAnswer = frankelOf(file)
  return {
    levels,
    worstSins: highestTotal(levels.map(({ level, sins }) => ({ level, reading: sins }))),
    worstEscc: highestGrade(
      levels.map(({ level, escc }) => ({ level, reading: escc })),
      esccScale,
    ),
    ecog: read(ecog, { ecog: numericAnswer(factOf(file, 'fitness', 'ecog')) }),
    kps: read(kps, { kps: numericAnswer(factOf(file, 'fitness', 'kps')) }),
    frankel: read(frankel, { grade: frankelAnswer }),
    primaries,
    ...readPrognosis(file, primaries, frankelAnswer),
    illness: readIllness(file),
    noms: levels.map((level) => readNoms(file, level, primaries, frankelAnswer)),
    sbrt: levels.map((level) => readSbrt(file, level, frankelAnswer)),
  }
}

/**
 * The recorded Frankel grade, else the letter of the clinician's AIS, else of the classified grid where it is one letter. Mapped
 * ones are marked with the AIS they come from, and every one with those grades beside it that differ.
 */
export function frankelOf(file: CaseFile) {
  const stated = answerAsStated<AisGrade>(factOf(file, 'neurology', 'frankel'))
  const byAis = answerOf(factOf(file, 'neurology', 'ais'), (grade) => [frankelFromAis(grade as AisGrade).value])
  const derived = derivedAis(file)
  const differs = (taken: GradeSet, other: GradeSet | undefined, mark: Mark): Mark[] =>
    other && !gradesIn(taken).some((grade) => gradesIn(other).includes(grade)) ? [mark] : []
  const derivedDiffers = (taken: GradeSet) =>
    differs(taken, derived.length > 0 ? { oneOf: derived } : undefined, 'derived-differs')
  if (stated) {
    const { value } = stated
    return { ...stated, marks: [...differs(value, byAis?.value, 'clinician-differs'), ...derivedDiffers(value)] }
  }
  if (byAis) return { ...byAis, marks: ['mapped', 'ais-clinician', ...derivedDiffers(byAis.value)] satisfies Mark[] }
  const [grade, ...others] = derived
  if (!grade || others.length > 0) return undefined
  const { value } = frankelFromAis(grade)
  const marks: Mark[] = ['mapped', 'ais-derived']
  return { value, marks, from: originOf(factOf(file, 'neurology', 'muscles')) }
}

type GradeSet = AisGrade | { readonly oneOf: readonly AisGrade[] }
const gradesIn = (grades: GradeSet): readonly AisGrade[] => (typeof grades === 'string' ? [grades] : grades.oneOf)

/** The AIS grades that the classified examination leaves possible; none where it was not classified. */
export function derivedAis(file: CaseFile): AisGrade[] {
  const found = isncsciOf(file)
  const letters = found?.kind === 'classified' ? found.ais.replaceAll('*', '').split(',') : []
  return aisGrades.filter((grade) => letters.includes(grade))
}

const aisGrades: readonly AisGrade[] = ['A', 'B', 'C', 'D', 'E']
