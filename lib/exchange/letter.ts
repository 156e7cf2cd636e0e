/** A line of a letter: what it is about, what is said, and where that comes from (day, person) when it is a value. */
export type LetterRow = { label: string; value: string; source?: string }

/** One treatment that the board recommends, or why there is none. */
export type LetterAnswer = { heading: string; rows: LetterRow[] }

/** What a letter says, in words ready for paper: screen and PDF print the same. Dates are long (DESIGN D2). */
export type Letter = {
  /** Why this paper must not be relied on, on every page across the text; null for the signed record in force. */
  mark: string | null
  board: string
  caseCode: string
  /** Stands on every page (DESIGN M11). */
  identity: { name: string; born: string; sex: string; identifier: string }
  addressee: string
  metOn: string
  question: string
  facts: { title: string; rows: LetterRow[] }[]
  readings: LetterRow[]
  recommendations: { modality: string; answers: LetterAnswer[] }[]
  rationale: string
  goals: string
  dissent: string
  missing: string[]
  attended: LetterRow[]
  signature: string
  /** Who printed it and when. */
  printed: string
}

/** What every printed page says of itself (DESIGN M11). */
export const printedCopyWords = 'Printed copy – check system for changes'

/** What every page says of a version that a later one took the place of. */
export const supersededWords = 'Replaced by a later version'

/** What every page says when the stored record is no longer what was signed. */
export const alteredWords = 'Altered after signing – do not use'

/** The first characters of a SHA-256, in groups: enough to compare two papers by eye. */
export const shortCode = (sha256: string): string => (sha256.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ')
