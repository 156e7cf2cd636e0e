import pg from 'pg'
import { closeDatabase } from '@/db/client'
import { now } from '@/lib/foundation/clock'
import { signProtocol } from '@/lib/meetings/commands/protocols'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import type { SignProtocol } from '@/lib/meetings/model/protocol'
import type { SetMeetingRules } from '@/lib/meetings/model/rules'
import { type Stage, setStage } from './demo-board'
import { demoSignIns } from './demo-people'
import { holdMeeting } from './hold-meeting'
import { ardenwick } from './stories/1-ardenwick'
import { tellTollefsrud } from './stories/2-tollefsrud'
import { halversgate } from './stories/3-halversgate'
import { dunstervale } from './stories/4-dunstervale'
import { pelligrane } from './stories/5-pelligrane'
import { quenby } from './stories/6-quenby'
import { eskerholt } from './stories/7-eskerholt'
import { pennywell } from './stories/8-pennywell'
import { lachlow } from './stories/9-lachlow'
import { garrowby } from './stories/10-garrowby'
import { ebberston } from './stories/11-ebberston'
import { vellacourt } from './stories/12-vellacourt'
import { mossgrave } from './stories/13-mossgrave'
import { sorrelby } from './stories/14-sorrelby'
import { tellDunmallard } from './stories/15-dunmallard'
import { halvergate } from './stories/16-halvergate'
import { brackenrigg } from './stories/17-brackenrigg'
import { sunderwick } from './stories/18-sunderwick'

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

const atTheTable = ['coordinator', 'radiationOncologist', 'surgeon', 'oncologist', 'palliative'] as const
const elsewhere = ['radiologist', 'rehabilitation'] as const

/** The rule that this board gave itself; no published pathway names one. */
const quorumOf = ({ boardId }: Stage): SetMeetingRules => ({
  ...{ boardId, version: 0, because: 'Agreed in the spring: nobody decides on a spine without these four.' },
  quorum: (['spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology'] as const).map((specialty) => ({
    ...{ specialty, least: 1 },
  })),
})

/** A protocol to look at the form of: it says nothing clinical, and says so. */
const exampleProtocolOf = ({ boardId, time }: Stage): SignProtocol => ({
  ...{ boardId, protocolId: null, version: 0, title: 'Example, to be replaced by the board’s own' },
  covers:
    'Example text, not a clinical protocol. Here the board writes in words which cases it treats by its standard.',
  recommendation: 'Example text, not a clinical protocol. Here the board writes what is done for these cases.',
  reviewOn: time.on('2028-11-24'),
})

/** Six meetings: in spring, in October, two weeks ago, last week, one that is running, and next week's. */
async function tellStories(stage: Stage): Promise<void> {
  const { at, minutesAgo } = stage.time
  const came = { here: atTheTable, remote: elsewhere }
  const weekly = (day: string, plannedOn: string) => ({
    ...{ plannedAt: at(plannedOn, '15:30'), startsAt: at(day, '14:00'), endsAt: at(day, '15:00') },
  })
  await stage.act(at('2026-04-28', '16:00'), () => setMeetingRules(stage.actors.coordinator, quorumOf(stage)))
  await stage.act(at('2026-04-28', '16:05'), () => signProtocol(stage.actors.coordinator, exampleProtocolOf(stage)))
  await holdMeeting(stage, { ...weekly('2026-05-12', '2026-05-05'), ...came }, [eskerholt])
  await holdMeeting(stage, { ...weekly('2026-10-06', '2026-09-29'), ...came }, [pennywell, lachlow])
  await holdMeeting(stage, { ...weekly('2026-11-10', '2026-11-03'), ...came }, [halversgate, garrowby, ebberston])
  const lastWeek = { ...weekly('2026-11-17', '2026-11-10'), ...came }
  const [quenbyId] = await holdMeeting(stage, lastWeek, [quenby, vellacourt, mossgrave])
  await tellTollefsrud(stage)
  await tellDunmallard(stage)
  const running = { plannedAt: at('2026-11-17', '15:30'), startsAt: minutesAgo(40) }
  await holdMeeting(stage, { ...running, ...came }, [dunstervale, ardenwick, sorrelby])
  const next = { plannedAt: at('2026-11-23', '09:00'), startsAt: at('2026-12-01', '14:00') }
  const again = { minutes: 10, prepare: async () => quenbyId ?? '' }
  await holdMeeting(stage, next, [pelligrane, halvergate, brackenrigg, sunderwick, again])
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
