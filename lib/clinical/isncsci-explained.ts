import {
  classifyIsncsci,
  classOfWhole,
  explainDefinite,
  type IsncsciClass,
  type IsncsciReason,
  isDefinite,
} from './isncsci'
import {
  type DermatomeCell,
  dermatomeCells,
  dermatomes,
  type IsncsciExam,
  keyMuscles,
  type MuscleCell,
  muscleCells,
  type Side,
  sides,
} from './isncsci-exam'

/** A value that could not be tested or is tagged: what it is called, what it may be instead, and the examination with that. */
type Open = {
  readonly name: string
  readonly instead: readonly { readonly value: string; readonly exam: IsncsciExam }[]
}

const isPlain = (value: string): boolean => /^[0-5]$/.test(value)

/** Every grade where nothing was tested; of a tagged value its own number, and normal. */
function mayBe(value: string, normal: number): string[] {
  const [first = ''] = value
  const own = isPlain(first) ? [first, String(normal)] : Array.from({ length: normal + 1 }, (_, grade) => String(grade))
  return [...new Set(own)]
}

const muscleName = (cell: MuscleCell): string => {
  const [level, side] = cell.split('.')
  return `${keyMuscles.find((one) => one.level === level)?.muscle} (${level}) ${side}`
}

const pointName = (cell: DermatomeCell): string =>
  cell.replace(/^(.+)\.(right|left)(Touch|Pin)$/, (_, level: string, side: Side, mode: string) =>
    mode === 'Touch' ? `light touch ${level} ${side}` : `pin prick ${level} ${side}`,
  )

function openValues(exam: IsncsciExam): Open[] {
  const cells = <C extends string>(
    of: readonly C[],
    grid: 'muscles' | 'dermatomes',
    normal: number,
    nameOf: (cell: C) => string,
  ): Open[] =>
    of.flatMap((cell) => {
      const value = String((exam[grid] as Readonly<Record<string, string>>)[cell])
      if (isPlain(value)) return []
      const instead = mayBe(value, normal).map((other) => ({
        value: other,
        exam: { ...exam, [grid]: { ...exam[grid], [cell]: other } } as IsncsciExam,
      }))
      return [{ name: `${nameOf(cell)} (${value})`, instead }]
    })
  const anus = (['vac', 'dap'] as const).flatMap((key): Open[] => {
    if (exam[key] !== 'NT') return []
    const instead = (['Yes', 'No'] as const).map((value) => ({
      value: value.toLowerCase(),
      exam: { ...exam, [key]: value },
    }))
    return [{ name: key === 'vac' ? 'contraction of the anus (NT)' : 'deep anal pressure (NT)', instead }]
  })
  return [
    ...cells(muscleCells, 'muscles', 5, muscleName),
    ...cells(dermatomeCells, 'dermatomes', 2, pointName),
    ...anus,
  ]
}

/** What an examination gives, by the name of each result. */
const resultsOf = (found: IsncsciClass): readonly (readonly [what: string, result: string])[] => [
  ...sides.map((side) => [`Sensory level, ${side}`, found.sensory[side]] as const),
  ...sides.map((side) => [`Motor level, ${side}`, found.motor[side]] as const),
  ['Neurological level', found.neurologicalLevel],
  ['AIS', found.ais],
  ...sides.map((side) => [`Sensory zone of partial preservation, ${side}`, found.sensoryZpp[side]] as const),
  ...sides.map((side) => [`Motor zone of partial preservation, ${side}`, found.motorZpp[side]] as const),
]

/** From head to tail; what is no level (INT, a grade) after them. */
const placeOf = (said: string): number => {
  const at = (dermatomes as readonly string[]).indexOf(said)
  return at < 0 ? dermatomes.length : at
}

/** The results without their mark of an assumption, in one order: what they say. */
const sayings = (result: string | undefined): string =>
  String(result)
    .replaceAll('*', '')
    .split(',')
    .toSorted((one, other) => placeOf(one) - placeOf(other) || one.localeCompare(other))
    .join(', ')

/** One open value, with the results of the whole for each value that it may have instead. */
type Tried = Pick<Open, 'name'> & {
  readonly instead: readonly { value: string; results: ReadonlyMap<string, string> }[]
}

const listed = (values: readonly string[]): string =>
  values.length === 1 ? `${values[0]}` : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

/** What one open value would change, such as `S4-5 right light touch (NT): with 0 A, with 1 or 2 B`; null where it changes nothing. */
function changeBy({ name, instead }: Tried, what: string, result: string): string | null {
  const saying = sayings(result)
  const outcomes = instead.map(({ value, results }) => ({ value, says: sayings(results.get(what)) }))
  if (outcomes.every(({ says }) => says === saying)) return null
  const each = [...new Set(outcomes.map(({ says }) => says))].map((says) => {
    const values = outcomes.filter((one) => one.says === says).map(({ value }) => value)
    return `with ${listed(values)} ${listed(says.split(', '))}`
  })
  return `${name}: ${each.join(', ')}`
}

/** More values than this are counted and not listed. */
const listedAtMost = 6

/** How far a result can be relied on. */
function headOf(result: string, isChanged: boolean): string {
  if (result.includes(',')) return 'not determined'
  if (result.includes('*')) return 'rests on an assumption'
  return isChanged ? 'as the algorithm takes it' : 'determined'
}

function reasonOf(what: string, result: string, tried: readonly Tried[], definite: string | undefined): string {
  const changing = tried.flatMap((one) => changeBy(one, what, result) ?? [])
  const shown = changing.slice(0, listedAtMost).join('; ')
  const more = changing.length > listedAtMost ? `; and ${changing.length - listedAtMost} more` : ''
  const head = headOf(result, changing.length > 0)
  if (changing.length > 0) return `${head}. ${shown}${more}`
  if (result.includes(',')) return `${head}: no single one of the values not tested or tagged settles it`
  const untouched = 'none of the values not tested or tagged changes it'
  return definite === undefined ? `${head}: ${untouched}` : `${head}: ${definite}; ${untouched}`
}

/** Every open value at its lowest, or at its highest: the two ends between which the examination lies. */
function endOf(exam: IsncsciExam, end: 'lowest' | 'highest'): IsncsciExam {
  const plain = (grid: Readonly<Record<string, string>>, normal: number) =>
    Object.fromEntries(
      Object.entries(grid).map(([cell, value]) => {
        if (isPlain(value)) return [cell, value]
        const all = mayBe(value, normal).toSorted()
        return [cell, end === 'lowest' ? all[0] : all.at(-1)]
      }),
    )
  const anus = (value: IsncsciExam['vac']) => (value === 'NT' ? (end === 'lowest' ? 'No' : 'Yes') : value)
  return {
    ...exam,
    muscles: plain(exam.muscles, 5),
    dermatomes: plain(exam.dermatomes, 2),
    vac: anus(exam.vac),
    dap: anus(exam.dap),
  }
}

/**
 * Why each level and grade is what it is. Of an examination that is whole and definite, the finding that decides it. With values that
 * could not be tested (NT) or are tagged, what the published algorithm gives, and how it would change if one of them alone were
 * another; only a result that none of them changes is told as determined, with the finding that decides it where that is the same at
 * both ends. Limit: values are tried one by one, so what only several together would change is not told. Empty unless whole.
 */
export function explainIsncsci(exam: IsncsciExam): IsncsciReason[] {
  const found = classifyIsncsci(exam)
  if (found.kind === 'incomplete') return []
  if (isDefinite(exam)) return explainDefinite(exam)
  const tried = openValues(exam).map(({ name, instead }) => ({
    name,
    instead: instead.map(({ value, exam: other }) => ({ value, results: new Map(resultsOf(classOfWhole(other))) })),
  }))
  const [low, high] = (['lowest', 'highest'] as const).map((end) => explainDefinite(endOf(exam, end)))
  const atBothEnds = (what: string, result: string) =>
    low?.find((one) => one.what === what && one.result === result && high?.some(isSame(one)))?.because
  return resultsOf(found).map(([what, result]) => ({
    what,
    result,
    because: reasonOf(what, result, tried, atBothEnds(what, result)),
  }))
}

const isSame = (one: IsncsciReason) => (other: IsncsciReason) =>
  other.what === one.what && other.result === one.result && other.because === one.because
