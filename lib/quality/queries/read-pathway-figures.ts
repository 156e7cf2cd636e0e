import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { readCaseFiles } from '@/lib/cases/load-case-file'
import { readMetricRules } from '@/lib/cases/pathway/case-pathway'
import { readPacks } from '@/lib/cases/queries/get-packs'
import { readPathwayTermsOf } from '@/lib/cases/queries/read-pathway-terms'
import { readingsOf } from '@/lib/cases/readings'
import { type Counted, countFor, metrics } from '@/lib/clinical/pathway/metrics'
import { rulesOfPacks } from '@/lib/clinical/pathway/rules'
import { now } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import type { PathwayFigureView } from '../model'

/**
 * The metrics of PATHWAY 13 that rules of the board's packs count, over the cases with a signed conclusion in force, as their facts
 * stand now: n of those that the rule means and that have come to their end, with the cases that are not among them by name of why.
 */
export async function readPathwayFigures(tx: Tx, actor: Actor, boardId: string): Promise<PathwayFigureView[]> {
  const { packs } = await readPacks(tx, boardId)
  const rows = await tx
    .selectDistinct({ id: cases.id, code: cases.code })
    .from(cases)
    .innerJoin(conclusions, and(eq(conclusions.caseId, cases.id), eq(conclusions.state, 'signed')))
    .where(eq(cases.boardId, boardId))
    .orderBy(asc(cases.code))
  const ids = rows.map(({ id }) => id)
  const files = await readCaseFiles(tx, actor, ids)
  const termsOf = await readPathwayTermsOf(tx, boardId, ids)
  const at = now().toISOString()
  const read = rows.flatMap(({ id: caseId, code: caseCode }) => {
    const file = files.get(caseId)
    if (!file) return []
    const { readings } = readMetricRules(file, readingsOf(file), termsOf(caseId), at)
    return [{ caseId, caseCode, readings: new Map(readings.map((reading) => [reading.rule.id, reading])) }]
  })
  const inForce = new Set(rulesOfPacks(packs).map(({ id }) => id))
  return metrics
    .filter(({ ruleId }) => inForce.has(ruleId))
    .map((metric) => {
      const counted = read.flatMap(({ caseId, caseCode, readings }) => {
        const reading = readings.get(metric.ruleId)
        const as = reading ? countFor(metric, reading) : null
        return as === null ? [] : [{ caseId, caseCode, as }]
      })
      const those = (as: Counted) =>
        counted.filter((one) => one.as === as).map(({ caseId, caseCode }) => ({ caseId, caseCode }))
      const [met, notMet] = [those('met').length, those('not-met')]
      const { id, title, ruleId } = metric
      return {
        ...{ id, title, ruleId, n: met, of: met + notMet.length, notMet },
        ...{ running: those('running'), excepted: those('excepted'), unknown: those('unknown') },
      }
    })
}
