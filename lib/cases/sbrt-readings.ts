import { read } from '@/lib/clinical/instrument'
import { esccScale } from '@/lib/clinical/instruments/escc'
import { sinsAnswer } from '@/lib/clinical/instruments/noms'
import { sbrtSuitability } from '@/lib/clinical/instruments/sbrt-suitability'
import type { GradeReading, RuleReading } from '@/lib/clinical/reading'
import type { Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf } from './case-file'
import { answerGivenTo } from './further/given-answers'
import { answerOf, type LevelReading, numericAnswer, type Origin, possible } from './level-readings'
import { hasNeuroFeature } from './neuro-features'
import { deficitAnswer, type FrankelAnswer } from './noms-readings'

/** The conditions for SBRT at one level. */
export type SbrtAt = { level: Vertebra; sbrt: RuleReading<Origin> }

/**
 * The conditions of REFERENCE 7.5 at one level, as far as the case tells them. The number of segments, lying still, the expected
 * survival and the dose to the cord are for the board and the plan: they stay open until a person answers them, and no score fills them.
 */
export function readSbrt(
  file: CaseFile,
  { level, sins, escc }: LevelReading,
  frankel: FrankelAnswer | undefined,
): SbrtAt {
  return {
    level,
    sbrt: read(sbrtSuitability, {
      ecog: numericAnswer(factOf(file, 'fitness', 'ecog')),
      sins: sinsAnswer(sins),
      compression: compressionAnswer(file, frankel),
      escc: gradeAnswer(escc),
      segments: answerGivenTo<number>(file, sbrtSuitability, 'segments', level),
      still: answerGivenTo<'yes' | 'no'>(file, sbrtSuitability, 'still', level),
      survival: answerGivenTo<'long' | 'short'>(file, sbrtSuitability, 'survival', level),
      cordDose: answerGivenTo<'yes' | 'no'>(file, sbrtSuitability, 'cordDose', level),
      mri: answerOf(factOf(file, 'safety', 'mriObstacle'), (value) => (value === 'none' ? ['yes' as const] : [])),
    }),
  }
}

/**
 * No deficit is no symptomatic compression. A deficit need not come from compression, and one of the features of PATHWAY 0.5
 * beside a grade without deficit contradicts it: both stay open.
 */
function compressionAnswer(file: CaseFile, frankel: FrankelAnswer | undefined) {
  const deficit = deficitAnswer(file, frankel)
  return deficit?.value === 'no' && !hasNeuroFeature(file) ? { value: 'no' as const, from: deficit.from } : undefined
}

/** The epidural grade, or every one that is still possible; there is none below the conus. */
function gradeAnswer(reading: GradeReading) {
  if (reading.kind === 'complete') return possible(esccScale.filter((grade) => grade === reading.grade))
  return reading.kind === 'incomplete'
    ? possible(esccScale.filter((grade) => reading.grades.includes(grade)))
    : undefined
}
