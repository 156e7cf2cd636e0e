/** What can be said about a clinical fact. Unknown is never zero and never normal. */
export const statedStates = ['known', 'not-assessed', 'pending', 'not-applicable'] as const
export type StatedState = (typeof statedStates)[number]

/** A clinical value, or the reason why there is none. */
export type Stated<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'not-assessed' }
  | { readonly state: 'pending' }
  | { readonly state: 'not-applicable' }

/** Nobody has looked. */
export const notAssessed = { state: 'not-assessed' } as const
/** Asked for, the answer is on its way. */
export const pending = { state: 'pending' } as const
/** The question does not arise in this patient. */
export const notApplicable = { state: 'not-applicable' } as const

/** Wraps a value that somebody has stated. */
export function known<T>(value: T): Stated<T> {
  return { state: 'known', value }
}

/** True when there is a value. */
export function isKnown<T>(stated: Stated<T> | undefined): stated is { readonly state: 'known'; readonly value: T } {
  return stated?.state === 'known'
}

/** The value, or `undefined` when it is not known. `undefined` is what instruments take as a missing answer. */
export function knownValue<T>(stated: Stated<T> | undefined): T | undefined {
  return isKnown(stated) ? stated.value : undefined
}

/** Changes a known value and leaves every other state as it is. */
export function mapStated<T, U>(stated: Stated<T>, change: (value: T) => U): Stated<U> {
  return isKnown(stated) ? known(change(stated.value)) : stated
}

/** True when the fact still has to be found out: not assessed or pending, but not "not applicable". */
export function isOpen(stated: Stated<unknown> | undefined): boolean {
  return stated === undefined || stated.state === 'not-assessed' || stated.state === 'pending'
}

const unstatedWords: Readonly<Record<Exclude<StatedState, 'known'>, string>> = {
  'not-assessed': 'Not assessed',
  pending: 'Pending',
  'not-applicable': 'Not applicable',
}

/** Words for the screen: the value through `show`, else "Not assessed", "Pending" or "Not applicable". */
export function describeStated<T>(stated: Stated<T> | undefined, show: (value: T) => string): string {
  if (stated === undefined) return unstatedWords['not-assessed']
  return isKnown(stated) ? show(stated.value) : unstatedWords[stated.state]
}
