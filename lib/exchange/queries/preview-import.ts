import { and, eq, inArray, isNull } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { patientIdentifiers, patients } from '@/db/schema/cases'
import type { Identifier } from '@/lib/cases/model'
import { type Identity, identityOf } from '@/lib/cases/patient-history'
import type { CandidateView } from '@/lib/cases/person-likeness'
import { maySeeCase, mayWriteCase } from '@/lib/cases/policy'
import { listCandidatesOf } from '@/lib/cases/queries/list-candidates'
import { now } from '@/lib/foundation/clock'
import { type BoardTime, boardTimeAt } from '@/lib/foundation/moment'
import type { DayOrder } from '@/lib/foundation/read-day'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { guessColumns } from '../model/import-columns'
import { type OrderExample, orderExample } from '../model/import-dates'
import { type DifferingCell, differingCells, problemsFor } from '../model/import-known'
import { type ImportRow, type RowProblem, readRows } from '../model/import-rows'
import { readTable } from '../model/import-table'

/** A table and what its columns are; without columns they are guessed from the header. */
export type ImportSource = {
  boardId: string
  text: string
  columns?: readonly (string | null)[] | undefined
  /** Which figure comes first in dates that two orders can read; such dates are refused until it is said. */
  dayOrder?: DayOrder | undefined
}

/** What a row means for one of the patients whom it may be: cells that are left aside, and why it cannot be this patient. */
type AsKnown = { patientId: string; differing: readonly DifferingCell[]; problems: readonly RowProblem[] }

/** A row before anything is written: with problems it is rejected, with candidates somebody says who it is. */
export type PreviewRow = {
  line: number
  name: string
  bornOn: string | null
  question: string
  problems: readonly RowProblem[]
  candidates: readonly CandidateView[]
  asKnown: readonly AsKnown[]
}

export type ImportPreview = {
  separator: string
  header: readonly string[]
  columns: readonly (string | null)[]
  /** The order of day and month as it was said, and a date that needs it; both null where no date does. */
  dayOrder: DayOrder | null
  orderExample: OrderExample | null
  rows: readonly PreviewRow[]
}

type ReadSource = Pick<ImportPreview, 'separator' | 'header' | 'columns' | 'dayOrder' | 'orderExample'> & {
  read: readonly ImportRow[]
  time: BoardTime
}

/** Reads the table of an import at the time of its board; refused as invalid at `text` or `columns` when it is none. */
export async function readSource(
  tx: Tx,
  { boardId, text, columns, dayOrder }: ImportSource,
): Promise<Result<ReadSource>> {
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
  const { separator, header } = table
  const example = orderExample(table, chosen, time)
  const order = example ? dayOrder : undefined
  const read = readRows(table, chosen, { ...time, order })
  return ok({
    ...{ separator, header, columns: [...chosen], read, time },
    ...{ dayOrder: order ?? null, orderExample: example },
  })
}

type KnownOnes = ReadonlyMap<string, Identity>

/** Who the candidates are on record, whole. */
async function identitiesOf(tx: Tx, boardId: string, patientIds: readonly string[]): Promise<KnownOnes> {
  if (patientIds.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(patients)
    .where(and(eq(patients.boardId, boardId), inArray(patients.id, [...patientIds])))
  const others = await tx
    .select({
      patientId: patientIdentifiers.patientId,
      issuer: patientIdentifiers.issuer,
      value: patientIdentifiers.value,
    })
    .from(patientIdentifiers)
    .where(
      and(
        eq(patientIdentifiers.boardId, boardId),
        isNull(patientIdentifiers.removedAt),
        inArray(patientIdentifiers.patientId, [...patientIds]),
      ),
    )
  const ofPatient = new Map<string, Identifier[]>()
  for (const { patientId, issuer, value } of others) {
    ofPatient.set(patientId, [...(ofPatient.get(patientId) ?? []), { issuer, value }])
  }
  return new Map(rows.map((row) => [row.id, identityOf({ ...row, otherIdentifiers: ofPatient.get(row.id) ?? [] })]))
}

function previewOf(row: ImportRow, candidates: CandidateView[], source: ReadSource, known: KnownOnes): PreviewRow {
  const { line, name, question, problems, ready } = row
  const asKnown = candidates.flatMap(({ patientId }): AsKnown[] => {
    const recorded = known.get(patientId)
    if (!recorded || !ready) return []
    const found = problemsFor(row, source, recorded.bornOn, source.time)
    return [{ patientId, differing: differingCells(recorded, ready.patient), problems: found }]
  })
  return { line, name, question, problems, candidates, asKnown, bornOn: ready?.patient.bornOn ?? null }
}

/** What an import would do, row by row; writes nothing. */
export async function previewImport(actor: Actor, source: ImportSource): Promise<Result<ImportPreview>> {
  const { boardId } = source
  if (!maySeeCase(actor, { boardId })) return refuse('not-found')
  if (!mayWriteCase(actor, { boardId })) return refuse('forbidden')
  const found = await readAs(actor, (tx) => readSource(tx, source))
  if (!found.ok) return found
  const { read, time: _, ...told } = found.value
  const ready = read.flatMap(({ ready }) => (ready ? [ready.patient] : []))
  const candidates = await listCandidatesOf(actor, { boardId, people: ready })
  const ids = [...new Set(candidates.flat().map(({ patientId }) => patientId))]
  const known = await readAs(actor, (tx) => identitiesOf(tx, boardId, ids))
  let next = 0
  const rows = read.map((row) => previewOf(row, row.ready ? (candidates[next++] ?? []) : [], found.value, known))
  return ok({ ...told, rows })
}
