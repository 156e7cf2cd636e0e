import pg from 'pg'
import type { Server } from './embedded'

const superuser = 'postgres'
const owner = 'spineboard_owner'

const asSuperuser = async (server: Server, password: string, work: (client: pg.Client) => Promise<void>) => {
  const client = new pg.Client({ connectionString: server.urlOf(superuser, password, 'postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Makes sure that our own server has a database and an owner for it, and returns the owner's URL. The owner has the rights
 * that a hospital's database administrator would give, no more: it may make roles and databases and is no superuser.
 */
export const ensureOwnerDatabase = async (server: Server, password: string, database: string): Promise<string> => {
  await asSuperuser(server, password, async (client) => {
    const literal = client.escapeLiteral(password)
    const { rowCount: hasOwner } = await client.query('select 1 from pg_roles where rolname = $1', [owner])
    if (!hasOwner) await client.query(`create role ${owner} login createrole createdb password ${literal}`)
    const { rowCount: hasDatabase } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!hasDatabase) await client.query(`create database ${client.escapeIdentifier(database)} owner ${owner}`)
  })
  return server.urlOf(owner, password, database)
}

/** Drops a database of our own server with everything in it. */
export const dropDatabase = (server: Server, password: string, database: string): Promise<void> =>
  asSuperuser(server, password, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`)
  })
