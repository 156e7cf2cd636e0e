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
import { mapPrimary, mappedAnswer, type PrimaryId, type PrimaryMapping } from '@/lib/clinical/primary-tumour'
import type { GradeReading, SumReading } from '@/lib/clinical/reading'
import { type HighestGrade, type HighestTotal, highestGrade, highestTotal } from '@/lib/clinical/worst-level'
import { boneAnswer, vertebraeAnswer } from './bone-spread'
import { type CaseFile, factOf, knownText } from './case-file'
import type { FactView } from './facts'
import { involvedLevels } from './involved-levels'
import { type LevelReading, type Origin, originOf, readLevel } from './level-readings'
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
  primary: PrimaryMapping | null
  tokuhashi: SumReading<Origin>
  tomita: SumReading<Origin>
  bauer: SumReading<Origin>
  noms: NomsAt[]
}

/** Reads a case file through every instrument. */
export function readingsOf(file: CaseFile): CaseReadings {
  const levels = involvedLevels(file).map((level) => readLevel(file, level))
  const primary = mappedPrimary(file)
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
    primary,
    tokuhashi: read(tokuhashiRevised, {
      kps: kpsAnswer(file),
      extraspinalBone: numeric(factOf(file, 'tumour', 'extraspinalBone')),
      vertebrae: vertebraeAnswer(file),
      organs: organsAnswer(file),
      primary: primary ? { ...mappedAnswer(primary.tokuhashiRevised), from: primaryOrigin(file) } : undefined,
      palsy: frankelAnswer,
    }),
    tomita: read(tomita, {
      growth: growthAnswer(file, primary),
      visceral: visceralForTomita(file),
      bone: boneAnswer(file),
    }),
    bauer: read(bauerModified, {
      visceral: visceralForBauer(file),
      primary: primary ? { ...mappedAnswer(primary.bauerModified), from: primaryOrigin(file) } : undefined,
      skeletal: boneAnswer(file),
    }),
    noms: levels.map((level) => readNoms(file, level, primary, frankelAnswer)),
  }
}

const numeric = (fact: FactView | undefined) =>
  fact?.state === 'known' ? { value: Number(fact.value), from: originOf(fact) } : undefined

const primaryOrigin = (file: CaseFile): Origin | undefined => originOf(factOf(file, 'tumour', 'primary'))

/** The recorded primary as every instrument takes it; null when nobody recorded it. */
export function mappedPrimary(file: CaseFile): PrimaryMapping | null {
  const id = knownText(file, 'tumour', 'primary') as PrimaryId | undefined
  if (!id) return null
  return mapPrimary({
    id,
    hormoneDependent: yes(knownText(file, 'tumour', 'hormoneDependent')),
    targetedDrugActive: yes(knownText(file, 'tumour', 'targetedDrug')),
    tissueProven: yes(knownText(file, 'tumour', 'tissueProven')),
  })
}

const yes = (answer: string | undefined): boolean | undefined => (answer === undefined ? undefined : answer === 'yes')

type TokuhashiAnswers = AnswersOf<typeof tokuhashiRevised, Origin>

/** A stated KPS, else every KPS that the stated ECOG allows under either conversion, marked as converted. */
function kpsAnswer(file: CaseFile): TokuhashiAnswers['kps'] {
  const stated = numeric(factOf(file, 'fitness', 'kps'))
  const grade = factOf(file, 'fitness', 'ecog')
  if (stated || grade?.state !== 'known') return stated
  const converted = kpsFromEcog(Number(grade.value))
  return converted ? { ...converted.answer, from: originOf(grade) } : undefined
}

/** Major organs for Tokuhashi: the brain is one of them (REFERENCE 5.3), so a metastasis there rules out none. */
function organsAnswer(file: CaseFile): TokuhashiAnswers['organs'] {
  const fact = factOf(file, 'tumour', 'visceral')
  const brain = factOf(file, 'tumour', 'brain')
  const stated = fact?.state === 'known' ? (fact.value as 'none' | 'removable' | 'unremovable') : undefined
  if ((!stated || stated === 'none') && brain?.state === 'known' && brain.value === 'yes')
    return { value: { oneOf: ['removable', 'unremovable'] }, from: originOf(brain) }
  return stated && { value: stated, from: originOf(fact) }
}

const treatable = { none: 'none', removable: 'treatable', unremovable: 'untreatable' } as const

function visceralForTomita(file: CaseFile): AnswersOf<typeof tomita, Origin>['visceral'] {
  const fact = factOf(file, 'tumour', 'visceral')
  return fact?.state === 'known'
    ? { value: treatable[fact.value as keyof typeof treatable], from: originOf(fact) }
    : undefined
}

function visceralForBauer(file: CaseFile): AnswersOf<typeof bauerModified, Origin>['visceral'] {
  const fact = factOf(file, 'tumour', 'visceral')
  return fact?.state === 'known'
    ? { value: fact.value === 'none' ? 'none' : 'present', from: originOf(fact) }
    : undefined
}

function growthAnswer(file: CaseFile, primary: PrimaryMapping | null): AnswersOf<typeof tomita, Origin>['growth'] {
  const chosen = factOf(file, 'tumour', 'tomitaGrowth')
  if (primary && primary.tomita.how !== 'must-choose')
    return { ...mappedAnswer(primary.tomita), from: primaryOrigin(file) }
  if (chosen?.state === 'known') {
    return { value: chosen.value as 'slow' | 'moderate' | 'rapid', from: originOf(chosen), marks: ['assigned'] }
  }
  return primary ? { ...mappedAnswer(primary.tomita), from: primaryOrigin(file) } : undefined
}

/** The recorded Frankel grade, else the letter of the clinician's AIS, else of the classified grid where it is one letter; mapped ones are marked. */
function frankelOf(file: CaseFile) {
  const stated = factOf(file, 'neurology', 'frankel')
  if (stated?.state === 'known') return { value: stated.value as AisGrade, from: originOf(stated) }
  const byAis = factOf(file, 'neurology', 'ais')
  if (byAis?.state === 'known') return { ...frankelFromAis(byAis.value as AisGrade), from: originOf(byAis) }
  const found = isncsciOf(file)
  const grade = found?.kind === 'classified' ? aisGrades.find((one) => one === found.ais) : undefined
  return grade && { ...frankelFromAis(grade), from: originOf(factOf(file, 'neurology', 'muscles')) }
}

const aisGrades: readonly AisGrade[] = ['A', 'B', 'C', 'D', 'E']
