import { type EsccGap, type EsccGrade, esccGrades } from '@/app/_ui/escc-badge'
import type { SinsClass } from '@/app/_ui/sins-badge'
import type { SpineLesion, SpinePicture, SpineRadiation } from '@/app/_ui/spine-words'
import { type CaseFile, clearLevels, factOf, itemsOf, knownNumber, knownText } from '@/lib/cases/case-file'
import { isContested } from '@/lib/cases/facts'
import { nameOfLevel } from '@/lib/cases/level-names'
import type { LevelReading } from '@/lib/cases/level-readings'
import { reachedLevels } from '@/lib/cases/level-treatments'
import type { GradeReading, SumReading } from '@/lib/clinical/reading'
import { contiguousRuns, vertebrae } from '@/lib/clinical/spine'
import { showDay } from '@/lib/foundation/time'
import { showNumber } from '@/lib/foundation/words'

/** What the spine map shows of a case: lesions with their readings, earlier radiation, cement. */
export function spinePictureOf(file: CaseFile, levels: readonly LevelReading[]): SpinePicture {
  const treatments = itemsOf(file, 'treatments')
  const isKind = (kind: string) => (item: string) => knownText(file, 'treatments', 'kind', item) === kind
  return {
    lesions: levels.map((reading) => lesionOf(file, reading)),
    radiation: treatments.filter(isKind('radiation')).flatMap((item) => radiationOf(file, item)),
    clear: clearLevels(file),
    names: Object.fromEntries(
      vertebrae.map((level) => [level, nameOfLevel(file, level)]).filter(([level, name]) => level !== name),
    ),
    cement: treatments.filter(isKind('cement')).flatMap((item) => reachedLevels(file, item)),
  }
}

function lesionOf(file: CaseFile, { level, sins, escc }: LevelReading): SpineLesion {
  // What sources differ on is not drawn as if one of them were right.
  const isOpen = (field: 'lesion' | 'collapsePercent') => isContested(factOf(file, 'lesions', field, level))
  const type = isOpen('lesion') ? undefined : knownText(file, 'lesions', 'lesion', level)
  return {
    level,
    type: type === 'lytic' || type === 'mixed' || type === 'blastic' ? type : 'unknown',
    ...sinsOf(sins),
    escc: esccOf(escc),
    collapsePercent: isOpen('collapsePercent') ? undefined : knownNumber(file, 'lesions', 'collapsePercent', level),
  }
}

const isClass = (id: string | undefined): id is Exclude<SinsClass, 'incomplete'> =>
  id === 'stable' || id === 'potentially-unstable' || id === 'unstable'

/** A range that lies in one class has that class, whatever the missing answers are. */
function sinsOf(reading: SumReading<unknown>): Pick<SpineLesion, 'sins' | 'sinsClass'> {
  if (reading.kind === 'complete') {
    return { sins: reading.total, sinsClass: isClass(reading.band.id) ? reading.band.id : 'incomplete' }
  }
  if (reading.kind !== 'incomplete') return { sinsClass: 'incomplete' }
  const [only, ...others] = reading.bands
  const settled = others.length === 0 && isClass(only?.id) ? only.id : 'incomplete'
  return { sins: reading.between, sinsClass: settled }
}

function esccOf(reading: GradeReading<unknown>): EsccGrade | EsccGap {
  if (reading.kind === 'not-applicable') return 'n/a'
  if (reading.kind === 'complete') return reading.grade as EsccGrade
  const isNarrowed = reading.kind === 'incomplete' && reading.grades.length < esccGrades.length
  return isNarrowed ? 'sources differ' : 'not assessed'
}

function radiationOf(file: CaseFile, item: string): SpineRadiation[] {
  const differ = (['dose', 'fractions'] as const).some((field) => isContested(factOf(file, 'treatments', field, item)))
  const dose = knownNumber(file, 'treatments', 'dose', item)
  const fractions = knownNumber(file, 'treatments', 'fractions', item)
  const words = dose === undefined ? 'dose unknown' : showNumber(dose, 'Gy')
  const course = fractions === undefined ? words : `${words} / ${fractions} fr`
  const when = factOf(file, 'treatments', 'endedOn', item) ?? factOf(file, 'treatments', 'startedOn', item)
  // The month is what the map has room for; the card of earlier treatment has the days.
  const date = when?.state === 'known' ? showDay(String(when.value).slice(0, 7)) : 'date unknown'
  return contiguousRuns(reachedLevels(file, item)).flatMap((run) => {
    const [from, to] = [run[0], run.at(-1)]
    if (!from || !to) return []
    return [{ from, to, dose: differ ? 'dose: sources differ' : course, when: date }]
  })
}
