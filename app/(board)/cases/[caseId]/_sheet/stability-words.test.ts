import { describe, expect, it } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { readingsOf } from '@/lib/cases/readings'
import type { Vertebra } from '@/lib/clinical/spine'
import { worstLevels } from './sheet'
import { otherLevelsWords } from './stability-words'

const fact = (value: unknown): FactView => ({
  ...{ state: 'known', value, unit: null, refersOn: null, version: 1 },
  ...{ by: 'L. Osterfjell', at: '2026-11-24T09:00:00.000Z' },
})
const readingsWith = (levels: Partial<Record<Vertebra, Record<string, string>>>) => {
  const lesions = Object.entries(levels).map(([level, values]) => [
    level,
    Object.fromEntries(Object.entries(values).map(([field, value]) => [field, fact(value)])),
  ])
  return readingsOf({ facts: { lesions: Object.fromEntries(lesions) } } as unknown as CaseFile)
}

const settledAt5 = {
  ...{ pain: 'occasional', lesion: 'mixed', alignment: 'normal', collapse: 'involved', posterolateral: 'unilateral' },
}
const openFrom14 = { lesion: 'lytic', alignment: 'subluxation', collapse: 'gt50', posterolateral: 'bilateral' }
const openFrom4 = { lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'none' }

describe('the level that the sheet heads with', () => {
  it('is an open one that is certainly worse, with the settled one named', () => {
    const { worstSins, worstEscc } = readingsWith({ T7: settledAt5, L2: openFrom14 })
    expect(worstSins).toMatchObject({ kind: 'incomplete', lead: 'L2', settled: { total: 5, at: ['T7'] } })
    expect(worstLevels({ worstSins, worstEscc })).toEqual(['L2'])
    expect(otherLevelsWords(worstSins)).toEqual({
      title: 'L2 is the worst level.',
      more: 'The highest SINS lies in 14–17. Settled highest: 5 at T7.',
    })
  })

  it('is the settled one as long as it may be the worst, with the open ones named and read too', () => {
    const { worstSins, worstEscc } = readingsWith({ T7: settledAt5, C6: openFrom4 })
    expect(worstLevels({ worstSins, worstEscc })).toEqual(['T7', 'C6'])
    expect(otherLevelsWords(worstSins)).toEqual({
      title: 'C6 could be worse.',
      more: 'The highest SINS lies in 5–7.',
    })
  })

  it('is the one with a score, with an operated level named that has none', () => {
    const operated = { ...openFrom14, pain: 'mechanical', operated: 'yes' }
    const beside = readingsWith({ T7: settledAt5, T12: operated })
    expect(worstLevels(beside)).toEqual(['T7', 'T12'])
    expect(otherLevelsWords(beside.worstSins)).toEqual({ title: 'T12 has no score: operated before.', more: '' })
    const open = readingsWith({ C6: openFrom4, T12: operated })
    expect(otherLevelsWords(open.worstSins)).toEqual({
      title: 'T12 has no score: operated before.',
      more: 'The highest SINS lies in 4–7.',
    })
  })

  it('is said alone where nothing else has a part in it', () => {
    expect(otherLevelsWords(readingsWith({ C6: openFrom4 }).worstSins)).toBeNull()
    expect(otherLevelsWords(readingsWith({ T7: settledAt5 }).worstSins)).toBeNull()
    expect(otherLevelsWords(readingsWith({}).worstSins)).toBeNull()
  })
})
