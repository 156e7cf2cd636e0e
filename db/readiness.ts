import 'server-only'
import { connectionPool } from './client'
import { expectedMigration } from './migrate'

/** Whether this process can serve: its database answers, and is migrated as far as this version expects. */
type Readiness = { database: 'reachable' | 'unreachable'; migrations: 'current' | 'behind' | 'unknown' }

const patienceMs = 3_000
const keptMs = 1_000

const look = async (): Promise<Readiness> => {
  try {
    const answer = connectionPool().query('select max(created_at)::float8 as newest from drizzle.__drizzle_migrations')
    const late = new Promise<never>((_, reject) => {
      AbortSignal.timeout(patienceMs).addEventListener('abort', () => reject(new Error('late')))
    })
    const { rows } = await Promise.race([answer, late])
    return { database: 'reachable', migrations: rows[0]?.newest >= expectedMigration().when ? 'current' : 'behind' }
  } catch {
    return { database: 'unreachable', migrations: 'unknown' }
  }
}

let kept: { at: number; answer: Promise<Readiness> } | undefined

/** Looks at most once a second, so that asking often, or by many, costs the database nothing. */
export const readiness = (): Promise<Readiness> => {
  if (!kept || performance.now() - kept.at > keptMs) kept = { at: performance.now(), answer: look() }
  return kept.answer
}
