import { eq } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import type { CandidateView } from '@/lib/cases/person-likeness'
import { maySeeCase, mayWriteCase } from '@/lib/cases/policy'
import { listCandidatesOf } from '@/lib/cases/queries/list-candidates'
import { now } from '@/lib/foundation/clock'
import { type BoardTime, boardTimeAt } from '@/lib/foundation/moment'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { guessColumns } from '../model/import-columns'
import { type ImportRow, type RowProblem, readRows } from '../model/import-rows'
import { readTable } from '../model/import-table'

/** A table and what its columns are; without columns they are guessed from the header. */
export type ImportSource = { boardId: string; text: string; columns?: readonly (string | null)[] | undefined }

/** A row before anything is written: with problems it is rejected, with candidates somebody says who it is. */
export type PreviewRow = {
  line: number
  name: string
  bornOn: string | null
  question: string
  problems: readonly RowProblem[]
  candidates: readonly CandidateView[]
}

export type ImportPreview = {
  separator: string
  header: readonly string[]
  columns: readonly (string | null)[]
  rows: readonly PreviewRow[]
}

type ReadSource = Pick<ImportPreview, 'separator' | 'header' | 'columns'> & {
  read: readonly ImportRow[]
  time: BoardTime
}

/** Reads the table of an import at the time of its board; refused as invalid at `text` or `columns` when it is none. */
export async function readSource(tx: Tx, { boardId, text, columns }: ImportSource): Promise<Result<ReadSource>> {
  const [board] = await tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, boardId))
  if (!board) return refuse('not-found')
  const table = readTable(text)
  if (table.kind === 'problem') return refuse('invalid', [{ path: 'text', message: table.why }])
  const chosen = columns ?? guessColumns(table.header)
  const named = chosen.filter((target) => target !== null)
  if (new Set(named).size < named.length) {
    return refuse('invalid', [{ path: 'columns', message: 'Two columns are the same thing. Leave one of them out.' }])
  }
  const time = boardTimeAt(now().toISOString(), board.timeZone)
  const read = readRows(table, chosen, time)
  return ok({ separator: table.separator, header: table.header, columns: [...chosen], read, time })
}

const previewOf = ({ line, name, question, problems, ready }: ImportRow, candidates: CandidateView[]): PreviewRow => ({
  ...{ line, name, question, problems, candidates },
  bornOn: ready?.patient.bornOn ?? null,
})

/** What an import would do, row by row; writes nothing. */
export async function previewImport(actor: Actor, source: ImportSource): Promise<Result<ImportPreview>> {
  const { boardId } = source
  if (!maySeeCase(actor, { boardId })) return refuse('not-found')
  if (!mayWriteCase(actor, { boardId })) return refuse('forbidden')
  const found = await readAs(actor, (tx) => readSource(tx, source))
  if (!found.ok) return found
  const { read, separator, header, columns } = found.value
  const ready = read.flatMap(({ ready }) => (ready ? [ready.patient] : []))
  const candidates = await listCandidatesOf(actor, { boardId, people: ready })
  let next = 0
  const rows = read.map((row) => previewOf(row, row.ready ? (candidates[next++] ?? []) : []))
  return ok({ separator, header, columns, rows })
}
