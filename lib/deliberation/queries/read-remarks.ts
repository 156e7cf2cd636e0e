import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { remarks } from '@/db/schema/remarks'
import type { RemarkView } from '../model/remark'

/** Every remark on an item in the order they were written, withdrawn ones too, inside another transaction. */
export async function readRemarks(tx: Tx, itemId: string): Promise<RemarkView[]> {
  const rows = await tx
    .select({ remark: remarks, writer: users.name })
    .from(remarks)
    .innerJoin(users, eq(users.id, remarks.writtenBy))
    .where(eq(remarks.itemId, itemId))
    .orderBy(asc(remarks.writtenAt), asc(remarks.id))
  return rows.map(({ remark, writer }) => {
    const { id: remarkId, replyToId, addressedTo, text, writtenBy: writerId, specialty, writtenAt } = remark
    const { withdrawnAt, withdrawnBecause } = remark
    return {
      ...{ remarkId, replyToId, addressedTo, text, writerId, writer, specialty, writtenAt: writtenAt.toISOString() },
      withdrawn: withdrawnAt === null ? null : { because: withdrawnBecause ?? '', at: withdrawnAt.toISOString() },
    }
  })
}
