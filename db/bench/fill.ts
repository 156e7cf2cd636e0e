import { getTableColumns } from 'drizzle-orm'
import pg from 'pg'
import { cases, facts, patients } from '../schema/cases'
import { ardenwick } from '../seed/stories/1-ardenwick'
import { makeTestBoard, type TestBoard } from '../testing-board'
import { tellTestStory } from '../testing-story'

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The columns that a copy takes over as they are: not those that the database computes by itself. */
const kept = (table: Parameters<typeof getTableColumns>[0], own: readonly string[]): string[] =>
  Object.entries(getTableColumns(table))
    .flatMap(([name, { generated }]) => (generated === undefined ? [snake(name)] : []))
    .filter((name) => !own.includes(name))

type Copy = { table: string; columns: readonly string[]; own: Readonly<Record<string, string>>; from: string }

const copyStatement = ({ table, columns, own, from }: Copy): string => {
  const named = columns.map((name) => `source.${name}`)
  return `insert into ${table} (${[...Object.keys(own), ...columns].join(', ')})
    select ${[...Object.values(own), ...named].join(', ')} from ${from}`
}

/**
 * A board with one case told through the commands (the fullest story of the demo) and copies of it until there are `count`:
 * every copy with a patient, an identifier and a code of its own. Returns the board and the ids of all cases.
 */
export async function fillBoard(ownerUrl: string, count: number): Promise<{ board: TestBoard; caseIds: string[] }> {
  const board = await makeTestBoard(ownerUrl)
  const first = await tellTestStory(board, ardenwick)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      `create temporary table copies as
      select gen_random_uuid() as case_id, gen_random_uuid() as patient_id, n from generate_series(2, $1::integer) as n`,
      [count],
    )
    const patient = { id: 'copies.patient_id', identifier: `'BENCH ' || copies.n` }
    const copiedCase = { id: 'copies.case_id', patient_id: 'copies.patient_id', code: `'B-' || copies.n` }
    const ofCase = `(select * from cases where id = '${first}') as source, copies`
    const statements = [
      copyStatement({
        ...{ table: 'patients', columns: kept(patients, Object.keys(patient)), own: patient },
        from: `(select p.* from patients p join cases c on c.patient_id = p.id where c.id = '${first}') as source, copies`,
      }),
      copyStatement({ table: 'cases', columns: kept(cases, Object.keys(copiedCase)), own: copiedCase, from: ofCase }),
      copyStatement({
        ...{ table: 'facts', columns: kept(facts, ['id', 'case_id']), own: { case_id: 'copies.case_id' } },
        from: `(select * from facts where case_id = '${first}') as source, copies`,
      }),
      'analyze',
    ]
    for (const statement of statements) await client.query(statement)
    const { rows } = await client.query<{ case_id: string }>('select case_id from copies order by n')
    return { board, caseIds: [first, ...rows.map(({ case_id: id }) => id)] }
  } finally {
    await client.end()
  }
}
