import { and, eq, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { inOneTrip } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { ruleExceptions } from '@/db/schema/pathway'
import { type Change, changesBetween, type ReadingChange, readingChanges } from '@/lib/cases/changes'
import type { EarlierCase } from '@/lib/cases/load-case-file'
import type { PathwayTerms } from '@/lib/cases/pathway/case-pathway'
import { noCourse } from '@/lib/cases/pathway/course'
import type { PreparedBy } from '@/lib/cases/preparation'
import { askCase, type CaseView, openedCase } from '@/lib/cases/queries'
import { askPreparation } from '@/lib/cases/queries/ask-preparation'
import { askPacks } from '@/lib/cases/queries/get-packs'
import { askSignOffs } from '@/lib/cases/queries/get-sign-offs'
import { askCourses } from '@/lib/cases/queries/read-course'
import { askExceptions } from '@/lib/cases/queries/read-pathway-terms'
import { askTerms, type CaseTerms, caseTerms } from '@/lib/cases/queries/read-terms'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { askCaseLane, type CaseLane } from '@/lib/meetings/queries/ask-case-lane'
import { type AgendaPlace, askAgendaPlace } from '@/lib/meetings/queries/get-agenda-place'
import type { Actor } from '@/lib/people/model'
import type { DecisionStand } from '../model/stale-decision'
import { askSignedRecord, type SignedRecord } from './get-conclusions'
import { askOtherCases, type OtherCase } from './list-other-cases'
import { askStands } from './stale-decisions'

/**
 * What differs between an earlier moment (ISO instant) and now: the question to the board, null where it is the same, the values,
 * and the scores and grades that follow from them.
 */
export type ChangedSince = {
  at: string
  question: { before: string; after: string } | null
  values: Change[]
  readings: ReadingChange[]
}

/** Everything a board sheet is drawn from. `since` is null when the case was before no board yet. */
export type BoardSheetView = {
  view: CaseView
  place: AgendaPlace | null
  decision: SignedRecord | null
  /** What the chair let the decision stand over although facts changed. */
  stands: DecisionStand[]
  since: ChangedSince | null
  preparation: PreparedBy[]
  care: CaseTerms
  others: OtherCase[]
  /** The protocol by which the case is listed on an agenda and not discussed; null where it is not. */
  lane: CaseLane | null
  /** By what the pathway is read: the packs of the board, what is signed off there, and the reasons given in the case. */
  pathway: PathwayTerms
}

/** When the case was last before a board that is over: signed, concluded, or presented in a meeting that is closed. */
const lastBoard = (): SQL => {
  const signed = and(eq(conclusions.caseId, cases.id), ne(conclusions.state, 'draft'))
  const discussed = and(
    eq(agendaItems.caseId, cases.id),
    isNull(agendaItems.removedAt),
    isNotNull(agendaItems.presentedAt),
  )
  return sql`greatest(
    (select max(${conclusions.signedAt}) from ${conclusions} where ${signed}),
    (select max(coalesce(${agendaItems.concludedAt}, ${meetings.closedAt})) from ${agendaItems}
      join ${meetings} on ${meetings.id} = ${agendaItems.meetingId} where ${discussed}))`
}

const boardOf = (caseId: string): SQL => sql`(select ${cases.boardId} from ${cases} where ${eq(cases.id, caseId)})`

/**
 * Opens a case's board sheet in one round trip: the case, its place on an agenda, what the board signed, and what has changed
 * since the last board, who prepared it in what time, how ready it is, and the patient's other cases. Opening leaves a ledger row. Null for strangers.
 */
export async function getBoardSheet(actor: Actor, caseId: string): Promise<BoardSheetView | null> {
  const [
    row,
    withdrawn,
    ,
    place,
    decision,
    stands,
    preparation,
    others,
    lane,
    packs,
    signed,
    exceptions,
    courses,
    ...terms
  ] = await inOneTrip(actor, [
    ...askCase(actor, caseId, lastBoard()),
    askAgendaPlace(actor, caseId),
    askSignedRecord(actor, caseId),
    askStands(caseId),
    askPreparation(actor, caseId),
    askOtherCases(actor, caseId),
    askCaseLane(caseId),
    askPacks(boardOf(caseId)),
    askSignOffs(boardOf(caseId)),
    askExceptions(eq(ruleExceptions.caseId, caseId)),
    askCourses(eq(cases.id, caseId)),
    ...askTerms(caseId),
  ])
  const opened = openedCase(actor, row, withdrawn)
  if (!opened || !row) return null
  const { view, earlier } = opened
  const care = caseTerms({ caseId, presenterId: row.found.presenterId }, terms)
  return {
    view,
    place,
    decision,
    stands,
    since: earlier && changedSince(view, earlier),
    preparation,
    care,
    others,
    lane,
    pathway: { packs: packs.packs, signed, exceptions, course: courses.get(caseId) ?? noCourse },
  }
}

const changedSince = ({ file }: CaseView, { at, facts, question }: EarlierCase): ChangedSince => ({
  at,
  question: question.trim() === file.question.trim() ? null : { before: question, after: file.question },
  values: changesBetween(facts, file.facts),
  readings: readingChanges(file, facts),
})

/** A board sheet as it was known at a moment: `today` is the day it was then, nothing can be edited. */
export type SheetAsKnown = { view: CaseView; at: string; changes: Change[]; decision: SignedRecord | null }

/**
 * The board sheet with the values that had been entered by a moment (ISO instant), the question as it was put then and
 * what the board had signed. State and the patient's identity are those of today. Null for strangers.
 */
export async function getSheetAsKnown(
  actor: Actor,
  { caseId, at }: { caseId: string; at: string },
): Promise<SheetAsKnown | null> {
  const [row, withdrawn, , decision] = await inOneTrip(actor, [
    ...askCase(actor, caseId, sql`${at}`),
    askSignedRecord(actor, caseId, at),
  ])
  const opened = openedCase(actor, row, withdrawn)
  if (!opened?.earlier) return null
  const { view, earlier } = opened
  const changes = changesBetween(earlier.facts, view.file.facts)
  // A moment to come is looked at from today.
  const moment = new Date(Math.min(new Date(earlier.at).getTime(), now().getTime())).toISOString()
  const file = { ...view.file, question: earlier.question, facts: earlier.facts }
  return {
    view: { ...view, file, today: dayAt(moment, view.timeZone), mayWrite: false },
    at: earlier.at,
    changes,
    decision,
  }
}
