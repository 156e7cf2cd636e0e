import { describe, expect, it } from 'vitest'
import { read } from './instrument'
import { bauerModified } from './instruments/bauer-modified'
import { escc } from './instruments/escc'
import { noms } from './instruments/noms'
import { sins } from './instruments/sins'
import { tokuhashiRevised } from './instruments/tokuhashi-revised'
import { tomita } from './instruments/tomita'
import { mapPrimary, mappedAnswer } from './primary-tumour'
import { highestTotal } from './worst-level'

/**
 * The first demonstration patient: clear-cell kidney cancer with lung nodules that cannot be removed, one or two bone metastases
 * outside the spine, four vertebrae (C6, T7, T8, L2), KPS 60, Frankel D.
 */
const mapped = mapPrimary({ id: 'kidney' })
const t7 = {
  location: 'T7',
  pain: 'mechanical',
  lesion: 'lytic',
  alignment: 'deformity',
  collapse: { measured: 60, unit: '%' },
  posterolateral: 'bilateral',
} as const

describe('the demonstration patient', () => {
  it('has SINS 14 at T7, unstable, every point explained', () => {
    const reading = read(sins, t7)
    expect(reading).toMatchObject({ kind: 'complete', total: 14, band: { id: 'unstable' } })
    expect(reading.lines.map(({ points, maxPoints }) => [points, maxPoints])).toEqual([
      [1, 3],
      [3, 3],
      [2, 2],
      [2, 4],
      [3, 3],
      [3, 3],
    ])
    expect(reading.lines[4]?.finding).toBe('60 %: More than 50 % collapse')
  })

  it('has SINS 4–7 at C6, 6 at T8 and L2, and a case SINS of 14 at T7 that the open level cannot change', () => {
    const c6 = read(sins, {
      location: 'C6',
      lesion: 'lytic',
      alignment: 'normal',
      collapse: 'none',
      posterolateral: 'none',
    })
    expect(c6).toMatchObject({ kind: 'incomplete', between: [4, 7], missing: [{ item: 'pain', label: 'Pain' }] })
    const t8 = read(sins, {
      location: 'T8',
      pain: 'occasional',
      lesion: 'lytic',
      alignment: 'normal',
      collapse: 'involved',
      posterolateral: 'unilateral',
    })
    const l2 = read(sins, {
      location: 'L2',
      pain: 'occasional',
      lesion: 'mixed',
      alignment: 'normal',
      collapse: { measured: 22, unit: '%' },
      posterolateral: 'none',
    })
    expect([t8, l2]).toMatchObject([{ total: 6 }, { total: 6 }])
    const levels = [
      { level: 'C6', reading: c6 },
      { level: 'T7', reading: read(sins, t7) },
      { level: 'T8', reading: t8 },
      { level: 'L2', reading: l2 },
    ] as const
    expect(highestTotal(levels)).toMatchObject({ kind: 'complete', total: 14, at: ['T7'] })
  })

  it('has ESCC 2 at T7 and no grade at L2', () => {
    expect(read(escc, { grade: '2', level: 'T7', method: 'axial-t2' })).toMatchObject({
      grade: '2',
      band: { id: 'high' },
    })
    expect(read(escc, { level: 'L2' }).kind).toBe('not-applicable')
  })

  it.each([1, 2])(
    'has Tokuhashi 6 of 15 with unremovable lung nodules and %i bone metastases outside the spine',
    (extraspinalBone) => {
      const reading = read(tokuhashiRevised, {
        kps: 60,
        extraspinalBone,
        vertebrae: 4,
        organs: 'unremovable',
        primary: mappedAnswer(mapped.tokuhashiRevised),
        palsy: 'D',
      })
      expect(reading).toMatchObject({ kind: 'complete', total: 6, range: [0, 15], band: { id: 'under-6-months' } })
    },
  )

  it('has Tomita 8 of 10', () => {
    const reading = read(tomita, { growth: mappedAnswer(mapped.tomita), visceral: 'untreatable', bone: 'multiple' })
    expect(reading).toMatchObject({ total: 8, range: [2, 10], band: { id: 'terminal-care' } })
  })

  it('has modified Bauer 2 of 4', () => {
    const reading = read(bauerModified, {
      visceral: 'present',
      primary: mappedAnswer(mapped.bauerModified),
      skeletal: 'multiple',
    })
    expect(reading).toMatchObject({ total: 2, range: [0, 4], band: { id: 'over-6-months' } })
  })

  it('meets NOMS M1 and row 5 once she is found fit for surgery, and rows 5 and 6 stay possible until then', () => {
    const { noms: radiosensitivity } = mapped.radiosensitivity
    const known = {
      escc: '2',
      radiosensitivity: mappedAnswer(radiosensitivity),
      sins: 14,
      deficit: 'yes',
      irradiatedBefore: 'no',
      bestSupportiveCareOnly: 'no',
    } as const
    expect(read(noms, { ...known, toleratesSurgery: 'yes' })).toMatchObject({
      kind: 'complete',
      findings: [{ id: 'M1' }, { id: '5' }],
    })
    expect(read(noms, known)).toMatchObject({
      kind: 'incomplete',
      findings: [{ id: 'M1' }],
      possible: [{ id: 'M1-limited' }, { id: '5' }, { id: '6' }],
      missing: [{ item: 'toleratesSurgery' }],
    })
  })

  it('keeps the note of who stated what on its line', () => {
    const from = { by: 'spine surgery', on: '2026-11-24' }
    const reading = read(sins, { ...t7, pain: { value: 'mechanical', from } })
    expect(reading.lines.map((line) => line.from)).toEqual([
      undefined,
      from,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
