import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Random } from '@/lib/deliberation/simulation/random'
import type { Member } from './member'

/** Where it is said: on the case that is voted on, and on one that waits. */
type Places = { votedItem: string; waitingItem: string }

/** What one member was told is done beside the ballots: objections and remarks by their id, conflicts in the order of their acts. */
export type Said = {
  userId: string
  objections: Map<string, string>
  remarks: Map<string, string>
  /** Each conflict with its words; the last one stands unless it was taken back. */
  conflicts: Map<string, { words: string; withdrawn: string | null }>
}

export const nothingSaid = (userId: string): Said => ({
  ...{ userId, objections: new Map(), remarks: new Map(), conflicts: new Map() },
})

/** How many acts a member was told are done: a conflict that was taken back is two. */
export const actsOf = ({ objections, remarks, conflicts }: Said): number =>
  objections.size + remarks.size + conflicts.size + [...conflicts.values()].filter((one) => one.withdrawn).length

const standingOf = ({ conflicts }: Said) => [...conflicts].find(([, { withdrawn }]) => withdrawn === null)

/** Whether a conflict of the member stands in the case that waits: then they propose nothing there. */
export const isRecused = (said: Said): boolean => standingOf(said) !== undefined

/** Says one thing: an objection in the sealed vote, a remark, or a conflict in the case that waits, which is taken back the next time. */
export async function saySomething(member: Member, said: Said, random: Random, places: Places): Promise<void> {
  const words = `Words ${random.whole(1, 1e9)}`
  switch (random.pick(['objection', 'remark', 'conflict'] as const)) {
    case 'objection': {
      const answer = await member.act(`/agenda-items/${places.votedItem}/objections`, { optionId: null, words })
      said.objections.set((answer as { objectionId: string }).objectionId, words)
      return
    }
    case 'remark': {
      const remarkId = randomUUID()
      await member.act(`/agenda-items/${random.pick(Object.values(places))}/remarks`, { remarkId, text: words })
      said.remarks.set(remarkId, words)
      return
    }
    case 'conflict':
      return declareOrTakeBack(member, said, places, words)
  }
}

async function declareOrTakeBack(member: Member, said: Said, { waitingItem }: Places, words: string): Promise<void> {
  const path = `/agenda-items/${waitingItem}/conflicts`
  const standing = standingOf(said)
  if (standing) {
    await member.act(`${path}/${standing[0]}/withdrawal`, { because: words })
    standing[1].withdrawn = words
    return
  }
  const answer = await member.act(path, { kind: 'research', words })
  said.conflicts.set((answer as { conflictId: string }).conflictId, { words, withdrawn: null })
}

type Ask = <Row extends pg.QueryResultRow>(text: string, values: unknown[]) => Promise<Row[]>
type Line = { line: string }

/** What was told, and what the database and its ledger have, each as sorted lines: they have to be the same. */
export async function toldAndStored(ask: Ask, all: readonly Said[], places: Places) {
  const items = Object.values(places)
  const linesOf = async (text: string) => (await ask<Line>(text, [items])).map(({ line }) => line)
  const told = all.flatMap(({ userId, objections, remarks, conflicts }) => [
    ...[...objections].map(([id, words]) => `objection ${id} ${userId} ${words}`),
    ...[...remarks].map(([id, words]) => `remark ${id} ${userId} ${words}`),
    ...[...conflicts].map(([id, { words, withdrawn }]) => `conflict ${id} ${userId} ${words} ${withdrawn ?? ''}`),
  ])
  const stored = [
    ...(await linesOf(`select concat_ws(' ', 'objection', id, raised_by, words) as line
      from safety_objections where item_id = any($1)`)),
    ...(await linesOf(
      `select concat_ws(' ', 'remark', id, written_by, text) as line from remarks where item_id = any($1)`,
    )),
    ...(await linesOf(`select concat('conflict ', id, ' ', user_id, ' ', words, ' ', withdrawn_because) as line
      from conflicts where item_id = any($1)`)),
  ]
  const count = (pick: (said: Said) => number) => all.reduce((sum, said) => sum + pick(said), 0)
  const acts = {
    'objection.raised': count(({ objections }) => objections.size),
    'remark.written': count(({ remarks }) => remarks.size),
    'conflict.declared': count(({ conflicts }) => conflicts.size),
    'conflict.withdrawn': count(({ conflicts }) => [...conflicts.values()].filter((one) => one.withdrawn).length),
  }
  const rows = await ask<{ kind: string; times: number }>(
    `select kind, count(*)::int as times from ledger_entries where actor_id = any($1) and kind = any($2) group by kind`,
    [all.map(({ userId }) => userId), Object.keys(acts)],
  )
  const recorded = Object.fromEntries(
    Object.keys(acts).map((kind) => [kind, rows.find((row) => row.kind === kind)?.times ?? 0]),
  )
  return { told: { lines: told.sort(), acts }, stored: { lines: stored.sort(), acts: recorded } }
}
