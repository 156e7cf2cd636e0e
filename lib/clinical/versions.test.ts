import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { optionTypes } from './catalogue/catalogue'
import { declaredInstruments } from './instruments/instruments'
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

/** What a declaration decides, as text: everything but its words and examples. A level is told by the class that it falls into. */
const decided = (declared: object): string =>
  JSON.stringify(declared, (key, value: unknown) => {
    if (key === 'examples') return undefined
    if (key === 'classOf' && typeof value === 'function') return vertebrae.map((level): unknown => value(level))
    return typeof value === 'string' && words.has(key) ? undefined : value
  })

const digest = (declared: object): string => createHash('sha256').update(decided(declared)).digest('hex').slice(0, 12)

/** The rules of a pack, each with its version: one that changes makes another version of the pack. */
const rulesOf = (pack: PackId): string[] =>
  pathwayRules.filter((one) => one.packs.includes(pack)).map(({ id, version }) => `${id} ${version}`)

const declared: Readonly<Record<string, object>> = Object.fromEntries([
  ...declaredInstruments.map((one) => [`instrument ${one.id} ${one.version}`, one]),
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
 * is another version: raise it, and give `versions.json` the line that the failing test shows. Conditions in code are held by the vectors.
 */
test('what is declared under a version decides what it decided when the version was given', () => {
  expect(now).toEqual(signed)
})
