import type { PathwayFacts } from './condition'
import { asShipped, evaluateRule, type Outcome, type Standing } from './evaluate'
import type { PackId } from './packs'
import { rulesOfPacks } from './rules'

/** One test case of PATHWAY 14: its number, and what the rules say of each of its situations. */
export type PathwayVector = {
  readonly number: number
  readonly shows: readonly { readonly of: string; readonly actual: Outcome | null; readonly gives: object | null }[]
}

export const start = '2026-11-23T09:00:00Z'
export const signedLabels: Standing = {
  ...asShipped,
  labelDated: new Set(['PW-HLD-01', 'PW-HLD-05', 'PW-HLD-15', 'PW-HLD-16']),
}

/** An instant so many hours after Monday 23-Nov-2026 09:00. */
export const later = (hours: number, seconds = 0) =>
  new Date(Date.parse(start) + hours * 3_600_000 + seconds * 1000).toISOString()

/** The state of a rule in packs; null where the packs do not have it. */
export function say(
  id: string,
  facts: PathwayFacts,
  {
    packs = ['uk-nice', 'local'],
    now = later(0),
    standing = asShipped,
  }: { packs?: PackId[]; now?: string; standing?: Standing } = {},
): Outcome | null {
  const rule = rulesOfPacks(packs).find((one) => one.id === id)
  return rule === undefined ? null : evaluateRule(rule, { facts, now, timeZone: 'Europe/London' }, standing).outcome
}

export const raised = (severity: string) => ({ kind: 'raised', severity })
export const met = { kind: 'met' }
export const none = { kind: 'not-applicable' }

type Show = PathwayVector['shows'][number]
export const show = (of: string, actual: Outcome | null, gives: object | null): Show => ({ of, actual, gives })
