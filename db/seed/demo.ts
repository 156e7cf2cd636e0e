import pg from 'pg'
import { closeDatabase } from '@/db/client'
import { now } from '@/lib/foundation/clock'
import { type Stage, setStage } from './demo-board'
import { demoSignIns } from './demo-people'
import { holdMeeting } from './hold-meeting'
import { ardenwick } from './stories/1-ardenwick'

export { demoSignIns } from './demo-people'

const filled = 'The demo board is whole'

/** Empties every table. Throws when somebody is in them who is not of the demo. */
async function startOver(client: pg.Client): Promise<void> {
  const { rows: strangers } = await client.query('select 1 from users where email <> all($1) limit 1', [
    demoSignIns.map(({ email }) => email),
  ])
  if (strangers.length > 0) throw new Error('This database has people who are not of the demo: nothing was changed')
  const { rows: tables } = await client.query("select tablename from pg_tables where schemaname = 'public'")
  const names = tables.map(({ tablename }) => client.escapeIdentifier(tablename)).join(', ')
  await client.query(`truncate ${names} restart identity cascade`)
}

async function tellStories(stage: Stage): Promise<void> {
  const { at, minutesAgo } = stage.time
  const everybody = ['coordinator', 'radiationOncologist', 'surgeon', 'oncologist', 'palliative'] as const
  await holdMeeting(
    stage,
    {
      plannedAt: at('2026-11-17', '15:30'),
      startsAt: minutesAgo(40),
      here: everybody,
      remote: ['radiologist', 'rehabilitation'],
    },
    [ardenwick],
  )
}

/**
 * Fills a migrated database with the demo board, through the same commands as the people of a board would, on days around
 * the present one. A board that is whole is left alone; one that was cut short is emptied and told again.
 */
export const seedDemo = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query("select obj_description('public.boards'::regclass) as mark")
    if (rows[0]?.mark === filled) return
    await startOver(client)
    await tellStories(await setStage(ownerUrl, now()))
    await client.query(`comment on table boards is ${client.escapeLiteral(filled)}`)
  } finally {
    await client.end()
    await closeDatabase()
  }
}
