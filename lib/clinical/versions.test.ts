import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { optionTypes } from './catalogue/catalogue'
import type { Instrument } from './instrument'
import { declaredInstruments } from './instruments/instruments'
import type { Items, Measured } from './item'
import { type PackId, packIds, packs } from './pathway/packs'
import { pathwayRules } from './pathway/rules'
import { signedRuleId } from './sign-off-subjects'
import { vertebrae } from './spine'

/** Words around a figure, which may be put better without anything being decided otherwise. */
const words = new Set([
  'label',
  'title',
  'short',
  'asks',
  'source',
  'text',
  'meaning',
  'why',
  'help',
  'mind',
  'examples',
])

/** Where a case reads an instrument, and when: nothing that its answers are read by. */
const places = new Set(['readAt', 'measures'])

/** What a declaration decides, as text: everything but its words and examples. A level is told by the class that it falls into. */
const decided = (declared: object): string =>
  JSON.stringify(declared, function (this: unknown, key, value: unknown) {
    if (key === 'examples' || places.has(key)) return undefined
    if (key === 'classOf' && typeof value === 'function') return vertebrae.map((level): unknown => value(level))
    if (key === 'read' && typeof value === 'function') return readThrough(this as Measured)
    return typeof value === 'string' && words.has(key) ? undefined : value
  })

/** Where a measured number falls, in five hundred steps over what is allowed. */
const readThrough = ({ min, max, read }: Measured): unknown[] =>
  Array.from({ length: 501 }, (_, step) => read(min + ((max - min) * step) / 500))

/** Every set of answers, or, where there are too many, every pair of answers with the first ones of the other items. */
function everyAnswer(items: Items): Record<string, string>[] {
  const ids = Object.entries(items).map(([key, { cells }]) => cells.map(({ id }) => [key, id] as const))
  const product = (of: typeof ids) =>
    of.reduce<(readonly [string, string])[][]>(
      (rows, cells) => rows.flatMap((row) => cells.map((cell) => [...row, cell])),
      [[]],
    )
  const isFew = ids.reduce((sets, cells) => sets * cells.length, 1) <= 4_000
  const pairs = () =>
    ids.flatMap((one, at) =>
      ids
        .slice(at + 1)
        .flatMap((other) => product(ids.map((of) => (of === one || of === other ? of : of.slice(0, 1))))),
    )
  return (isFew ? product(ids) : pairs()).map((row) => Object.fromEntries(row))
}

/** An instrument with what its rules find. */
const withFindings = (one: Instrument): object =>
  one.form === 'rule' ? { ...one, finds: everyAnswer(one.items).map((answers) => one.rules(answers)) } : one

const digest = (declared: object): string => createHash('sha256').update(decided(declared)).digest('hex').slice(0, 12)

/** The rules of a pack, each with its version: one that changes makes another version of the pack. */
const rulesOf = (pack: PackId): string[] =>
  pathwayRules.filter((one) => one.packs.includes(pack)).map(({ id, version }) => `${id} ${version}`)

const declared: Readonly<Record<string, object>> = Object.fromEntries([
  ...declaredInstruments.map((one) => [`instrument ${one.id} ${one.version}`, withFindings(one)]),
  ...pathwayRules.map((one) => [`rule ${signedRuleId(one)} ${one.version}`, one]),
  ...packIds.map((id) => [`pack ${id} ${packs[id].version}`, { ...packs[id], rules: rulesOf(id) }]),
  ...optionTypes.map((one) => [`option ${one.id} ${one.version}`, one]),
])

const now = Object.fromEntries(Object.entries(declared).map(([key, one]) => [key, digest(one)]))
const signed: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('versions.json', import.meta.url), 'utf8'),
)

/**
 * A signature of a hospital, and a decision that the board signed, name a version. What has other points, limits, clocks or answers
 * is another version: raise it, and give `versions.json` the line that the failing test shows. A condition stands for itself as data (`clause`).
 */
test('what is declared under a version decides what it decided when the version was given', () => {
  expect(now).toEqual(signed)
})
