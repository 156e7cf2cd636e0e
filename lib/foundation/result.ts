/** One thing wrong with the input: where (a dotted path) and what, in words for the person who typed it. */
export type FieldProblem = { path: string; message: string }

/** One field somebody else changed meanwhile: both values, who and when, so that a person can choose. */
export type FieldConflict = { path: string; yours: unknown; theirs: unknown; version: number; by: string; at: string }

/** Why a thing is not open to this act now. Codes travel; the screen writes the sentence. */
export const closedReasons = [
  'vote-not-open',
  'vote-open',
  'vote-not-revealed',
  'vote-revealed',
  'no-ballots',
  'deadline-not-passed',
  'not-presented',
  'already-concluded',
  'not-concluded',
  'already-signed',
  'concluded-since',
  'meeting-closed',
  'meeting-not-running',
  'meeting-started',
  'called-for-one-case',
  'item-discussed',
  'recused',
  'case-withdrawn',
  'photos-off',
  'case-not-withdrawn',
  'answer-not-owed',
  'nothing-to-contest',
  'sources-changed',
  'facts-changed',
  'carried-over',
  'rule-says-otherwise',
  'not-signed-off',
  'case-before-board',
  'case-not-handed-in',
  'case-blocked',
  'task-closed',
  'task-dropped',
  'no-options',
  'option-withdrawn',
  'already-there',
  'agenda-changed',
  'in-lane',
  'not-in-lane',
  'seen-since',
  'link-used',
  'last-administrator',
  'shared-account',
  'not-accepted-yet',
  'meeting-not-closed',
  'already-rated',
] as const
export type ClosedReason = (typeof closedReasons)[number]

/** An expected "no". Anything unexpected throws instead. */
export type Refusal =
  | { code: 'not-found' }
  | { code: 'forbidden' }
  | { code: 'invalid'; fields: FieldProblem[] }
  | { code: 'stale'; fields: FieldConflict[] }
  | { code: 'closed'; why: ClosedReason }

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

type Refused = { ok: false; refusal: Refusal }

/** A refusal as a result: `refuse('not-found')`, `refuse('closed', 'vote-not-open')`, `refuse('invalid', [..])`. */
export function refuse(code: 'not-found' | 'forbidden'): Refused
export function refuse(code: 'closed', why: ClosedReason): Refused
export function refuse(code: 'invalid', fields: FieldProblem[]): Refused
export function refuse(code: 'stale', fields: FieldConflict[]): Refused
export function refuse(code: Refusal['code'], detail?: unknown): Refused {
  switch (code) {
    case 'not-found':
    case 'forbidden':
      return { ok: false, refusal: { code } }
    case 'closed':
      return { ok: false, refusal: { code, why: detail as ClosedReason } }
    case 'invalid':
      return { ok: false, refusal: { code, fields: detail as FieldProblem[] } }
    case 'stale':
      return { ok: false, refusal: { code, fields: detail as FieldConflict[] } }
  }
}
