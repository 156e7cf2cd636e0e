import { asActor, type Tx } from '@/db/client'
import { beginOpening, type OpenedCase, type Opening, openCase } from '@/lib/cases/commands/manage-case'
import { recordFacts } from '@/lib/cases/commands/record-facts'
import { maySeeCase, mayWriteCase } from '@/lib/cases/policy'
import type { BoardTime } from '@/lib/foundation/moment'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { ImportRow } from '../model/import-rows'
import { type ImportSource, readSource } from '../queries/preview-import'

/** Which rows become cases: each for a person of the board, or for a new one (null). */
export type ImportCases = ImportSource & { rows: readonly { line: number; patientId: string | null }[] }

export type ImportedCase = OpenedCase & { line: number }

const atLine = (line: number, message: string): FieldProblem => ({
  path: `rows.${line}`,
  message: `Line ${line}: ${message}`,
})

/** Imports the chosen rows of a table as drafts of the person who imports: all of them or none. */
export const importCases = (actor: Actor, input: ImportCases): Promise<Result<{ cases: ImportedCase[] }>> =>
  asActor(actor, async (tx) => {
    const { boardId } = input
    if (!maySeeCase(actor, { boardId })) return refuse('not-found')
    if (!mayWriteCase(actor, { boardId })) return refuse('forbidden')
    const found = await readSource(tx, input)
    if (!found.ok) return found
    const byLine = new Map(found.value.read.map((row) => [row.line, row]))
    const problems = input.rows.flatMap(({ line }, index) => {
      const row = byLine.get(line)
      if (!row) return [atLine(line, 'There is no such row in the table.')]
      if (input.rows.findIndex((one) => one.line === line) < index) return [atLine(line, 'The row is named twice.')]
      return row.problems.map(({ column, message }) => atLine(line, `${column}: ${message}`))
    })
    if (problems.length > 0) return refuse('invalid', problems)
    const cases: ImportedCase[] = []
    const board = { boardId, time: found.value.time, opening: await beginOpening(tx, boardId) }
    for (const { line, patientId } of input.rows) {
      const opened = await importRow(tx, actor, board, byLine.get(line)?.ready ?? null, patientId)
      if (!opened.ok) return sayLine(opened.refusal, line)
      cases.push({ line, ...opened.value })
    }
    return ok({ cases })
  })

type OfBoard = { boardId: string; time: BoardTime; opening: Opening }

async function importRow(
  tx: Tx,
  actor: Actor,
  { boardId, time, opening }: OfBoard,
  ready: ImportRow['ready'],
  patientId: string | null,
): Promise<Result<OpenedCase>> {
  if (!ready) throw new Error('A row with problems was let through')
  const patient = patientId === null ? { new: ready.patient } : { id: patientId }
  const opened = await openCase(tx, actor, { boardId, patient, question: ready.question }, opening)
  if (!opened.ok || ready.changes.length === 0) return opened
  const fresh = { id: opened.value.caseId, boardId, ...time }
  const recorded = await recordFacts(tx, actor, fresh, ready.changes)
  return recorded.ok ? opened : recorded
}

type Refused = Extract<Result<never>, { ok: false }>

/** A refusal of one row names its line: the others were not written either. */
function sayLine(refusal: Refused['refusal'], line: number): Refused {
  if (refusal.code === 'invalid')
    return refuse(
      'invalid',
      refusal.fields.map(({ message }) => atLine(line, message)),
    )
  if (refusal.code === 'not-found') return refuse('invalid', [atLine(line, 'The chosen patient is not on this board.')])
  return { ok: false, refusal }
}
