import { readiness } from '@/db/readiness'

export const dynamic = 'force-dynamic'

/** Ready for traffic: 200 when the database answers and its migrations are current, else 503. */
export const GET = async (): Promise<Response> => {
  const found = await readiness()
  const ready = found.database === 'reachable' && found.migrations === 'current'
  return Response.json(
    { status: ready ? 'ready' : 'not ready', ...found },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
