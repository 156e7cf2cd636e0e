import type { FactView } from './facts'

/** A fact as a case file shows it, for tests: entered by one person at one time, without unit or day of its own. */
export const fact = (value: unknown, state: FactView['state'] = 'known'): FactView => ({
  state,
  value,
  unit: null,
  refersOn: null,
  version: 1,
  by: 'E. Wyndlass',
  at: '2026-11-24T13:02:00Z',
})

/** Known facts by field, for tests. */
export const facts = (values: Record<string, unknown>): Record<string, FactView> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, fact(value)]))

/** The same known fact with what other sources say of it, for tests. */
export const contested = (value: unknown, ...others: readonly unknown[]): FactView => ({
  ...fact(value),
  rivals: others.map((other, index) => ({
    ...{ id: `rival ${index}`, value: other, unit: null, source: 'CT report', refersOn: null },
    ...{ enteredBy: 'user', by: 'L. Osterfjell', at: '2026-11-24T14:00:00Z' },
  })),
})
