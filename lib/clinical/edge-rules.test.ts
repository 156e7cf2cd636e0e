import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersSchema } from './answers'
import { read, readAny } from './instrument'
import { type EpiduralFindings, escc, gradesFitting } from './instruments/escc'
import { declaredInstruments as instruments } from './instruments/instruments'
import { esccAnswer, noms, sinsAnswer } from './instruments/noms'
import { rades2008Items } from './instruments/rades-2008-items'
import { sbrtSuitability } from './instruments/sbrt-suitability'
import { sins } from './instruments/sins'
import { somas } from './instruments/somas'
import { tokuhashiRevised } from './instruments/tokuhashi-revised'
import type { Item } from './item'
import { AnswerRefused } from './resolve'

const t12 = {
  location: 'T12',
  pain: 'mechanical',
  lesion: 'lytic',
  alignment: 'deformity',
  posterolateral: 'none',
} as const
const caveats = (reading: { caveats: readonly { id: string }[] }) => reading.caveats.map(({ id }) => id)

describe('SINS edge rules', () => {
  it.each([
    [100, 13],
    [50.1, 13],
    [49.9, 12],
    [0.5, 12],
  ])('reads %f %% collapse as a total of %i', (measured, total) => {
    expect(read(sins, { ...t12, collapse: { measured, unit: '%' } })).toMatchObject({ kind: 'complete', total })
  })

  it('leaves the share of the body open when there is no collapse', () => {
    const reading = read(sins, { ...t12, collapse: { measured: 0, unit: '%' } })
    expect(reading).toMatchObject({ kind: 'incomplete', between: [10, 11], missing: [{ item: 'collapse' }] })
  })

  it('asks before it scores an operated level, and marks the score when it does', () => {
    const operated = { ...t12, collapse: 'gt50', operated: 'yes' } as const
    expect(read(sins, operated)).toMatchObject({ kind: 'ask', item: 'operated', between: [13, 13] })
    expect(read(sins, { ...operated, scoreOperated: 'no' }).kind).toBe('ask')
    const half = { ...operated, collapse: { measured: 50, unit: '%' } } as const
    expect(read(sins, half), 'before it asks about 50 %').toMatchObject({ kind: 'ask', item: 'operated' })
    expect(sinsAnswer(read(sins, operated))).toBeUndefined()
    const scored = read(sins, { ...operated, scoreOperated: 'yes' })
    expect(scored).toMatchObject({ kind: 'complete', total: 13 })
    expect(caveats(scored)).toContain('not_validated')
    expect(caveats(read(sins, { ...t12, collapse: 'gt50', operated: 'no' }))).not.toContain('not_validated')
  })

  it('marks one score for a contiguous mass', () => {
    expect(caveats(read(sins, { ...t12, collapse: 'gt50', contiguous: 'yes' }))).toContain('contiguous')
  })

  it('is complete when the open answers score the same', () => {
    const open = read(sins, { ...t12, collapse: 'gt50', location: { oneOf: ['T11', 'L1'] } })
    expect(open).toMatchObject({ kind: 'complete', total: 13 })
    expect(open.lines[0]).toMatchObject({ state: 'partly', points: 3 })
  })

  it('asks when only some of the possible answers lie outside the scale', () => {
    expect(read(sins, { ...t12, location: { oneOf: ['S5', 'coccyx'] } })).toMatchObject({
      kind: 'ask',
      item: 'location',
    })
  })
})

describe('a number of which several are possible', () => {
  const findingOf = (oneOf: readonly number[]) =>
    read(tokuhashiRevised, { vertebrae: { oneOf } }).lines.find(({ item }) => item === 'vertebrae')?.finding

  it('is told as a range only where none between is left out', () => {
    expect(findingOf([3, 1, 2, 2])).toBe('1 to 3 vertebrae')
    expect(findingOf([1, 2, 5])).toBe('1 vertebra or 2 vertebrae or 5 vertebrae')
  })
})

describe('epidural grade from the description of the slice', () => {
  it.each<[string, EpiduralFindings, string[]]>([
    ['epidural fat free', { epidural: 'none' }, ['0']],
    ['epidural tumour, sac round', { epidural: 'present', sac: 'round' }, ['1a']],
    ['sac indented, cord clear', { sac: 'indented', cord: 'clear' }, ['1b']],
    ['tumour touches the cord', { sac: 'indented', cord: 'touched' }, ['1c']],
    ['cord flattened, CSF seen', { cord: 'compressed', csf: 'seen' }, ['2']],
    ['cord flattened, no CSF', { cord: 'compressed', csf: 'not-seen' }, ['3']],
    ['cord flattened, CSF not described', { cord: 'compressed' }, ['2', '3']],
    ['epidural tumour only', { epidural: 'present' }, ['1a', '1b', '1c', '2', '3']],
    ['nothing described', {}, ['0', '1a', '1b', '1c', '2', '3']],
    ['all described, bone only', { epidural: 'none', sac: 'round', cord: 'clear', csf: 'seen' }, ['0']],
    ['all described, sac round', { epidural: 'present', sac: 'round', cord: 'clear', csf: 'seen' }, ['1a']],
    ['all described, sac indented', { epidural: 'present', sac: 'indented', cord: 'clear', csf: 'seen' }, ['1b']],
    ['all described, touched', { epidural: 'present', sac: 'indented', cord: 'touched', csf: 'seen' }, ['1c']],
    ['all described, CSF', { epidural: 'present', sac: 'indented', cord: 'compressed', csf: 'seen' }, ['2']],
    ['all described, no CSF', { epidural: 'present', sac: 'indented', cord: 'compressed', csf: 'not-seen' }, ['3']],
    ['contradiction', { epidural: 'none', cord: 'compressed' }, []],
  ])('%s', (_name, findings, grades) => {
    expect(gradesFitting(findings)).toEqual(grades)
  })

  it.each([
    ['sagittal', 'sagittal MRI only'],
    ['ct', 'CT only'],
  ] as const)('read on %s says that this is not the standard method', (method, words) => {
    expect(read(escc, { grade: '1b', method }).caveats).toEqual([
      { id: 'not_standard_method', text: `Not the standard method: read on ${words}.` },
    ])
  })
})

it.each([
  [1, 3],
  [7, 3],
  [8, 6],
  [14, 6],
  [15, 8],
])('a deficit that developed over %i days gives %i points in Rades 2008', (days, points) => {
  const { lines } = read(rades2008Items, { deficit: { measured: days, unit: 'days' } })
  expect(lines.find(({ item }) => item === 'deficit')).toMatchObject({ points })
})

it.each([
  ['expected survival for SBRT', sbrtSuitability, 'survival', 3, 2.9, 'months', ['long', 'short']],
  ['albumin of SOMAS', somas, 'albumin', 3.5, 3.49, 'g/dL', ['normal', 'low']],
] as const)('%s: both sides of its limit', (_name, instrument, key, at, below, _unit, classes) => {
  const item: Item | undefined = (instrument.items as Readonly<Record<string, Item>>)[key]
  const measured = item?.kind === 'choose' ? item.measured : undefined
  expect([at, below].map((value) => measured?.read(value).ids)).toEqual(classes.map((one) => [one]))
})

describe('readings inside NOMS', () => {
  it('passes on what SINS and the epidural grade leave open', () => {
    const t12Reading = read(sins, { ...t12, collapse: { measured: 50, unit: '%' } })
    expect(sinsAnswer(t12Reading)).toEqual({ oneOf: [12, 13] })
    expect(sinsAnswer(read(sins, { ...t12, collapse: 'gt50' }))).toBe(13)
    expect(sinsAnswer(read(sins, { ...t12, pain: undefined, collapse: 'none' }))).toEqual({ oneOf: [7] })
    expect(sinsAnswer(read(sins, { location: 'coccyx' }))).toBeUndefined()
    expect(esccAnswer(read(escc, { grade: '1c' }))).toBe('1c')
    expect(esccAnswer(read(escc, { grade: { oneOf: ['2', '3'] } }))).toEqual({ oneOf: ['2', '3'] })
    expect(esccAnswer(read(escc, { level: 'L3', grade: '2' }))).toBe('no-cord')
    expect(esccAnswer(read(escc, { level: { oneOf: ['L1', 'L2'] }, grade: '2' }))).toBeUndefined()
  })

  it('asks only for answers that can change the considerations', () => {
    const reading = read(noms, {
      escc: { oneOf: ['2', '3'] },
      radiosensitivity: 'sensitive',
      sins: 3,
      irradiatedBefore: 'no',
    })
    expect(reading).toMatchObject({
      findings: [{ id: 'M3' }, { id: '4' }],
      missing: [{ item: 'bestSupportiveCareOnly' }],
    })
  })

  it('lists mechanics before local treatment before systemic disease, also for what is only possible', () => {
    const reading = read(noms, {})
    const groups = reading.kind === 'incomplete' ? reading.possible.map(({ group }) => group) : []
    expect(groups).toEqual([...groups].sort((a, b) => ['M', 'N/O', 'S'].indexOf(a) - ['M', 'N/O', 'S'].indexOf(b)))
    expect(new Set(groups)).toEqual(new Set(['M', 'N/O', 'S']))
  })
})

describe('bad input', () => {
  it('refuses a Tokuhashi total that comes without its items', () => {
    expect(() => readAny(tokuhashiRevised, { total: 12 })).toThrow(AnswerRefused)
    expect(answersSchema(tokuhashiRevised).safeParse({ total: 12 }).success).toBe(false)
  })

  it('refuses a mark that is none of the declared ones', () => {
    const marked = (marks: unknown) => () => readAny(sins, { pain: { value: 'none', marks } })
    expect(marked(['assumed'])).not.toThrow()
    expect(marked(['guessed'])).toThrow(AnswerRefused)
    expect(marked('assumed')).toThrow(/^pain: marks are converted, /)
  })

  it('names the item in the refusal', () => {
    expect(() => readAny(sins, { pain: 'severe' })).toThrow('pain: not one of mechanical, occasional, none.')
    expect(() => readAny(sins, { collapse: { measured: 60, unit: 'mm' } })).toThrow('collapse: give the unit %.')
    expect(() => readAny(sins, { collapse: { measured: 130, unit: '%' } })).toThrow(
      'collapse: give a number from 0 to 100 %.',
    )
    expect(() => readAny(sins, { pain: { measured: 1, unit: '%' } })).toThrow('pain: takes no measured value.')
  })

  it('throws nothing but the declared refusal, whatever it is given', () => {
    const keys = [
      ...new Set(instruments.flatMap(({ items, context }) => [...Object.keys(items), ...Object.keys(context ?? {})])),
    ]
    const anything = fc.anything({ withBigInt: true, withNullPrototype: true })
    const value = fc.oneof(
      anything,
      fc.record({ oneOf: anything }),
      fc.record({ measured: anything, unit: anything }),
      fc.record({ value: anything }),
    )
    const answers = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), value, { maxKeys: 3 })
    fc.assert(
      fc.property(fc.nat(instruments.length - 1), answers, (at, given) => {
        try {
          readAny(instruments[at] ?? sins, given)
        } catch (refusal) {
          expect(refusal).toBeInstanceOf(AnswerRefused)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('reads whatever its schema lets through', () => {
    const answers = fc.dictionary(
      fc.constantFrom('kps', 'vertebrae', 'organs', 'palsy'),
      fc.oneof(fc.integer({ min: -1, max: 110 }), fc.constantFrom('none', 'D2', 'E', 'A')),
    )
    const schema = answersSchema(tokuhashiRevised)
    fc.assert(
      fc.property(answers, (given) => {
        const parsed = schema.safeParse(given)
        if (parsed.success) expect(() => readAny(tokuhashiRevised, parsed.data)).not.toThrow()
        else expect(() => readAny(tokuhashiRevised, given)).toThrow(AnswerRefused)
      }),
    )
  })
})
