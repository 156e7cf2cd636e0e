import { describe, expect, it } from 'vitest'
import { defineInstrument, read, readAny } from './instrument'
import { escc } from './instruments/escc'
import { nesms } from './instruments/nesms'
import { sins } from './instruments/sins'
import { choose, yesNo } from './item'

const heading = {
  version: 1,
  asks: 'What follows?',
  source: 'This test',
  status: 'V1',
  direction: 'label',
  examples: [],
} as const

/** Raises its findings against the order of its groups, and one of them twice. */
const framework = defineInstrument({
  ...heading,
  id: 'framework',
  form: 'rule',
  title: 'Framework',
  items: { large: yesNo('Large'), late: yesNo('Late') },
  groups: ['first', 'second', 'third'],
  rules: ({ large, late }) => [
    { id: late === 'yes' ? 'soon' : 'wait', group: 'third', text: 'When' },
    { id: 'always', group: 'second', text: 'In any case' },
    { id: large === 'yes' ? 'operate' : 'irradiate', group: 'first', text: 'What' },
    { id: 'always', group: 'second', text: 'In any case' },
  ],
})

describe('what a framework raises', () => {
  it('stands in the order of its groups, each finding once, when all is answered', () => {
    const reading = read(framework, { large: 'yes', late: 'no' })
    expect(reading).toMatchObject({ kind: 'complete' })
    expect('findings' in reading && reading.findings.map(({ id }) => id)).toEqual(['operate', 'always', 'wait'])
  })

  it('asks for an answer that would put one finding in the place of another', () => {
    const reading = read(framework, { late: 'yes' })
    expect(reading).toMatchObject({
      kind: 'incomplete',
      missing: [{ item: 'large', label: 'Large' }],
      findings: [{ id: 'always' }, { id: 'soon' }],
    })
    expect('possible' in reading && reading.possible.map(({ id }) => id).sort()).toEqual(['irradiate', 'operate'])
  })
})

describe('a stop that another answer lifts', () => {
  const level = 'L3'
  const grade = '2'

  it('stays while it is open whether that answer is yes', () => {
    expect(read(escc, { grade, level }).kind).toBe('not-applicable')
    expect(read(escc, { grade, level, gradeBelowConus: { oneOf: ['yes', 'no'] } }).kind).toBe('not-applicable')
    expect(read(escc, { grade, level, gradeBelowConus: 'no' }).kind).toBe('not-applicable')
  })

  it('is lifted by yes, also as the only answer that is left', () => {
    expect(read(escc, { grade, level, gradeBelowConus: 'yes' })).toMatchObject({ kind: 'complete', grade })
    expect(read(escc, { grade, level, gradeBelowConus: { oneOf: ['yes'] } })).toMatchObject({ kind: 'complete', grade })
  })
})

describe('a question that has to be settled first', () => {
  it('has no possible totals where the instrument has none', () => {
    const reading = read(escc, { grade: '2', level: { oneOf: ['L1', 'L2'] } })
    expect(reading).toMatchObject({ kind: 'ask', item: 'level', between: null })
  })

  it('has the totals that are possible until then, an item that is asked about with all of its points', () => {
    const answers = {
      pain: 'mechanical',
      lesion: 'lytic',
      alignment: 'normal',
      collapse: 'none',
      posterolateral: 'none',
    }
    const reading = readAny(sins, { ...answers, location: { oneOf: ['S5', 'coccyx'] } })
    expect(reading).toMatchObject({ kind: 'ask', item: 'location', between: [5, 5] })
    expect(readAny(sins, { ...answers, location: 'T13' })).toMatchObject({ item: 'location', between: [5, 8] })
    expect(readAny(sins, { ...answers, location: { oneOf: ['T13', 'coccyx'] } })).toMatchObject({
      ...{ kind: 'ask', item: 'location', between: [5, 8] },
    })
    expect(readAny(sins, { ...answers, location: { oneOf: ['coccyx'] } })).toMatchObject({ kind: 'not-applicable' })
  })
})

describe('a total that a ceiling cuts', () => {
  it('is cut while a question stands as well', () => {
    const capped = defineInstrument({
      ...heading,
      id: 'capped',
      form: 'sum',
      title: 'Capped',
      ceiling: 3,
      items: {
        first: choose('First', { much: [2, 'Much'], none: [0, 'None'] }),
        second: choose('Second', { much: [2, 'Much'], odd: [null, 'Odd', { stop: { kind: 'ask', why: 'Which?' } }] }),
      },
      bands: { any: { range: [0, 3], label: 'Any', meaning: 'Any.' } },
    })
    expect(read(capped, { second: 'odd' })).toMatchObject({ kind: 'ask', item: 'second', between: [2, 3] })
    expect(read(capped, { first: 'much', second: 'odd' })).toMatchObject({ between: [3, 3] })
  })

  it('names every open item as long as the ceiling is not reached for certain', () => {
    const reading = read(nesms, { bauer: 2 })
    expect(reading).toMatchObject({ kind: 'incomplete', missing: [{ item: 'walking' }, { item: 'albumin' }] })
  })
})
