import type { PreviewRow } from '@/lib/exchange/queries/preview-import'

/** Who a row with candidates is: a patient of the board by id, a new person, or the row is left out. Nothing until somebody chooses. */
export type RowChoice = { kind: 'known'; patientId: string } | { kind: 'new' } | { kind: 'left-out' }

export type Choices = ReadonlyMap<number, RowChoice>

/** What becomes of a row as things stand. */
export type RowFate = 'new' | 'known' | 'rejected' | 'asked' | 'left-out'

type Judged = Pick<PreviewRow, 'line' | 'problems' | 'candidates' | 'asKnown'>

/** What the row means for the patient who is chosen for it; undefined for a new one, and while nobody is chosen. */
export function chosenFor({ line, asKnown }: Pick<Judged, 'line' | 'asKnown'>, choices: Choices) {
  const choice = choices.get(line)
  return choice?.kind === 'known' ? asKnown.find(({ patientId }) => patientId === choice.patientId) : undefined
}

/** Why the row is not imported: its own problems, and what cannot be true of the patient who is chosen for it. */
export const problemsOf = (row: Judged, choices: Choices) => [
  ...row.problems,
  ...(chosenFor(row, choices)?.problems ?? []),
]

/** A row with problems is rejected; one that looks like somebody known waits for a choice; the others become new patients. */
export function fateOf(row: Judged, choices: Choices): RowFate {
  if (problemsOf(row, choices).length > 0) return 'rejected'
  const choice = choices.get(row.line)
  if (choice) return choice.kind
  return row.candidates.length > 0 ? 'asked' : 'new'
}

type SentRow = { line: number; patientId: string | null }

/** The rows that are sent: each with its patient, or null for a new one. */
export const chosenRows = (rows: readonly PreviewRow[], choices: Choices): SentRow[] =>
  rows.flatMap((row): SentRow[] => {
    const choice = choices.get(row.line)
    switch (fateOf(row, choices)) {
      case 'new':
        return [{ line: row.line, patientId: null }]
      case 'known':
        return choice?.kind === 'known' ? [{ line: row.line, patientId: choice.patientId }] : []
      default:
        return []
    }
  })

/**
 * The choices that still hold when the columns were mapped anew: a person must still be among those who look alike. So an answer
 * given while the rows were being read again is not lost.
 */
export function stillHolding(choices: Choices, rows: readonly PreviewRow[]): Choices {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  return new Map(
    [...choices].filter(([line, choice]) => {
      const candidates = byLine.get(line)?.candidates ?? []
      return choice.kind === 'known'
        ? candidates.some(({ patientId }) => patientId === choice.patientId)
        : candidates.length > 0
    }),
  )
}

/** What an import did not take, so that nobody believes it was: `Not imported: 2 rows rejected, 1 row nobody chose for.` */
export function leftBehindWords(counts: Readonly<Record<RowFate, number>>): string | null {
  const rows = (count: number, why: string) => count > 0 && `${count === 1 ? '1 row' : `${count} rows`} ${why}`
  const words = [
    rows(counts.rejected, 'rejected'),
    rows(counts.asked, 'nobody chose for'),
    rows(counts['left-out'], 'left out'),
  ].filter(Boolean)
  return words.length === 0 ? null : `Not imported: ${words.join(', ')}.`
}

/** How many rows there are of each fate. */
export function countFates(rows: readonly PreviewRow[], choices: Choices): Readonly<Record<RowFate, number>> {
  const counts = { new: 0, known: 0, rejected: 0, asked: 0, 'left-out': 0 }
  for (const row of rows) counts[fateOf(row, choices)] += 1
  return counts
}
