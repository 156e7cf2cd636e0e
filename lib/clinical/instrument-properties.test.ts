import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersSchema } from './answers'
import { type Instrument, readAny } from './instrument'
import { declaredInstruments } from './instruments/instruments'
import { allowedAnswers, type Cell, type Item, marks } from './item'
import type { Reading } from './reading'
import { AnswerRefused, limitsIn, unitsOfMeasured } from './resolve'
import { vertebrae } from './spine'

type Given = Readonly<Record<string, unknown>>

const each = declaredInstruments.map((instrument) => [instrument.title, instrument] as const)
const everyItem = (instrument: Instrument): [string, Item][] =>
  Object.entries({ ...instrument.items, ...instrument.context })

/** Anything at all in the place of an answer, most often nearly right. */
function anyAnswer(item: Item): fc.Arbitrary<unknown> {
  const single = fc.oneof(fc.constantFrom(...allowedAnswers(item)), fc.anything())
  const units = item.kind === 'choose' && item.measured ? unitsOfMeasured(item.measured) : ['mg/dL']
  const value = fc.oneof(
    single,
    fc.record({ oneOf: fc.oneof(fc.array(single, { maxLength: 4 }), fc.anything()) }),
    fc.record(
      { measured: fc.oneof(fc.double(), fc.anything()), unit: fc.oneof(fc.constantFrom(...units), fc.anything()) },
      { requiredKeys: [] },
    ),
  )
  const markList = fc.oneof(fc.array(fc.oneof(fc.constantFrom(...marks, '__proto__'), fc.anything())), fc.anything())
  return fc.oneof(value, fc.record({ value, from: fc.anything(), marks: markList }, { requiredKeys: ['value'] }))
}

/** Answers to some of the items, with foreign keys among them now and then. */
function anyAnswers(instrument: Instrument): fc.Arbitrary<Given> {
  const known = fc.record(Object.fromEntries(everyItem(instrument).map(([key, item]) => [key, anyAnswer(item)])), {
    requiredKeys: [],
  })
  const foreign = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), fc.anything(), {
    maxKeys: 2,
  })
  return fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: fc.tuple(known, foreign).map(merged) })
}

/** What the lines of a reading say was answered. */
const answersIn = ({ lines }: Reading): Given =>
  Object.fromEntries(lines.flatMap(({ item, answer }) => (answer === undefined ? [] : [[item, answer]])))

const isTenth = (is: number): boolean => Math.abs(is - 0.1) < 1e-12

const merged = ([known, foreign]: [Given, Given]): Given =>
  Object.fromEntries([...Object.entries(foreign), ...Object.entries(known)])

describe.each(each)('%s, whatever comes in', (_title, instrument) => {
  const schema = answersSchema(instrument)

  it('gives a reading or the declared refusal, and always a reading of what the schema has taken', () => {
    fc.assert(
      fc.property(anyAnswers(instrument), (answers) => {
        const isTaken = schema.safeParse(answers).success
        try {
          const reading = readAny(instrument, answers)
          const { kind, caveats } = reading
          const again = readAny(instrument, answersIn(reading))
          expect({ ...again, lines: [], caveats: [] }).toEqual({ ...reading, lines: [], caveats: [] })
          expect(['complete', 'incomplete', 'ask', 'not-applicable']).toContain(kind)
          expect(caveats.filter(({ text }) => typeof text !== 'string')).toEqual([])
        } catch (problem) {
          expect(problem).toBeInstanceOf(AnswerRefused)
          expect(isTaken).toBe(false)
        }
      }),
      { numRuns: 30 },
    )
  })
})

/** An answer that stands for each cell which a completion may take. */
function answerFor(item: Item, cell: Cell): string | number {
  if (item.kind === 'number') return item.cells.find(({ id }) => id === cell.id)?.from ?? Number.NaN
  if (item.kind === 'level') return vertebrae.find((one) => item.classOf(one) === cell.id) ?? ''
  return cell.id
}

type Choices = readonly { key: string; answers: readonly (string | number)[] }[]

const choicesOf = (instrument: Instrument): Choices =>
  Object.entries(instrument.items).map(([key, item]) => ({
    key,
    answers: item.cells.filter(({ stop }) => !stop).map((cell) => answerFor(item, cell)),
  }))

/** What a complete reading comes to, as a word; the name of the band or grade with it. */
function resultOf(reading: Reading): string {
  if (reading.kind !== 'complete') return reading.kind
  if (reading.form === 'sum') return `${reading.total}`
  return reading.form === 'grade' ? reading.grade : reading.findings.map(({ id }) => id).join('|')
}

const bandsIn = (reading: Reading): string[] => {
  if ('bands' in reading) return reading.bands.map(({ id }) => id)
  return 'band' in reading && reading.band ? [reading.band.id] : []
}

/** Every way to leave items out or to answer them: a digit for each item, 0 for left out. */
const count = (choices: Choices): number => choices.reduce((all, { answers }) => all * (answers.length + 1), 1)

function digitsOf(choices: Choices, index: number): number[] {
  let rest = index
  return choices.map(({ answers }) => {
    const digit = rest % (answers.length + 1)
    rest = Math.floor(rest / (answers.length + 1))
    return digit
  })
}

function indexOf(choices: Choices, digits: readonly number[]): number {
  return choices.reduceRight((index, { answers }, at) => index * (answers.length + 1) + (digits[at] ?? 0), 0)
}

/** What the completions of some answers come to, and which of the left-out items tell two of them apart. */
type Told = { results: Set<string>; bands: Set<string>; inAll: Set<string>; inAny: Set<string>; open: Set<string> }

const wordsOf = (result: string): string[] => result.split('|').filter(Boolean)

const ofOne = (reading: Reading): Told => ({
  results: new Set([resultOf(reading)]),
  bands: new Set(bandsIn(reading)),
  inAll: new Set(wordsOf(resultOf(reading))),
  inAny: new Set(wordsOf(resultOf(reading))),
  open: new Set(),
})

function joined(parts: readonly Told[]): Told {
  const [first, ...others] = parts
  const inAll = [...(first?.inAll ?? [])].filter((word) => others.every((one) => one.inAll.has(word)))
  const all: Told = { results: new Set(), bands: new Set(), inAll: new Set(inAll), inAny: new Set(), open: new Set() }
  for (const one of parts)
    for (const name of ['results', 'bands', 'inAny', 'open'] as const) for (const word of one[name]) all[name].add(word)
  return all
}

/** Reads every way of leaving out and answering, and names those whose reading is not what their completions come to. */
function contradictions(instrument: Instrument): string[] {
  const choices = choicesOf(instrument)
  const told = new Map<number, Told>()
  const wrong: string[] = []
  const ways = Array.from({ length: count(choices) }, (_, index) => digitsOf(choices, index))
  // With fewer items left out first, the completions of each way have been told already.
  for (const digits of ways.sort((a, b) => zeros(a).length - zeros(b).length)) {
    const given = choices.flatMap(({ key, answers }, at) => (digits[at] ? [[key, answers[digits[at] - 1]]] : []))
    const reading = readAny(instrument, Object.fromEntries(given))
    const filledIn = (at: number) =>
      (choices[at]?.answers ?? []).flatMap((_, answer) => told.get(indexOf(choices, digits.with(at, answer + 1))) ?? [])
    const leftOut = zeros(digits)
    const [first, last] = [leftOut[0], leftOut.at(-1)]
    const own = first === undefined ? ofOne(reading) : joined(filledIn(first))
    if (first !== undefined && first === last && own.results.size > 1) own.open.add(choices[first]?.key ?? '')
    if (last !== undefined && last !== first) for (const key of joined(filledIn(last)).open) own.open.add(key)
    told.set(indexOf(choices, digits), own)
    if (!agrees(reading, own)) wrong.push(`${JSON.stringify(given)} ${resultOf(reading)}`)
  }
  return wrong
}

const zeros = (digits: readonly number[]): number[] => digits.flatMap((digit, at) => (digit === 0 ? [at] : []))

const same = (given: readonly string[], wanted: ReadonlySet<string>): boolean =>
  given.length === wanted.size && given.every((one) => wanted.has(one))

function agrees(reading: Reading, { results, bands, inAll, inAny, open }: Told): boolean {
  if (reading.kind === 'complete') return same([resultOf(reading)], results) && same(bandsIn(reading), bands)
  if (reading.kind !== 'incomplete') return false
  const asked = reading.missing.map(({ item }) => item)
  if (results.size < 2 || !same(asked, open) || !same(bandsIn(reading), bands)) return false
  if (reading.form === 'grade') return same(reading.grades, results)
  if (reading.form === 'rule') {
    const ids = reading.findings.map(({ id }) => id)
    const possible = reading.possible.map(({ id }) => id)
    return same(ids, inAll) && same([...ids, ...possible], inAny)
  }
  const totals = [...results].map(Number)
  return reading.between[0] === Math.min(...totals) && reading.between[1] === Math.max(...totals)
}

describe('every way to leave answers out, one after the other', () => {
  const small = declaredInstruments.filter((one) => one.id === 'noms' || count(choicesOf(one)) <= 6500)

  it('goes through SINS, NOMS and the prognostic scores', () => {
    const prognosis = ['tokuhashi-original', 'tomita', 'katagiri', 'katagiri-laboratory', 'nesms', 'bauer-modified']
    expect(small.map(({ id }) => id)).toEqual(expect.arrayContaining(['sins', 'noms', ...prognosis]))
  })

  it.each(small.map((instrument) => [instrument.title, instrument] as const))(
    '%s: result, range, bands, findings and what is missing are those of the completions, neither more nor less',
    (_title, instrument) => {
      expect(contradictions(instrument)).toEqual([])
    },
  )
})

/** An allowed answer to every item. */
const fullAnswers = (instrument: Instrument): fc.Arbitrary<Given> =>
  fc.record(
    Object.fromEntries(
      Object.entries(instrument.items).map(([key, item]) => [key, fc.constantFrom(...allowedAnswers(item))]),
    ),
  )

describe('points and grades', () => {
  const sums = declaredInstruments.flatMap((one) => (one.form === 'sum' ? [[one.title, one] as const] : []))
  const highest = declaredInstruments.flatMap((one) => (one.form === 'highest' ? [[one.title, one] as const] : []))

  it.each(sums)(
    '%s: a total is what its lines add up to, at most the ceiling, and lies in the band',
    (_title, instrument) => {
      fc.assert(
        fc.property(fullAnswers(instrument), (answers) => {
          const reading = readAny(instrument, answers)
          if (reading.form !== 'sum' || reading.kind !== 'complete') return
          if (reading.lines.some(({ points }) => points === null)) return
          const sum = reading.lines.reduce((total, { points }) => total + (points ?? 0), 0)
          const [low, high] = reading.band.range ?? [Number.NaN, Number.NaN]
          expect(reading.total).toBe(Math.min(sum, instrument.ceiling ?? sum))
          expect(low <= reading.total && reading.total <= high).toBe(true)
        }),
        { numRuns: 50 },
      )
    },
  )

  it.each(highest)('%s: an answer that raises a higher grade never lowers the reading', (_title, instrument) => {
    const grades = Object.keys(instrument.grades)
    const rankOf = ({ grade }: Cell) => Math.max(0, grades.indexOf(grade ?? ''))
    const settled = (answers: Given) => {
      const reading = readAny(instrument, answers)
      return reading.form === 'grade' && reading.kind === 'complete' ? reading.rank : Number.NaN
    }
    fc.assert(
      fc.property(fullAnswers(instrument), (answers) => {
        const before = settled(answers)
        for (const [key, item] of Object.entries(instrument.items)) {
          for (const cell of item.cells) {
            const after = settled({ ...answers, [key]: answerFor(item, cell) })
            expect(after).toBeGreaterThanOrEqual(rankOf(cell))
            expect(Math.max(before, rankOf(cell))).toBeGreaterThanOrEqual(after)
          }
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe.each(each)('%s, value by value', (_title, instrument) => {
  it('reads both ends of every range of numbers in that range, leaves no gap between two, and takes nothing outside', () => {
    for (const [key, item] of everyItem(instrument)) {
      if (item.kind !== 'number') continue
      const readAt = (answer: number) => readAny(instrument, { [key]: answer }).lines.find((one) => one.item === key)
      item.cells.forEach(({ from, to, points }, at) => {
        expect([readAt(from)?.points, readAt(to)?.points], `${key} ${from} to ${to}`).toEqual([points, points])
        expect(item.cells[at + 1]?.from ?? to + item.step, `${key} after ${to}`).toBe(to + item.step)
      })
      const [low, high] = [item.cells[0]?.from ?? 0, item.cells.at(-1)?.to ?? 0]
      for (const outside of [low - item.step, high + item.step, low + item.step / 2])
        expect(() => readAt(outside), `${key} ${outside}`).toThrow(AnswerRefused)
    }
  })

  it('reaches every value of every item by an answer', () => {
    for (const [key, item] of everyItem(instrument)) {
      const found = item.cells.map((cell) => {
        const line = readAny(instrument, { [key]: answerFor(item, cell) }).lines.find((one) => one.item === key)
        return [line?.finding?.endsWith(cell.label) || item.kind === 'number', line?.points]
      })
      expect(found, key).toEqual(item.cells.map(({ points }) => [true, points]))
    }
  })
})

const measuredItems = declaredInstruments.flatMap((instrument) =>
  Object.entries(instrument.items).flatMap(([key, item]) =>
    item.kind === 'choose' && item.measured ? [{ instrument, key, measured: item.measured }] : [],
  ),
)

describe('measurements', () => {
  const lineAt = (instrument: Instrument, key: string, measured: number, unit: string) =>
    readAny(instrument, { [key]: { measured, unit } }).lines.find(({ item }) => item === key)

  it.each(measuredItems.map((one) => [one.instrument.title, one.key, one] as const))(
    '%s, %s: the limits are taken in every unit, and nothing beyond them',
    (_title, _key, { instrument, key, measured }) => {
      for (const unit of unitsOfMeasured(measured)) {
        const { min, max } = limitsIn(measured, unit) ?? { min: Number.NaN, max: Number.NaN }
        expect([lineAt(instrument, key, min, unit)?.finding, lineAt(instrument, key, max, unit)?.finding]).toEqual([
          expect.stringContaining(`${min} ${unit}`),
          expect.stringContaining(`${max} ${unit}`),
        ])
        for (const outside of [min - 0.001, max + 0.001, Number.NaN, Number.POSITIVE_INFINITY])
          expect(() => lineAt(instrument, key, outside, unit), `${outside} ${unit}`).toThrow(AnswerRefused)
      }
    },
  )

  const tenfold = measuredItems.flatMap(({ instrument, key, measured }) =>
    (measured.otherUnits ?? []).flatMap(({ unit, is }) => (isTenth(is) ? [{ instrument, key, measured, unit }] : [])),
  )

  it.each(tenfold.map((one) => [one.instrument.title, one.key, one.unit, one] as const))(
    '%s, %s: a figure in %s reads as a tenth of it in the unit of the source, on every side of a limit',
    (_title, _key, _unit, { instrument, key, measured, unit }) => {
      const { min, max } = measured
      fc.assert(
        fc.property(fc.integer({ min: Math.ceil(min * 100), max: Math.floor(max * 100) }), (hundredths) => {
          const inSource = lineAt(instrument, key, hundredths / 100, measured.unit)
          const inOther = lineAt(instrument, key, hundredths / 10, unit)
          const words = (finding?: string | null) => finding?.split(': ')[1]
          expect(words(inOther?.finding)).toBe(words(inSource?.finding))
        }),
        { numRuns: 300 },
      )
    },
  )

  it('has the tenfold units of albumin and CRP among them', () => {
    expect(tenfold.map(({ key, unit }) => `${key} ${unit}`)).toEqual(
      expect.arrayContaining(['albumin g/L', 'crp mg/L']),
    )
  })
})
