import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import type { FactsView } from './facts'
import { readiness } from './readiness'
import { readingsOf } from './readings'
import { facts } from './testing-facts'

const fileOf = (lesions: FactsView[string], tumour: Record<string, unknown> = {}) =>
  ({ facts: { lesions, tumour: { '': facts(tumour) } } }) as unknown as CaseFile

const certain = facts({ involvement: 'certain', lesion: 'lytic' })
const suspected = facts({ involvement: 'suspected', collapse: 'some' })
const unsaid = facts({ lesion: 'lytic' })
const onlyIrradiated = facts({ irradiated: 'yes' })

/** The points that the number of metastases can still give under each score. */
const pointsOf = (file: CaseFile) => {
  const { tokuhashi, tomita, bauer } = readingsOf(file)
  const at = ({ lines }: { lines: typeof tokuhashi.lines }, asked: string) =>
    lines.find(({ item }) => item === asked)?.between
  return { vertebrae: at(tokuhashi, 'vertebrae'), bone: at(tomita, 'bone'), skeletal: at(bauer, 'skeletal') }
}
const open = { vertebrae: [0, 2], bone: [1, 2], skeletal: [0, 1] }
const multiple = { bone: [2, 2], skeletal: [0, 0] }
const solitary = { vertebrae: [2, 2], bone: [1, 1], skeletal: [1, 1] }

describe('only a certain level counts as a metastasis', () => {
  test.each([
    ['suspected', suspected],
    ['without an answer on involvement', unsaid],
    ['only irradiated', onlyIrradiated],
  ])('beside a certain one, a level that is %s leaves one or several possible', (_, other) => {
    expect(pointsOf(fileOf({ T7: certain, L2: other }, { extraspinalBone: 0 }))).toEqual(open)
  })

  test('two certain levels are several, and at least two vertebrae', () => {
    expect(pointsOf(fileOf({ T7: certain, L2: certain }, { extraspinalBone: 0 }))).toEqual({
      vertebrae: [0, 1],
      ...multiple,
    })
  })

  test('one certain level and one focus outside the spine are several', () => {
    expect(pointsOf(fileOf({ T7: certain, L2: suspected }, { extraspinalBone: 1 }))).toMatchObject(multiple)
    expect(pointsOf(fileOf({ L2: suspected }, { extraspinalBone: 1 }))).toEqual(open)
  })

  test('a level that is not certain is asked for it while it can change a score', () => {
    const asked = (file: CaseFile) =>
      readiness(file)
        .gaps.filter(({ field }) => field === 'involvement')
        .map(({ item }) => item)
    expect(asked(fileOf({ T7: certain, L2: unsaid }))).toEqual(['L2'])
    expect(asked(fileOf({ T7: certain, T8: certain, T9: certain, L2: unsaid }))).toEqual([])
  })
})

describe('a stated number of vertebrae beside the map', () => {
  const conflictOf = (file: CaseFile) =>
    readiness(file).gaps.flatMap(({ field, label }) => (field === 'vertebralCount' ? [label] : []))

  test('stands where the map does not exceed it', () => {
    const file = fileOf({ T7: certain, L2: onlyIrradiated }, { extraspinalBone: 0, vertebralCount: 1 })
    expect(pointsOf(file)).toEqual(solitary)
    expect(conflictOf(file)).toEqual([])
    expect(pointsOf(fileOf({ T7: certain }, { vertebralCount: 3 }))).toEqual({ vertebrae: [0, 0], ...multiple })
  })

  test('is only the least that is possible where a further level is suspected', () => {
    const file = fileOf({ T7: certain, L2: suspected }, { extraspinalBone: 0, vertebralCount: 1 })
    expect(pointsOf(file)).toEqual({ ...open, vertebrae: [1, 2] })
    expect(conflictOf(file)).toEqual(['Vertebrae with metastasis: 1 stated, 2 on the map'])
  })

  test('gives way to more certain levels, the same under every score, and the conflict is named', () => {
    const three = fileOf({ T7: certain, T9: certain, L2: certain }, { extraspinalBone: 0, vertebralCount: 1 })
    expect(pointsOf(three)).toEqual({ vertebrae: [0, 0], ...multiple })
    expect(conflictOf(three)).toEqual(['Vertebrae with metastasis: 1 stated, 3 on the map'])
    const two = fileOf({ T7: certain, T9: certain }, { extraspinalBone: 0, vertebralCount: 1 })
    expect(pointsOf(two)).toEqual({ vertebrae: [0, 1], ...multiple })
  })
})

describe('metastases in major organs', () => {
  const organs = (tumour: Record<string, unknown>) =>
    readingsOf(fileOf({}, tumour)).tokuhashi.lines.find(({ item }) => item === 'organs')?.between

  test('a brain metastasis rules out none, whether the other organs are stated or not', () => {
    expect(organs({ brain: 'yes' })).toEqual([0, 1])
    expect(organs({ brain: 'yes', visceral: 'none' })).toEqual([0, 1])
    expect(organs({ brain: 'no' })).toEqual([0, 2])
  })
})
