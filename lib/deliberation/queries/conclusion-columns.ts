import { getTableColumns, sql } from 'drizzle-orm'
import { conclusions } from '@/db/schema/deliberation'

const { snapshot: _frozen, goalsConsidered: _withheld, ...columns } = getTableColumns(conclusions)

/** How the goals were considered, as the database says it to whoever asks; null for a reader from whom goals of care are withheld. */
export const goalsConsidered = sql<string | null>`app_goals_considered(${conclusions.id})`

/** Every column but the frozen record and the words on the goals, which the database hands out only to those who may see them. */
export const conclusionColumns = { ...columns, goalsConsidered }

export type StoredConclusion = Omit<typeof conclusions.$inferSelect, 'snapshot' | 'goalsConsidered'> & {
  goalsConsidered: string | null
}

/** A stored conclusion for who may write it. Throws where the words on the goals are withheld: they must not be saved as none. */
export function forWriter<Stored extends { goalsConsidered: string | null }>(stored: Stored) {
  const { goalsConsidered: words } = stored
  if (words === null) throw new Error('The words on the goals are withheld from who writes the conclusion')
  return { ...stored, goalsConsidered: words }
}
