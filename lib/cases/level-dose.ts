import { type Course, cumulativeEqd2, isBeyondModel } from '@/lib/clinical/dose'
import { type Vertebra, vertebrae } from '@/lib/clinical/spine'
import { agreedNumber, agreedText, type CaseFile, itemsOf } from './case-file'
import { reachedLevels } from './level-treatments'

/** What a course of radiation gave, as far as it is settled. `by` tells whether it is the maximum of cord or sac, or the prescription in its place. */
type CourseDose = { readonly item: string; readonly course: Course; readonly by: 'cord' | 'prescription' }

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

function doseOf(file: CaseFile, item: string): CourseDose | null {
  const fractions = agreedNumber(file, 'treatments', 'fractions', item)
  const cord = agreedNumber(file, 'treatments', 'cordDose', item)
  const totalGy = cord ?? agreedNumber(file, 'treatments', 'dose', item)
  if (
    totalGy === undefined ||
    fractions === undefined ||
    !(totalGy > 0 && Number.isInteger(fractions) && fractions > 0)
  )
    return null
  return { item, course: { totalGy, fractions }, by: cord === undefined ? 'prescription' : 'cord' }
}

/** The cumulative dose of every level that two courses or more reached, levels with the same courses together, from the head down. */
export function cumulativeDoses(file: CaseFile): LevelDose[] {
  const courses = itemsOf(file, 'treatments')
    .filter((item) => agreedText(file, 'treatments', 'kind', item) === 'radiation')
    .map((item) => ({ item, levels: reachedLevels(file, item) }))
  const byCourses = new Map<string, { levels: Vertebra[]; items: string[] }>()
  for (const level of vertebrae) {
    const items = courses.filter(({ levels }) => levels.includes(level)).map(({ item }) => item)
    if (items.length < 2) continue
    const key = items.join(' ')
    const group = byCourses.get(key) ?? { levels: [], items }
    group.levels.push(level)
    byCourses.set(key, group)
  }
  return [...byCourses.values()].map(({ levels, items }) => {
    const doses = items.map((item) => doseOf(file, item))
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
