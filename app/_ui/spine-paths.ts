import { type Vertebra, vertebrae } from '@/lib/clinical/spine'
import type { EsccGrade } from './escc-badge'
import { type Body, halfWidthAt, type Point, pointBeside, type SpineGeometry } from './spine-geometry'

const canalWidth = 9

/** Share of the canal that epidural tumour fills and how far it pushes the cord, for drawing only. */
const filling: Readonly<Record<EsccGrade, { tumour: number; push: number }>> = {
  '0': { tumour: 0, push: 0 },
  '1a': { tumour: 0.2, push: 0.12 },
  '1b': { tumour: 0.36, push: 0.3 },
  '1c': { tumour: 0.5, push: 0.5 },
  '2': { tumour: 0.74, push: 0.74 },
  '3': { tumour: 1, push: 0.95 },
}

/** Epidural grades by level, as far as known. */
type Grades = Readonly<Partial<Record<Vertebra, EsccGrade>>>

const fixed = (value: number) => value.toFixed(1)
const drawn = (points: readonly Point[], first = 'M') =>
  points.map(([x, y], index) => `${index === 0 ? first : 'L'}${fixed(x)} ${fixed(y)}`).join('')
const outline = (there: readonly Point[], back: readonly Point[]) =>
  `${drawn(there)}${drawn([...back].reverse(), 'L')}Z`

const steps = (from: number, to: number, by: number): number[] => {
  const values: number[] = []
  for (let value = from; value <= to; value += by) values.push(value)
  return values
}

/** The spinal canal from C1 to S3. */
export function canalPath(spine: SpineGeometry, axis: number): string {
  const { bodies, scale } = spine
  const heights = steps(bodies.C1.top, bodies.S3.bottom, 3 * scale)
  const wall = (aside: number) => heights.map((y) => pointBeside(spine, axis, y, halfWidthAt(spine, y) + aside * scale))
  return outline(wall(1.5), wall(1.5 + canalWidth))
}

const middleOfCanal = (spine: SpineGeometry, axis: number, y: number) =>
  pointBeside(spine, axis, y, halfWidthAt(spine, y) + (1.5 + canalWidth / 2) * spine.scale)

const pushAt = ({ bodies }: SpineGeometry, grades: Grades, y: number): number =>
  vertebrae.reduce((most, level) => {
    const grade = grades[level]
    if (grade === undefined) return most
    const { middle, height } = bodies[level]
    const distance = Math.abs(y - middle) / (height * 0.62)
    return distance < 1 ? Math.max(most, filling[grade].push * Math.cos((distance * Math.PI) / 2) ** 0.8) : most
  }, 0)

/** The cord from C1 to the conus at L1, thinned and pushed back where tumour fills the canal. */
export function cordPath(spine: SpineGeometry, axis: number, grades: Grades): string {
  const { bodies, scale } = spine
  const conus = bodies.L1.middle
  const rows = steps(bodies.C1.top, conus, 1.5 * scale).map((y) => {
    const [x, level] = middleOfCanal(spine, axis, y)
    const push = pushAt(spine, grades, y)
    const taper = Math.min(1, (conus - y) / (20 * scale) + 0.12)
    const half = 2.3 * scale * taper * (1 - 1.2 * Math.max(0, push - 0.4))
    const shift = Math.max(0, push - 0.35) * canalWidth * scale * 0.5
    return { front: [x - half + shift, level] as const, back: [x + half + shift * 0.8, level] as const }
  })
  return outline(
    rows.map(({ front }) => front),
    rows.map(({ back }) => back),
  )
}

/** Three roots of the cauda equina below the conus. */
export function rootPaths(spine: SpineGeometry, axis: number): string[] {
  const { bodies, scale } = spine
  const start = bodies.L1.middle - 4 * scale
  return [-1.7, 0, 1.7].map((aside) =>
    drawn(
      steps(start, bodies.S2.middle, 5 * scale).map((y): Point => {
        const [x, level] = middleOfCanal(spine, axis, y)
        return [x + aside * scale * Math.min(1, (y - start) / (26 * scale)), level]
      }),
    ),
  )
}

/** Tumour bulging into the canal at one level; null for grade 0. */
export function epiduralPath(spine: SpineGeometry, axis: number, level: Vertebra, grade: EsccGrade): string | null {
  const { tumour } = filling[grade]
  if (tumour === 0) return null
  const { middle, height } = spine.bodies[level]
  const reach = height * 0.58
  const bulge = steps(-9, 9, 1).map((step): Point => {
    const distance = step / 9
    const width = canalWidth * spine.scale * tumour * Math.max(0, Math.cos((distance * Math.PI) / 2)) ** 0.75
    const y = middle + distance * reach
    return pointBeside(spine, axis, y, halfWidthAt(spine, y) + 0.5 * spine.scale + width)
  })
  const inside = halfWidthAt(spine, middle) - spine.scale
  const base = [-1, 1].map((side) => pointBeside(spine, axis, middle + side * reach, inside))
  return outline(bulge, base)
}

const processLength = (level: Vertebra): number => {
  const number = Number(level.slice(1))
  if (level.startsWith('C')) return level === 'C7' ? 20 : level === 'C2' ? 15 : 11
  if (level.startsWith('T')) return number < 10 ? 20 : 15
  return level.startsWith('L') ? 17 : 8
}

/** The spinous process of a level; null where none is drawn (C0, C1, S4, S5). */
export function processPath(spine: SpineGeometry, axis: number, level: Vertebra): string | null {
  if (['C0', 'C1', 'S4', 'S5'].includes(level)) return null
  const { scale } = spine
  const y = spine.bodies[level].middle
  const [x0, y0] = pointBeside(spine, axis, y, halfWidthAt(spine, y) + (canalWidth + 2) * scale)
  const length = processLength(level) * scale
  const isSteep = level.startsWith('T') && Number(level.slice(1)) < 11
  const drop = (isSteep ? 12 : 3) * scale
  const thick = (level.startsWith('L') ? 11 : 6) * scale
  const tip = thick * 0.62
  return [
    `M${fixed(x0)} ${fixed(y0 - thick / 2)}`,
    `Q${fixed(x0 + length * 0.6)} ${fixed(y0 - thick / 2 + drop * 0.4)} ${fixed(x0 + length)} ${fixed(y0 + drop - tip / 2)}`,
    `q${fixed(1.6 * scale)} ${fixed(tip / 2)} 0 ${fixed(tip)}`,
    `Q${fixed(x0 + length * 0.5)} ${fixed(y0 + thick / 2 + drop * 0.5)} ${fixed(x0)} ${fixed(y0 + thick / 2)}z`,
  ].join('')
}

/** Height that a body loses in the drawing, at its front; capped so that a crushed body stays visible. `collapsePercent` 0 to 100. */
export const wedgeOf = ({ height }: Body, collapsePercent: number | undefined): number =>
  collapsePercent === undefined ? 0 : Math.min(0.62, collapsePercent / 100) * height

/** Outline of a vertebral body around its own centre, wedged to scale by its collapse. C0 is the rim of the occiput. */
export function bodyPath(body: Body, scale: number, collapsePercent?: number): string {
  const halfWidth = body.width / 2
  const halfHeight = body.height / 2
  if (body.level === 'C0')
    return `M${fixed(-halfWidth)} ${fixed(-halfHeight)}Q0 ${fixed(halfHeight * 1.5)} ${fixed(halfWidth)} ${fixed(-halfHeight)}`
  const wedge = wedgeOf(body, collapsePercent)
  const round = Math.min(3, body.height / 5) * scale
  const waist = 1.3 * scale
  const [left, right] = [-halfWidth, halfWidth]
  const frontTop = -halfHeight + wedge * 0.55
  const frontBottom = halfHeight - wedge * 0.45
  const at = (x: number, y: number) => `${fixed(x)} ${fixed(y)}`
  return [
    `M${at(left + round, frontTop)}`,
    `Q${at(0, (frontTop - halfHeight) / 2 + waist)} ${at(right - round, -halfHeight)}`,
    `Q${at(right, -halfHeight)} ${at(right, -halfHeight + round)}`,
    `Q${at(right - waist, 0)} ${at(right, halfHeight - round)}`,
    `Q${at(right, halfHeight)} ${at(right - round, halfHeight)}`,
    `Q${at(0, (frontBottom + halfHeight) / 2 - waist)} ${at(left + round, frontBottom)}`,
    `Q${at(left, frontBottom)} ${at(left, frontBottom - round)}`,
    `Q${at(left + waist, (frontTop + frontBottom) / 2)} ${at(left, frontTop + round)}`,
    `Q${at(left, frontTop)} ${at(left + round, frontTop)}Z`,
  ].join('')
}

/** Band in front of the levels that were irradiated before, with the place for its words. */
export function radiationBand(spine: SpineGeometry, axis: number, from: Vertebra, to: Vertebra) {
  const top = spine.bodies[from].top - 1
  const bottom = spine.bodies[to].bottom + 1
  const near = steps(0, 8, 1).map((step) => {
    const y = top + (step * (bottom - top)) / 8
    return pointBeside(spine, axis, y, -halfWidthAt(spine, y) - 6 * spine.scale)
  })
  const far = near.map(([x, y]): Point => [x - 7 * spine.scale, y])
  const [middleX = 0] = near[4] ?? []
  return { path: outline(near, far), wordsX: middleX - 12 * spine.scale, wordsY: (top + bottom) / 2 }
}

/** Where a leader line leaves the spine: behind the canal of a level. */
export function leaderStart(spine: SpineGeometry, axis: number, level: Vertebra): Point {
  const y = spine.bodies[level].middle
  return pointBeside(spine, axis, y, halfWidthAt(spine, y) + (canalWidth + 1.5) * spine.scale)
}
