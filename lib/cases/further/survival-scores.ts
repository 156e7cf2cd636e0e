import type { SumReading } from '@/lib/clinical/reading'
import { survivalFiguresByBand } from '@/lib/clinical/survival-figures'
import type { Day } from '@/lib/foundation/time'
import type { CaseFile } from '../case-file'
import type { Origin } from '../level-readings'
import { furtherScores } from './further-scores'

/** The further scores that say something of time, such as Mizumoto: they stand on the axis of survival beside those of the panel. */
export const furtherSurvivalScores = (file: CaseFile, today: Day): SumReading<Origin>[] =>
  furtherScores(file, today).flatMap(({ reading }) =>
    reading.form === 'sum' && survivalFiguresByBand(reading).length > 0 ? [reading] : [],
  )
