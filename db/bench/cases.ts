import pg from 'pg'
import { getCase } from '@/lib/cases/queries'
import { getBoardSheet } from '@/lib/deliberation/queries/get-board-sheet'
import { getCaseEntry } from '@/lib/deliberation/queries/get-case-entry'
import { fillBoard } from './fill'
import { type Measured, measure } from './measure'

const count = 5000
const opened = 400

/**
 * The least that has to be asked for a case, without the application: who asks, the case with its patient, and the latest
 * version of every fact, one after the other on one connection.
 */
const rawQueries = (client: pg.Client, userId: string) => async (caseId: string) => {
  await client.query('begin read only')
  await client.query("select set_config('app.user_id', $1, true), set_config('app.door', 'shut', true)", [userId])
  await client.query(
    `select c.*, p.*, u.name from cases c join patients p on p.id = c.patient_id join users u on u.id = c.presenter_id
     where c.id = $1`,
    [caseId],
  )
  await client.query(
    `select distinct on (section, item, field) f.*, u.name from facts f join users u on u.id = f.entered_by
     where case_id = $1 order by section, item, field, version desc`,
    [caseId],
  )
  await client.query('commit')
}

/** Opening a case and its board sheet on a board of 5,000 cases, beside the raw queries, all in one run and in turn. */
export async function benchCases(ownerUrl: string, appUrl: string): Promise<{ title: string; rows: Measured[] }> {
  const { board, caseIds } = await fillBoard(ownerUrl, count)
  const step = Math.floor(caseIds.length / opened)
  const chosen = Array.from({ length: opened }, (_, index) => caseIds[(index * step * 7) % caseIds.length] ?? '')
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  try {
    const rows = await measure(chosen, {
      'raw queries': rawQueries(client, board.chair.userId),
      'open a case': async (caseId) => void (await getCase(board.chair, caseId)),
      'open its entry': async (caseId) => void (await getCaseEntry(board.chair, caseId)),
      'open its board sheet': async (caseId) => void (await getBoardSheet(board.chair, caseId)),
    })
    const { rows: told } = await client.query('select version()')
    const facts = `${opened} of ${count} cases opened, PostgreSQL ${String(told[0]?.version).split(' ')[1]}`
    return { title: facts, rows }
  } finally {
    await client.end()
  }
}
