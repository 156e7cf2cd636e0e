import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { agendaItems } from '@/db/schema/meetings'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { signTestCase } from '@/db/testing-signed-case'
import { declareConflict } from '@/lib/deliberation/commands/declare-conflict'
import { estimateSurvival } from '@/lib/deliberation/commands/estimate-survival'
import { getSignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import { minutesOf } from './documents/minutes'
import { patientLetter } from './documents/patient-letter'
import { workingPlan } from './documents/working-plan'
import { writeLetter } from './write-letter'

const database = testDatabase()
let board: TestBoard

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const today = new Date().toISOString().slice(0, 10)
const advice = 'Advice, not a decision: the board was short of its quorum. Missing: pathology (0 of 1).'

const itemOf = async (caseId: string): Promise<string> => {
  const items = await asOwner(database.ownerUrl, (db) =>
    db.select({ id: agendaItems.id }).from(agendaItems).where(eq(agendaItems.caseId, caseId)),
  )
  return items[0]?.id ?? ''
}

/** What every paper of a signed case says. */
async function papers(prepare?: (caseId: string) => Promise<void>) {
  const { conclusionId } = await signTestCase(database.ownerUrl, board, today, prepare)
  const record = must(await getSignedRecord(board.chair, { conclusionId }))
  const { snapshot, sha256, intact } = record
  const printing = {
    to: { doctor: undefined, hospital: undefined },
    verifyAt: '',
    at: new Date().toISOString(),
    by: 'A. Clerk',
  }
  const words = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('\n')
  const letter = writeLetter({ state: 'signed', snapshot, sha256, intact }, printing)
  return {
    letter: letter.opening,
    attended: letter.attended.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    minutes: words(minutesOf(snapshot, [{ snapshot, later: [] }], [])),
    plan: words(workingPlan(snapshot)),
    patient: words(patientLetter(snapshot, { telling: 'full', contact: null })),
  }
}

test('every paper of a conclusion short of the quorum says that it is advice, the patient’s in plain words', async () => {
  const quorum = [{ specialty: 'pathology' as const, least: 1 }]
  must(await setMeetingRules(board.chair, { boardId: board.boardId, version: 0, quorum, because: 'Agreed' }))
  const { letter, minutes, plan, patient } = await papers()
  for (const paper of [letter, minutes, plan]) expect(paper).toContain(advice)
  expect(patient).toContain('this is our advice. It is not yet a firm decision.')
})

test('no paper of a decision speaks of advice', async () => {
  const all = Object.values(await papers()).join('\n')
  expect(all).not.toMatch(/our advice|Advice, not a decision/)
})

test('minutes and letter name who was recused from the case, and why', async () => {
  const { attended, minutes } = await papers(async (caseId) => {
    const conflict = { itemId: await itemOf(caseId), kind: 'financial' as const, words: 'Owns shares of the maker.' }
    must(await declareConflict(board.radiationOncologist, conflict))
  })
  const line = `${board.radiationOncologist.name} (radiation oncology): financial interest. Owns shares of the maker.`
  expect(attended).toContain(`Recused: ${line}`)
  expect(minutes).toContain(`Recused, conflict of interest:\n• ${line}`)
})

test('the minutes keep how long members expected the patient to live; the record is intact, and no letter says it', async () => {
  let told = ''
  const { minutes, patient, letter, plan } = await papers(async (caseId) => {
    const itemId = await itemOf(caseId)
    must(await estimateSurvival(board.surgeon, { itemId, band: 'under-3' }))
    told = `${board.surgeon.name} (Spine surgery): Under 3 months`
  })
  expect(minutes).toContain(told)
  for (const paper of [patient, letter, plan]) expect(paper).not.toMatch(/Under 3 months|Expected survival/i)
})
