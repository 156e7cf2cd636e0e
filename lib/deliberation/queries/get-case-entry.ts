import { eq, type SQL, sql } from 'drizzle-orm'
import { inOneTrip } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { ruleExceptions } from '@/db/schema/pathway'
import type { KnownBefore } from '@/lib/cases/known-before'
import { askEarlierFacts } from '@/lib/cases/load-case-file'
import type { PathwayTerms } from '@/lib/cases/pathway/case-pathway'
import { noCourse } from '@/lib/cases/pathway/course'
import { askCase, type CaseView, openedCase } from '@/lib/cases/queries'
import { askPacks } from '@/lib/cases/queries/get-packs'
import { askSignOffs } from '@/lib/cases/queries/get-sign-offs'
import { knownBeforeOf } from '@/lib/cases/queries/list-known-before'
import { askCourses } from '@/lib/cases/queries/read-course'
import { askExceptions } from '@/lib/cases/queries/read-pathway-terms'
import { askTerms, type CaseTerms, caseTerms } from '@/lib/cases/queries/read-terms'
import type { Actor } from '@/lib/people/model'
import { askOtherCases, type OtherCase } from './list-other-cases'

/** Everything that the entry of a case is drawn from. */
export type CaseEntryView = {
  view: CaseView
  care: CaseTerms
  known: KnownBefore[]
  others: OtherCase[]
  /** By what the pathway is read, as on the board sheet: the form asks what its rules ask. */
  pathway: PathwayTerms
}

const boardOf = (caseId: string): SQL => sql`(select ${cases.boardId} from ${cases} where ${eq(cases.id, caseId)})`

/**
 * Opens a case for entry in one round trip: the case, how ready it is, what earlier cases of the patient know for good, and those
 * cases. Opening leaves a ledger row. Null for strangers.
 */
export async function getCaseEntry(actor: Actor, caseId: string): Promise<CaseEntryView | null> {
  const [row, standings, , earlier, others, packs, signed, exceptions, courses, ...terms] = await inOneTrip(actor, [
    ...askCase(actor, caseId),
    askEarlierFacts(caseId),
    askOtherCases(actor, caseId),
    askPacks(boardOf(caseId)),
    askSignOffs(boardOf(caseId)),
    askExceptions(eq(ruleExceptions.caseId, caseId)),
    askCourses(eq(cases.id, caseId)),
    ...askTerms(caseId),
  ])
  const opened = openedCase(actor, row, standings)
  if (!opened || !row) return null
  const { view } = opened
  const care = caseTerms({ caseId, presenterId: row.found.presenterId }, terms)
  const pathway = { packs: packs.packs, signed, exceptions, course: courses.get(caseId) ?? noCourse }
  return { view, care, known: knownBeforeOf(actor, view.file, earlier, view.timeZone), others, pathway }
}
