import { levelOrder, type Vertebra, vertebrae } from '@/lib/clinical/spine'
import { type EsccGap, type EsccGrade, esccGrades } from './escc-badge'
import { type SinsClass, showSins, sinsClassWords } from './sins-badge'

/** How the bone looks at a level; `unknown` when no scan shows it. */
const lesionTypes = ['lytic', 'mixed', 'blastic', 'unknown'] as const
export type LesionType = (typeof lesionTypes)[number]

/** One involved level as the map shows it. */
export type SpineLesion = {
  level: Vertebra
  type: LesionType
  /** `incomplete` while answers are missing. */
  sinsClass: SinsClass
  /** Points, or the possible range while answers are missing. */
  sins?: number | readonly [low: number, high: number]
  escc: EsccGrade | EsccGap
  /** Loss of body height, 0 to 100 percent. */
  collapsePercent?: number
  /** What else is known, in words, for the callout. */
  note?: string
}

/** Earlier radiation over a run of levels. */
export type SpineRadiation = { from: Vertebra; to: Vertebra; dose: string; when: string }

/** Rods and screws over a run of levels. */
export type SpineInstrumentation = { from: Vertebra; to: Vertebra }

/** Everything that the map can show. */
export type SpinePicture = {
  lesions: readonly SpineLesion[]
  radiation?: readonly SpineRadiation[]
  /** Levels that are stated to be free of tumour. */
  clear?: readonly Vertebra[]
  /** Levels with a name of their own, where the vertebrae are numbered unusually: `S1 (L6)`. */
  names?: { readonly [level in Vertebra]?: string }
  /** Levels filled with cement. */
  cement?: readonly Vertebra[]
  instrumentation?: readonly SpineInstrumentation[]
}

/** The grade alone, when there is one to draw. */
export const gradeOf = ({ escc }: SpineLesion): EsccGrade | undefined => esccGrades.find((grade) => grade === escc)

const sinsWords = ({ sins, sinsClass }: SpineLesion) =>
  `SINS${sins === undefined ? '' : ` ${showSins(sins)}`} ${sinsClassWords[sinsClass]}`

/**
 * Name of a level as an option: `T7, SINS 14 unstable, ESCC 2`; a level without lesion is its name alone, or says that it is
 * clear.
 */
export const describeLevel = (level: Vertebra, { lesions, clear = [], names = {} }: SpinePicture): string => {
  const name = names[level] ?? level
  const lesion = lesions.find((one) => one.level === level)
  if (lesion) return `${name}, ${sinsWords(lesion)}, ESCC ${lesion.escc}`
  return clear.includes(level) ? `${name}, no tumour` : name
}

const spanWords = (from: Vertebra, to: Vertebra) => (from === to ? from : `${from} to ${to}`)

/** The whole map in words, for people who do not see it. Nothing is left to the picture alone. */
export const describeSpine = (picture: SpinePicture): string => {
  const { lesions, radiation = [], cement = [], instrumentation = [], clear = [], names = {} } = picture
  const byLevel = [...lesions].sort((a, b) => levelOrder(a.level) - levelOrder(b.level))
  const involved = byLevel.map((lesion) => {
    const collapse = lesion.collapsePercent === undefined ? '' : `, ${lesion.collapsePercent} % collapse`
    const type = lesion.type === 'unknown' ? 'type not known' : lesion.type
    return `${names[lesion.level] ?? lesion.level} ${type}${collapse}, ${sinsWords(lesion)}, ESCC ${lesion.escc}`
  })
  const treated = [
    ...radiation.map(({ from, to, dose, when }) => `earlier radiation ${spanWords(from, to)}, ${dose}, ${when}`),
    ...(cement.length === 0 ? [] : [`cement at ${cement.join(', ')}`]),
    ...(clear.length === 0 ? [] : [`no tumour at ${clear.join(', ')}`]),
    ...instrumentation.map(({ from, to }) => `rods and screws ${spanWords(from, to)}`),
  ]
  const words = involved.length === 0 ? ['no involved level recorded'] : involved
  return `Spine map: ${[...words, ...treated].join('; ')}`
}

/** The level that typed letters mean: `t`, `t1`, `T12`. Exact name first, else the first that begins so; null for none. */
export const findTypedLevel = (typed: string): Vertebra | null => {
  const wanted = typed.trim().toUpperCase()
  if (wanted === '') return null
  return vertebrae.find((level) => level === wanted) ?? vertebrae.find((level) => level.startsWith(wanted)) ?? null
}

/** Where callouts stand so that none covers another: each as near to its wish as the ones above allow. All in px. */
export const placeCallouts = (
  wishes: readonly { at: number; height: number }[],
  room: number,
): { tops: number[]; bottom: number } => {
  const tops: number[] = []
  let free = 0
  for (const { at, height } of wishes) {
    const top = Math.max(free, at)
    tops.push(top)
    free = top + height
  }
  let ceiling = Math.max(
    room,
    wishes.reduce((sum, { height }) => sum + height, 0),
  )
  for (let index = tops.length - 1; index >= 0; index -= 1) {
    const height = wishes[index]?.height ?? 0
    const top = Math.min(tops[index] ?? 0, ceiling - height)
    tops[index] = top
    ceiling = top
  }
  return { tops, bottom: Math.max(room, (tops.at(-1) ?? 0) + (wishes.at(-1)?.height ?? 0)) }
}
