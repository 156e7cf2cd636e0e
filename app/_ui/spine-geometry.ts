import { type Vertebra, vertebrae } from '@/lib/clinical/spine'

/*
 * Side view of the spine, front to the left, in SVG user units at scale 1. Heights, widths and the curve were tuned by eye
 * for recognition; they are no measurements. Change them only with the picture in view.
 */

/** Place of one vertebral body: the line through its centre, its size and its tilt. */
export type Body = {
  level: Vertebra
  top: number
  bottom: number
  middle: number
  height: number
  width: number
  /** Distance of the centre from the axis of the drawing. */
  offset: number
  /** Degrees, clockwise. */
  tilt: number
}

/** The whole spine: bodies by level, the total height, and the curve that everything follows. */
export type SpineGeometry = {
  scale: number
  height: number
  bodies: Readonly<Record<Vertebra, Body>>
  curveAt: (y: number) => number
}

export type Point = readonly [x: number, y: number]

const sacralHeights = [17, 14, 13, 12.5, 12.5]
const sacralWidths = [38, 30, 23, 17, 12]

const parts = (level: Vertebra) => ({ region: level.charAt(0), number: Number(level.slice(1)) })

const heightOf = (level: Vertebra): number => {
  const { region, number } = parts(level)
  if (region === 'C') return 13
  if (region === 'T') return 15.5 + number * 0.33
  if (region === 'L') return 23
  return sacralHeights[number - 1] ?? 12.5
}

const widthOf = (level: Vertebra): number => {
  const { region, number } = parts(level)
  if (level === 'C0') return 30
  if (level === 'C1') return 22
  if (region === 'C') return 23 + number * 0.5
  if (region === 'T') return 26 + number * 0.95
  if (region === 'L') return 39 + number * 0.6
  return sacralWidths[number - 1] ?? 12
}

const gapAbove = (level: Vertebra): number => {
  const { region } = parts(level)
  if (region === 'S' && level !== 'S1') return 1.2
  if (region === 'L' || level === 'S1' || level === 'T12') return 4.6
  return region === 'T' ? 3.1 : 3
}

const curve: readonly (readonly [Vertebra, number])[] = [
  ['C0', 6],
  ['C2', 1],
  ['C4', -7],
  ['C6', -6],
  ['T1', 2],
  ['T4', 16],
  ['T7', 25],
  ['T10', 20],
  ['T12', 7],
  ['L2', -10],
  ['L3', -13],
  ['L4', -12],
  ['L5', -5],
  ['S1', 8],
  ['S2', 20],
  ['S3', 29],
  ['S4', 34],
  ['S5', 33],
]

/** A smooth line through points that are sorted by y: Catmull-Rom tangents, Hermite pieces, held at both ends. */
export function smoothThrough(points: readonly Point[]): (y: number) => number {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0]
  return (y) => {
    let piece = 0
    while (piece < points.length - 2 && y > at(piece + 1)[1]) piece += 1
    const [x0, y0] = at(piece - 1)
    const [x1, y1] = at(piece)
    const [x2, y2] = at(piece + 1)
    const [x3, y3] = at(piece + 2)
    const length = y2 - y1
    const t = Math.max(0, Math.min(1, (y - y1) / length))
    const tangent1 = ((x2 - x0) / (y2 - y0 || 1)) * length
    const tangent2 = ((x3 - x1) / (y3 - y1 || 1)) * length
    const t2 = t * t
    const t3 = t2 * t
    return (2 * t3 - 3 * t2 + 1) * x1 + (t3 - 2 * t2 + t) * tangent1 + (-2 * t3 + 3 * t2) * x2 + (t3 - t2) * tangent2
  }
}

/** Lays out the 30 levels from C0 to S5. `scale` multiplies everything; `top` is the empty space above C0. */
export function spineGeometry(scale = 1, top = 2): SpineGeometry {
  let y = top
  const boxes = new Map<Vertebra, { top: number; middle: number; height: number }>()
  for (const level of vertebrae) {
    y += gapAbove(level) * scale
    const height = heightOf(level) * scale
    boxes.set(level, { top: y, middle: y + height / 2, height })
    y += height
  }
  const curveAt = smoothThrough(curve.map(([level, x]) => [x * scale, boxes.get(level)?.middle ?? 0]))
  const bodyOf = (level: Vertebra): Body => {
    const { top: upper, middle, height } = boxes.get(level) ?? { top: 0, middle: 0, height: 0 }
    const tilt = (-Math.atan((curveAt(middle + 4) - curveAt(middle - 4)) / 8) * 180) / Math.PI
    return {
      level,
      top: upper,
      bottom: upper + height,
      middle,
      height,
      width: widthOf(level) * scale,
      offset: curveAt(middle),
      tilt,
    }
  }
  const bodies = Object.fromEntries(vertebrae.map((level) => [level, bodyOf(level)])) as Record<Vertebra, Body>
  return { scale, height: y + 6, bodies, curveAt }
}

/** A point beside the axis: `aside` units to the right of the curve at height y, dropped along the slope. */
export function pointBeside({ curveAt }: SpineGeometry, axis: number, y: number, aside: number): Point {
  const reach = 2
  const slope = (curveAt(y + reach) - curveAt(y - reach)) / (2 * reach)
  return [axis + curveAt(y) + aside, y - aside * slope * 0.55]
}

/** Half the width of the column at height y, smoothed over neighbours so that the canal has no steps. */
export function halfWidthAt({ bodies, scale }: SpineGeometry, y: number): number {
  const nearestWidth = (at: number) => {
    let nearest = bodies.C0
    for (const level of vertebrae) {
      if (Math.abs(bodies[level].middle - at) < Math.abs(nearest.middle - at)) nearest = bodies[level]
    }
    return nearest.width
  }
  const samples = [-18, -12, -6, 0, 6, 12, 18].map((distance) => nearestWidth(y + distance * scale))
  return samples.reduce((sum, width) => sum + width, 0) / samples.length / 2
}
