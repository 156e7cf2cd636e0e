import { type Course, cumulativeEqd2, isBeyondModel } from '@/lib/clinical/dose'
import { type ReIrradiation, reIrradiationBy, wholeMonthsBetween } from '@/lib/clinical/re-irradiation'
import { type Vertebra, vertebrae } from '@/lib/clinical/spine'
import { type Day, daysMeantBy } from '@/lib/foundation/time'
import { agreedNumber, agreedText, type CaseFile, itemsOf } from './case-file'
import { reachedLevels, treatedBefore } from './level-treatments'

/** What a course of radiation gave, as far as it is settled. `by` tells whether it is its recorded maximum dose, or the prescription in its place. */
type CourseDose = { readonly item: string; readonly course: Course; readonly by: 'maximum' | 'prescription' }

/**
 * The radiation of levels that several courses reached: the sum as EQD2 in Gy with the α/β of the cord, without any discount for
 * recovery (REFERENCE 8.1), or null where a course has no settled dose or fractions. A course without a recorded maximum dose counts
 * with its prescription, which is assumed (REFERENCE 8.4).
 */
export type LevelDose = {
  readonly levels: readonly Vertebra[]
  readonly eqd2Gy: number | null
  readonly courses: number
  readonly assumed: readonly string[]
  /** Courses without a dose or without fractions on which sources agree. */
  readonly open: readonly string[]
  readonly isBeyondModel: boolean
}

const maximumOf = (file: CaseFile, item: string) => agreedNumber(file, 'treatments', 'cordDose', item)
const prescribedOf = (file: CaseFile, item: string) => agreedNumber(file, 'treatments', 'dose', item)

/** A course by its recorded maximum where that is given here, else by its prescription; null where either dose or fractions are not settled. */
function courseBy(file: CaseFile, item: string, maximum: number | undefined): CourseDose | null {
  const fractions = agreedNumber(file, 'treatments', 'fractions', item)
  const totalGy = maximum ?? prescribedOf(file, item)
  if (
    totalGy === undefined ||
    fractions === undefined ||
    !(totalGy > 0 && Number.isInteger(fractions) && fractions > 0)
  )
    return null
  return { item, course: { totalGy, fractions }, by: maximum === undefined ? 'prescription' : 'maximum' }
}

const isOfSac = (file: CaseFile, item: string) => agreedText(file, 'treatments', 'cordDoseOf', item) === 'sac'

/**
 * The maximum point dose of the thecal sac. Where it is not known the prescription stands for it, which is assumed (REFERENCE 8.4).
 * A higher maximum of the cord, of its planning-risk volume, or of what nobody said, stands in place of the prescription: the sac
 * encloses the cord and got no less. A lower one says nothing of the sac.
 */
function sacDoseOf(file: CaseFile, item: string): CourseDose | null {
  const [maximum, prescribed] = [maximumOf(file, item), prescribedOf(file, item)]
  const isHigher = maximum !== undefined && prescribed !== undefined && maximum > prescribed
  return courseBy(file, item, isOfSac(file, item) || isHigher ? maximum : undefined)
}

/**
 * Several earlier courses as the conditions of REFERENCE 8.4 take them: EQD2 in Gy to the thecal sac, and the courses whose dose to
 * the sac is assumed. Those `byMaximum` among these are assumed by a higher maximum elsewhere, the others by their prescription.
 */
type EarlierDose = {
  readonly eqd2Gy: number | null
  readonly assumed: readonly string[]
  readonly byMaximum: readonly string[]
}

/** What earlier courses gave to the thecal sac together, null where one has no settled dose or none is recorded. */
function earlierSacDose(file: CaseFile, items: readonly string[]): EarlierDose {
  const known = items.flatMap((item) => sacDoseOf(file, item) ?? [])
  const assumed = known.filter(({ item, by }) => by === 'prescription' || !isOfSac(file, item))
  return {
    eqd2Gy:
      items.length > 0 && known.length === items.length
        ? cumulativeEqd2(
            known.map(({ course }) => course),
            'cord',
          )
        : null,
    assumed: assumed.map(({ item }) => item),
    byMaximum: assumed.filter(({ by }) => by === 'maximum').map(({ item }) => item),
  }
}

/** Whole months from the end of the latest of earlier courses to a day: two numbers where its day may mean either, none where one has no day. */
function monthsSinceLatest(file: CaseFile, items: readonly string[], until: Day): number[] {
  const ends = items.flatMap(
    (item) =>
      agreedText(file, 'treatments', 'endedOn', item) ?? agreedText(file, 'treatments', 'startedOn', item) ?? [],
  )
  if (ends.length === 0 || ends.length < items.length) return []
  const latest = (which: 'first' | 'last') =>
    ends
      .map((day) => daysMeantBy(day)[which])
      .toSorted()
      .at(-1) ?? until
  return [...new Set([latest('last'), latest('first')].map((day) => wholeMonthsBetween(day, until)))]
}

type AtLevels = { readonly levels: readonly Vertebra[]; readonly items: readonly string[] }

/** The courses of radiation, each with the levels that it reached. */
const coursesOf = (file: CaseFile) =>
  itemsOf(file, 'treatments')
    .filter((item) => agreedText(file, 'treatments', 'kind', item) === 'radiation')
    .map((item) => ({ item, levels: reachedLevels(file, item) }))

/** Whether nobody recorded the levels of a course: it may have been at any. */
const isOneAnywhere = (file: CaseFile): boolean => coursesOf(file).some(({ levels }) => levels.length === 0)

/** Levels with the courses of radiation that reached them, those with the same courses together, from the head down. */
function coursesByLevel(file: CaseFile): AtLevels[] {
  const courses = coursesOf(file)
  const byCourses = new Map<string, { levels: Vertebra[]; items: string[] }>()
  for (const level of vertebrae) {
    const items = courses.filter(({ levels }) => levels.includes(level)).map(({ item }) => item)
    if (items.length === 0 && treatedBefore(file, level, 'radiation')?.value !== 'yes') continue
    const key = items.join(' ')
    const group = byCourses.get(key) ?? { levels: [], items }
    group.levels.push(level)
    byCourses.set(key, group)
  }
  return [...byCourses.values()]
}

/** The cumulative dose of every level that two courses or more reached, levels with the same courses together, from the head down. */
export function cumulativeDoses(file: CaseFile): LevelDose[] {
  const several = coursesByLevel(file).filter(({ items }) => items.length > 1)
  return several.map(({ levels, items }) => {
    const doses = items.map((item) => courseBy(file, item, maximumOf(file, item)))
    const known = doses.flatMap((one) => one ?? [])
    const given = known.map(({ course }) => course)
    return {
      levels,
      courses: items.length,
      eqd2Gy: known.length === items.length ? cumulativeEqd2(given, 'cord') : null,
      assumed: known.filter(({ by }) => by === 'prescription').map(({ item }) => item),
      open: items.filter((_, at) => doses[at] === null),
      isBeyondModel: given.some(isBeyondModel),
    }
  })
}

/** A planned SBRT: the levels, the EQD2 of its maximum to the thecal sac in Gy, and its planned start. Null for what is not planned yet. */
export type PlannedSbrt = {
  readonly levels: readonly Vertebra[]
  readonly sbrtGy: number | null
  readonly begins: Day | null
}

/**
 * The four conditions at levels that were irradiated before. `until` is the day to which the months run, `months` every number of them
 * that is possible.
 */
export type ReIrradiationAt = AtLevels & {
  readonly earlier: EarlierDose
  readonly months: readonly number[]
  readonly until: Day
  readonly conditions: ReIrradiation
}

/**
 * The four conditions of SBRT at every level that was irradiated before, by a course of the list or by the answer at the level; for a
 * planned one at its levels alone. The months run to its planned start, and to today while there is none. What rests on the earlier
 * courses is open while nobody recorded the levels of one.
 */
export function reIrradiationsAt(file: CaseFile, today: Day, planned: PlannedSbrt | null): ReIrradiationAt[] {
  const until = planned?.begins ?? today
  const isAnywhere = isOneAnywhere(file)
  return coursesByLevel(file).flatMap(({ levels: all, items }) => {
    const levels = planned ? all.filter((level) => planned.levels.includes(level)) : all
    if (levels.length === 0) return []
    const sum = earlierSacDose(file, items)
    const earlier = isAnywhere ? { ...sum, eqd2Gy: null } : sum
    const months = isAnywhere ? [] : monthsSinceLatest(file, items, until)
    const conditions = reIrradiationBy({ earlierGy: earlier.eqd2Gy, sbrtGy: planned?.sbrtGy ?? null, months })
    return [{ levels, items, earlier, months, until, conditions }]
  })
}

/** Whether levels are all said not to be irradiated before, and no course may have been there. */
export const areNotIrradiated = (file: CaseFile, levels: readonly Vertebra[]): boolean =>
  levels.length > 0 &&
  !isOneAnywhere(file) &&
  levels.every(
    (level) =>
      treatedBefore(file, level, 'radiation')?.value === 'no' &&
      !coursesOf(file).some((course) => course.levels.includes(level)),
  )
