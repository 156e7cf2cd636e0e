import { isNull, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { invitations, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { hashKey, newKey } from './secrets'

const linkLivesMs = 24 * 3_600_000

/**
 * While nobody has an account, a start makes one link by which the first administrator founds the first board. It is
 * written with the owner's connection, before the application opens. Older unused ones stop working. Returns null once
 * there is a person.
 */
export async function createFirstAdministratorLink(ownerUrl: string, baseUrl: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const database = drizzle(client, { casing: 'snake_case' })
    const somebody = await database.select({ id: users.id }).from(users).limit(1)
    if (somebody.length > 0) return null
    const token = newKey()
    await database
      .update(invitations)
      .set({ usedAt: now() })
      .where(sql`${invitations.firstAdministrator} and ${isNull(invitations.usedAt)}`)
    await database.insert(invitations).values({
      firstAdministrator: true,
      tokenHash: hashKey(token),
      createdAt: now(),
      endsAt: new Date(now().getTime() + linkLivesMs),
    })
    return `${baseUrl}/welcome/${token}`
  } finally {
    await client.end()
  }
}
