import { describe, expect, it } from 'vitest'
import { vertebrae } from '@/lib/clinical/spine'
import { halfWidthAt, pointBeside, smoothThrough, spineGeometry } from './spine-geometry'
import { bodyPath, cordPath, epiduralPath, processPath, radiationBand, wedgeOf } from './spine-paths'

const spine = spineGeometry()

describe('layout of the spine', () => {
  it('stacks all 30 levels from head to tail without overlap', () => {
    const bodies = vertebrae.map((level) => spine.bodies[level])
    expect(bodies).toHaveLength(30)
    for (const [index, body] of bodies.entries()) {
      const above = bodies[index - 1]
      if (above) expect(body.top).toBeGreaterThan(above.bottom)
    }
    expect(spine.height).toBeGreaterThan(spine.bodies.S5.bottom)
  })

  it('curves forward in the neck and loin, backward in the chest and sacrum', () => {
    expect(spine.bodies.C4.offset).toBeLessThan(0)
    expect(spine.bodies.T7.offset).toBeGreaterThan(20)
    expect(spine.bodies.L3.offset).toBeLessThan(-10)
    expect(spine.bodies.S4.offset).toBeGreaterThan(30)
  })

  it('grows with the scale', () => {
    const double = spineGeometry(2, 4)
    expect(double.bodies.T7.middle).toBeCloseTo(2 * spine.bodies.T7.middle)
    expect(double.bodies.L5.width).toBeCloseTo(2 * spine.bodies.L5.width)
    expect(double.bodies.T7.offset).toBeCloseTo(2 * spine.bodies.T7.offset)
  })

  it('A4 has rows of at least 12 units, so that a doubled row is a target of 24 px', () => {
    for (const level of vertebrae) expect(spine.bodies[level].height).toBeGreaterThanOrEqual(12)
  })
})

describe('the curve', () => {
  it('runs through its points and is held beyond its ends', () => {
    const curve = smoothThrough([
      [0, 0],
      [10, 10],
      [5, 20],
    ])
    expect(curve(0)).toBeCloseTo(0)
    expect(curve(10)).toBeCloseTo(10)
    expect(curve(20)).toBeCloseTo(5)
    expect(curve(-5)).toBeCloseTo(0)
    expect(curve(99)).toBeCloseTo(5)
  })

  it('puts front and back on their sides of the axis', () => {
    const y = spine.bodies.T7.middle
    const [front] = pointBeside(spine, 100, y, -halfWidthAt(spine, y))
    const [back] = pointBeside(spine, 100, y, halfWidthAt(spine, y))
    expect(front).toBeLessThan(100 + spine.bodies.T7.offset)
    expect(back).toBeGreaterThan(100 + spine.bodies.T7.offset)
  })
})

describe('what is drawn', () => {
  it('wedges the front of a body in proportion to its collapse, and no further than it stays visible', () => {
    const body = spine.bodies.T7
    expect(wedgeOf(body, undefined)).toBe(0)
    expect(wedgeOf(body, 60)).toBeCloseTo(0.6 * body.height)
    expect(wedgeOf(body, 100)).toBeCloseTo(0.62 * body.height)
    expect(bodyPath(body, 1, 60)).not.toBe(bodyPath(body, 1, 0))
    expect(bodyPath(body, 1, 0)).toBe(bodyPath(body, 1))
  })

  it('draws no tumour in the canal for grade 0 and more for a higher grade', () => {
    expect(epiduralPath(spine, 100, 'T7', '0')).toBeNull()
    const widest = (path: string | null) => Math.max(...(path?.match(/[\d.]+ /g) ?? []).map(Number))
    expect(widest(epiduralPath(spine, 100, 'T7', '3'))).toBeGreaterThan(widest(epiduralPath(spine, 100, 'T7', '1b')))
  })

  it('moves the cord only where tumour reaches it', () => {
    const free = cordPath(spine, 100, {})
    expect(cordPath(spine, 100, { T7: '0' })).toBe(free)
    expect(cordPath(spine, 100, { T7: '2' })).not.toBe(free)
  })

  it('draws every path with finite numbers', () => {
    const { path } = radiationBand(spine, 100, 'L1', 'L3')
    const all = [
      path,
      ...vertebrae.map((level) => `${processPath(spine, 100, level)}${bodyPath(spine.bodies[level], 1)}`),
    ]
    for (const one of all) expect(one).not.toMatch(/NaN|Infinity/)
    expect(processPath(spine, 100, 'C1')).toBeNull()
    expect(processPath(spine, 100, 'T4')).toMatch(/^M/)
  })
})
