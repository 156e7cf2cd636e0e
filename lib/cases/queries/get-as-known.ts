import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inOneTrip } from '@/db/client'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { CaseFile } from '../case-file'
import { changesBetween } from '../changes'
import { askCase, openedCase } from '../queries'

export const asKnownInput = z.strictObject({
  caseId: z.uuid(),
  at: z.iso.datetime({ offset: true, error: 'Write a moment such as 2026-11-24T14:02:00Z.' }),
})

/** A case with the values as they were known at a moment, and how many have changed since. */
export type CaseAsKnown = { at: string; changedSince: number; case: CaseFile }

/**
 * A case as it was known at a moment: the question as it was put then, every value that had been entered by then, none
 * that came later. State and the patient's identity are those of today. Strangers get `not-found`.
 */
export async function getCaseAsKnown(
  actor: Actor,
  { caseId, at }: z.infer<typeof asKnownInput>,
): Promise<Result<CaseAsKnown>> {
  const [row, withdrawn] = await inOneTrip(actor, askCase(actor, caseId, sql`${at}`))
  const opened = openedCase(actor, row, withdrawn)
  if (!opened?.earlier) return refuse('not-found')
  const { view, earlier } = opened
  const changedSince = changesBetween(earlier.facts, view.file.facts).length
  return ok({ at: earlier.at, changedSince, case: { ...view.file, question: earlier.question, facts: earlier.facts } })
}
