import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
import type { FieldProblem } from '@/lib/foundation/result'
import { type FactChange, pathOf, textOf } from '../facts'
import { dayOfFact, isLasting } from '../known-before'
import { readFacts } from '../load-case-file'

type Here = { id: string; boardId: string; timeZone: string }

/**
 * What is wrong with values that are said to be confirmed from an earlier case: each must stand there, known, the very same and
 * of the same day, in another case of this patient, and be of a kind that lasts. The origin of a value is never a guess.
 */
export async function originProblems(tx: Tx, here: Here, changes: readonly FactChange[]): Promise<FieldProblem[]> {
  const confirmed = changes.flatMap((change) => {
    const { confirmedFrom } = change.fact
    return confirmedFrom === undefined ? [] : [{ change, confirmedFrom }]
  })
  if (confirmed.length === 0) return []
  const named = [...new Set(confirmed.map(({ confirmedFrom }) => confirmedFrom))]
  const patient = tx.select({ id: cases.patientId }).from(cases).where(eq(cases.id, here.id))
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.boardId, here.boardId),
        inArray(cases.id, named),
        ne(cases.id, here.id),
        ne(cases.state, 'withdrawn'),
        inArray(cases.patientId, patient),
      ),
    )
  const factsOf = new Map<string, Awaited<ReturnType<typeof readFacts>>>()
  for (const { id } of rows) factsOf.set(id, await readFacts(tx, id))
  return confirmed.flatMap(({ change, confirmedFrom }): FieldProblem[] => {
    const { section, item, field, fact } = change
    const theirs = factsOf.get(confirmedFrom)?.[section]?.[item]?.[field]
    const stands =
      isLasting(change) &&
      fact.state === 'known' &&
      theirs?.state === 'known' &&
      textOf(theirs.value) === textOf(fact.value) &&
      theirs.unit === fact.unit &&
      dayOfFact(theirs, here.timeZone) === fact.refersOn
    const message = 'This does not stand in the earlier case any more. Look there, and enter what is so now.'
    return stands ? [] : [{ path: pathOf(change), message }]
  })
}
