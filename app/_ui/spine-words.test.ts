import { describe, expect, it } from 'vitest'
import { vertebrae } from '@/lib/clinical/spine'
import { describeLevel, describeSpine, findTypedLevel, placeCallouts, type SpineLesion } from './spine-words'

const t7: SpineLesion = {
  level: 'T7',
  type: 'lytic',
  sinsClass: 'unstable',
  sins: 14,
  escc: '2',
  collapsePercent: 60,
}
const c6: SpineLesion = { level: 'C6', type: 'unknown', sinsClass: 'incomplete', sins: [4, 7], escc: 'not imaged' }

describe('the map in words', () => {
  it('names an option by level, score, class and grade', () => {
    expect(describeLevel('T7', { lesions: [t7] })).toBe('T7, SINS 14 unstable, ESCC 2')
    expect(describeLevel('C6', { lesions: [c6] })).toBe('C6, SINS 4–7 incomplete, ESCC not imaged')
    expect(describeLevel('L4', { lesions: [t7] })).toBe('L4')
    expect(describeLevel('L4', { lesions: [t7], clear: ['L4'] })).toBe('L4, no tumour')
    expect(describeLevel('S1', { lesions: [], names: { S1: 'S1 (L6)' } })).toBe('S1 (L6)')
  })

  it('A6 tells everything that the picture shows, head to tail', () => {
    const words = describeSpine({
      lesions: [t7, c6],
      radiation: [{ from: 'L1', to: 'L3', dose: '20 Gy in 5 fractions', when: 'Jun-2025' }],
      cement: ['L2'],
      instrumentation: [{ from: 'T5', to: 'T9' }],
    })
    expect(words).toBe(
      'Spine map: C6 type not known, SINS 4–7 incomplete, ESCC not imaged; ' +
        'T7 lytic, 60 % collapse, SINS 14 unstable, ESCC 2; ' +
        'earlier radiation L1 to L3, 20 Gy in 5 fractions, Jun-2025; cement at L2; rods and screws T5 to T9',
    )
  })

  it('does not pretend that an empty map is a healthy spine', () => {
    expect(describeSpine({ lesions: [] })).toBe('Spine map: no involved level recorded')
  })
})

describe('typing a level', () => {
  it('finds every level by its own name', () => {
    for (const level of vertebrae) expect(findTypedLevel(level.toLowerCase())).toBe(level)
  })
  it('takes the first level that begins so', () => {
    expect(findTypedLevel('l')).toBe('L1')
    expect(findTypedLevel('T1')).toBe('T1')
    expect(findTypedLevel('x')).toBeNull()
    expect(findTypedLevel('')).toBeNull()
  })
})

describe('callouts', () => {
  it('stay where they wish when there is room', () => {
    expect(
      placeCallouts(
        [
          { at: 10, height: 50 },
          { at: 200, height: 50 },
        ],
        400,
      ).tops,
    ).toEqual([10, 200])
  })
  it('never cover one another and stay inside while they fit', () => {
    const { tops, bottom } = placeCallouts(
      [
        { at: 350, height: 60 },
        { at: 360, height: 60 },
        { at: 370, height: 60 },
      ],
      400,
    )
    expect(tops).toEqual([220, 280, 340])
    expect(bottom).toBe(400)
  })
  it('make the picture longer when there are too many', () => {
    const many = Array.from({ length: 10 }, () => ({ at: 0, height: 60 }))
    expect(placeCallouts(many, 400).bottom).toBe(600)
  })
})
