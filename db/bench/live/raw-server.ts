import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'

/**
 * What the live board is compared with: the least that a server of server-sent events can do. A vote is one row, committed,
 * and its number goes at once to everybody who listens: no sign-in, no role, no seal, no ledger, no second process.
 */
async function serve(): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.env.RAW_DATABASE_URL, max: 12 })
  await pool.query(
    'create table if not exists raw_votes (meeting text, voter text, answers jsonb, cast_at timestamptz)',
  )
  const screens = new Map<string, Set<ServerResponse>>()
  const counts = new Map<string, number>()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [, meeting = '', voter] = (request.url ?? '').split('/')
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`data: {"cast":${counts.get(meeting) ?? 0}}\n\n`)
      const listening = screens.get(meeting) ?? new Set()
      screens.set(meeting, listening.add(response))
      response.on('close', () => listening.delete(response))
      return
    }
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const row = [meeting, voter, Buffer.concat(parts).toString()]
    await pool.query('insert into raw_votes values ($1, $2, $3, now())', row)
    counts.set(meeting, (counts.get(meeting) ?? 0) + 1)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    for (const screen of screens.get(meeting) ?? []) screen.write(`data: {"cast":${counts.get(meeting)}}\n\n`)
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(Number(process.env.PORT), '127.0.0.1')
  await once(server, 'listening')
  process.send?.('listening')
}

await serve()
