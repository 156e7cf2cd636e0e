/** A line of a letter: what it is about, what is said, and where that comes from (day, person) when it is a value. */
export type LetterRow = { label: string; value: string; source?: string }

/** Facts that belong together; `source` stands once for all rows where every one has the same. */
export type LetterGroup = { title: string; source?: string; rows: LetterRow[] }

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
  salutation: string
  title: string
  /** What this paper is, in a sentence or two. */
  opening: string
  question: string
  /** What a reader wants to know of the patient first, each with its day. */
  keyFacts: LetterRow[]
  recommendations: { modality: string; answers: LetterAnswer[] }[]
  /** The order of the treatments, step by step; empty where the record says none. */
  sequence: LetterRow[]
  /** Palliative care, rehabilitation, psychological support and trials; empty in records from before they were kept. */
  needs: LetterRow[]
  rationale: string
  goals: string
  /** Each goal with how it was considered, and what was declared on risks; empty where nothing was asked. */
  goalsOneByOne: LetterRow[]
  /** How many voted, what the chair wrote about dissent, and who opposed what; nobody’s dissent stands there twice. */
  dissent: LetterRow[]
  /** Despite which stops of the pathway the board decided, and why; none where none stood. */
  stops: LetterRow[]
  /** How much was not known, in a sentence; the list stands in the annex. */
  incomplete: string
  signature: LetterRow[]
  missing: string[]
  readings: LetterRow[]
  facts: LetterGroup[]
  attended: LetterRow[]
  /** Who printed it and when. */
  printed: string
}

/** What every printed page says of itself (DESIGN M11). */
export const printedCopyWords = 'Printed copy – check system for changes'

/** Heads what follows the letter proper, on a page of its own. */
export const annexWords = 'Annex: the record on which this rests'

/** Stands where nobody said to whom the letter goes. */
export const noAddresseeWords = 'Referring doctor not recorded'

/** What every page says before the chair has signed (DESIGN M13). */
export const draftWords = 'DRAFT – not signed'

/** What every page says of a version that a later one took the place of. */
export const supersededWords = (newer: number | null): string =>
  newer === null ? 'Replaced by a later version' : `Replaced by version ${newer}`

/** What every page says when the stored record is no longer what was signed. */
export const alteredWords = 'Altered after signing – do not use'

/** Stands where a part of the record is in a shape that this version of Spineboard cannot read. */
export const notShownWords = 'This part of the record could not be shown; see the signed record'

/** A SHA-256 in groups of eight characters, to compare two papers by eye. */
export const groupedCode = (sha256: string): string => (sha256.match(/.{1,8}/g) ?? []).join(' ')

/** Headings that screen and PDF share. */
export const sequenceTitle = 'Order of the treatments'
export const needsTitle = 'Support and trials'
export const goalsTitle = 'Goals one by one'

/** Heading of the stops, on screen and in the PDF. */
export const stopsTitle = 'Decided despite the pathway'
