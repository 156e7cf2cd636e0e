import { describe, expect, it } from 'vitest'
import { bandsOf, defineInstrument, read, readAny, totalRange } from './instrument'
import { escc } from './instruments/escc'
import { noms } from './instruments/noms'
import { sbrtSuitability } from './instruments/sbrt-suitability'
import { sins } from './instruments/sins'
import { triage } from './instruments/triage'
import { choose, marks, yesNo } from './item'

const heading = {
  version: 1,
  asks: 'What follows?',
  source: 'This test',
  status: 'V1',
  direction: 'label',
  examples: [],
} as const
const dead = { kind: 'not-applicable', why: 'Dead.' } as const
const doubtful = { id: 'doubtful', text: 'It is in doubt.' }

const list = defineInstrument({
  ...heading,
  id: 'list',
  form: 'checklist',
  title: 'List',
  items: {
    checked: choose('Checked', {
      yes: [null, 'Yes', { raises: { group: 'Done', text: 'It was checked.' } }],
      dead: [null, 'Dead', { stop: dead }],
    }),
  },
  groups: ['Done'],
})
const urgency = defineInstrument({
  ...heading,
  id: 'urgency',
  form: 'highest',
  title: 'Urgency',
  items: { pain: yesNo('Pain', { grade: 'red' }), dead: yesNo('Dead', { stop: dead }) },
  grades: { green: { label: 'Green', meaning: 'Wait.' }, red: { label: 'Red', meaning: 'Go.' } },
})
const grading = defineInstrument({
  ...heading,
  id: 'grading',
  form: 'grade',
  title: 'Grading',
  items: {
    grade: choose('Grade', { A: [null, 'Low', { caveat: doubtful }], dead: [null, 'Dead', { stop: dead }] }),
  },
})

const caveatsOf = (reading: { caveats: readonly { id: string }[] }) => reading.caveats.map(({ id }) => id)

describe('what an instrument says of itself', () => {
  it('has a range of totals only where points are added up', () => {
    expect([totalRange(sins), totalRange(escc), totalRange(triage), totalRange(noms)]).toEqual([
      [0, 18],
      ...[null, null, null],
    ])
  })

  it('has no bands as a framework, a checklist or a grade without any', () => {
    expect([bandsOf(noms), bandsOf(sbrtSuitability), bandsOf(grading)]).toEqual([[], [], []])
  })

  it('has the bands of its grades where the source has any', () => {
    const { bands, ...unbanded } = {
      ...grading,
      bands: { low: { label: 'Low', meaning: 'Wait.', grades: ['A'] } },
    } as const
    expect(bandsOf({ ...unbanded, bands })).toEqual([{ id: 'low', ...bands.low, range: null }])
  })

  it('has bands of totals without grades, and grades that are bands of their own', () => {
    expect(bandsOf(sins)[0]).toEqual({ id: 'stable', ...sins.bands.stable, grades: [] })
    expect(bandsOf(urgency)).toEqual([
      { id: 'green', label: 'Green', meaning: 'Wait.', range: null, grades: ['green'] },
      { id: 'red', label: 'Red', meaning: 'Go.', range: null, grades: ['red'] },
    ])
  })
})

describe('remarks', () => {
  it('are none where neither the instrument nor an answer has one', () => {
    expect(read(urgency, { pain: 'yes' }).caveats).toEqual([])
  })

  it('come from an answer that was given, not from the one that is left while nobody answered', () => {
    expect(caveatsOf(read(grading, { grade: 'A' }))).toEqual(['doubtful'])
    expect(caveatsOf(read(grading, {}))).toEqual([])
  })

  it('come from no answer that nobody gave, whatever the others say', () => {
    const items = { ...grading.items, pain: yesNo('Pain', { caveat: { id: 'pain', text: 'It hurts.' } }) }
    const both = defineInstrument({ ...urgency, form: 'highest', items })
    expect(caveatsOf(read(both, { pain: 'yes' }))).toEqual(['pain'])
  })

  it('come from an answer only once no other is possible', () => {
    expect(caveatsOf(readAny(sins, { contiguous: 'yes' }))).toContain('contiguous')
    expect(caveatsOf(readAny(sins, { contiguous: { oneOf: ['yes', 'no'] } }))).not.toContain('contiguous')
  })

  it('say in words how an answer came about, each once', () => {
    const given = { value: 'none', marks } as const
    const caveats = read(sins, { pain: given, collapse: given }).caveats.slice(sins.caveats?.length)
    expect(caveats.map(({ id }) => id)).toEqual([...marks])
    expect(caveats.every(({ text }) => text.endsWith('.'))).toBe(true)
  })
})

describe('a reading that an answer ends', () => {
  it('keeps the form in which its instrument reads', () => {
    expect(read(list, { checked: 'dead' })).toMatchObject({ form: 'rule', kind: 'not-applicable' })
    expect(read(urgency, { dead: 'yes' })).toMatchObject({ form: 'grade', kind: 'not-applicable' })
    expect(read(grading, { grade: 'dead' })).toMatchObject({ form: 'grade', kind: 'not-applicable' })
    expect(read(sins, { location: 'coccyx' })).toMatchObject({ form: 'sum', kind: 'not-applicable' })
  })

  it('is not ended by an answer that nobody gave', () => {
    expect(read(list, {})).toMatchObject({ kind: 'complete', findings: [{ id: 'checked done' }] })
  })
})

describe('an item that the instrument does not have', () => {
  it('is refused by its name and that of the instrument', () => {
    expect(() => readAny(sins, { pian: 'none' })).toThrow(
      'pian: is not an item of Spinal Instability Neoplastic Score.',
    )
  })
})

describe('a checklist with an answer that raises no line', () => {
  it('is a mistake of the declaration, named by item and answer', () => {
    const broken = defineInstrument({
      ...heading,
      id: 'broken',
      form: 'checklist',
      title: 'Broken',
      items: { pain: yesNo('Pain') },
      groups: [],
    })
    expect(() => read(broken, { pain: 'yes' })).toThrow('the line that pain yes raises')
  })
})
