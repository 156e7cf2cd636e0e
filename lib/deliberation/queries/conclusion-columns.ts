import { getTableColumns, sql } from 'drizzle-orm'
import { conclusions } from '@/db/schema/deliberation'
import type { GoalsGate } from '../model/goals-gate'

const { snapshot: _frozen, goalsConsidered: _words, goalsGate: _gate, ...columns } = getTableColumns(conclusions)

/** How the goals were considered, as the database says it to whoever asks; null for a reader from whom goals of care are withheld. */
export const goalsConsidered = sql<string | null>`app_goals_considered(${conclusions.id})`

/** What was said at the gate of the goals, in the same way. */
export const goalsGate = sql<GoalsGate | null>`app_goals_gate(${conclusions.id})`

/** Every column but the frozen record and what was said on the goals, which the database hands out only to those who may see them. */
export const conclusionColumns = { ...columns, goalsConsidered, goalsGate }

export type StoredConclusion = Omit<typeof conclusions.$inferSelect, 'snapshot' | 'goalsConsidered' | 'goalsGate'> & {
  goalsConsidered: string | null
  goalsGate: GoalsGate | null
}

/** A stored conclusion for who may write it. Throws where the words on the goals are withheld: they must not be saved as none. */
export function forWriter<Stored extends Pick<StoredConclusion, 'goalsConsidered' | 'goalsGate'>>(stored: Stored) {
  const { goalsConsidered: words, goalsGate: gate } = stored
  if (words === null || gate === null) {
    throw new Error('The words on the goals are withheld from who writes the conclusion')
  }
  return { ...stored, goalsConsidered: words, goalsGate: gate }
}
