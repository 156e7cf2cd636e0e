export const dynamic = 'force-dynamic'

/** The process runs. Says nothing about the database, so that a supervisor does not restart an app for its sake. */
export const GET = (): Response => Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
