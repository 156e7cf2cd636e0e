import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsOf, type Expected, type Instrument, readAny, totalRange } from './instrument'
import { declaredInstruments, findInstrument, heldBack, instrumentGroups, instruments } from './instruments/instruments'
import { sins } from './instruments/sins'
import { allowedAnswers, type Item } from './item'
import type { Reading } from './reading'
import { AnswerRefused } from './resolve'

type Given = Record<string, unknown>

/** The parts of a reading that an example can name, in the words of the example. */
function summarise(reading: Reading): Expected {
  const caveats = reading.caveats.map(({ id }) => id)
  const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id)
  if (reading.kind === 'not-applicable') return { stop: reading.kind, caveat: caveats.join() }
  if (reading.kind === 'ask') return { stop: reading.kind, between: reading.between ?? undefined }
  if (reading.kind === 'incomplete') {
    const missing = reading.missing.map(({ item }) => item)
    if (reading.form === 'sum') return { missing, between: reading.between }
    return reading.form === 'rule'
      ? { missing, findings: ids(reading.findings), possible: ids(reading.possible) }
      : { missing }
  }
  if (reading.form === 'rule') return { findings: ids(reading.findings) }
  const caveat = caveats.at(-1)
  if (reading.form === 'sum') return { total: reading.total, band: reading.band.id, caveat }
  return { grade: reading.grade, band: reading.band?.id, caveat }
}

const examples = declaredInstruments.flatMap((instrument) =>
  instrument.examples.map((example) => ({ instrument, example })),
)
const allItems = (instrument: Instrument): [string, Item][] => [
  ...Object.entries(instrument.items),
  ...Object.entries(instrument.context ?? {}),
]

describe('worked examples', () => {
  it.each(examples.map(({ instrument, example }) => [instrument.title, example.name, instrument, example] as const))(
    '%s: %s',
    (_title, _name, instrument, { answers, gives }) => {
      expect(summarise(readAny(instrument, answers))).toMatchObject(gives)
    },
  )
})

describe.each(declaredInstruments.map((instrument) => [instrument.title, instrument] as const))(
  '%s',
  (_title, instrument) => {
    it('takes every allowed answer of every item, explains it, and reaches every value of every item by some answer', () => {
      for (const [key, item] of allItems(instrument)) {
        const lines = allowedAnswers(item).map((answer) => {
          const line = readAny(instrument, { [key]: answer }).lines.find((one) => one.item === key)
          const isPlaced = item.kind !== 'choose' || typeof item.also[answer] !== 'object'
          return { answer, line, state: isPlaced ? 'known' : 'partly' }
        })
        const wrong = lines.filter(
          ({ line, state }) => line?.state !== state || line.label !== item.label || !line.finding,
        )
        expect(wrong, key).toEqual([])
        expect(new Set(lines.map(({ line }) => line?.finding)).size, key).toBeGreaterThanOrEqual(item.cells.length)
      }
    })

    it('refuses an unknown item, an unknown answer and an empty set', () => {
      const [key] = Object.keys(instrument.items)
      expect(() => readAny(instrument, { nonsense: 1 })).toThrow(AnswerRefused)
      for (const bad of ['', 'nonsense', -1, 1.5, Number.NaN, null, [], {}, { oneOf: [] }, { measured: 1, unit: 'x' }])
        expect(() => readAny(instrument, { [key ?? '']: bad }), JSON.stringify(bad)).toThrow(AnswerRefused)
    })

    it('says incomplete and never a result when nothing is known', () => {
      const reading = readAny(instrument, {})
      expect(reading.kind).toBe('incomplete')
      expect(reading.lines.every(({ points, finding }) => points === null && finding === null)).toBe(true)
    })

    it('keeps option ids that JavaScript would reorder out of named lists', () => {
      const written = allItems(instrument).flatMap(([, item]) => (item.kind === 'choose' ? Object.keys(item.also) : []))
      expect(written.filter((id) => /^\d+$/.test(id))).toEqual([])
    })

    it('carries its source, direction and the lines of its items', () => {
      const reading = readAny(instrument, {})
      expect(reading).toMatchObject({
        instrument: instrument.id,
        version: instrument.version,
        source: instrument.source,
      })
      expect(reading.lines.map(({ item }) => item)).toEqual(Object.keys(instrument.items))
    })

    it('gives a range or a set that holds the reading of every completion', () => {
      fc.assert(
        fc.property(partialAndFull(instrument), ([partial, full]) => {
          expectWithin(readAny(instrument, partial), readAny(instrument, full))
        }),
      )
    })
  },
)

/** Full answers, and the same answers with some left out or widened to a set. */
function partialAndFull(instrument: Instrument): fc.Arbitrary<[Given, Given]> {
  const one = Object.entries(instrument.items).map(([key, item]) =>
    fc.tuple(
      fc.constant(key),
      fc.constantFrom(...allowedAnswers(item)),
      fc.constantFrom(...allowedAnswers(item)),
      fc.nat(2),
    ),
  )
  return fc.tuple(...one).map((answers) => {
    const full = Object.fromEntries(answers.map(([key, answer]) => [key, answer]))
    const kept = answers.filter(([, , , how]) => how > 0)
    const partial = kept.map(([key, answer, other, how]) => [key, how === 1 ? answer : { oneOf: [answer, other] }])
    return [Object.fromEntries(partial), full]
  })
}

function expectWithin(partial: Reading, full: Reading): void {
  if (full.kind !== 'complete' || partial.kind === 'ask') return
  expect(partial.kind).not.toBe('not-applicable')
  // A remark belongs to the answer that was given: one that was left out brings none.
  const result = (reading: Reading) => ({ ...summarise(reading), caveat: undefined })
  if (partial.kind === 'complete') expect(result(partial)).toEqual(result(full))
  if (partial.kind !== 'incomplete') return
  if (partial.form === 'sum' && full.form === 'sum') {
    expect(full.total).toBeGreaterThanOrEqual(partial.between[0])
    expect(full.total).toBeLessThanOrEqual(partial.between[1])
    expect(partial.bands).toContainEqual(full.band)
  }
  if (partial.form === 'grade' && full.form === 'grade') expect(partial.grades).toContain(full.grade)
  if (partial.form === 'rule' && full.form === 'rule') {
    const ids = full.findings.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(partial.findings.map(({ id }) => id)))
    expect([...partial.findings, ...partial.possible].map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  }
}

describe('an answer that somebody has noted down without a value', () => {
  it('is a missing one, in the items and beside them', () => {
    const noted = { value: undefined, from: 'nobody' }
    const reading = readAny(sins, { pain: noted, operated: noted })
    expect(reading).toMatchObject({ kind: 'incomplete' })
    expect(reading.lines.map(({ item }) => item)).toEqual(Object.keys(sins.items))
    expect(reading.lines.find(({ item }) => item === 'pain')).toMatchObject({ state: 'missing', from: 'nobody' })
  })
})

describe('bands', () => {
  const sums = declaredInstruments.filter(({ form }) => form === 'sum')
  const graded = declaredInstruments.filter(({ form }) => form === 'grade' || form === 'highest')

  it.each([
    ['sins', [0, 18]],
    ['tokuhashi-revised', [0, 15]],
    ['tomita', [2, 10]],
    ['bauer-modified', [0, 4]],
    ['bauer-original', [0, 5]],
    ['tokuhashi-original', [0, 12]],
    ['van-der-linden', [0, 6]],
    ['katagiri', [0, 10]],
    ['nesms', [0, 3]],
    ['rades-2013', [6, 25]],
    ['mizumoto', [0, 14]],
    ['somas', [0, 5]],
    ['mfi-5', [0, 5]],
    ['mfi-11', [0, 11]],
    ['mstfi', [0, 9]],
  ])('%s has the published range', (id, range) => {
    const instrument = findInstrument(id)
    expect(instrument && totalRange(instrument)).toEqual(range)
  })

  it.each(sums.map((instrument) => [instrument.title, instrument] as const))(
    '%s: the total never falls when one answer is worth more, nor rises when it is worth less',
    (_title, instrument) => {
      fc.assert(
        fc.property(partialAndFull(instrument), ([, full]) => {
          const before = readAny(instrument, full)
          const worth = (reading: Reading, key: string) => reading.lines.find(({ item }) => item === key)?.points ?? 0
          const contrary = Object.entries(instrument.items).flatMap(([key, item]) =>
            allowedAnswers(item)
              .slice(0, 6)
              .filter((answer) => {
                const after = readAny(instrument, { ...full, [key]: answer })
                if (before.form !== 'sum' || before.kind !== 'complete') return false
                if (after.form !== 'sum' || after.kind !== 'complete') return false
                return (after.total - before.total) * (worth(after, key) - worth(before, key)) < 0
              }),
          )
          expect(contrary).toEqual([])
        }),
        { numRuns: 5 },
      )
    },
  )

  it.each(sums.map((instrument) => [instrument.title, instrument] as const))(
    '%s: bands cover every total once',
    (_title, instrument) => {
      const [min, max] = totalRange(instrument) ?? [0, -1]
      const covered = bandsOf(instrument).flatMap(({ range }) =>
        Array.from({ length: (range?.[1] ?? 0) - (range?.[0] ?? 0) + 1 }, (_, at) => (range?.[0] ?? 0) + at),
      )
      expect(covered).toEqual(Array.from({ length: max - min + 1 }, (_, at) => min + at))
    },
  )

  it.each(graded.map((instrument) => [instrument.title, instrument] as const))(
    '%s: each grade is in one band, or in none where there are no bands',
    (_title, instrument) => {
      const grades =
        instrument.form === 'highest'
          ? Object.keys(instrument.grades)
          : (Object.values(instrument.items)[0]?.cells.map(({ id }) => id) ?? [])
      const banded = bandsOf(instrument).flatMap((band) => band.grades)
      expect(banded).toEqual(banded.length === 0 ? [] : grades)
    },
  )

  it.each(sums.map((instrument) => [instrument.title, instrument] as const))(
    '%s: examples stand on both sides of every edge',
    (_title, instrument) => {
      const totals = instrument.examples.flatMap(({ gives }) => (gives.total === undefined ? [] : [gives.total]))
      const edges = bandsOf(instrument).flatMap(({ range }) => range ?? [])
      expect(totals).toEqual(expect.arrayContaining(edges))
    },
  )
})

describe('list of instruments', () => {
  it('names each id and version once and finds them', () => {
    const names = declaredInstruments.map(({ id, version }) => `${id}@${version}`)
    expect(new Set(names).size).toBe(names.length)
    expect(findInstrument('sins', 1)?.id).toBe('sins')
    expect(findInstrument('sins', 99)).toBeUndefined()
    expect(findInstrument('lens')).toBeUndefined()
  })

  it('has an incomplete case among the examples of each', () => {
    const without = declaredInstruments.filter(({ examples }) => !examples.some(({ gives }) => gives.missing))
    expect(without.map(({ id }) => id)).toEqual([])
  })

  it('offers nothing whose table is remembered, and says why it is held back', () => {
    expect(instruments.filter(({ status }) => status === 'M').map(({ id }) => id)).toEqual([])
    expect([...instruments, ...heldBack]).toHaveLength(declaredInstruments.length)
    expect(instrumentGroups.flatMap(({ of }) => of)).toEqual(instruments)
    expect(instrumentGroups.every(({ title }) => title)).toBe(true)
    expect(heldBack).toEqual(declaredInstruments.filter(({ status }) => status === 'M'))
    expect(heldBack.every(({ heldBack: why, status }) => why && status === 'M')).toBe(true)
    expect(findInstrument('osri')).toBeUndefined()
  })
})
