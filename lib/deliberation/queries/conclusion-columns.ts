import { getTableColumns } from 'drizzle-orm'
import { conclusions } from '@/db/schema/deliberation'

const { snapshot: _frozen, ...columns } = getTableColumns(conclusions)

/** Every column but the frozen record, which the database hands out only without what its reader may not see. */
export const conclusionColumns = columns

export type StoredConclusion = Omit<typeof conclusions.$inferSelect, 'snapshot'>
