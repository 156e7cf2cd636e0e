import { and, eq, ne } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { cases, facts } from '@/db/schema/cases'
import { now } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { type OpenClock, openClocksOf } from '../case-clocks'
import type { CaseFile, PatientView } from '../case-file'
import { readCaseFiles } from '../load-case-file'
import { readClockRules } from '../pathway/case-pathway'
import { readingsOf } from '../readings'
import { readPathwayTermsOf } from './read-pathway-terms'

/** A case in which clocks of the pathway run or have run out, the one that is due first at the head. */
export type CaseWithClocks = { caseId: string; code: string; patient: PatientView; clocks: OpenClock[] }

/** The open clocks of these cases of one board by its packs, by case, due first at the head; none of a patient who has died. */
export async function readOpenClocks(
  tx: Tx,
  boardId: string,
  files: readonly CaseFile[],
): Promise<Map<string, OpenClock[]>> {
  const living = files.filter(({ patient }) => patient.diedOn === null)
  const termsOf = await readPathwayTermsOf(
    tx,
    boardId,
    living.map(({ caseId }) => caseId),
  )
  const at = now().toISOString()
  return new Map(
    living.map((file) => [
      file.caseId,
      openClocksOf(file, readClockRules(file, readingsOf(file), termsOf(file.caseId), at)),
    ]),
  )
}

/**
 * The open clocks of a board’s cases by the packs that it works by, due first at the head; none of a clock that somebody excepted with a reason, of a withdrawn case, of a patient who has died, or for somebody who
 * may not see the cases.
 */
export async function listOpenClocks(actor: Actor, { boardId }: { boardId: string }): Promise<CaseWithClocks[]> {
  if (!maySeePatients(actor, boardId)) return []
  const { files, clocks } = await readAs(actor, async (tx) => {
    const told = await tx
      .selectDistinct({ caseId: facts.caseId })
      .from(facts)
      .innerJoin(cases, eq(cases.id, facts.caseId))
      .where(and(eq(cases.boardId, boardId), ne(cases.state, 'withdrawn'), eq(facts.section, 'clocks')))
    const ids = told.map(({ caseId }) => caseId)
    const read = [...(await readCaseFiles(tx, actor, ids)).values()]
    return { files: read, clocks: await readOpenClocks(tx, boardId, read) }
  })
  return files
    .map(({ caseId, code, patient }) => ({ ...{ caseId, code, patient }, clocks: clocks.get(caseId) ?? [] }))
    .filter(({ clocks }) => clocks.length > 0)
    .sort((a, b) => firstDue(a) - firstDue(b))
}

const firstDue = ({ clocks }: CaseWithClocks): number => Math.min(...clocks.map(({ due }) => Date.parse(due)))
