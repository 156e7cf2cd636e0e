import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inOneTrip, type Question } from '@/db/client'
import { rowAsJson } from '@/db/columns'
import { cases, facts, patientContacts, patientVersions, rivalSettlements, rivalValues } from '@/db/schema/cases'
import { ledgerEntries } from '@/db/schema/ledger'
import { meetings } from '@/db/schema/meetings'
import { ruleExceptions } from '@/db/schema/pathway'
import { users } from '@/db/schema/people'
import { titleOfRule } from '@/lib/clinical/pathway/rules'
import { cutPage, type ListPage, readPageKey } from '@/lib/foundation/page-key'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { recordReading } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { type HistoryRow, patientGroup, storyActs } from '../history'
import type { ContactInput } from '../model'
import { contactChanges, type Identity, identityChanges } from '../patient-history'
import { maySeeContact, maySeeSection, visibleBoards } from '../policy'

export const listHistoryInput = z.strictObject({
  caseId: z.uuid(),
  /** Only the values of this group, or what was said of the patient (`patient`); without it everything. */
  section: z.string().max(40).optional(),
  after: z.string().max(1000).optional(),
})
type ListHistory = z.infer<typeof listHistoryInput>

const pageSize = 200

type Found = { id: string; at: string; by: string; row: Record<string, unknown> }

const said = sql`json_build_object('state', ${facts.state}, 'value', ${facts.value}, 'unit', ${facts.unit},
  'refersOn', ${facts.refersOn})`

/** Every version of every value, with the version it replaced. */
const values = (caseId: string, section: string | undefined): SQL => sql`
  select ${facts.id}::text as id, ${facts.enteredAt} as at, ${users.name} as by,
    json_build_object('kind', 'value', 'section', ${facts.section}, 'item', ${facts.item}, 'field', ${facts.field},
      'after', ${said}, 'before', lag(${said}) over (
        partition by ${facts.section}, ${facts.item}, ${facts.field} order by ${facts.version})) as row
  from ${facts} join ${users} on ${users.id} = ${facts.enteredBy}
  where ${and(eq(facts.caseId, caseId), section === undefined ? undefined : eq(facts.section, section))}`

const saidByRival = sql`json_build_object('state', 'known', 'value', ${rivalValues.value}, 'unit', ${rivalValues.unit},
  'refersOn', ${rivalValues.refersOn})`

const ofRival = sql`'section', ${rivalValues.section}, 'item', ${rivalValues.item}, 'field', ${rivalValues.field},
  'said', ${saidByRival}, 'source', ${rivalValues.source}`

/** What other sources said of values, and how each was settled. */
const rivals = (caseId: string, section: string | undefined): SQL => {
  const wanted = and(
    eq(rivalValues.caseId, caseId),
    section === undefined ? undefined : eq(rivalValues.section, section),
  )
  return sql`
  select ${rivalValues.id}::text as id, ${rivalValues.enteredAt} as at, ${users.name} as by,
    json_build_object('kind', 'rival', ${ofRival}) as row
  from ${rivalValues} join ${users} on ${users.id} = ${rivalValues.enteredBy} where ${wanted}
  union all
  select ${rivalSettlements.id}::text as id, ${rivalSettlements.settledAt} as at, ${users.name} as by,
    json_build_object('kind', 'settled', ${ofRival}, 'outcome', ${rivalSettlements.outcome},
      'because', ${rivalSettlements.because}) as row
  from ${rivalValues} join ${rivalSettlements} on ${rivalSettlements.rivalId} = ${rivalValues.id}
    join ${users} on ${users.id} = ${rivalSettlements.settledBy} where ${wanted}`
}

/** Reasons to go on against a rule of the pathway, and warnings that were acknowledged. */
const exceptions = (caseId: string): SQL => sql`
  select ${ruleExceptions.id}::text as id, ${ruleExceptions.givenAt} as at, ${users.name} as by,
    json_build_object('kind', 'exception', 'ruleId', ${ruleExceptions.ruleId}, 'says', ${ruleExceptions.says},
      'because', ${ruleExceptions.because}, 'section', case when ${ruleExceptions.onGoals} then 'goals' end) as row
  from ${ruleExceptions} join ${users} on ${users.id} = ${ruleExceptions.givenBy} where ${eq(ruleExceptions.caseId, caseId)}`

/** What was said of the patient of the case and of how the patient is reached, each time with what stood before. */
const ofPatient = (caseId: string): SQL => sql`
  select ${patientVersions.id}::text as id, ${patientVersions.recordedAt} as at, ${users.name} as by,
    json_build_object('kind', 'identity', 'after', ${patientVersions.identity},
      'before', lag(${patientVersions.identity}) over (order by ${patientVersions.version})) as row
  from ${cases} join ${patientVersions} on ${patientVersions.patientId} = ${cases.patientId}
    join ${users} on ${users.id} = ${patientVersions.recordedBy}
  where ${eq(cases.id, caseId)}
  union all
  select ${patientContacts.id}::text as id, ${patientContacts.recordedAt} as at, ${users.name} as by,
    json_build_object('kind', 'contact', 'after', ${rowAsJson(patientContacts)},
      'before', lag(${rowAsJson(patientContacts)}) over (order by ${patientContacts.recordedAt})) as row
  from ${cases} join ${patientContacts} on ${patientContacts.patientId} = ${cases.patientId}
    join ${users} on ${users.id} = ${patientContacts.recordedBy}
  where ${eq(cases.id, caseId)}`

type Stored =
  | { kind: 'identity'; before: Identity | null; after: Identity }
  | { kind: 'contact'; before: ContactInput | null; after: ContactInput }
  | { kind: 'exception'; ruleId: string; says: string; because: string }
  | { kind: 'value' | 'rival' | 'settled' | 'act' }

/** Whether the actor may see a row: not what the treating team keeps to itself, nor how the patient is reached. */
function isSeen(actor: Actor, boardId: string, { kind, section }: Record<string, unknown>): boolean {
  if (kind === 'contact') return maySeeContact(actor, { boardId })
  return typeof section !== 'string' || maySeeSection(actor, { boardId }, section)
}

/** A row as it is told. The statement builds exactly these shapes; the operation checks them once more at the door. */
function toldRow({ at, by, row }: Found): HistoryRow {
  const stored = row as Stored
  if (stored.kind === 'exception') {
    const { kind, ruleId, says, because } = stored
    return { kind, ruleId, title: titleOfRule(ruleId), says, because, at, by }
  }
  if (stored.kind !== 'identity' && stored.kind !== 'contact') return { ...row, at, by } as HistoryRow
  const changes =
    stored.kind === 'identity'
      ? identityChanges(stored.before, stored.after)
      : contactChanges(stored.before, stored.after)
  return { kind: 'patient', at, by, isCorrection: stored.before !== null, changes }
}

/** What was done with the case, by the ledger. */
const acts = (caseId: string): SQL => sql`
  select lpad(${ledgerEntries.id}::text, 20, '0') as id, ${ledgerEntries.at} as at, coalesce(${users.name}, '') as by,
    json_build_object('kind', 'act', 'act', ${ledgerEntries.kind}, 'meeting', ${meetings.title}) as row
  from ${ledgerEntries} left join ${users} on ${users.id} = ${ledgerEntries.actorId}
    left join ${meetings} on ${meetings.id} = ${ledgerEntries.meetingId}
  where ${and(eq(ledgerEntries.caseId, caseId), inArray(ledgerEntries.kind, [...storyActs]))}`

/**
 * What happened in a case, the latest first, a page at a time by key: values with what they replaced, what other sources say of them
 * and how that was settled, reasons against rules of the pathway, what was said of the patient, and acts. The first page leaves a ledger row. Refuses strangers with `not-found`, a key made up with `invalid`.
 */
export async function listHistory(
  actor: Actor,
  { caseId, section, after }: ListHistory,
): Promise<Result<ListPage<HistoryRow>>> {
  const key = readPageKey(after, ['instant', 'text'])
  if (!key.ok) return key
  const [at, id] = key.value ?? []
  const beyond = at === undefined ? sql`` : sql`where (at, id) < (${at}::timestamptz, ${id})`
  const told = sql`${values(caseId, section)} union all ${rivals(caseId, section)}`
  const all = sql`${told} union all ${ofPatient(caseId)} union all ${acts(caseId)} union all ${exceptions(caseId)}`
  const asked = section === undefined ? all : section === patientGroup ? ofPatient(caseId) : told
  const mine = sql`select ${cases.boardId} as board_id, ${cases.id} as case_id from ${cases}
    where ${and(eq(cases.id, caseId), inArray(cases.boardId, visibleBoards(actor)))}`
  const board: Question<string | undefined> = {
    statement: mine,
    read: (rows) => (rows as { board_id: string }[])[0]?.board_id,
  }
  const page: Question<Found[]> = {
    statement: sql`select id, to_json(at) as at, by, row from (${asked}) as told ${beyond}
      order by told.at desc, told.id desc limit ${pageSize + 1}`,
    read: (rows) => rows as Found[],
  }
  const opened = recordReading(actor, 'case.history-opened', key.value ? sql`${mine} and false` : mine)
  const [boardId, found] = await inOneTrip(actor, [board, page, opened])
  if (boardId === undefined) return refuse('not-found')
  const rows = found.map(({ at: instant, ...one }) => ({ ...one, at: new Date(instant).toISOString() }))
  const { rows: cut, next } = cutPage(rows, pageSize, (one) => [one.at, one.id])
  const seen = cut.filter(({ row }) => isSeen(actor, boardId, row)).map(toldRow)
  return ok({ rows: seen, next })
}
