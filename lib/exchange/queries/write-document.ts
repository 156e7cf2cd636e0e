import { readAs } from '@/db/client'
import { nameOf } from '@/lib/cases/case-file'
import { readCaseFile } from '@/lib/cases/load-case-file'
import type { SignedSnapshot } from '@/lib/deliberation/model/snapshot'
import {
  getSignedRecord,
  getSignedRecordsOf,
  readVersions,
  type SignedRecord,
} from '@/lib/deliberation/queries/get-conclusions'
import { now } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt, showLongDay, showTime } from '@/lib/foundation/time'
import { mayEnterRoom } from '@/lib/meetings/policy'
import { readAgenda, readAttendance, readMeeting } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'
import { type DocumentKind, type DocumentPart, documentFacts, type InformationWish } from '../documents/document'
import type { PrintedDocument } from '../documents/document-pdf'
import type { WhichDocument } from '../documents/document-views'
import { informationWishOf, narrowerWish, tellingFor } from '../documents/information-wish'
import { letterText } from '../documents/letter-text'
import { minutesOf } from '../documents/minutes'
import { patientLetter } from '../documents/patient-letter'
import { workingPlan } from '../documents/working-plan'
import { frameOf } from '../letter-pdf'
import { mayReadDocument } from '../policy'
import { rehearsalMark } from '../rehearsal-mark'
import { writeLetter } from '../write-letter'
import { addresseeToday, printedRecord } from './get-letter'

/** What a document hangs on: minutes on a meeting, every other on a signed conclusion and its case. */
export type DocumentSubject = {
  boardId: string
  caseId: string | null
  conclusionId: string | null
  meetingId: string | null
}

/** A document as its record gives it now, before any edit, with what its paper says around the text. */
export type WrittenDocument = {
  kind: DocumentKind
  subject: DocumentSubject
  timeZone: string
  generated: DocumentPart[]
  record: { version: number | null; isOlder: boolean; intact: boolean }
  recipient: string
  wish: InformationWish | null
  paper: Omit<PrintedDocument, 'parts' | 'addressee'>
}

const printedBy = (actor: Actor, timeZone: string): string => {
  const at = now().toISOString()
  return `Printed ${showLongDay(dayAt(at, timeZone))} ${showTime(at, timeZone)} by ${actor.name}`
}

/** What minutes tell beside the signed records, as it stands now; null for strangers. */
const askMinuted = (actor: Actor, meetingId: string) =>
  readAs(actor, async (tx) => {
    const found = await readMeeting(tx, meetingId)
    if (!found || !mayEnterRoom(actor, found.meeting)) return null
    const { boardId, title, place, startsAt, untouchedBecause } = found.meeting
    return {
      meeting: { meetingId, title, place, startsAt: startsAt.toISOString() },
      board: { boardId, name: found.boardName, timeZone: found.timeZone },
      attendance: await readAttendance(tx, meetingId),
      agenda: await readAgenda(tx, meetingId),
      untouchedBecause,
    }
  })

async function writeMinutes(actor: Actor, meetingId: string): Promise<Result<WrittenDocument>> {
  const held = await askMinuted(actor, meetingId)
  if (!held) return refuse('not-found')
  const found = await getSignedRecordsOf(actor, meetingId)
  const signed = found.ok ? found.value : []
  const records = signed.map(({ snapshot, later }) => ({ snapshot, later }))
  const { agenda, attendance, untouchedBecause } = held
  // A meeting whose cases all followed a protocol has no signed record, and minutes all the same.
  if (records.length === 0 && !agenda.some(({ lane }) => lane?.confirmed)) return refuse('not-found')
  const { meeting, board } = records[0]?.snapshot ?? held
  const about = `${showLongDay(dayAt(meeting.startsAt, board.timeZone))}${meeting.place ? `, ${meeting.place}` : ''}`
  return ok({
    kind: 'minutes',
    subject: { boardId: board.boardId, caseId: null, conclusionId: null, meetingId },
    timeZone: board.timeZone,
    generated: minutesOf({ meeting, board, attendance, untouchedBecause }, records, agenda),
    record: { version: null, isOlder: false, intact: signed.every(({ intact }) => intact) },
    recipient: documentFacts.minutes.to,
    wish: null,
    paper: {
      frame: {
        mark: rehearsalMark(null, serverEnv().SPINEBOARD_DEMO !== undefined),
        ...{ name: meeting.title, about, place: board.name },
        printed: printedBy(actor, board.timeZone),
      },
      ...{ title: documentFacts.minutes.title, fileTitle: documentFacts.minutes.title, large: false, annex: null },
    },
  })
}

/** What stands of today beside the record: to whom a letter goes, how much the patient wants to know now, which version is in force. */
const askToday = (actor: Actor, { caseId, snapshot }: SignedRecord) =>
  readAs(actor, async (tx) => {
    const file = await readCaseFile(tx, actor, caseId)
    const wishes = [snapshot.case, file ?? snapshot.case].map(informationWishOf) as [InformationWish, InformationWish]
    return {
      to: await addresseeToday(tx, actor, caseId),
      versions: await readVersions(tx, caseId),
      wish: narrowerWish(...wishes),
    }
  })

/** The text of a paper of a case; only the patient's goes by the wish to know. */
function textOf(kind: Exclude<DocumentKind, 'minutes'>, snapshot: SignedSnapshot, ground: TextGround): DocumentPart[] {
  switch (kind) {
    case 'patient':
      return patientLetter(snapshot, { telling: tellingFor(ground.wish), contact: null })
    case 'referrer':
      return letterText(ground.letter)
    case 'plan':
      return workingPlan(snapshot)
  }
}
type TextGround = { wish: InformationWish; letter: ReturnType<typeof writeLetter> }

async function writeOfCase(
  actor: Actor,
  kind: Exclude<DocumentKind, 'minutes'>,
  conclusionId: string,
): Promise<Result<WrittenDocument>> {
  const found = await getSignedRecord(actor, { conclusionId })
  if (!found.ok) return found
  const { caseId, snapshot, state, version, intact } = found.value
  const { boardId, timeZone } = snapshot.board
  if (!mayReadDocument(actor, { boardId }, kind)) return refuse('forbidden')
  const { to, versions, wish } = await askToday(actor, found.value)
  const printed = printedRecord(found.value, versions)
  const letter = writeLetter(printed, {
    ...{ by: actor.name, at: now().toISOString(), to },
    verifyAt: `${serverEnv().SPINEBOARD_URL}/verify`,
  })
  const recipients = {
    patient: nameOf(snapshot.case.patient),
    referrer: letter.addressee,
    plan: documentFacts.plan.to,
  }
  return ok({
    kind,
    subject: { boardId, caseId, conclusionId, meetingId: null },
    timeZone,
    generated: textOf(kind, snapshot, { wish, letter }),
    record: { version, isOlder: state === 'superseded', intact },
    recipient: recipients[kind],
    wish: kind === 'patient' ? wish : null,
    paper: {
      frame: { ...frameOf(letter), mark: rehearsalMark(letter.mark, serverEnv().SPINEBOARD_DEMO !== undefined) },
      title: kind === 'referrer' ? letter.title : documentFacts[kind].title,
      fileTitle: `${documentFacts[kind].title}, case ${snapshot.case.code}`,
      large: kind === 'patient',
      annex: kind === 'referrer' ? letter : null,
    },
  })
}

/**
 * A document as the signed record gives it. Refuses with `not-found` for strangers and where nothing is signed, with `forbidden`
 * for who may see the case and not the document.
 */
export const writeDocument = (actor: Actor, { kind, subjectId }: WhichDocument): Promise<Result<WrittenDocument>> =>
  kind === 'minutes' ? writeMinutes(actor, subjectId) : writeOfCase(actor, kind, subjectId)
