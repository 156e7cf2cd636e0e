import { inOneTrip } from '@/db/client'
import type { KnownBefore } from '@/lib/cases/known-before'
import { askEarlierFacts } from '@/lib/cases/load-case-file'
import { askCase, type CaseView, openedCase } from '@/lib/cases/queries'
import { knownBeforeOf } from '@/lib/cases/queries/list-known-before'
import { askTerms, type CaseTerms, caseTerms } from '@/lib/cases/queries/read-terms'
import type { Actor } from '@/lib/people/model'
import { askOtherCases, type OtherCase } from './list-other-cases'

/** Everything that the entry of a case is drawn from. */
export type CaseEntryView = { view: CaseView; care: CaseTerms; known: KnownBefore[]; others: OtherCase[] }

/**
 * Opens a case for entry in one round trip: the case, how ready it is, what earlier cases of the patient know for good, and those
 * cases. Opening leaves a ledger row. Null for strangers.
 */
export async function getCaseEntry(actor: Actor, caseId: string): Promise<CaseEntryView | null> {
  const [row, standings, , earlier, others, ...terms] = await inOneTrip(actor, [
    ...askCase(actor, caseId),
    askEarlierFacts(caseId),
    askOtherCases(actor, caseId),
    ...askTerms(caseId),
  ])
  const opened = openedCase(actor, row, standings)
  if (!opened || !row) return null
  const { view } = opened
  const care = caseTerms({ caseId, presenterId: row.found.presenterId }, terms)
  return { view, care, known: knownBeforeOf(actor, view.file, earlier, view.timeZone), others }
}
