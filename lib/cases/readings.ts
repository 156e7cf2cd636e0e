import { frankelFromAis, kpsFromEcog } from '@/lib/clinical/crosswalk'
import type { AnswersOf } from '@/lib/clinical/instrument'
import { read } from '@/lib/clinical/instrument'
import type { AisGrade } from '@/lib/clinical/instruments/ais'
import { bauerModified } from '@/lib/clinical/instruments/bauer-modified'
import { ecog } from '@/lib/clinical/instruments/ecog'
import { esccScale } from '@/lib/clinical/instruments/escc'
import { frankel } from '@/lib/clinical/instruments/frankel'
import { kps } from '@/lib/clinical/instruments/kps'
import { tokuhashiRevised } from '@/lib/clinical/instruments/tokuhashi-revised'
import { tomita } from '@/lib/clinical/instruments/tomita'
import type { Mapped } from '@/lib/clinical/primary-kinds'
import { mapPrimary, mappedAnswer, type PrimaryId, type PrimaryMapping } from '@/lib/clinical/primary-tumour'
import type { GradeReading, SumReading } from '@/lib/clinical/reading'
import { type HighestGrade, type HighestTotal, highestGrade, highestTotal } from '@/lib/clinical/worst-level'
import { boneAnswer, vertebraeAnswer } from './bone-spread'
import { type CaseFile, factOf } from './case-file'
import { type FactView, isContested, statedValues } from './facts'
import { involvedLevels } from './involved-levels'
import { answerAsStated, answerOf, anyOf, type LevelReading, type Origin, originOf, readLevel } from './level-readings'
import { isncsciOf } from './neurology-readings'
import { type NomsAt, readNoms } from './noms-readings'

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
  tokuhashi: SumReading<Origin>
  tomita: SumReading<Origin>
  bauer: SumReading<Origin>
  noms: NomsAt[]
}

/** Reads a case file through every instrument. Where sources differ on an answer, every answer that one of them gives stays possible. */
export function readingsOf(file: CaseFile): CaseReadings {
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
    ecog: read(ecog, { ecog: numeric(factOf(file, 'fitness', 'ecog')) }),
    kps: read(kps, { kps: numeric(factOf(file, 'fitness', 'kps')) }),
    frankel: read(frankel, { grade: frankelAnswer }),
    primaries,
    tokuhashi: read(tokuhashiRevised, {
      kps: kpsAnswer(file),
      extraspinalBone: numeric(factOf(file, 'tumour', 'extraspinalBone')),
      vertebrae: vertebraeAnswer(file),
      organs: organsAnswer(file),
      primary: primaryAnswer(file, primaries, 'tokuhashiRevised'),
      palsy: frankelAnswer,
    }),
    tomita: read(tomita, {
      growth: growthAnswer(file, primaries),
      visceral: visceralForTomita(file),
      bone: boneAnswer(file),
    }),
    bauer: read(bauerModified, {
      visceral: visceralForBauer(file),
      primary: primaryAnswer(file, primaries, 'bauerModified'),
      skeletal: boneAnswer(file),
    }),
    noms: levels.map((level) => readNoms(file, level, primaries, frankelAnswer)),
  }
}

const numeric = (fact: FactView | undefined) => answerOf(fact, (value) => [Number(value)])

const primaryOrigin = (file: CaseFile): Origin | undefined => originOf(factOf(file, 'tumour', 'primary'))

/** The primary as every instrument takes it, once for each combination of what sources say of it; empty when nobody recorded it. */
export function mappedPrimaries(file: CaseFile): PrimaryMapping[] {
  const said = (field: 'hormoneDependent' | 'targetedDrug' | 'tissueProven'): (boolean | undefined)[] => {
    const stated = statedValues(factOf(file, 'tumour', field)).map(({ value }) => value === 'yes')
    return stated.length > 0 ? stated : [undefined]
  }
  return statedValues(factOf(file, 'tumour', 'primary')).flatMap(({ value }) =>
    said('hormoneDependent').flatMap((hormoneDependent) =>
      said('targetedDrug').flatMap((targetedDrugActive) =>
        said('tissueProven').map((tissueProven) =>
          mapPrimary({ id: value as PrimaryId, hormoneDependent, targetedDrugActive, tissueProven }),
        ),
      ),
    ),
  )
}

type Table = 'tokuhashiRevised' | 'bauerModified' | 'tomita'

/** The primary in the words of one table; where sources differ on it, every row that is still possible. */
function primaryAnswer<T extends Table>(file: CaseFile, primaries: readonly PrimaryMapping[], table: T) {
  type V = PrimaryMapping[T] extends Mapped<infer Value> ? Value : never
  const mapped = primaries.map((one) => mappedAnswer(one[table] as Mapped<V>))
  const value = anyOf<V>(mapped.map((one) => one.value))
  const [only, ...others] = mapped
  return value && { value, marks: only && others.length === 0 ? only.marks : [], from: primaryOrigin(file) }
}

type TokuhashiAnswers = AnswersOf<typeof tokuhashiRevised, Origin>

/** A stated KPS, else every KPS that the stated ECOG allows under either conversion, marked as converted. */
function kpsAnswer(file: CaseFile): TokuhashiAnswers['kps'] {
  const stated = numeric(factOf(file, 'fitness', 'kps'))
  if (stated) return stated
  const converted = answerOf(
    factOf(file, 'fitness', 'ecog'),
    (grade) => kpsFromEcog(Number(grade))?.answer.value.oneOf ?? [],
  )
  return converted && { ...converted, marks: ['converted'] }
}

/** Major organs for Tokuhashi: the brain is one of them (REFERENCE 5.3), so a metastasis there rules out none. */
function organsAnswer(file: CaseFile): TokuhashiAnswers['organs'] {
  const fact = factOf(file, 'tumour', 'visceral')
  const brain = factOf(file, 'tumour', 'brain')
  const inBrain = statedValues(brain).map(({ value }) => value === 'yes')
  const some = ['removable', 'unremovable'] as const
  const withBrain = (organs: 'none' | 'removable' | 'unremovable') => {
    if (organs !== 'none' || !inBrain.includes(true)) return [organs]
    return inBrain.includes(false) ? [organs, ...some] : some
  }
  const stated = answerOf(fact, (value) => withBrain(value as 'none' | 'removable' | 'unremovable'))
  const isByBrain = inBrain.length > 0 && inBrain.every(Boolean)
  if (!stated) return isByBrain ? { value: { oneOf: some }, from: originOf(brain) } : undefined
  const isByOrgans = typeof stated.value === 'string' || isContested(fact)
  return isByOrgans ? stated : { ...stated, from: originOf(brain) }
}

const treatable = { none: 'none', removable: 'treatable', unremovable: 'untreatable' } as const

const visceralForTomita = (file: CaseFile): AnswersOf<typeof tomita, Origin>['visceral'] =>
  answerOf(factOf(file, 'tumour', 'visceral'), (value) => [treatable[value as keyof typeof treatable]])

const visceralForBauer = (file: CaseFile): AnswersOf<typeof bauerModified, Origin>['visceral'] =>
  answerOf(factOf(file, 'tumour', 'visceral'), (value) => [value === 'none' ? 'none' : 'present'])

function growthAnswer(
  file: CaseFile,
  primaries: readonly PrimaryMapping[],
): AnswersOf<typeof tomita, Origin>['growth'] {
  const mapped = primaryAnswer(file, primaries, 'tomita')
  if (primaries.length > 0 && primaries.every(({ tomita: growth }) => growth.how !== 'must-choose')) return mapped
  const chosen = answerAsStated<'slow' | 'moderate' | 'rapid'>(factOf(file, 'tumour', 'tomitaGrowth'))
  return chosen && primaries.length < 2 ? { ...chosen, marks: ['assigned'] } : mapped
}

/** The recorded Frankel grade, else the letter of the clinician's AIS, else of the classified grid where it is one letter; mapped ones are marked. */
function frankelOf(file: CaseFile) {
  const stated = answerAsStated<AisGrade>(factOf(file, 'neurology', 'frankel'))
  if (stated) return stated
  const byAis = answerOf(factOf(file, 'neurology', 'ais'), (grade) => [frankelFromAis(grade as AisGrade).value])
  if (byAis) return { ...byAis, marks: ['mapped'] as const }
  const found = isncsciOf(file)
  const grade = found?.kind === 'classified' ? aisGrades.find((one) => one === found.ais) : undefined
  return grade && { ...frankelFromAis(grade), from: originOf(factOf(file, 'neurology', 'muscles')) }
}

const aisGrades: readonly AisGrade[] = ['A', 'B', 'C', 'D', 'E']
