import { inOneTrip, type Question } from '@/db/client'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { CaseFile } from '../case-file'
import { type EarlierFacts, type KnownBefore, lastingFacts, notYetSaid } from '../known-before'
import { askEarlierFacts, caseFileOf, caseStatement, type FoundCase } from '../load-case-file'
import { maySeeSection, visibleBoards } from '../policy'

/**
 * What earlier cases of the patient know for good and this one has not been told: to be confirmed one by one or as a group, never
 * copied by itself. Only what the actor may see. `earlier` answers `askEarlierFacts`.
 */
export const knownBeforeOf = (
  actor: Actor,
  file: CaseFile,
  earlier: readonly EarlierFacts[],
  timeZone: string,
): KnownBefore[] => {
  const known = lastingFacts(earlier, timeZone).filter(({ section }) => maySeeSection(actor, file, section))
  return notYetSaid(known, file)
}

/** The same of a case that is not open yet. Null for a stranger. */
export async function listKnownBefore(actor: Actor, caseId: string): Promise<KnownBefore[] | null> {
  const asked: Question<FoundCase | undefined> = {
    statement: caseStatement(caseId, { onBoards: visibleBoards(actor) }),
    read: ([row]) => row as FoundCase | undefined,
  }
  const [row, earlier] = await inOneTrip(actor, [asked, askEarlierFacts(caseId)])
  return row ? knownBeforeOf(actor, caseFileOf(actor, row), earlier, row.timeZone) : null
}

/** The same as an operation. */
export async function listKnownBeforeOf(actor: Actor, { caseId }: { caseId: string }): Promise<Result<KnownBefore[]>> {
  const known = await listKnownBefore(actor, caseId)
  return known === null ? refuse('not-found') : ok(known)
}
